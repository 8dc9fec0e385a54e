using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Status.Rules.Indicators;

/// <summary>
/// The status of an indicator: attainment <c>a = (value - baseline) / (target - baseline)</c>, compared with the
/// straight line <c>e = (measured - start) / (target day - start)</c> at the day of the reading. Without a baseline
/// and with an upward target <c>a = value / target</c>. Shares, no unit. A target to hold has a rule of its own
/// (<see cref="HoldRule"/>).
/// </summary>
public static class IndicatorRule
{
    /// <param name="facts">The indicator.</param>
    /// <param name="initiative">Its initiative: code, and start for a line that no baseline starts.</param>
    /// <param name="day">The day asked for; readings that end after it do not exist.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static IndicatorFinding Judge(
        IndicatorFacts facts, InitiativeFacts initiative, DateOnly day, Thresholds thresholds)
    {
        var measure = Measure.Of(facts, initiative, day);
        var verdict = facts.IsHeld ? HoldRule.Verdict(measure, day, thresholds) : Verdict(measure, day, thresholds);
        var about = new FactRef(FactKind.Indicator, facts.Code, facts.Name, initiative.Code);
        return new IndicatorFinding
        {
            About = about,
            Status = verdict.Status,
            Causes = [new Cause($"{facts.Name}: {verdict.Sentence}", about, verdict.Status)],
            Figures = measure.Figures(verdict.Expected, thresholds),
            Remark = verdict.Remark,
            Newest = measure.Newest,
            Value = measure.Value,
            Outweighed = ReadingChoice.Outweighed(facts, measure.Value, day),
            Attainment = measure.Attainment,
            Expected = verdict.Expected,
            LastKnown = verdict.LastKnown,
            HasFreshEvidence = measure.MeasuredOn is { } measured && !IsTooOld(measured, facts, day, thresholds),
            CanBeAssessed = facts.Target is not null,
            FindRemedies = () => IndicatorRemedies.For(measure, verdict.Status, day, thresholds),
        };
    }

    private static IndicatorVerdict Verdict(Measure m, DateOnly day, Thresholds t)
    {
        if (m.Facts.Target is not { } target) return new(AssessedStatus.NotAssessed, "no public target.");
        if (m is not { Value: { } value, MeasuredOn: { } measured }) return new(AssessedStatus.NotAssessed, "no reading.");
        if (m.Attainment is not { } attainment) return new(AssessedStatus.NotAssessed, m.WhyNoAttainment);

        var by = target.By;
        if (attainment >= 1)
        {
            // Late is what was not there on the target's day, and was measured in a period that began after it.
            var late = by is { } wanted && wanted.LastDay < value.Period.FirstDay && !m.IsReachedOn(wanted.LastDay);
            return new(
                AssessedStatus.Achieved,
                $"the target of {m.Wanted} is reached: {m.Amount(value.Value)}, "
                    + $"measured {m.When}{(late ? $", after the target's day ({by!.Value.ToDisplay()})" : "")}.",
                late ? "late" : null);
        }

        if (by is { } due && due.LastDay < day)
        {
            return measured > due.LastDay || due.LastDay.DayNumber - measured.DayNumber <= t.IntervalDays(m.Facts.ReportingMonths)
                ? new(AssessedStatus.OffTrack, $"missed: {m.Reached()} by {due.ToDisplay()}.", "missed")
                : new(
                    AssessedStatus.Stale,
                    $"no word since the target's day ({due.ToDisplay()}); {m.Reached(m.When)}.",
                    LastKnown: OnLine(m, attainment, due, measured, t).Status);
        }

        if (IsTooOld(measured, m.Facts, day, t))
        {
            AssessedStatus? last = by is { } then ? OnLine(m, attainment, then, measured, t).Status : null;
            return new(
                AssessedStatus.Stale,
                $"{m.Reached(m.When)}: too long ago to say{(last is { } known ? $" (then {Words.Of(known).ToLowerInvariant()})" : "")}.",
                LastKnown: last);
        }

        if (by is not { } open)
        {
            return new(AssessedStatus.NotAssessed, $"{m.Reached(m.When)}; the target has no public date.");
        }

        var line = OnLine(m, attainment, open, measured, t);
        return line with { Sentence = $"{m.Reached(m.When)}{line.Sentence}" };
    }

    private static bool IsTooOld(DateOnly measured, IndicatorFacts facts, DateOnly day, Thresholds t) =>
        day.DayNumber - measured.DayNumber > t.StaleAfterIntervals * t.IntervalDays(facts.ReportingMonths);

    /// <summary>Compares with a straight line at the day of the reading.</summary>
    private static IndicatorVerdict OnLine(Measure m, decimal attainment, PartialDate by, DateOnly measured, Thresholds t)
    {
        var expected = m.Expected(measured, by);
        if (expected < t.EarlyBelow) return new(AssessedStatus.OnTrack, $"; early, with until {by.ToDisplay()} to go.", "early", expected);
        var status = attainment >= t.OnTrackRatio * expected ? AssessedStatus.OnTrack
            : attainment >= t.AtRiskRatio * expected ? AssessedStatus.AtRisk
            : AssessedStatus.OffTrack;
        return new(
            status,
            $": {Words.Percent(attainment)} of the way{(m.CountsFromZero ? " (counted from zero: no baseline is public)" : "")} "
                + $"where a straight line to {by.ToDisplay()} gives {Words.Percent(expected)}.",
            null,
            expected);
    }
}
