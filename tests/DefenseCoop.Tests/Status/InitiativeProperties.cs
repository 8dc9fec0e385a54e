using CsCheck;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

public sealed class InitiativeProperties
{
    private const int Samples = 3_000;

    [Fact]
    public void JudgeMilestone_NotAchieved_EveryRemedyImprovesIt() =>
        Gen.Select(Generated.Milestone, Generated.Day).ForAll(Samples, (sample) =>
        {
            var (facts, day) = sample;
            var finding = MilestoneRule.Judge(facts, "DT-1", day, Defaults);
            Assert.NotEmpty(finding.Causes);
            Assert.Equal(finding.Status == AssessedStatus.Achieved, finding.Remedies.Count == 0);
            foreach (var remedy in finding.Remedies)
            {
                var applied = remedy.ApplyTo(Initiative() with { Milestones = [facts] });
                var after = MilestoneRule.Judge(applied.Milestones[0], "DT-1", remedy.KnownOn(day), Defaults);
                Assert.True(
                    after.Status.IsBetterThan(finding.Status), $"{finding.FirstCause} + {remedy.Sentences[0]} -> {after.FirstCause}");
            }
        });

    [Fact]
    public void JudgeMilestone_ActualOrStatusAfterTheDay_IsAsIfUnknown() =>
        Gen.Select(Generated.Milestone, Generated.Date, Generated.Day).ForAll(Samples, (sample) =>
        {
            var (facts, later, day) = sample;
            if (later.FirstDay <= day) return;
            var open = facts with { ReportedState = MilestoneState.Pending, Actual = null };
            var unknown = MilestoneRule.Judge(open with { StatusAsOf = null }, "DT-1", day, Defaults);
            MilestoneFacts[] dated =
            [
                open with { StatusAsOf = later },
                open with { StatusAsOf = later, ReportedState = MilestoneState.Met },
                open with { StatusAsOf = null, ReportedState = MilestoneState.MetLate, Actual = later },
                open with { StatusAsOf = later, ReportedState = MilestoneState.Cancelled },
                open with { StatusAsOf = null, ReportedState = MilestoneState.Cancelled, Actual = later },
            ];
            foreach (var known in dated)
            {
                var after = MilestoneRule.Judge(known, "DT-1", day, Defaults);
                Assert.Equal((unknown.Status, unknown.FirstCause, unknown.EvidenceOn), (after.Status, after.FirstCause, after.EvidenceOn));
            }
        });

    /// <summary>The day that a remedy names is the first that would do: a text of the day before would change nothing.</summary>
    [Fact]
    public void Judge_Stale_NamesTheFirstDayThatRefreshesIt()
    {
        var named = 0;
        Gen.Select(Generated.Initiative, Generated.Day).ForAll(Samples, (sample) =>
        {
            var (facts, day) = sample;
            var finding = InitiativeRule.Judge(facts, day, Defaults);
            if (facts.RecordedStage != Domain.Initiatives.Stage.UnderWay || finding.Remedies is not [{ Sentences: [var sentence] }, ..]
                || !sentence.StartsWith("A public text dated ", StringComparison.Ordinal))
            {
                return;
            }
            var first = FirstDay(sentence);
            Assert.True(
                InitiativeRule.Judge(new ConfirmStatus(first).ApplyTo(facts), day, Defaults).Status.IsBetterThan(finding.Status), sentence);
            Assert.False(
                InitiativeRule.Judge(new ConfirmStatus(first.AddDays(-1)).ApplyTo(facts), day, Defaults).Status
                    .IsBetterThan(finding.Status),
                sentence);
            Interlocked.Increment(ref named);
        });
        Assert.True(named > 20, $"Only {named} remedies named a day.");
    }

    private static DateOnly FirstDay(string sentence)
    {
        var words = sentence["A public text dated ".Length..sentence.IndexOf(" that says", StringComparison.Ordinal)];
        var isAfter = words.StartsWith("after ", StringComparison.Ordinal);
        var day = DateOnly.ParseExact(
            words.Replace("after ", "", StringComparison.Ordinal).Replace(" or later", "", StringComparison.Ordinal),
            "d MMM yyyy",
            System.Globalization.CultureInfo.InvariantCulture);
        return isAfter ? day.AddDays(1) : day;
    }

