using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Results;

public sealed partial class IndicatorBlock
{
    private IReadOnlyList<Group> _groups = [];

    [Parameter, EditorRequired]
    public Indicator Indicator { get; set; } = null!;

    [Parameter, EditorRequired]
    public IndicatorFinding Finding { get; set; } = null!;

    [Parameter, EditorRequired]
    public SourceLookup Sources { get; set; } = null!;

    [Parameter, EditorRequired]
    public DayChoice Day { get; set; }

    /// <summary>Whether to offer forms.</summary>
    [Parameter]
    public bool MayEdit { get; set; }

    private string Unit => char.ToUpperInvariant(Indicator.Unit[0]) + Indicator.Unit[1..];

    /// <summary>Readings that exist on the day; those whose period is no date have no day and are always shown.</summary>
    protected override void OnParametersSet() => _groups = Groups(Indicator, Day);

    /// <summary>The facts that the block tells, in its order.</summary>
    internal static IEnumerable<CitedFact> References(Indicator indicator, DayChoice day) =>
    [
        .. indicator.Baseline is { } baseline ? [new CitedFact(SubjectKind.Baseline, baseline.Code)] : Array.Empty<CitedFact>(),
        .. indicator.Targets.OrderBy(t => t.Position).Select(t => new CitedFact(SubjectKind.Target, t.Code)),
        .. Groups(indicator, day).SelectMany(g => g.Periods).SelectMany(p => p.Readings).Select(r => new CitedFact(SubjectKind.Reading, r.Code)),
    ];

    private static IReadOnlyList<Group> Groups(Indicator indicator, DayChoice day)
    {
        var shown = indicator.Readings.Where(r => !(r.Period.LastDay > day.Day)).ToList();
        return
        [
            .. shown.GroupBy(r => r.Vintage)
                .OrderByDescending(g => g.Max(r => r.Period.LastDay))
                .Select(g => new Group(g.Key,
                [
                    .. g.GroupBy(r => r.Period)
                        .OrderByDescending(p => p.Key.LastDay)
                        .Select(p => new Row(p.Key, [.. p.OrderBy(r => r.Position)], shown)),
                ])),
        ];
    }

    private string Amount(decimal value) => Words.Of(value, Indicator.Unit);

    private string Caption()
    {
        var readings = _groups.SelectMany(g => g.Periods).SelectMany(p => p.Readings).ToList();
        var withdrawn = readings.Count(r => r.IsWithdrawn);
        return Words.Count(readings.Count - withdrawn, "reading", "readings")
            + (withdrawn == 0 ? "" : $" and {Words.Of((decimal)withdrawn)} withdrawn")
            + ", newest first"
            + (_groups.Count > 1 ? "; editions of a restated series never form one line" : "");
    }

    private RenderFragment Value(Reading reading) => builder =>
    {
        builder.OpenElement(0, reading.IsWithdrawn ? "del" : "span");
        builder.AddContent(1, Words.Of(reading.Qualifier) + Words.Of(reading.Value));
        builder.CloseElement();
        builder.OpenComponent<SourceMarks>(2);
        builder.AddComponentParameter(3, nameof(SourceMarks.Sources), Sources.Of(SubjectKind.Reading, reading.Code));
        builder.AddComponentParameter(4, nameof(SourceMarks.Day), Day);
        builder.CloseComponent();
    };

    private string CountWords(Row row)
    {
        if (row.IsWithdrawn) return "No: withdrawn";
        if (!row.Counts) return $"No: {row.KindWords.ToLowerInvariant()} is not evidence";
        if (row.Readings.Any(r => r.Code == Finding.Value?.Code)) return row.Readings.Count == 1 ? "Yes, this one decides" : $"Yes, {Words.Of(Finding.Value!.Value)} decides";
        return row.Period.LastDay is null ? "No: its period is no date" : "Yes";
    }

    private sealed record Group(string? Vintage, IReadOnlyList<Row> Periods);

    /// <summary>The readings of one period in one vintage.</summary>
    private sealed record Row(Period Period, IReadOnlyList<Reading> Readings, IReadOnlyList<Reading> All)
    {
        public bool Counts => Readings.Any(IsEvidence);

        public bool IsWithdrawn => Readings.All(r => r.IsWithdrawn);

        public string KindWords => string.Join(", ", Readings.Select(r => char.ToUpperInvariant(r.KindWording[0]) + r.KindWording[1..]).Distinct());

        /// <summary>What other readings of the same period say, in this vintage or another.</summary>
        public string? Disagreement
        {
            get
            {
                var values = All.Where(r => r.Period == Period && IsEvidence(r)).Select(r => r.Value).Distinct().ToList();
                return Counts && values.Count > 1
                    ? $"Sources disagree on {Period.ToDisplay()}: {string.Join(" against ", values.Order().Select(Words.Of))}."
                    : null;
            }
        }

        private static bool IsEvidence(Reading reading) => !reading.IsWithdrawn && reading.Kind is (ReadingKind.Actual or ReadingKind.Estimate);
    }
}
