using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Status.Rules.Indicators;

/// <summary>The arithmetic of one indicator on one day: which reading counts, attainment, and the straight line.</summary>
internal sealed record Measure(
    IndicatorFacts Facts, ReadingFacts? Value, decimal? Attainment, string WhyNoAttainment, DateOnly? LineStart)
{
    /// <summary>Caps a share whose baseline and target nearly meet, so that no arithmetic or printing overflows.</summary>
    private const decimal LargestShare = 1_000_000_000_000m;

    public DateOnly? MeasuredOn => Value?.Period.LastDay;

    public DatedEvidence? Newest => Value is { Period: { LastDay: { } last } period } ? new DatedEvidence(last, period) : null;

    /// <summary>When the value was measured, no more exact than is known: "on 10 Oct 2025", "in 2025".</summary>
    public string When => Value is not { Period: var period } ? ""
        : $"{(period.FirstDay == period.LastDay ? "on" : "in")} {period.ToDisplay()}";

    /// <summary>The target with the side that is wanted, where that is not plainly "as many as": "at most 4 incidents".</summary>
    public string Wanted => Facts.Target is not { } target ? ""
        : !IsUpward ? $"at most {Amount(target.Value)}"
        : Facts.IsHeld ? $"at least {Amount(target.Value)}"
        : Amount(target.Value);

    /// <summary>By how much the value is on the wrong side of the target, in the unit; zero or less on the right side.</summary>
    public decimal Beyond => this is not { Value: { } value, Facts.Target: { } target } ? 0
        : IsUpward ? target.Value - value.Value
        : value.Value - target.Value;

    /// <summary>Whether the share is value / target, for want of a baseline.</summary>
    public bool CountsFromZero => Attainment is not null && Facts.Baseline is null;

    public bool IsUpward => Facts.IsUpward;

    public static Measure Of(IndicatorFacts facts, InitiativeFacts initiative, DateOnly day)
    {
        var value = ReadingChoice.Value(facts, day);
        var (attainment, why) = facts.Target is { } target && value is not null
            ? AttainmentOf(facts, target, value.Value)
            : (null, "");
        var start = facts.Baseline?.Period?.LastDay ?? initiative.Start?.FirstDay ?? ReadingChoice.FirstMeasured(facts, day);
        return new Measure(facts, value, attainment, why, start);
    }

    /// <summary>
    /// Value and target in one phrase: "20 of 27 aircraft in 2025", "1.65% of GDP against a target of 2% in 2023"; where less
    /// is better, or the target is to be held, "15 incidents in 2025, at most 4 wanted".
    /// </summary>
    /// <param name="when">When it was measured; empty to leave it out.</param>
    public string Reached(string when = "")
    {
        if (this is not { Value: { } value, Facts.Target: { } target }) return "";
        var then = when.Length == 0 ? "" : $" {when}";
        if (!IsUpward || Facts.IsHeld)
        {
            return $"{Amount(value.Value)}{then}, "
                + $"at {(IsUpward ? "least" : "most")} {Words.Of(target.Value)}{(Facts.Unit.StartsWith('%') ? "%" : "")} wanted";
        }
        return Facts.Unit.StartsWith('%')
            ? $"{Amount(value.Value)} against a target of {Words.Of(target.Value)}%{then}"
            : $"{Words.Of(value.Value)} of {Amount(target.Value)}{then}";
    }

    /// <summary>How far on the wrong side of a target to hold a value is only at risk, in the unit.</summary>
    public decimal Margin(Thresholds t) => Math.Max(Math.Abs(Facts.Target?.Value ?? 0) * t.HoldMarginShare, t.HoldMarginLeast);

    /// <summary>Share of the way that a straight line gives for a day, 0 before the line starts.</summary>
    public decimal Expected(DateOnly on, PartialDate by)
    {
        var start = LineStart ?? on;
        var span = by.LastDay.DayNumber - start.DayNumber;
        return span <= 0 || on <= start ? 0 : (decimal)(on.DayNumber - start.DayNumber) / span;
    }

    /// <summary>The value that has gone the given share of the way, rounded toward the target to the figures' own decimals.</summary>
    public decimal ValueAt(decimal share)
    {
        var target = Facts.Target!.Value;
        var from = Facts.Baseline?.Value ?? 0;
        var value = from + (share * (target - from));
        var unit = Unit(Math.Max(Decimals(Value?.Value ?? 0), Math.Max(Decimals(target), Decimals(from))));
        var rounded = (IsUpward ? Math.Ceiling(value / unit) : Math.Floor(value / unit)) * unit;
        return IsUpward ? Math.Min(rounded, target) : Math.Max(rounded, target);
    }

    /// <summary>Whether what was measured until then had reached the target.</summary>
    public bool IsReachedOn(DateOnly day) =>
        Facts.Target is { } target && ReadingChoice.Value(Facts, day) is { } then && AttainmentOf(Facts, target, then.Value).Share >= 1;

    public string Amount(decimal value) => Words.Of(value, Facts.Unit);

    public IReadOnlyList<Figure> Figures(decimal? expected, Thresholds thresholds) =>
    [
        new(
            "Baseline",
            Facts.Baseline is { } b
                ? $"{Amount(b.Value)}{(b.Period is { } p ? $" ({p.ToDisplay()})" : "")}"
                : CountsFromZero ? "none public: the share is value / target"
                : "none public"),
        Facts.IsHeld
            ? new("Target to hold", $"{Wanted}{(Facts.Target!.By is { } until ? $" until {until.ToDisplay()}" : ", without an end")}")
            : new(
                "Target",
                Facts.Target is { } t ? $"{Wanted}{(t.By is { } by ? $" by {by.ToDisplay()}" : ", no public date")}" : "no public target"),
        new("Value", Value is { } v ? $"{Amount(v.Value)} ({v.Period.ToDisplay()})" : "no reading"),
        .. Facts.IsHeld ? [new Figure("Margin on the wrong side", Amount(Margin(thresholds)))] : Array.Empty<Figure>(),
        .. Attainment is { } a ? [new Figure("Share of the way", Words.Percent(a))] : Array.Empty<Figure>(),
        .. expected is { } e ? [new Figure("Straight line at the reading", Words.Percent(e))] : Array.Empty<Figure>(),
    ];

    private static (decimal? Share, string Why) AttainmentOf(IndicatorFacts facts, TargetFacts target, decimal value)
    {
        if (facts.IsHeld) return (null, "");
        if (facts.Baseline is { } baseline) return (Share(value - baseline.Value, target.Value - baseline.Value), "");

        if (facts.Direction != Direction.Up) return (null, "a target that is not upward needs a baseline, and none is public.");
        return target.Value > 0
            ? (Share(value, target.Value), "")
            : (null, "a target of zero or less needs a baseline, and none is public.");
    }

    private static decimal Share(decimal part, decimal whole) => Math.Abs(part) / LargestShare < Math.Abs(whole)
        ? part / whole
        : Math.Sign(part) * Math.Sign(whole) * LargestShare;

    /// <summary>Decimals that a figure has; trailing zeros are none.</summary>
    private static int Decimals(decimal value) => (value / 1.000000000000000000000000000m).Scale;

    private static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)Math.Min(decimals, 6));
}
