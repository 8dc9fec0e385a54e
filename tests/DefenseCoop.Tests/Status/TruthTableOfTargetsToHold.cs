using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Status.Rules.Indicators;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Domain.Status.AssessedStatus;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

public sealed class TruthTableOfTargetsToHold
{
    /// <summary>At most four incidents until the end of 2026.</summary>
    private static IndicatorFacts Incidents(decimal value, string period, decimal most = 4, string? until = "2026") =>
        Indicator(most, until, direction: Direction.Down, readings: Reading(value, period)).Held("incidents");

    /// <summary>At least 2 % of GDP until the end of 2026.</summary>
    private static IndicatorFacts Share(decimal value, string period, string? until = "2026") =>
        Indicator(2, until, 1.4m, "2014", readings: Reading(value, period)).Held("% of GDP");

    public static TheoryData<string, IndicatorFacts, string, AssessedStatus, string> Rows => new()
    {
        { "no reading", Indicator(2, "2026").Held(), "2026-06-01", NotAssessed, "no reading" },
        { "on the right side", Share(2.37m, "2025"), "2026-06-01", OnTrack, "held: 2.37% of GDP in 2025, at least 2% wanted until 2026." },
        { "on the line is the right side", Share(2, "2025"), "2026-06-01", OnTrack, "held: 2% of GDP" },
        { "just beside it", Share(1.99m, "2025"), "2026-06-01", AtRisk,
            "not held: 1.99% of GDP in 2025, at least 2% wanted until 2026; within the margin of 1% of GDP." },
        { "the whole margin of one unit", Share(1, "2025"), "2026-06-01", AtRisk, "within the margin" },
        { "beyond one unit", Share(0.99m, "2025"), "2026-06-01", OffTrack, "beyond the margin of 1% of GDP" },
        { "less is better", Incidents(3, "2025"), "2026-06-01", OnTrack, "held: 3 incidents in 2025, at most 4 wanted until 2026." },
        { "one too many", Incidents(5, "2025"), "2026-06-01", AtRisk, "5 incidents in 2025, at most 4 wanted" },
        { "many too many", Incidents(15, "2025"), "2026-06-01", OffTrack,
            "not held: 15 incidents in 2025, at most 4 wanted until 2026; beyond the margin of 1 incident" },
        { "none wanted, none there", Incidents(0, "2025", most: 0), "2026-06-01", OnTrack, "held: 0 incidents in 2025, at most 0 wanted" },
        { "none wanted, one there", Incidents(1, "2025", most: 0), "2026-06-01", AtRisk, "1 incident in 2025, at most 0 wanted" },
        { "none wanted, two there", Incidents(2, "2025", most: 0), "2026-06-01", OffTrack, "not held" },
        { "the margin is a tenth of a large target", Incidents(110, "2025", most: 100),
            "2026-06-01", AtRisk, "within the margin of 10 incidents" },
        { "and no more", Incidents(110.1m, "2025", most: 100), "2026-06-01", OffTrack, "beyond the margin" },
        { "a negative target has a margin, too", Incidents(-99, "2025", most: -100),
            "2026-06-01", AtRisk, "within the margin of 10 incidents" },
        { "without a day it holds for good", Incidents(3, "2025", until: null),
            "2026-06-01", OnTrack, "held: 3 incidents in 2025, at most 4 wanted." },
        { "and can be off track", Incidents(9, "2025", until: null), "2026-06-01", OffTrack, "not held" },
        { "its day is not past on that day", Share(2.4m, "2026-06-30"), "2026-12-31", OnTrack, "held: 2.4% of GDP on 30 Jun 2026" },
        { "held to its day", Share(2.4m, "2026-06-30"), "2027-01-01", Achieved,
            "held to its day (2026): 2.4% of GDP on 30 Jun 2026, at least 2% wanted." },
        { "achieved, however long ago", Share(2.4m, "2026"), "2036-01-01", Achieved, "held to its day" },
        { "not held to its day, by however little", Share(1.99m, "2026"),
            "2027-06-01", OffTrack, "not held to its day (2026): 1.99% of GDP in 2026" },
        { "measured 365 days before its day", Share(2.4m, "2025-12-31"), "2027-01-01", Achieved, "held to its day" },
        { "measured 366 days before its day", Share(2.4m, "2025-12-30"), "2027-01-01", Stale,
            "no word since the target's day (2026); 2.4% of GDP on 30 Dec 2025, at least 2% wanted." },
        { "measured after its day", Share(1.5m, "2027"), "2028-01-01", OffTrack, "not held to its day" },
        { "730 days old", Share(2.4m, "2024-06-01"), "2026-06-01", OnTrack, "held" },
        { "731 days old", Share(2.4m, "2024-05-31"), "2026-06-01", Stale,
            "2.4% of GDP on 31 May 2024, at least 2% wanted: too long ago to say (then on track)." },
        { "any that equals its baseline is one", Indicator(10, "2027", 10, readings: Reading(10, "2025")),
            "2026-06-01", OnTrack, "held: 10 aircraft in 2025, at least 10 wanted until 2027" },
        { "also downward", Indicator(10, "2027", 10, direction: Direction.Down, readings: Reading(11, "2025")),
            "2026-06-01", AtRisk, "11 aircraft in 2025, at most 10 wanted" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Judge_OneSentenceOfTheModel(string because, IndicatorFacts facts, string day, AssessedStatus expected, string says)
    {
        var finding = IndicatorRule.Judge(facts, Initiative(start: "2014"), Day(day), Defaults);

        Assert.Equal((because, expected), (because, finding.Status));
        Assert.Contains(says, finding.FirstCause, StringComparison.Ordinal);
        Assert.Null(finding.Attainment);
        Assert.Null(finding.Expected);
    }

    public static TheoryData<string, IndicatorFacts, string> WhatWouldChangeIt => new()
    {
        { "off track", Incidents(15, "2025"), "One reading of at most 4 incidents dated after 31 Dec 2025." },
        { "at risk", Share(1.99m, "2025"), "One reading of at least 2% of GDP dated after 31 Dec 2025." },
        { "on track", Incidents(3, "2025"), "One reading of at most 4 incidents after the target's day (2026)." },
        { "on track for good", Incidents(3, "2025", until: null),
            "A public day until which it is to be held, and one reading of at most 4 incidents after that day." },
    };

    [Theory]
    [MemberData(nameof(WhatWouldChangeIt))]
    public void Remedies_NameTheSide(string because, IndicatorFacts facts, string expected)
    {
        var remedy = Assert.Single(IndicatorRule.Judge(facts, Initiative(), Day("2026-06-01"), Defaults).Remedies);

        Assert.Equal((because, expected), (because, Assert.Single(remedy.Sentences)));
    }

    [Fact]
    public void Value_TwoReadingsOfATargetEqualToItsBaseline_LessFavorableIsTheLargerWhereLessIsBetter()
    {
        var facts = Indicator(4, "2026", 4, direction: Direction.Down, readings: [Reading(2, "2025"), Reading(5, "2025")]);

        Assert.Equal(5, ReadingChoice.Value(facts, Day("2026-01-01"))!.Value);
    }
}
