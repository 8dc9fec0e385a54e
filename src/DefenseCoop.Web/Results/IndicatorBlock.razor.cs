using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Schedule;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Results;

public sealed partial class IndicatorBlock
{
    private IReadOnlyList<Group> _groups = [];

    /// <summary>Where the records of the page stand.</summary>
    [CascadingParameter]
    private PagePlaces Places { get; set; } = new();

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

    private string Place => Places.Of(RecordKind.Indicator, Indicator.Code);

    private string Unit => char.ToUpperInvariant(Indicator.Unit[0]) + Indicator.Unit[1..];

    /// <summary>Several readings of one period have a place each within its row.</summary>
    private string? PlaceOf(Row row) => row.Readings is [var one] ? PlaceOf(one) : null;

    private string PlaceOf(Reading reading) => Places.Of(RecordKind.Reading, reading.Code);

    protected override void OnParametersSet() => _groups = Groups(Indicator, Sources, Day);

    /// <summary>The facts that the block tells, in its order.</summary>
    internal static IEnumerable<CitedFact> References(Indicator indicator, SourceLookup sources, DayChoice day) =>
    [
        .. indicator.Baseline is { } baseline ? [new CitedFact(SubjectKind.Baseline, baseline.Code)] : Array.Empty<CitedFact>(),
        .. indicator.Targets.OrderBy(t => t.Position).Select(t => new CitedFact(SubjectKind.Target, t.Code)),
        .. Groups(indicator, sources, day)
            .SelectMany(g => g.Periods).SelectMany(p => p.Readings).Select(r => new CitedFact(SubjectKind.Reading, r.Code)),
    ];

    /// <summary>
    /// Readings that exist on the day or lie ahead of it; those
    /// whose period is no date have no day and are always shown.
    /// </summary>
    private static IReadOnlyList<Group> Groups(Indicator indicator, SourceLookup sources, DayChoice day)
    {
        var shown = indicator.Readings
            .Where(r => !(r.Period.LastDay > day.Day) || Ahead.IsKnown(day, sources.Of(SubjectKind.Reading, r.Code)))
            .ToList();
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

    private bool IsHeld(Target target) => target.Kind == TargetKind.Hold || target.Value == Indicator.Baseline?.Value;

    private string TargetLabel(Target target) =>
        $"{(target.Position == 0 ? "Target" : "Further target")}{(IsHeld(target) ? " to hold" : "")}, " + (target.By, IsHeld(target)) switch
        {
            ({ } until, true) => $"until {until.ToDisplay()}",
            ({ } by, false) => $"by {by.ToDisplay()}",
            (null, true) => "without an end",
            _ => "no public date",
        };

    private string Side(Target target) => (Indicator.Direction, IsHeld(target)) switch
    {
        (Direction.Down, _) => "at most ",
        (_, true) => "at least ",
        _ => "",
    };

    private bool IsAhead(Period period) => period.LastDay > Day.Day;

    private string Caption()
    {
        var readings = _groups.SelectMany(g => g.Periods).SelectMany(p => p.Readings).ToList();
        var withdrawn = readings.Count(r => r.IsWithdrawn);
        return Words.Count(readings.Count - withdrawn, "reading", "readings")
            + (withdrawn == 0 ? "" : $" and {Words.Of((decimal)withdrawn)} withdrawn")
            + Ahead.Of(readings.Count(r => !r.IsWithdrawn && IsAhead(r.Period)))
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
        if (IsAhead(row.Period))
        {
            return row.Counts
                ? $"Ahead: counts from {Words.Of(row.Period.LastDay!.Value)}"
                : $"Ahead, to {Words.Of(row.Period.LastDay!.Value)}: {row.KindWords.ToLowerInvariant()} is not evidence";
        }
        if (!row.Counts) return $"No: {row.KindWords.ToLowerInvariant()} is not evidence";
        var why = row.Readings.Select(r => Finding.Outweighed.GetValueOrDefault(r.Code)).OfType<string>().FirstOrDefault();
        if (row.Readings.Any(r => r.Code == Finding.Value?.Code))
        {
            return why is null ? "Yes, this one decides" : $"Yes, {Words.Of(Finding.Value!.Value)} decides: {why}";
        }
        if (why is not null) return $"Yes, but does not decide: {why}";
        return row.Period.LastDay is null ? "No: its period is no date" : "Yes";
    }

    private sealed record Group(string? Vintage, IReadOnlyList<Row> Periods);

    /// <summary>The readings of one period in one vintage.</summary>
    private sealed record Row(Period Period, IReadOnlyList<Reading> Readings, IReadOnlyList<Reading> All)
    {
        public bool Counts => Readings.Any(IsEvidence);

        public bool IsWithdrawn => Readings.All(r => r.IsWithdrawn);

        public string KindWords =>
            string.Join(", ", Readings.Select(r => char.ToUpperInvariant(r.KindWording[0]) + r.KindWording[1..]).Distinct());

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

        private static bool IsEvidence(Reading reading) =>
            !reading.IsWithdrawn && reading.Kind is (ReadingKind.Actual or ReadingKind.Estimate);
    }
}
