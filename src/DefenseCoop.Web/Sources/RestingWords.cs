using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.Sources;

/// <summary>What rests on a source at one place: "DT-1: F-35A delivered, 2 readings; 1 milestone".</summary>
/// <param name="Place">The code of an initiative, or what else it belongs to.</param>
/// <param name="Url">Null where it stands on no page.</param>
public sealed record RestingPlace(string Place, string? Url, string Words);

/// <summary>Says what rests on a source, place by place.</summary>
public static class RestingWords
{
    /// <param name="facts">In the order in which they are told.</param>
    /// <param name="day">The day of the links: where a fact stands today.</param>
    public static IEnumerable<RestingPlace> Of(IReadOnlyList<RestingFact> facts, DayChoice day) =>
        from fact in facts
        group fact by Place(fact) into place
        orderby place.Key.Rank, place.Key.Name.Length, place.Key.Name
        select new RestingPlace(place.Key.Name, Url(place.Key, [.. place], day), string.Join("; ", Parts([.. place])));

    private static (int Rank, string Name, string? Slug) Place(RestingFact fact) => fact switch
    {
        { InitiativeCode: { } code } => (0, code, null),
        { FocusAreaSlug: { } slug } => (1, char.ToUpperInvariant(slug[0]) + slug[1..].Replace('-', ' '), slug),
        { Kind: SubjectKind.Recommendation } => (2, "Recommendations", null),
        _ => (3, "Elsewhere", null),
    };

    /// <summary>What stands alone is led to itself, several to the page that they stand on.</summary>
    private static string? Url((int Rank, string Name, string? Slug) place, IReadOnlyList<RestingFact> facts, DayChoice day)
    {
        var only = facts.Select(Anchor).Distinct().ToList() is [var anchor] ? anchor : null;
        return place.Rank switch
        {
            0 => AppUrls.Initiative(place.Name, day, only),
            1 => AppUrls.FocusArea(place.Slug!, day, only),
            2 => AppUrls.Recommendations(day),
            _ => null,
        };
    }

    private static string? Anchor(RestingFact fact) => fact.Kind switch
    {
        SubjectKind.Initiative or SubjectKind.Category => null,
        _ => fact.Indicator?.Code ?? fact.Code,
    };

    private static IEnumerable<string> Parts(IReadOnlyList<RestingFact> facts)
    {
        foreach (var aspects in facts.Where(f => f.Kind == SubjectKind.Initiative).Select(f => f.Aspect).Distinct().Order())
        {
            yield return aspects switch { Aspect.Description => "description", Aspect.Start => "start", Aspect.End => "end", _ => "stage" };
        }

        foreach (var indicator in facts.Where(f => f.Indicator is not null).GroupBy(f => f.Indicator!.Value.Name))
        {
            yield return $"{indicator.Key}, {string.Join(", ", Counts(indicator))}";
        }

        foreach (var count in Counts(facts.Where(f => f.Indicator is null && f.Kind != SubjectKind.Initiative))) yield return count;
    }

    /// <summary>"2 readings": kind by kind, each record once.</summary>
    private static IEnumerable<string> Counts(IEnumerable<RestingFact> facts) =>
        from fact in facts
        group fact.Code by fact.Kind into codes
        orderby codes.Key
        let words = RecordDescriptors.CitedWords(codes.Key)
        select Words.Count(codes.Distinct().Count(), words.One, words.Many);
}
