using CsCheck;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status.Rules;
using DefenseCoop.Tests.Status;
using Xunit;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Schedule;

/// <summary>A fact without an exact day never gives an exact lateness.</summary>
public sealed class DelayTests
{
    private static readonly (string Planned, int DaysToNewYear)[] Plans =
    [
        ("2025", 1), ("2025-H1", 185), ("2025-Q2", 185), ("2025-05", 215), ("2025-05-15", 231),
    ];

    private static readonly string[] Before = ["2024", "2024-H2", "2024-Q4", "2024-12", "2024-12-31"];
    private static readonly string[] Overlap = ["2025", "2025-H1", "2025-Q2", "2025-05", "2025-05-15"];
    private static readonly string[] After = ["2026", "2026-H1", "2026-Q1", "2026-01", "2026-01-01"];

    /// <summary>All pairs of exactness, and of each: before, overlapping, after.</summary>
    public static TheoryData<string, string, string?> Pairs
    {
        get
        {
            var rows = new TheoryData<string, string, string?>();
            foreach (var (planned, days) in Plans)
            {
                foreach (var later in Before.Concat(Overlap)) rows.Add(planned, later, null);
                foreach (var later in After)
                {
                    rows.Add(
                        planned,
                        later,
                        (planned, later) == ("2025-05-15", "2026-01-01") ? "231 days" : $"at least {days} {(days == 1 ? "day" : "days")}");
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Met_AnyPairOfDates_SaysWhatIsCertain(string planned, string actual, string? late)
    {
        var finding = MilestoneRule.Judge(
            Milestone(planned: planned, actual: actual, state: MilestoneState.Met), "DT-1", Day("2027-01-01"), Defaults);
        var initiative = InitiativeRule.Judge(
            Initiative(Domain.Initiatives.Stage.Completed, end: "2026") with
            {
                Milestones = [Milestone(planned: planned, actual: actual, state: MilestoneState.Met)],
            },
            Day("2027-01-01"), Defaults);

        Assert.Equal(late, finding.Delay?.Amount);
        Assert.Equal(late is null ? null : $"late by {late}", finding.Remark);
        Assert.Equal(late is null ? null : $"M1 late by {late}", initiative.Remark);
        if (late is null)
        {
            Assert.DoesNotContain("late", finding.FirstCause, StringComparison.Ordinal);
            Assert.DoesNotContain("day", finding.FirstCause, StringComparison.Ordinal);
        }
        else
        {
            Assert.EndsWith(
                late.StartsWith("at", StringComparison.Ordinal) ? $", late by {late}." : $", {late} late.",
                finding.FirstCause,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Forecast_AnyPairOfDates_SaysWhatIsCertain(string planned, string forecast, string? after)
    {
        var finding = MilestoneRule.Judge(Milestone(planned: planned, forecast: forecast), "DT-1", Day("2024-01-01"), Defaults);

        Assert.Equal(after, finding.Delay?.Amount);
        Assert.Equal(after is not null, finding.FirstCause.Contains($", {after} after the plan (", StringComparison.Ordinal));
        if (after is null) Assert.DoesNotContain("day", finding.FirstCause, StringComparison.Ordinal);
    }

    [Fact]
    public void MetInAWiderPeriodThanPlanned_NamesBoth()
    {
        var finding = MilestoneRule.Judge(
            Milestone(planned: "2025-H1", actual: "2025", state: MilestoneState.Met), "MA-1", Day("2026-01-01"), Defaults);

        Assert.Equal("M1 Handover: met in 2025, planned for H1 2025.", finding.FirstCause);
    }

    [Theory]
    [InlineData("2025", "in 2025, at least 2 days over")]
    [InlineData("2025-H2", "in H2 2025, at least 2 days over")]
    [InlineData("2025-Q4", "in Q4 2025, at least 2 days over")]
    [InlineData("2025-12", "in Dec 2025, at least 2 days over")]
    [InlineData("2025-12-31", "on 31 Dec 2025, 2 days over")]
    public void PastDue_AnyPlan_IsOverByWhatIsCertain(string planned, string says) =>
        Assert.Equal(
            $"M1 Handover: due {says}.",
            MilestoneRule.Judge(Milestone(planned: planned, asOf: "2026-01-01"), "DT-1", Day("2026-01-02"), Defaults).FirstCause);

    [Fact]
    public void Between_AnyTwoDates_IsTheLeastOfWhatTheyMayMean() =>
        Gen.Select(Generated.Date, Generated.Date).ForAll(3_000, pair =>
        {
            var (planned, later) = pair;
            var least = later.FirstDay.DayNumber - planned.LastDay.DayNumber;
            var most = later.LastDay.DayNumber - planned.FirstDay.DayNumber;
            var delay = Delay.Between(planned, later);
            Assert.Equal(least > 0 ? least : null, delay?.Days);
            Assert.True(delay is not { IsExact: true } || least == most);
            Assert.Equal(delay is { IsExact: false }, delay?.Late.Contains("at least", StringComparison.Ordinal) == true);
        });
}
