using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status.Rules.Indicators;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Domain.Status.AssessedStatus;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

public sealed class TruthTableOfIndicators
{
    /// <summary>The line runs from 2020-01-01 over 1000 days to 2022-09-27, from 0 to 1000: one a day.</summary>
    private static IndicatorFacts OnALine(decimal value, int measuredAfterDays) => Indicator(
        1000, "2022-09-27", 0, "2020-01-01",
        readings: Reading(value, Day("2020-01-01").AddDays(measuredAfterDays).ToString("yyyy-MM-dd", null)));

    [Theory]
    [InlineData("0.099 of the way gone: early", 0, 99, OnTrack, "early")]
    [InlineData("0.1 of the way gone: judged", 0, 100, OffTrack, null)]
    [InlineData("before the line starts: early", -5, -10, OnTrack, "early")]
    [InlineData("0.9 of what a line gives", 450, 500, OnTrack, null)]
    [InlineData("just below 0.9", 449.999, 500, AtRisk, null)]
    [InlineData("0.7 of what a line gives", 350, 500, AtRisk, null)]
    [InlineData("just below 0.7", 349.999, 500, OffTrack, null)]
    [InlineData("back behind the baseline", -1, 500, OffTrack, null)]
    [InlineData("a = 1", 1000, 500, Achieved, null)]
    [InlineData("a just below 1, ahead of the line", 999.999, 500, OnTrack, null)]
    public void Judge_MeasuredAgainstTheLine(string because, double value, int afterDays, AssessedStatus expected, string? remark)
    {
        var finding = Judge(OnALine((decimal)value, afterDays), Day("2020-01-01").AddDays(Math.Max(afterDays, 0)));

        Assert.Equal((because, expected, remark), (because, finding.Status, finding.Remark));
    }

