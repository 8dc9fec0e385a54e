using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Initiatives.Register;

public sealed partial class RegisterFilters
{
    private static readonly Choice[] Provenances =
        [new(nameof(Provenance.Confirmed), "Confirmed", null), new(nameof(Provenance.Illustrative), "Illustrative", null)];

    private static readonly Choice[] EvidenceAges =
        [.. Enum.GetValues<EvidenceAge>().Select(a => new Choice(a.ToString(), Domain.Words.Of(a), null))];

    /// <summary>The filters behind "More", as their chips begin.</summary>
    private static readonly string[] FurtherFilters =
    [
        "Category: ", "Lead: ", "Site: ", "Newest evidence: ", "Provenance: ", "From ", "To ",
    ];

    private (RegisterQuery, RegisterVocabulary, RegisterCounts, DayChoice) _rendered;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Parameter, EditorRequired]
    public RegisterQuery Query { get; set; } = new();

    [Parameter, EditorRequired]
    public RegisterVocabulary Words { get; set; } = null!;

    [Parameter, EditorRequired]
    public RegisterCounts Counts { get; set; } = null!;

    /// <summary>The filters in force.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RegisterChip> Chips { get; set; } = [];

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    private IReadOnlyList<string> Further =>
        [.. Chips.Select(c => c.Words).Where(w => FurtherFilters.Any(f => w.StartsWith(f, StringComparison.Ordinal)))];

    /// <summary>In the order of the summary, worst first.</summary>
    private IReadOnlyList<Choice> Statuses =>
        [.. Enum.GetValues<AssessedStatus>()
            .OrderBy(s => s.Severity())
            .Select(s => new Choice(s.ToString(), Domain.Words.Of(s), Counts.Statuses.GetValueOrDefault(s)))];

    private IReadOnlyList<Choice> Stages =>
        [.. Enum.GetValues<Stage>().Select(s => new Choice(s.ToString(), Domain.Words.Of(s), Counts.Stages.GetValueOrDefault(s)))];

    private IReadOnlyList<Choice> FocusAreas =>
        [.. Words.FocusAreas.All.Select(t => new Choice(t.Code, t.Name, Counts.FocusAreas.GetValueOrDefault(t.Code)))];

    /// <summary>The page follows changes of its rows; the form is of no concern to them.</summary>
    protected override bool ShouldRender() =>
        !ReferenceEquals(_rendered.Item1, Query)
            || !ReferenceEquals(_rendered.Item2, Words) || !ReferenceEquals(_rendered.Item3, Counts) || _rendered.Item4 != Day;

    protected override void OnAfterRender(bool firstRender) => _rendered = (Query, Words, Counts, Day);

    private static IReadOnlyList<Choice> Of(Terms terms) => [.. terms.All.Select(t => new Choice(t.Code, t.Name, null))];

    /// <summary>What a filter is set to, after its name.</summary>
    private static string Said(IReadOnlyList<string> chosen) => chosen switch
    {
        [] => "",
        [var only] => $": {only}",
        [var first, var second] => $": {first}, {second}",
        [var first, ..] => $": {first} and {chosen.Count - 1} more",
    };

    /// <param name="Count">How many rows it finds; null where that is not counted.</param>
    private sealed record Choice(string Value, string Words, int? Count);
}
