using CsCheck;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status.Rules.Indicators;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

public sealed class IndicatorProperties
{
    private const int Samples = 4_000;

    private static readonly InitiativeFacts Owner = Initiative(start: "2022-06");

    /// <summary>
    /// Worse and better here are places in the list that shows the worst first (off track, at risk, stale, not assessed,
    /// on track, achieved): an initiative at risk only by this reading may turn out stale, which is the milder word.
    /// </summary>
    [Fact]
    public void Judge_BetterReading_NeverWorsensIndicatorNorInitiative() =>
        Gen.Select(Generated.Initiative, Generated.Day, Gen.Int[1, 1000], Gen.Int[0, 3]).ForAll(Samples, (sample) =>
        {
            var (facts, day, more, which) = sample;
            if (facts.Indicators.Count == 0) return;
            var indicator = facts.Indicators[which % facts.Indicators.Count];
            if (ReadingChoice.Value(indicator, day) is not { } counts) return;
            var rises = indicator is { Baseline: { } b, Target: { Kind: TargetKind.Reach } t } && t.Value != b.Value
                ? t.Value > b.Value
                : indicator.Direction != Direction.Down;
            var better = counts with { Value = counts.Value + (rises ? more / 100m : -more / 100m) };
            var raised = facts with
            {
                Indicators = [.. facts.Indicators.Select(i => i != indicator ? i : i with
                {
                    Readings = [.. i.Readings.Select(r => r == counts ? better : r)],
                })],
            };

            var (before, after) = (InitiativeRule.Judge(facts, day, Defaults), InitiativeRule.Judge(raised, day, Defaults));

            for (var i = 0; i < before.Indicators.Count; i++)
            {
                Assert.True(
                    after.Indicators[i].Status.Severity() >= before.Indicators[i].Status.Severity(),
                    $"{before.Indicators[i].FirstCause} -> {after.Indicators[i].FirstCause}");
            }

            Assert.True(
                after.Status.Severity() >= before.Status.Severity(),
                $"{before.Status}: {before.FirstCause} -> {after.Status}: {after.FirstCause}");
        });

    [Fact]
    public void Judge_ReadingOlderThanTheOneThatCounts_ChangesNoStatusUnlessTheLineStartsFromIt() =>
        Gen.Select(Generated.Indicator, Generated.Reading, Generated.Day, Gen.Bool).ForAll(Samples, (sample) =>
        {
            var (facts, older, day, started) = sample;
            if (ReadingChoice.Value(facts, day) is not { } counts || !(older.Period.LastDay < counts.Period.LastDay)) return;
            var owner = started ? Owner : Initiative();
            var startsFromReading = !started && facts.Baseline?.Period?.LastDay is null;
            if (startsFromReading && older.Counts) return;

            var before = IndicatorRule.Judge(facts, owner, day, Defaults);
            var after = IndicatorRule.Judge(facts with { Readings = [older, .. facts.Readings] }, owner, day, Defaults);

            // What was reached by the target's day is not late, and what was not is: an older reading may tell.
            if (before.Remark == after.Remark)
            {
                AssertSame(before, after);
            }
            else
            {
                Assert.Equal(
                    (AssessedStatus.Achieved, AssessedStatus.Achieved, true),
                    (before.Status, after.Status, older.Period.LastDay <= facts.Target!.By!.Value.LastDay));
            }
        });

    [Fact]
    public void Judge_ReadingAfterTheDay_ChangesNothing() =>
        Gen.Select(Generated.Indicator, Generated.Reading, Generated.Day).ForAll(Samples, (sample) =>
        {
            var (facts, later, day) = sample;
            if (!(later.Period.LastDay > day)) return;

            AssertSame(
                IndicatorRule.Judge(facts, Owner, day, Defaults),
                IndicatorRule.Judge(facts with { Readings = [later, .. facts.Readings] }, Owner, day, Defaults));
        });

