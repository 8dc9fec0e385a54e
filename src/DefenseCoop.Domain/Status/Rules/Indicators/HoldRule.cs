namespace DefenseCoop.Domain.Status.Rules.Indicators;

/// <summary>
/// The status of an indicator whose target is to be held. Before its day it is on track on the right side of the target, at
/// risk on the wrong side within the margin (a tenth of the target, or one unit where that is more), off track beyond. It
/// is achieved only after its day, when the last reading near that day or after it was on the right side. A target without
/// a day is held for good and is never achieved.
/// </summary>
internal static class HoldRule
{
    public static IndicatorVerdict Verdict(Measure m, DateOnly day, Thresholds t)
    {
        if (m is not { Value: not null, MeasuredOn: { } measured }) return new(AssessedStatus.NotAssessed, "no reading.");

        var reached = m.Reached(m.When);
        var interval = t.IntervalDays(m.Facts.ReportingMonths);
        if (m.Facts.Target!.By is { } due && due.LastDay < day)
        {
            if (measured <= due.LastDay && due.LastDay.DayNumber - measured.DayNumber > interval)
            {
                return new(
                    AssessedStatus.Stale,
                    $"no word since the target's day ({due.ToDisplay()}); {reached}.",
                    LastKnown: Side(m, t));
            }

            return m.Beyond <= 0
                ? new(AssessedStatus.Achieved, $"held to its day ({due.ToDisplay()}): {reached}.")
                : new(AssessedStatus.OffTrack, $"not held to its day ({due.ToDisplay()}): {reached}.", "missed");
        }

        var side = Side(m, t);
        if (day.DayNumber - measured.DayNumber > t.StaleAfterIntervals * interval)
        {
            return new(
                AssessedStatus.Stale, $"{reached}: too long ago to say (then {Words.Of(side).ToLowerInvariant()}).", LastKnown: side);
        }

        var until = m.Facts.Target.By is { } open ? $" until {open.ToDisplay()}" : "";
        return side == AssessedStatus.OnTrack
            ? new(side, $"held: {reached}{until}.")
            : new(
                side,
                $"not held: {reached}{until}; "
                    + $"{(side == AssessedStatus.AtRisk ? "within" : "beyond")} the margin of {m.Amount(m.Margin(t))}.");
    }

    private static AssessedStatus Side(Measure m, Thresholds t) =>
        m.Beyond <= 0 ? AssessedStatus.OnTrack : m.Beyond <= m.Margin(t) ? AssessedStatus.AtRisk : AssessedStatus.OffTrack;
}
