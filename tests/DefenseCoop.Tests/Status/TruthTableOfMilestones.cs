using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Domain.Status.AssessedStatus;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

public sealed class TruthTableOfMilestones
{
    public static TheoryData<string, MilestoneFacts, string, AssessedStatus, string> Rows => new()
    {
        { "met on its day", Milestone(actual: "2025-06-11", state: MilestoneState.Met), "2025-06-11", Achieved, "met on 11 Jun 2025." },
        { "not met the day before", Milestone(actual: "2025-06-11", state: MilestoneState.Met),
            "2025-06-10", NotAssessed, "no public date" },
        { "met from the first possible day of its month",
            Milestone(actual: "2025-03", state: MilestoneState.Met), "2025-03-01", Achieved, "met in Mar 2025." },
        { "without an actual date, from the last day of its status as of",
            Milestone(state: MilestoneState.Met, asOf: "2025-03"), "2025-03-31", Achieved, "met by Mar 2025." },
        { "without an actual date, not before it", Milestone(state: MilestoneState.Met, asOf: "2025-03"),
            "2025-03-30", NotAssessed, "no public date" },
        { "met, and no day is known", Milestone(state: MilestoneState.Met), "1990-01-01", Achieved, "met on no known day." },
        { "an actual date is enough", Milestone(actual: "2025", state: MilestoneState.Unknown), "2025-01-01", Achieved, "met in 2025." },
        { "met on the plan's last possible day", Milestone(planned: "2025-03", actual: "2025-03-31", state: MilestoneState.Met),
            "2025-04-01", Achieved, "met on 31 Mar 2025." },
        { "met one day after it", Milestone(planned: "2025-03", actual: "2025-04-01", state: MilestoneState.Met),
            "2025-04-01", Achieved, "met on 1 Apr 2025, late by at least 1 day." },
        { "late only if its first possible day is", Milestone(planned: "2025-03-05", actual: "2025-03", state: MilestoneState.Met),
            "2025-04-01", Achieved, "met in Mar 2025, planned for 5 Mar 2025." },
        { "of two dates that overlap the source may say it",
            Milestone(planned: "2025-03-05", actual: "2025-03", state: MilestoneState.MetLate),
            "2025-04-01", Achieved, "met in Mar 2025, late by its source." },
        { "dates that are in time outweigh the word", Milestone(planned: "2025-03", actual: "2025-03-05", state: MilestoneState.MetLate),
            "2025-04-01", Achieved, "met on 5 Mar 2025." },
        { "a text long after says nothing of the day", Milestone(planned: "2025-03", state: MilestoneState.Met, asOf: "2026-01-31"),
            "2026-02-01", Achieved, "met by 31 Jan 2026." },
        { "to the day", Milestone(planned: "2025-03-31", actual: "2025-04-01", state: MilestoneState.Met),
            "2025-04-01", Achieved, "met on 1 Apr 2025, 1 day late." },
        { "late against the plan, not the forecast",
            Milestone(planned: "2025-01", forecast: "2025-06", actual: "2025-05", state: MilestoneState.Met),
            "2025-06-01", Achieved, "late by at least 90 days" },
        { "late by its source alone", Milestone(actual: "2025-05", state: MilestoneState.MetLate),
            "2025-06-01", Achieved, "late by its source" },
        { "due that day is not past due", Milestone(planned: "2025-06-11"), "2025-06-11", OnTrack, ": due by 11 Jun 2025." },
        { "due by the last possible day of its year", Milestone(planned: "2025"), "2025-12-31", OnTrack, ": due in 2025." },
        { "forecast 30 days after the plan", Milestone(planned: "2026-01-01", forecast: "2026-01-31"),
            "2025-06-01", OnTrack, "30 days after the plan" },
        { "forecast 31 days after the plan", Milestone(planned: "2026-01-01", forecast: "2026-02-01"),
            "2025-06-01", AtRisk, "31 days after the plan" },
        { "forecast 180 days after the plan", Milestone(planned: "2026-01-01", forecast: "2026-06-30"),
            "2025-06-01", AtRisk, "180 days after the plan" },
        { "forecast 181 days after the plan", Milestone(planned: "2026-01-01", forecast: "2026-07-01"),
            "2025-06-01", OffTrack, "181 days after the plan" },
        { "slip is what is certain", Milestone(planned: "2026", forecast: "2027-01"),
            "2025-06-01", OnTrack, "forecast for Jan 2027, at least 1 day after the plan (2026)." },
        { "slip is certain from the first possible day", Milestone(planned: "2026", forecast: "2027-02"),
            "2025-06-01", AtRisk, "at least 32 days after the plan" },
        { "a forecast that may be the plan", Milestone(planned: "2026-H1", forecast: "2026"), "2025-06-01", OnTrack, ": due in 2026." },
        { "over the last possible day of a quarter", Milestone(planned: "2025-Q2", asOf: "2025-07-01"),
            "2025-07-03", AtRisk, "due in Q2 2025, at least 3 days over." },
        { "forecast before the plan", Milestone(planned: "2026-06", forecast: "2026-03"), "2026-03-31", OnTrack, ": due in Mar 2026." },
        { "a forecast without a plan", Milestone(forecast: "2026-03"), "2026-03-31", OnTrack, ": due in Mar 2026." },
        { "the forecast is what is due", Milestone(planned: "2025-01-01", forecast: "2025-01-20"),
            "2025-01-10", OnTrack, "forecast for 20 Jan 2025, 19 days after the plan" },
        { "1 day over", Milestone(planned: "2025-06-11", asOf: "2025-06-12"), "2025-06-12", AtRisk, "due on 11 Jun 2025, 1 day over." },
        { "90 days over", Milestone(planned: "2025-06-11", asOf: "2025-06-12"), "2025-09-09", AtRisk, "90 days over" },
        { "91 days over", Milestone(planned: "2025-06-11", asOf: "2025-06-12"), "2025-09-10", OffTrack, "91 days over" },
        { "evidence of the due day itself", Milestone(planned: "2025-06-11", asOf: "2025-06-11"),
            "2025-06-12", Stale, "nothing public since it was due on 11 Jun 2025." },
        { "evidence older than the due day", Milestone(planned: "2025-06", asOf: "2025-05"),
            "2026-06-12", Stale, "nothing public since it was due in Jun 2025." },
        { "no evidence at all", Milestone(planned: "2025-06-11", state: MilestoneState.Unknown), "2025-06-12", Stale, "nothing public" },
        { "evidence that is not known yet", Milestone(planned: "2025-06-11", asOf: "2025-07"), "2025-07-30", Stale, "nothing public" },
        { "evidence that is known now", Milestone(planned: "2025-06-11", asOf: "2025-07"), "2025-07-31", AtRisk, "50 days over" },
        { "no date at all", Milestone(state: MilestoneState.Unknown, asOf: "2025-06"), "2025-07-31", NotAssessed, "no public date" },
        { "cancelled", Milestone(planned: "2025-06", state: MilestoneState.Cancelled, asOf: "2025-05-02"),
            "2025-07-31", NotAssessed, ": canceled." },
        { "cancelled with a date is never met", Milestone(actual: "2025-05-01", state: MilestoneState.Cancelled, asOf: "2025-05-02"),
            "2025-07-31", NotAssessed, ": canceled." },
        { "cancelled with no status as of", Milestone(planned: "2025-06", state: MilestoneState.Cancelled),
            "2025-07-31", NotAssessed, ": canceled." },
        { "not cancelled yet", Milestone(planned: "2025-06", state: MilestoneState.Cancelled, asOf: "2025-05-02"),
            "2025-05-01", OnTrack, ": due in Jun 2025" },
        { "not cancelled yet, by the date beside it", Milestone(planned: "2025-06", actual: "2025-05-02", state: MilestoneState.Cancelled),
            "2025-05-01", OnTrack, ": due in Jun 2025" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Judge_OneSentenceOfTheModel(string because, MilestoneFacts facts, string day, AssessedStatus expected, string says)
    {
        var finding = MilestoneRule.Judge(facts, "DT-1", Day(day), Defaults);

        Assert.Equal((because, expected), (because, finding.Status));
        Assert.Contains(says, finding.FirstCause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("730 days ago", "2023-06-12", true)]
    [InlineData("731 days ago", "2023-06-11", false)]
    [InlineData("on no known day", null, false)]
    public void Judge_OldSuccess_IsNotCounted(string because, string? actual, bool counted)
    {
        var finding = MilestoneRule.Judge(Milestone(actual: actual, state: MilestoneState.Met), "DT-1", Day("2025-06-11"), Defaults);

        Assert.Equal((because, counted, true), (because, finding.IsCounted, finding.IsMet));
    }

    [Theory]
    [InlineData("2026", "M1 met by the end of 2026.")]
    [InlineData("2026-H2", "M1 met by the end of H2 2026.")]
    [InlineData("2026-03", "M1 met by the end of Mar 2026.")]
    [InlineData("2026-03-14", "M1 met by 14 Mar 2026.")]
    public void Judge_NotYetDue_RemedyIsAsExactAsThePlan(string planned, string remedy) =>
        Assert.Equal(
            [remedy], MilestoneRule.Judge(Milestone(planned: planned), "DT-1", Day("2026-01-01"), Defaults).Remedies.Single().Sentences);

    [Fact]
    public void Judge_SlippedPastTheAllowance_OffersNoNewForecast()
    {
        var slipped = Milestone(planned: "2025-01-01", forecast: "2026-12-31");

        Assert.Single(MilestoneRule.Judge(slipped, "DT-1", Day("2025-02-01"), Defaults).Remedies);
        Assert.Equal(2, MilestoneRule.Judge(slipped, "DT-1", Day("2025-01-31"), Defaults).Remedies.Count);
    }
}
