using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Status.Rules;

/// <summary>
/// The status of a milestone: met is achieved; one not yet due is judged by how far its forecast slipped; one past due
/// by how long, but only where a public text from after the due day exists. Silence is not failure, and not success.
/// </summary>
public static class MilestoneRule
{
    public static MilestoneFinding Judge(MilestoneFacts facts, string initiativeCode, DateOnly day, Thresholds thresholds)
    {
        var about = new FactRef(FactKind.Milestone, facts.Code, facts.Title, initiativeCode);
        var (met, metOn) = Met(facts, day);
        if (met) return OfMet(facts, about, metOn, day, thresholds);

        var evidence = facts.EvidenceOn(day);
        if (facts.ReportedState == MilestoneState.Cancelled && !(CancelledOn(facts) > day))
        {
            return Open(AssessedStatus.NotAssessed, $"{facts.Code} {facts.Title}: cancelled.") with
            {
                IsCancelled = true,
                FindRemedies = () => [new Remedy(
                    $"{facts.Code} taken up again, with a new public date.",
                    new RescheduleMilestone(facts.Code, PartialDate.OfDay(day.AddYears(1)), day))],
            };
        }

        if ((facts.Forecast ?? facts.Planned) is not { } due)
        {
            return Open(AssessedStatus.NotAssessed, $"{facts.Code} {facts.Title}: no public date.");
        }

        return due.LastDay >= day ? NotYetDue() : PastDue();

        MilestoneFinding NotYetDue()
        {
            var slip = Slip(facts);
            var status = slip > thresholds.SlipOffTrackDays ? AssessedStatus.OffTrack
                : slip > thresholds.SlipAtRiskDays ? AssessedStatus.AtRisk
                : AssessedStatus.OnTrack;
            var sentence = slip > 0
                ? $"{facts.Code} {facts.Title}: forecast for {facts.Forecast!.Value.ToDisplay()}, {Words.Days(slip)} after the plan ({facts.Planned!.Value.ToDisplay()})."
                : $"{facts.Code} {facts.Title}: due {(due.Precision == DatePrecision.Day ? "by" : "in")} {due.ToDisplay()}.";
            var finding = Open(status, sentence) with { SlipDays = slip };
            // Once the plan and the days allowed after it have passed, no new forecast can be in time.
            if (status == AssessedStatus.OnTrack || facts.Planned?.LastDay.AddDays(thresholds.SlipAtRiskDays) is not { } latest || latest < day) return finding;
            return finding with
            {
                FindRemedies = () =>
                [
                    .. finding.Remedies,
                    new Remedy(
                        $"{facts.Code} forecast for no later than {Words.Days(thresholds.SlipAtRiskDays)} after {facts.Planned!.Value.ToDisplay()}.",
                        new RescheduleMilestone(facts.Code, PartialDate.OfDay(latest), day)),
                ],
            };
        }

        MilestoneFinding PastDue()
        {
            var over = day.DayNumber - due.LastDay.DayNumber;
            if (!(evidence > due.LastDay))
            {
                return Open(
                    AssessedStatus.Stale,
                    $"{facts.Code} {facts.Title}: nothing public since it was due {On(due)}.");
            }

            return Open(
                over <= thresholds.OverdueAtRiskDays ? AssessedStatus.AtRisk : AssessedStatus.OffTrack,
                $"{facts.Code} {facts.Title}: due {On(due)}, {Words.Days(over)} over.");
        }

        MilestoneFinding Open(AssessedStatus status, string sentence) => new()
        {
            About = about,
            Status = status,
            Causes = [new Cause(sentence, about, status)],
            Figures = Figures(facts, day, evidence),
            EvidenceOn = evidence,
            IsCounted = status != AssessedStatus.NotAssessed,
            FindRemedies = () => [new Remedy(MeetSentence(facts, day), new MeetMilestone(facts.Code, day))],
        };
    }

