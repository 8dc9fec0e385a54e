using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
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
            yield return $"{indicator.Key}, {string.Join(", ", new[] { (SubjectKind.Baseline, "baseline", "baselines"), (SubjectKind.Target, "target", "targets"), (SubjectKind.Reading, "reading", "readings") }
                .Select(k => (Count: Count(indicator, k.Item1), k.Item2, k.Item3)).Where(k => k.Count > 0).Select(k => Words.Count(k.Count, k.Item2, k.Item3)))}";
        }

        foreach (var (kind, one, many) in Counted)
        {
            if (Count(facts, kind) is > 0 and var count) yield return Words.Count(count, one, many);
        }
    }

    private static int Count(IEnumerable<RestingFact> facts, SubjectKind kind) => facts.Where(f => f.Kind == kind).Select(f => f.Code).Distinct().Count();

    private static readonly (SubjectKind Kind, string One, string Many)[] Counted =
    [
        (SubjectKind.Milestone, "milestone", "milestones"),
        (SubjectKind.Contribution, "expected outcome", "expected outcomes"),
        (SubjectKind.Edition, "exercise", "exercises"),
        (SubjectKind.Agreement, "agreement", "agreements"),
        (SubjectKind.Provision, "provision of an agreement", "provisions of an agreement"),
        (SubjectKind.Organization, "organization", "organizations"),
        (SubjectKind.Site, "site", "sites"),
        (SubjectKind.Category, "wording", "wordings"),
        (SubjectKind.Event, "event", "events"),
        (SubjectKind.SpendingFigure, "figure of spending", "figures of spending"),
        (SubjectKind.Recommendation, "recommendation", "recommendations"),
        (SubjectKind.Exercise, "exercise", "exercises"),
    ];
}
