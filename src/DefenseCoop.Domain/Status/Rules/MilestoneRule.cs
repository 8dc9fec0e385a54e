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

        var evidence = facts.NewestEvidence(day);
        if (facts.ReportedState == MilestoneState.Cancelled && !(CancelledOn(facts) > day))
        {
            return Open(AssessedStatus.NotAssessed, $"{facts.Code} {facts.Title}: canceled.") with
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
            var delay = facts is { Planned: { } plan, Forecast: { } forecast } ? Delay.Between(plan, forecast) : null;
            var slip = delay?.Days ?? 0;
            var status = slip > thresholds.SlipOffTrackDays ? AssessedStatus.OffTrack
                : slip > thresholds.SlipAtRiskDays ? AssessedStatus.AtRisk
                : AssessedStatus.OnTrack;
            var sentence = delay is { } known
                ? $"{facts.Code} {facts.Title}: forecast for {facts.Forecast!.Value.ToDisplay()}, "
                    + $"{known.Amount} after the plan ({facts.Planned!.Value.ToDisplay()})."
                : $"{facts.Code} {facts.Title}: due {(due.Precision == DatePrecision.Day ? "by" : "in")} {due.ToDisplay()}.";
            var finding = Open(status, sentence) with { Delay = delay };
            // Once the plan and the days allowed after it have passed, no new forecast can be in time.
            if (status == AssessedStatus.OnTrack
                || facts.Planned?.LastDay.AddDays(thresholds.SlipAtRiskDays) is not { } latest || latest < day)
            {
                return finding;
            }
            return finding with
            {
                FindRemedies = () =>
                [
                    .. finding.Remedies,
                    new Remedy(
                        $"{facts.Code} forecast for no later than "
                            + $"{Words.Days(thresholds.SlipAtRiskDays)} after {EndOf(facts.Planned!.Value)}.",
                        new RescheduleMilestone(facts.Code, PartialDate.OfDay(latest), day)),
                ],
            };
        }

        MilestoneFinding PastDue()
        {
            var over = day.DayNumber - due.LastDay.DayNumber;
            if (!(evidence?.On > due.LastDay))
            {
                return Open(
                    AssessedStatus.Stale,
                    $"{facts.Code} {facts.Title}: nothing public since it was due {On(due)}.");
            }

            return Open(
                over <= thresholds.OverdueAtRiskDays ? AssessedStatus.AtRisk : AssessedStatus.OffTrack,
                $"{facts.Code} {facts.Title}: due {On(due)}, {Delay.Between(due, PartialDate.OfDay(day))!.Value.Amount} over.");
        }

        MilestoneFinding Open(AssessedStatus status, string sentence) => new()
        {
            About = about,
            Status = status,
            Causes = [new Cause(sentence, about, status)],
            Figures = Figures(facts, day, evidence),
            Newest = evidence,
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
        // Late only where no day that the date may mean is in time; a text that says "met" may do so long after the day.
        var late = facts is { Planned: { } plan, Actual: { } met } ? Delay.Between(plan, met) : null;
        var mayBeLate = facts.Planned is not { } planned || facts.Actual is not { } on || on.LastDay > planned.LastDay;
        var reportedLate = late is null && mayBeLate && facts.ReportedState == MilestoneState.MetLate;
        var when = facts.Actual is { } actual ? On(actual)
            : facts.StatusAsOf is { } asOf ? $"by {asOf.ToDisplay()}"
            : "on no known day";
        var lateness = late is { } known ? $", {known.Late}"
            : reportedLate ? ", late by its source"
            : mayBeLate && facts is { Planned: { } due, Actual: not null } ? $", planned for {due.ToDisplay()}"
            : "";
        var evidence = facts.NewestEvidence(day);
        DatedEvidence? metIn = metOn is { } first && (facts.Actual ?? facts.StatusAsOf) is { } date
            ? new DatedEvidence(first, Period.Of(date))
            : null;
        return new MilestoneFinding
        {
            About = about,
            Status = AssessedStatus.Achieved,
            Causes = [new Cause($"{facts.Code} {facts.Title}: met {when}{lateness}.", about, AssessedStatus.Achieved)],
            Figures = Figures(facts, day, evidence),
            Remark = late is { } by ? $"late by {by.Amount}" : reportedLate ? "late" : null,
            Newest = DatedEvidence.Newer(metIn, evidence),
            IsMet = true,
            MetOn = metOn,
            Delay = late,
            IsCounted = metOn is { } counted && day.DayNumber - counted.DayNumber <= thresholds.OldSuccessDays,
        };
    }

    /// <summary>The day from which a reported cancellation holds; null where none is known, and then it always has.</summary>
    private static DateOnly? CancelledOn(MilestoneFacts facts) => facts.StatusAsOf?.LastDay ?? facts.Actual?.FirstDay;

    private static string On(PartialDate date) => $"{(date.Precision == DatePrecision.Day ? "on" : "in")} {date.ToDisplay()}";

    private static string EndOf(PartialDate date) => $"{(date.IsDay ? "" : "the end of ")}{date.ToDisplay()}";

    private static string MeetSentence(MilestoneFacts facts, DateOnly day)
    {
        return (facts.Forecast ?? facts.Planned) is { } due && due.LastDay >= day
            ? $"{facts.Code} met by {EndOf(due)}."
            : $"A public text that says {facts.Code} is met, with its date.";
    }

    private static Figure[] Figures(MilestoneFacts facts, DateOnly day, DatedEvidence? evidence) =>
    [
        new("Planned", facts.Planned?.ToDisplay() ?? "no public date"),
        .. facts.Forecast is { } forecast ? [new Figure("Forecast", forecast.ToDisplay())] : Array.Empty<Figure>(),
        new("Actual", Met(facts, day).Met ? facts.Actual?.ToDisplay() ?? "met, no public date" : "not met as far as is public"),
        new("Public text speaks for", evidence?.In.ToDisplay() ?? "no known day"),
    ];
}