    public static TheoryData<string, IndicatorFacts, string, AssessedStatus, string> Rows => new()
    {
        { "no target", Indicator(baseline: 0, readings: Reading(1, "2025")), "2026-01-01", NotAssessed, "no public target" },
        { "no reading", Indicator(10, "2027", 0), "2026-01-01", NotAssessed, "no reading" },
        { "a plan is no reading", Indicator(10, "2027", 0, readings: Reading(10, "2025", ReadingKind.Plan)),
            "2026-01-01", NotAssessed, "no reading" },
        { "a ceiling is no reading", Indicator(10, "2027", 0, readings: Reading(10, "2025", ReadingKind.Ceiling)),
            "2026-01-01", NotAssessed, "no reading" },
        { "an allocation is no reading", Indicator(10, "2027", 0, readings: Reading(10, "2025", ReadingKind.Allocation)),
            "2026-01-01", NotAssessed, "no reading" },
        { "a pledge is no reading", Indicator(10, "2027", 0, readings: Reading(10, "2025", ReadingKind.Pledge)),
            "2026-01-01", NotAssessed, "no reading" },
        { "an estimate is one", Indicator(10, "2027", 0, readings: Reading(10, "2025", ReadingKind.Estimate)),
            "2026-01-01", Achieved, "reached" },
        { "the period has not ended", Indicator(10, "2027", 0, readings: Reading(10, "2025")), "2025-12-30", NotAssessed, "no reading" },
        { "the period ends that day", Indicator(10, "2027", 0, readings: Reading(10, "2025")), "2025-12-31", Achieved, "reached" },
        { "a range ends with its last year", Indicator(10, "2027", 0, readings: Reading(10, "2023-2025")),
            "2025-12-30", NotAssessed, "no reading" },
        { "words that are no date have no day", Indicator(10, "2027", 0, readings: Reading(10, "undated")),
            "2026-01-01", NotAssessed, "no reading" },
        { "downward without baseline", Indicator(10, "2027", direction: Direction.Down, readings: Reading(10, "2025")),
            "2026-01-01", NotAssessed, "needs a baseline" },
        { "no direction, no baseline", Indicator(10, "2027", direction: Direction.None, readings: Reading(10, "2025")),
            "2026-01-01", NotAssessed, "needs a baseline" },
        { "upward to zero without baseline", Indicator(0, "2027", readings: Reading(10, "2025")),
            "2026-01-01", NotAssessed, "zero or less needs a baseline" },
        { "upward without baseline: value / target",
            Indicator(10, "2025-12-31", readings: [Reading(1, "2025-01-01"), Reading(5, "2025-06-30")]),
            "2025-07-01", OnTrack, "counted from zero" },
        { "downward reaches", Indicator(10, "2027", 20, "2024", Direction.Down, readings: Reading(9, "2025")),
            "2026-01-01", Achieved, "the target of at most 10 aircraft is reached: 9 aircraft, measured in 2025" },
        { "downward is early as upward is",
            Indicator(10, "2035", 20, "2025-06", Direction.Down, readings: Reading(20, "2025-12")), "2026-01-01", OnTrack, "early" },
        { "downward behind the line", Indicator(10, "2026-12-31", 20, "2024-12-31", Direction.Down, readings: Reading(18, "2025-12-31")),
            "2026-01-01", OffTrack, "18 aircraft on 31 Dec 2025, at most 10 wanted: 20% of the way" },
        { "no direction, with baseline", Indicator(10, "2026-12-31", 0, "2024-12-31", Direction.None, readings: Reading(5, "2025-12-31")),
            "2026-01-01", OnTrack, "straight line" },
        { "achieved, however old", Indicator(10, "2020", 0, readings: Reading(10, "2010")), "2026-01-01", Achieved, "reached" },
        { "achieved after the target's day", Indicator(10, "2024", 0, readings: Reading(10, "2025-01-01")),
            "2026-01-01", Achieved, "after the target's day" },
        { "the target's day itself is not past", Indicator(10, "2025", 0, "2020", readings: Reading(9, "2025-06")),
            "2025-12-31", OnTrack, "straight line" },
        { "missed, measured after it", Indicator(10, "2024", 0, readings: Reading(9, "2025-01-01")),
            "2025-02-01", OffTrack, "missed: 9 of 10 aircraft by 2024" },
        { "missed, measured 365 days before it",
            Indicator(10, "2025-12-31", 0, readings: Reading(9, "2024-12-31")), "2026-01-01", OffTrack, "missed" },
        { "silent, measured 366 days before it", Indicator(10, "2025-12-31", 0, readings: Reading(9, "2024-12-30")),
            "2026-01-01", Stale, "no word since the target's day" },
        { "missed once, an old word after it", Indicator(10, "2015", 0, readings: Reading(9, "2016")), "2026-01-01", OffTrack, "missed" },
        { "missed, within a reporting interval of 3 months (91 days)",
            Indicator(10, "2025-12-31", 0, months: 3, readings: Reading(9, "2025-10-01")), "2026-01-01", OffTrack, "missed" },
        { "silent, before a reporting interval of 3 months",
            Indicator(10, "2025-12-31", 0, months: 3, readings: Reading(9, "2025-09-30")), "2026-01-01", Stale, "no word since" },
        { "730 days old", Indicator(10, "2026-01-02", 0, "2020", readings: Reading(9, "2024-01-01")),
            "2025-12-31", OnTrack, "straight line" },
        { "731 days old", Indicator(10, "2026-01-02", 0, "2020", readings: Reading(9, "2024-01-01")),
            "2026-01-01", Stale, "too long ago to say (then on track)" },
        { "183 days old, reported every 3 months",
            Indicator(10, "2030", 0, "2020", months: 3, readings: Reading(9, "2025-07-02")), "2026-01-01", Stale, "too long ago" },
        { "old before dateless", Indicator(10, baseline: 0, readings: Reading(9, "2020")), "2026-01-01", Stale, "too long ago to say." },
        { "dateless", Indicator(10, baseline: 0, readings: Reading(9, "2025")),
            "2026-01-01", NotAssessed, "the target has no public date" },
        { "the baseline's words are no date: the line starts with the initiative",
            Indicator(10, "2026-12-31", 0, "Cold War peak", readings: Reading(4, "2025-12-31")), "2026-01-01", AtRisk, "50%" },
        { "a line that starts on or after the target's day: early",
            Indicator(10, "2026-06", 0, "2027", readings: Reading(1, "2025-12-31")), "2026-01-01", OnTrack, "early" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Judge_OneSentenceOfTheModel(string because, IndicatorFacts facts, string day, AssessedStatus expected, string says)
    {
        var finding = Judge(facts, Day(day), "2025-01-01");

        Assert.Equal((because, expected), (because, finding.Status));
        Assert.Contains(says, finding.FirstCause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the baseline's last day", "2020", "2021-06", 500d / 1000)]
    [InlineData("else the initiative's first possible day", null, "2021-01", 499d / 999)]
    [InlineData("else the last day of the first reading", null, null, 365d / 865)]
    public void Judge_LineStart_IsTheFirstThatIsKnown(string because, string? baseline, string? start, double expected)
    {
        var target = Day("2020-12-31").AddDays(1000).ToString("yyyy-MM-dd", null);
        var measured = Day("2020-12-31").AddDays(500).ToString("yyyy-MM-dd", null);
        var first = Day("2020-12-31").AddDays(135).ToString("yyyy-MM-dd", null);
        var facts = Indicator(10, target, 0, baseline, readings: [Reading(1, first), Reading(5, measured)]);

        var finding = Judge(facts, Day(measured), start);

        Assert.True(Math.Abs(expected - (double)finding.Expected!.Value) < 1e-9, $"{because}: {finding.Expected}");
    }

    public static TheoryData<string, ReadingFacts, ReadingFacts> Preferences => new()
    {
        { "the later period, whatever its source", Reading(1, "2025", tier: SourceTier.Secondary),
            Reading(9, "2024", tier: SourceTier.Primary) },
        { "the better tier", Reading(9, "2025", tier: SourceTier.Primary, sourceDate: "2025"),
            Reading(1, "2025", tier: SourceTier.Press, sourceDate: "2026-03") },
        { "a tier at all", Reading(9, "2025", tier: SourceTier.Secondary), Reading(1, "2025", tier: null) },
        { "the later dated source", Reading(9, "2025", sourceDate: "2026-03"), Reading(1, "2025", sourceDate: "2026-02-27") },
        { "of a dated and an undated source neither is later: the less favorable",
            Reading(1, "2025"), Reading(9, "2025", sourceDate: "2025") },
        { "of dates that overlap neither is later: the less favorable",
            Reading(1, "2025", sourceDate: "2026"), Reading(9, "2025", sourceDate: "2026-07-10") },
        { "the source that is later for certain", Reading(9, "2025", sourceDate: "2026-Q2"), Reading(1, "2025", sourceDate: "2026-Q1") },
        { "an actual value before an estimate, whatever its source", Reading(9, "2025", tier: SourceTier.Secondary),
            Reading(1, "2025", ReadingKind.Estimate, SourceTier.Primary, "2026-05") },
        { "the less favorable", Reading(1, "2025"), Reading(9, "2025") },
        { "what counts as evidence", Reading(1, "2024"), Reading(9, "2025", ReadingKind.Plan, SourceTier.Primary) },
        { "the more exact period of two that end together", Reading(9, "2025-12", tier: SourceTier.Secondary), Reading(1, "2025") },
    };

    [Theory]
    [MemberData(nameof(Preferences))]
    public void Value_TwoReadings_Prefers(string because, ReadingFacts wins, ReadingFacts loses)
    {
        foreach (var readings in new ReadingFacts[][] { [wins, loses], [loses, wins] })
        {
            var counts = ReadingChoice.Value(Indicator(10, baseline: 0, readings: readings), Day("2026-06-01"));
            Assert.Equal((because, wins), (because, counts));
        }
    }

    [Theory]
    [InlineData("measured in a period after the target's day", "2024", "2025", null, "late")]
    [InlineData("in a quarter after it", "2025-H1", "2025-Q3", null, "late")]
    [InlineData("in a year that began before it", "2025-H1", "2025", null, null)]
    [InlineData("in the period of the target", "2024", "2024", null, null)]
    [InlineData("reached in time, and measured again", "2024", "2025", "2023", null)]
    public void Judge_Reached_IsLateOnlyWhereThatIsKnown(string because, string by, string measured, string? before, string? remark)
    {
        ReadingFacts[] readings = [Reading(11, measured), .. before is null ? [] : new[] { Reading(10, before) }];
        var finding = Judge(Indicator(10, by, 0, "2020", readings: readings), Day("2026-01-01"));

        Assert.Equal((because, Achieved, remark), (because, finding.Status, finding.Remark));
        Assert.Equal(remark is not null, finding.FirstCause.Contains("after the target's day", StringComparison.Ordinal));
    }

    [Fact]
    public void Value_SourcesOfWhichOneIsLaterThanOnlyOneOther_TakesTheLessFavorableOfThoseThatNoneIsLaterThan()
    {
        // The year overlaps with both days, of which one is later than the other.
        ReadingFacts[] readings =
        [
            Reading(9, "2024", sourceDate: "2025-07"), Reading(1, "2024", sourceDate: "2025-03"), Reading(5, "2024", sourceDate: "2025"),
        ];

        foreach (var order in new[]
        {
            readings, [.. readings.Reverse()], [readings[1], readings[0], readings[2]], [readings[2], readings[0], readings[1]],
        })
        {
            var finding = Judge(Indicator(10, "2030", 0, readings: order), Day("2026-01-01"));
            Assert.Equal(5, finding.Value!.Value);
            Assert.Equal(
                ["a later source counts first", "the less favorable value counts"],
                finding.Outweighed.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Value).Order());
        }
    }

    [Fact]
    public void Value_DownwardTarget_LessFavorableIsTheLarger()
    {
        var facts = Indicator(1, baseline: 10, direction: Direction.Down, readings: [Reading(2, "2025"), Reading(5, "2025")]);

        Assert.Equal(5, ReadingChoice.Value(facts, Day("2026-01-01"))!.Value);
    }

    private static IndicatorFinding Judge(IndicatorFacts facts, DateOnly day, string? start = null) =>
        IndicatorRule.Judge(facts, Initiative(start: start), day, Defaults);
}
