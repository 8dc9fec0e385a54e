using DefenseCoop.Domain.Status.Rules.Indicators;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;

namespace DefenseCoop.Data.Editing.Refresh;

/// <summary>That something is stale, or soon will be if nothing new becomes known.</summary>
/// <param name="Status">Today.</param>
/// <param name="Reason">In a sentence.</param>
/// <param name="Since">The first day on which it is stale.</param>
internal readonly record struct Staleness(AssessedStatus Status, string Reason, DateOnly Since)
{
    /// <summary>Null where it is not stale, and will not be within the days.</summary>
    public static Staleness? Of(IndicatorFacts facts, InitiativeFacts initiative, DateOnly today, int days, Thresholds thresholds)
    {
        var now = IndicatorRule.Judge(facts, initiative, today, thresholds);
        if (now.EvidenceOn is not { } measured || FirstDay(facts, measured, thresholds) is var since && since > today.AddDays(days))
        {
            return null;
        }
        if (now.Status == AssessedStatus.Stale) return new(now.Status, now.FirstCause, since);
        // A reading of a period that ends meanwhile may come into being; the rule tells.
        if (since <= today || IndicatorRule.Judge(facts, initiative, since, thresholds).Status != AssessedStatus.Stale) return null;
        return new(
            now.Status,
            $"{facts.Name}: measured {(now.Value!.Period is var period && period.FirstDay == period.LastDay ? "on" : "in")} "
                + $"{period.ToDisplay()}; from {Words.Of(since)} that is too old to say.",
            since);
    }

    /// <summary>Null where it is not stale, and will not be within the days.</summary>
    public static Staleness? Of(MilestoneFacts facts, string initiative, DateOnly today, int days, Thresholds thresholds)
    {
        if ((facts.Forecast ?? facts.Planned)?.LastDay.AddDays(1) is not { } since || since > today.AddDays(days + 1)) return null;
        var now = MilestoneRule.Judge(facts, initiative, today, thresholds);
        if (now.Status == AssessedStatus.Stale) return new(now.Status, now.FirstCause, since);
        return since > today && MilestoneRule.Judge(facts, initiative, since, thresholds).Status == AssessedStatus.Stale
            ? new(now.Status, now.FirstCause, since)
            : null;
    }

    /// <summary>
    /// The first day on which what was measured then says nothing any
    /// more: it is too old, or the target's day has passed without word.
    /// </summary>
    private static DateOnly FirstDay(IndicatorFacts facts, DateOnly measured, Thresholds thresholds)
    {
        var interval = thresholds.IntervalDays(facts.ReportingMonths);
        var aged = measured.AddDays((thresholds.StaleAfterIntervals * interval) + 1);
        return facts.Target?.By is { } by && by.LastDay.DayNumber - measured.DayNumber > interval && by.LastDay.AddDays(1) < aged
            ? by.LastDay.AddDays(1)
            : aged;
    }
}