    /// <summary>
    /// Met on the first possible day of its actual date; without one, on the last day of its "status as of"; reported
    /// as met with neither, it is met on no known day. A date beside "cancelled" is the day it was cancelled.
    /// </summary>
    private static (bool Met, DateOnly? On) Met(MilestoneFacts facts, DateOnly day)
    {
        if (facts.ReportedState == MilestoneState.Cancelled) return (false, null);
        if (facts.Actual is { } actual) return (actual.FirstDay <= day, actual.FirstDay);
        if (facts.ReportedState is not (MilestoneState.Met or MilestoneState.MetLate)) return (false, null);
        return facts.StatusAsOf is { } asOf ? (asOf.LastDay <= day, asOf.LastDay) : (true, null);
    }

    private static MilestoneFinding OfMet(
        MilestoneFacts facts, FactRef about, DateOnly? metOn, DateOnly day, Thresholds thresholds)
    {
        // Late only where no day that the date may mean is in time.
        var late = facts.Planned is { } planned && (facts.Actual ?? facts.StatusAsOf)?.FirstDay is { } on && on > planned.LastDay
            ? on.DayNumber - planned.LastDay.DayNumber
            : 0;
        var reportedLate = facts.ReportedState == MilestoneState.MetLate && (facts.Planned is null || metOn is null);
        var when = facts.Actual is { } actual ? On(actual)
            : facts.StatusAsOf is { } asOf ? $"by {asOf.ToDisplay()}"
            : "on no known day";
        var lateness = late > 0 ? $", {Words.Days(late)} late" : reportedLate ? ", late by its source" : "";
        return new MilestoneFinding
        {
            About = about,
            Status = AssessedStatus.Achieved,
            Causes = [new Cause($"{facts.Code} {facts.Title}: met {when}{lateness}.", about, AssessedStatus.Achieved)],
            Figures = Figures(facts, day, facts.EvidenceOn(day)),
            Remark = late > 0 ? $"late by {Words.Days(late)}" : reportedLate ? "late" : null,
            EvidenceOn = Later(metOn, facts.EvidenceOn(day)),
            IsMet = true,
            MetOn = metOn,
            SlipDays = late,
            IsCounted = metOn is { } known && day.DayNumber - known.DayNumber <= thresholds.OldSuccessDays,
        };
    }

    /// <summary>The day from which a reported cancellation holds; null where none is known, and then it always has.</summary>
    private static DateOnly? CancelledOn(MilestoneFacts facts) => facts.StatusAsOf?.LastDay ?? facts.Actual?.FirstDay;

    private static string On(PartialDate date) => $"{(date.Precision == DatePrecision.Day ? "on" : "in")} {date.ToDisplay()}";

    private static string MeetSentence(MilestoneFacts facts, DateOnly day)
    {
        return (facts.Forecast ?? facts.Planned)?.LastDay is { } due && due >= day
            ? $"{facts.Code} met by {Words.Of(due)}."
            : $"A public text that says {facts.Code} is met, with its date.";
    }

    private static int Slip(MilestoneFacts facts) =>
        facts is { Planned: { } planned, Forecast: { } forecast } && forecast.LastDay > planned.LastDay
            ? forecast.LastDay.DayNumber - planned.LastDay.DayNumber
            : 0;

    private static Figure[] Figures(MilestoneFacts facts, DateOnly day, DateOnly? evidence) =>
    [
        new("Planned", facts.Planned?.ToDisplay() ?? "no public date"),
        .. facts.Forecast is { } forecast ? [new Figure("Forecast", forecast.ToDisplay())] : Array.Empty<Figure>(),
        new("Actual", Met(facts, day).Met ? facts.Actual?.ToDisplay() ?? "met, no public date" : "not met as far as is public"),
        new("Public text speaks for", evidence is null ? "no known day" : Words.Of(evidence.Value)),
    ];

    internal static DateOnly? Later(DateOnly? one, DateOnly? other) =>
        one is null ? other : other is null || one > other ? one : other;
}