    [Fact]
    public void Judge_AnyFacts_HasCausesAndRemediesThatImproveIt() =>
        Gen.Select(Generated.Initiative, Generated.Day).ForAll(Samples, (sample) =>
        {
            var (facts, day) = sample;
            var finding = InitiativeRule.Judge(facts, day, Defaults);
            Assert.NotEmpty(finding.Causes);
            Assert.All(finding.Causes, c => Assert.EndsWith(".", c.Sentence, StringComparison.Ordinal));
            Assert.All(finding.Causes, c => Assert.DoesNotContain("..", c.Sentence, StringComparison.Ordinal));
            Assert.Equal(finding.Status == AssessedStatus.Achieved, finding.Remedies.Count == 0);
            foreach (var remedy in finding.Remedies)
            {
                Assert.Equal(remedy.Sentences.Distinct(), remedy.Sentences);
                var after = InitiativeRule.Judge(remedy.ApplyTo(facts), remedy.KnownOn(day), Defaults);
                Assert.True(
                    after.Status.IsBetterThan(finding.Status),
                    $"{finding.FirstCause} + {string.Join(" ", remedy.Sentences)} -> {after.Status}: {after.FirstCause}");
            }
        });

    [Fact]
    public void Judge_FactsAfterTheDay_ChangeNothing() =>
        Gen.Select(Generated.Initiative, Generated.Day, Generated.Reading, Generated.Date).ForAll(Samples, (sample) =>
        {
            var (facts, day, reading, date) = sample;
            if (!(reading.Period.LastDay > day) || date.FirstDay <= day) return;
            var later = facts with
            {
                Milestones =
                [
                    .. facts.Milestones, Milestone("LATER", actual: date.ToString(), state: MilestoneState.Met, asOf: date.ToString()),
                ],
                Indicators = [.. facts.Indicators.Select(i => i with { Readings = [.. i.Readings, reading] })],
            };

            var (before, after) = (InitiativeRule.Judge(facts, day, Defaults), InitiativeRule.Judge(later, day, Defaults));

            Assert.Equal((before.Status, before.Stage, before.EvidenceOn), (after.Status, after.Stage, after.EvidenceOn));
            var datedBefore = StageRule.IsListedOn(facts, day) && StageRule.IsListedOn(facts, DateOnly.MinValue) == false;
            if (datedBefore) Assert.True(StageRule.IsListedOn(later, day));
        });

    [Fact]
    public void Judge_StatusAsOfAfterTheDay_IsNotKnown() =>
        Gen.Select(Generated.Initiative, Generated.Day, Generated.Date).ForAll(Samples, (sample) =>
        {
            var (facts, day, date) = sample;
            if (date.LastDay <= day) return;
            var open = facts with { RecordedStage = DefenseCoop.Domain.Initiatives.Stage.UnderWay };

            var before = InitiativeRule.Judge(open with { StatusAsOf = null }, day, Defaults);
            var after = InitiativeRule.Judge(open with { StatusAsOf = date }, day, Defaults);

            Assert.Equal((before.Status, before.FirstCause, before.EvidenceOn), (after.Status, after.FirstCause, after.EvidenceOn));
        });

    [Fact]
    public void Judge_OrderOfParts_DoesNotMatter() =>
        Gen.Select(Generated.Initiative, Generated.Day).ForAll(Samples, (sample) =>
        {
            var (facts, day) = sample;
            var turned = facts with { Milestones = [.. facts.Milestones.Reverse()], Indicators = [.. facts.Indicators.Reverse()] };

            var (before, after) = (InitiativeRule.Judge(facts, day, Defaults), InitiativeRule.Judge(turned, day, Defaults));

            Assert.Equal((before.Status, before.Counted, before.EvidenceOn), (after.Status, after.Counted, after.EvidenceOn));
            Assert.Equal(before.Causes[0].Contributes, after.Causes[0].Contributes);
            Assert.Equal(StageRule.IsListedOn(facts, day), StageRule.IsListedOn(turned, day));
        });

    /// <summary>Once listed, always listed: a fact does not go away.</summary>
    [Fact]
    public void IsListedOn_LaterDay_StaysListed() =>
        Gen.Select(Generated.Initiative, Generated.Day, Gen.Int[0, 3000]).ForAll(Samples, (sample) =>
        {
            var (facts, day, days) = sample;
            if (StageRule.IsListedOn(facts, day)) Assert.True(StageRule.IsListedOn(facts, day.AddDays(days)));
        });
}
