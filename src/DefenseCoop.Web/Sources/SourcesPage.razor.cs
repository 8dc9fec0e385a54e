using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Sources;

/// <summary>The sources, and what rests on each.</summary>
public sealed partial class SourcesPage
{
    private const string CaveatPrefix = "caveats.";

    private IReadOnlyList<SourceRow>? _rows;
    private IReadOnlyList<string> _caveats = [];

    [Inject]
    private SourceQueries Sources { get; set; } = null!;

    protected override async Task LoadAsync(QueryValues query, CancellationToken ct)
    {
        _rows = await SharedAsync("rows", stop => Sources.ListAsync(Day.Moment, stop), ct);
        _caveats = [.. (await SharedAsync("notes", stop => Sources.NotesAsync(Day.KnownAt, stop), ct))
            .Where(n => n.Key.StartsWith(CaveatPrefix, StringComparison.Ordinal))
            .Select(n => n.Text)];
    }

    private DayChoice Now => Day with { Day = Day.Today };

    private static string TierWords(SourceTier tier) => tier switch
    {
        SourceTier.Primary => "official or primary text",
        SourceTier.Press => "news agency, established or specialist press, or a republication of it",
        _ => "mirror, aggregator, blog or automated summary",
    };

    /// <summary>The records that rest on a source, each once, with the place where it stands.</summary>
    private IEnumerable<(string Words, string? Url)> Resting(SourceRow row)
    {
        foreach (var fact in row.Facts.DistinctBy(f => (f.Kind, f.Code)))
        {
            yield return (WordsOf(fact), UrlOf(fact));
        }

        var more = row.FactCount - row.Facts.Count;
        if (row.Facts.Count == SourceQueries.FactsListed && more > 0) yield return ($"and {Words.Of((decimal)more)} more", null);
    }

    /// <summary>Where the fact stands by today's date: on the past day asked for it may not have been a fact yet.</summary>
    private string? UrlOf(RestingFact fact) => fact switch
    {
        { InitiativeCode: { } code } when code == fact.Code => AppUrls.Initiative(code, Now),
        { InitiativeCode: { } code, Kind: SubjectKind.Reading or SubjectKind.Baseline or SubjectKind.Target } =>
            AppUrls.Initiative(code, Now, fact.Code[..fact.Code.LastIndexOf('-')]),
        { InitiativeCode: { } code } => AppUrls.Initiative(code, Now, fact.Code),
        { FocusAreaSlug: { } slug, Kind: SubjectKind.Event or SubjectKind.SpendingFigure } => AppUrls.FocusArea(slug, Now, fact.Code),
        { FocusAreaSlug: { } slug } => AppUrls.FocusArea(slug, Now),
        { Kind: SubjectKind.Recommendation } => AppUrls.Recommendations(Now),
        _ => null,
    };

    private static string WordsOf(RestingFact fact) => fact.Kind switch
    {
        SubjectKind.Initiative or SubjectKind.Milestone or SubjectKind.Reading or SubjectKind.Baseline or SubjectKind.Target
            or SubjectKind.Agreement or SubjectKind.Provision or SubjectKind.Recommendation => fact.Code,
        SubjectKind.Contribution => $"what {fact.InitiativeCode} contributes to",
        SubjectKind.SpendingFigure => $"spending {fact.Code}",
        SubjectKind.Edition => $"exercise {fact.Code}",
        _ => $"{fact.Kind.ToString().ToLowerInvariant()} {fact.Code}",
    };
}