    [Fact]
    public void Judge_ReadingWithoutDayOrNoEvidence_ChangesNothing() =>
        Gen.Select(Generated.Indicator, Generated.Reading, Generated.Day, Gen.Bool).ForAll(Samples, (sample) =>
        {
            var (facts, other, day, undated) = sample;
            var idle = undated ? other with { Period = Period.Parse("undated") } : other with { Kind = ReadingKind.Pledge };

            AssertSame(
                IndicatorRule.Judge(facts, Owner, day, Defaults),
                IndicatorRule.Judge(facts with { Readings = [idle, .. facts.Readings] }, Owner, day, Defaults));
        });

    [Fact]
    public void Judge_OrderOfReadings_DoesNotMatter() =>
        Gen.Select(Generated.Indicator, Generated.Day).ForAll(Samples, (sample) =>
        {
            var (facts, day) = sample;
            AssertSame(
                IndicatorRule.Judge(facts, Owner, day, Defaults),
                IndicatorRule.Judge(facts with { Readings = [.. facts.Readings.Reverse()] }, Owner, day, Defaults));
        });

    /// <summary>"Later for certain" is no full order, so that sorting would depend on where one begins.</summary>
    [Fact]
    public void Value_ReadingsOfOnePeriod_InAnyOrderIsOneThatNoneCountsBefore() =>
        Gen.Select(SamePeriod, Gen.Int[0, 999]).ForAll(Samples, sample =>
        {
            var (readings, seed) = sample;
            var facts = Indicator(10, "2030", 0, "2020");
            var shuffled = readings.ToArray();
            new Random(seed).Shuffle(shuffled);
            var day = Day("2026-06-01");
            var decides = ReadingChoice.Value(facts with { Readings = readings }, day)!;

            Assert.Equal(decides, ReadingChoice.Value(facts with { Readings = shuffled }, day));
            Assert.DoesNotContain(readings, r => CountsBefore(r, decides));
            Assert.All(readings.Where(r => !readings.Any(other => CountsBefore(other, r))), r => Assert.True(r.Value >= decides.Value));
        });

    private static Gen<List<ReadingFacts>> SamePeriod => Gen.Select(
        Gen.Int[0, 12], Gen.Bool, Gen.Enum<SourceTier>(), Generated.Optional(Generated.Date)).Select((value, isActual, tier, source) =>
            new ReadingFacts("R", value, Period.Parse("2024"), isActual ? ReadingKind.Actual : ReadingKind.Estimate, tier, source))
        .List[1, 6].Select(list => list.Select((r, i) => r with { Code = $"R{i}" }).ToList());

    private static bool CountsBefore(ReadingFacts one, ReadingFacts other) => one.Kind != other.Kind
        ? one.Kind == ReadingKind.Actual
        : one.Tier != other.Tier
            ? one.Tier < other.Tier
            : one.SourceDate is { } a && other.SourceDate is { } b && a.FirstDay > b.LastDay;

    [Fact]
    public void Judge_NotAchieved_EveryRemedyImprovesIt() =>
        Gen.Select(Generated.Indicator, Generated.Day).ForAll(Samples, (sample) =>
        {
            var (facts, day) = sample;
            var finding = IndicatorRule.Judge(facts, Owner, day, Defaults);
            Assert.NotEmpty(finding.Causes);
            Assert.Equal(finding.Status == AssessedStatus.Achieved, finding.Remedies.Count == 0);
            foreach (var remedy in finding.Remedies)
            {
                var applied = remedy.ApplyTo(Owner with { Indicators = [facts] });
                var after = IndicatorRule.Judge(applied.Indicators[0], applied, remedy.KnownOn(day), Defaults);
                Assert.True(
                    after.Status.IsBetterThan(finding.Status),
                    $"{finding.FirstCause} + {string.Join(" ", remedy.Sentences)} -> {after.FirstCause}");
            }
        });

    private static void AssertSame(IndicatorFinding before, IndicatorFinding after)
    {
        Assert.Equal(
            (before.Status, before.Value?.Value, before.Attainment, before.Expected),
            (after.Status, after.Value?.Value, after.Attainment, after.Expected));
        Assert.Equal(before.FirstCause, after.FirstCause);
    }
}
