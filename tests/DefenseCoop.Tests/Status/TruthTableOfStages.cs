using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Domain.Initiatives.Stage;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

public sealed class TruthTableOfStages
{
    [Theory]
    [InlineData("before its start", UnderWay, "2025-03", null, null, "2025-02-28", Proposed)]
    [InlineData("from the first possible day of its start", UnderWay, "2025-03", null, null, "2025-03-01", UnderWay)]
    [InlineData("no start: as recorded", Agreed, null, null, null, "1990-01-01", Agreed)]
    [InlineData("agreed, before its start", Agreed, "2025-03", null, "2025-01", "2025-02-01", Proposed)]
    [InlineData("completed before its start", Completed, "2025-03", "2025-06", null, "2025-02-01", Proposed)]
    [InlineData("completed, before the last day of its end", Completed, "2025-03", "2025-06", "2025-05", "2025-06-29", UnderWay)]
    [InlineData("completed from the last day of its end", Completed, "2025-03", "2025-06", "2025-08", "2025-06-30", Completed)]
    [InlineData("without an end, before its status as of", Completed, "2025-03", null, "2025-08", "2025-08-30", UnderWay)]
    [InlineData("without an end, from its status as of", Completed, "2025-03", null, "2025-08", "2025-08-31", Completed)]
    [InlineData("completed, and no day is known", Completed, null, null, null, "1990-01-01", Completed)]
    [InlineData("cancelled, before its status as of", Cancelled, "2025-03", "2025-04", "2025-08", "2025-08-30", UnderWay)]
    [InlineData("cancelled from its status as of", Cancelled, "2025-03", "2025-12", "2025-08", "2025-08-31", Cancelled)]
    [InlineData("cancelled before its start", Cancelled, "2026", null, "2025-08", "2025-09-01", Cancelled)]
    [InlineData("not yet cancelled before its start", Cancelled, "2026", null, "2025-08", "2025-08-01", Proposed)]
    [InlineData("suspended, before its status as of", Suspended, "2025-03", null, "2025-08", "2025-08-30", UnderWay)]
    [InlineData("suspended from its status as of", Suspended, "2025-03", null, "2025-08", "2025-08-31", Suspended)]
    [InlineData("a planned end completes nothing", UnderWay, "2025-03", "2025-06", null, "2026-01-01", UnderWay)]
    public void On_RecordedStage_IsThatOfTheDay(
        string because, Stage recorded, string? start, string? end, string? asOf, string day, Stage expected) =>
        Assert.Equal((because, expected), (because, StageRule.On(Initiative(recorded, start, end, asOf), Day(day))));

    public static TheoryData<string, InitiativeFacts, string, bool> Listing => new()
    {
        { "without any date", Initiative(), "1950-01-01", true },
        { "before its start", Initiative(start: "2025-03"), "2025-02-28", false },
        { "from the first possible day of its start", Initiative(start: "2025-03"), "2025-03-01", true },
        { "from its status as of", Initiative(start: "2026", asOf: "2025-03"), "2025-03-31", true },
        { "before its status as of", Initiative(start: "2026", asOf: "2025-03"), "2025-03-30", false },
        { "from a milestone met", Initiative(start: "2026") with { Milestones = [Milestone(actual: "2025-03")] }, "2025-03-01", true },
        { "before a milestone met", Initiative(start: "2026") with { Milestones = [Milestone(actual: "2025-03")] }, "2025-02-28", false },
        { "from a milestone's status as of",
            Initiative(start: "2026") with { Milestones = [Milestone(asOf: "2025-03")] }, "2025-03-31", true },
        { "from a reading", Initiative(start: "2026") with { Indicators = [Indicator(readings: Reading(1, "2025-03"))] },
            "2025-03-31", true },
        { "from a reading of any kind",
            Initiative(start: "2026") with { Indicators = [Indicator(readings: Reading(1, "2025-03", ReadingKind.Pledge))] },
            "2025-03-31",
            true },
        { "before a reading", Initiative(start: "2026") with { Indicators = [Indicator(readings: Reading(1, "2025-03"))] },
            "2025-03-30", false },
        { "a plan is no fact",
            Initiative(start: "2026") with { Milestones = [Milestone(planned: "2025-01", forecast: "2025-02")] }, "2025-06-01", false },
        { "only a plan: without any date", Initiative(end: "2026") with { Milestones = [Milestone(planned: "2026")] }, "1990-01-01", true },
        { "a target and a baseline are no facts",
            Initiative(start: "2026") with { Indicators = [Indicator(10, "2020", 0, "2019")] }, "2025-06-01", false },
        { "an undated reading is no date",
            Initiative() with { Indicators = [Indicator(readings: Reading(1, "undated"))] }, "1990-01-01", true },
        { "from the end of a completed one", Initiative(Completed, end: "2025-03"), "2025-03-31", true },
        { "before the end of a completed one", Initiative(Completed, end: "2025-03"), "2025-03-30", false },
    };

    [Theory]
    [MemberData(nameof(Listing))]
    public void IsListedOn_FirstFact_Decides(string because, InitiativeFacts facts, string day, bool listed) =>
        Assert.Equal((because, listed), (because, StageRule.IsListedOn(facts, Day(day))));
}
