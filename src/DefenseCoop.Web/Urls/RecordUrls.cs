using DefenseCoop.Domain.History;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Urls;

/// <summary>Turns references to records into addresses. Nothing else says where a record stands.</summary>
public static class RecordUrls
{
    /// <summary>The list of exercises on the page of an initiative, to which a series of them leads.</summary>
    private const string ExerciseList = "h-exercises";

    /// <summary>Where a record stands today.</summary>
    public static string Of(RecordReference? reference) => Of(reference, default);

    /// <summary>
    /// Where a record stands; one that has no place of its own stands
    /// in its history. The summary where nothing is known of it.
    /// </summary>
    public static string Of(RecordReference? reference, DayChoice day) => reference switch
    {
        null => AppUrls.Summary(day),
        _ when Place(reference, day) is { } place => place,
        { Code: { } code } => ChangeUrls.History(reference.Kind, code, day),
        _ => AppUrls.Summary(day),
    };

    /// <summary>Whether it stands on a page other than that of its history.</summary>
    public static bool HasPlace(RecordReference reference) => Place(reference, default) is not null;

    private static string? Place(RecordReference reference, DayChoice day) => reference switch
    {
        { Kind: RecordKind.Initiative, Code: { } code } => AppUrls.Initiative(code, day),
        { Kind: RecordKind.Initiative } => AppUrls.Register(day),
        { Kind: RecordKind.Exercise, Initiative: { } owner } => AppUrls.Initiative(owner, day, ExerciseList),
        { Initiative: { } owner } => AppUrls.Initiative(owner, day, reference.Part ?? reference.Code),
        { Kind: RecordKind.Assessment, Code: { } code, Area: { } area } => AppUrls.With(AssessmentUrls.OfCode(code, area), day),
        { Kind: RecordKind.ReportingPeriod } => AppUrls.With(AssessmentUrls.Board, day),
        { Kind: RecordKind.Action, Code: { } code } => AppUrls.With(AssessmentUrls.Action(code), day),
        { Kind: RecordKind.FocusArea, Code: { } slug } => AppUrls.FocusArea(slug, day),
        { Kind: RecordKind.Category, Area: { } area } => AppUrls.FocusArea(area, day),
        { Area: { } area } => AppUrls.FocusArea(area, day, reference.Part ?? reference.Code),
        { Kind: RecordKind.Recommendation } => AppUrls.Recommendations(day),
        { Kind: RecordKind.Source, Code: { } code } => AppUrls.Sources(day, code),
        { Kind: RecordKind.Source } => AppUrls.Sources(day),
        _ => null,
    };
}
