using CsCheck;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

public sealed class RollUpProperties
{
    private const int Samples = 1_500;

    private static readonly FactRef About = new(FactKind.Outcome, "O", "Outcome");

    /// <summary>
    /// Better and worse are defined among the statuses that say how things stand (off track, at risk, on track,
    /// achieved). Stale and not assessed say nothing: they bound neither side, and an area may be one of them only
    /// where at least one outcome is too, or where it has none.
    /// </summary>
    [Fact]
    public void Judge_FocusArea_LiesBetweenItsWorstAndBestOutcome() =>
        Generated.FocusArea.ForAll(Samples, sample =>
        {
            var area = Judge(sample.Area, sample.Initiatives, sample.Day);
            var outcomes = area.Parts.SelectMany(o => ((RollUpFinding)o.Finding).Parts).Select(p => p.Finding.Status).ToList();
            var assessed = outcomes.Where(s => s.IsAssessed()).ToList();
            if (!area.Status.IsAssessed())
            {
                Assert.Contains(outcomes, s => !s.IsAssessed());
                return;
            }

            Assert.InRange(area.Status.Severity(), assessed.Min(s => s.Severity()), assessed.Max(s => s.Severity()));
        });

    [Fact]
    public void Judge_EveryLevel_HasCausesAndRaisesThatImproveIt() =>
        Generated.FocusArea.ForAll(Samples, sample =>
        {
            var area = Judge(sample.Area, sample.Initiatives, sample.Day);
            foreach (var level in Levels(area))
            {
                Assert.NotEmpty(level.Causes);
                Assert.Equal(level.Status == AssessedStatus.Achieved, level.Remedies.Count == 0);
                Assert.Equal(level.Status == AssessedStatus.Achieved, level.Raises.Count == 0);
                Assert.All(level.Remedies.SelectMany(r => r.Sentences).Concat(level.Causes.Select(c => c.Sentence)), s =>
                {
                    Assert.EndsWith(".", s, StringComparison.Ordinal);
                    Assert.DoesNotContain("..", s, StringComparison.Ordinal);
                });
                if (level.Raises.Count == 0) continue;
                var after = RollUpRule.Judge(level.About, Raised(level), Defaults);
                Assert.True(after.Status.IsBetterThan(level.Status), $"{level.About.Kind} {level.Status} -> {after.Status}");
            }
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Judge_PartsOfAnyStatusAndWeight_RaisesImproveIt(int least) =>
        Gen.Select(Generated.OneOf('A', 'O', 'R', 'F', 'S', 'N', 'X').List[least, 9], Generated.OneOf(0m, 0.3m, 1m, 1m, 7m).Array[9])
            .ForAll(Samples, sample =>
            {
                RollUpPart[] parts = [.. sample.Item1.Select((p, i) => Part(p, i, sample.Item2[i]))];
                var level = RollUpRule.Judge(About, parts, Defaults);
                if (level.Status == AssessedStatus.Achieved) return;

                var after = RollUpRule.Judge(About, Raised(level), Defaults);

                Assert.True(after.Status.IsBetterThan(level.Status), $"{level.Status} -> {after.Status}");
            });

    [Fact]
    public void Judge_OrderOfParts_DoesNotMatter() =>
        Generated.FocusArea.ForAll(Samples, sample =>
        {
            var turned = sample.Area with
            {
                Objectives = [.. sample.Area.Objectives.Reverse().Select(o => o with
                {
                    Outcomes = [.. o.Outcomes.Reverse().Select(c => c with { Contributions = [.. c.Contributions.Reverse()] })],
                })],
            };

            var (before, after) = (Judge(sample.Area, sample.Initiatives, sample.Day), Judge(turned, sample.Initiatives, sample.Day));

            Assert.Equal((before.Status, before.Confidence, before.EvidenceOn), (after.Status, after.Confidence, after.EvidenceOn));
            Assert.Equal(
                (before.LeavesAssessed, before.LeavesAssessable, before.LeavesFresh),
                (after.LeavesAssessed, after.LeavesAssessable, after.LeavesFresh));
        });

    /// <summary>An initiative that contributes to several outcomes, and an indicator beside its initiative, count once.</summary>
    [Fact]
    public void Judge_EvidenceOfTheTree_CountsOnce() =>
        Generated.FocusArea.ForAll(Samples, sample =>
        {
            var contributing = sample.Area.Objectives.SelectMany(o => o.Outcomes)
                .SelectMany(o => o.Contributions).Select(c => c.InitiativeCode).ToHashSet();
            var pieces = sample.Initiatives.Values.Where(f => contributing.Contains(f.Code) && StageRule.IsListedOn(f, sample.Day))
                .SelectMany(f => InitiativeRule.Judge(f, sample.Day, Defaults).Evidence).ToList();

            var counted = Judge(sample.Area, sample.Initiatives, sample.Day).EvidenceTiers;

            Assert.Equal(
                new EvidenceTiers(
                    pieces.Count, pieces.Count(p => p.Tier == SourceTier.Primary), pieces.Count(p => p.Tier == SourceTier.Secondary)),
                counted);
        });

    [Fact]
    public void Judge_BetterPart_NeverWorsensAnAssessedRollUp() =>
        Gen.Select(Generated.OneOf('A', 'O', 'R', 'F', 'S', 'N').List[1, 9], Gen.Int[0, 8]).ForAll(Samples, sample =>
        {
            var (letters, at) = sample;
            at %= letters.Count;
            var better = letters[at] switch { 'F' => 'R', 'R' => 'O', _ => 'A' };
            if (!StatusOf(letters[at]).IsAssessed()) return;
            RollUpPart[] Parts(char letter) => [.. letters.Select((p, i) => Part(i == at ? letter : p, i))];

            var before = RollUpRule.Judge(About, Parts(letters[at]), Defaults).Status;
            var after = RollUpRule.Judge(About, Parts(better), Defaults).Status;

            Assert.False(before.IsBetterThan(after), $"{before} -> {after}");
        });

    /// <summary>What allows a save to leave most roll-ups alone.</summary>
    [Fact]
    public void Judge_PartThatCountsLikeAnother_FindsTheSame()
    {
        var (alike, different) = (0, 0);
        Gen.Select(Generated.Initiative, Generated.Day, Generated.OneOf(Changes), Generated.OneOf('A', 'O', 'R', 'F', 'S', 'N').List[0, 3])
            .ForAll(2 * Samples, sample =>
            {
                var (facts, day, change, letters) = sample;
                var (changed, later, weight) = change(facts, day);
                var (before, after) = (
                    FocusAreaRule.Parts(InitiativeRule.Judge(facts, day, Defaults), 1),
                    FocusAreaRule.Parts(InitiativeRule.Judge(changed, later, Defaults), weight));
                if (before.Count != after.Count || !before.Zip(after).All(p => p.First.CountsLike(p.Second)))
                {
                    different++;
                    return;
                }

                alike++;
                Assert.Equal(Said(before), Said(after));

                string Said(IEnumerable<RollUpPart> parts)
                {
                    var f = RollUpRule.Judge(About, [.. parts, .. letters.Select((letter, i) => Part(letter, i))], Defaults);
                    var leaves = $"{f.LeavesAssessed} {f.LeavesAssessable} {f.LeavesFresh}";
                    var evidence = FormattableString.Invariant($"{f.Confidence} {f.EvidenceTiers} {f.Newest}");
                    return FormattableString.Invariant(
                        $"{f.Status} {f.Coverage} {f.Mean} {leaves} {evidence} {string.Join('|', f.Causes)}");
                }
            });
        Assert.True(alike > 100 && different > 100, $"{alike} alike, {different} different");
    }

    private static readonly Func<InitiativeFacts, DateOnly, (InitiativeFacts Facts, DateOnly Day, decimal Weight)>[] Changes =
    [
        (facts, day) => (facts, day, 1),
        (facts, day) => (facts, day.AddDays(1), 1),
        (facts, day) => (facts, day.AddDays(40), 1),
        (facts, day) => (facts, day, 2),
        (facts, day) => (facts with { Title = facts.Title + ", renamed" }, day, 1),
        (facts, day) => (facts with { RecordedStage = Stage.Cancelled }, day, 1),
        (facts, day) => (facts with { Milestones = [.. facts.Milestones.Select(m => m with { Tier = SourceTier.Secondary })] }, day, 1),
        (facts, day) => (facts with { Milestones = [.. facts.Milestones.Select(m => m with { Title = m.Title + ", renamed" })] }, day, 1),
        (facts, day) => (facts with { Indicators = [.. facts.Indicators.Select(i => i with { Target = null })] }, day, 1),
        (facts, day) => (
            facts with { Indicators = [.. facts.Indicators.Select(i =>
                i with { Readings = [.. i.Readings.Select(r => r with { Value = r.Value + 1, Tier = SourceTier.Primary })] })] },
            day,
            1),
    ];

    private static RollUpFinding Judge(FocusAreaFacts area, Dictionary<string, InitiativeFacts> initiatives, DateOnly day) =>
        FocusAreaRule.Judge(
            area,
            initiatives.Values.Where(f => StageRule.IsListedOn(f, day))
                .ToDictionary(f => f.Code, f => InitiativeRule.Judge(f, day, Defaults)),
            Defaults);

    private static IEnumerable<RollUpFinding> Levels(RollUpFinding level) =>
        level.Parts.Select(p => p.Finding).OfType<RollUpFinding>().SelectMany(Levels).Prepend(level);

    /// <summary>Exactly the named parts, each as a finding of the named status that can have one.</summary>
    private static List<RollUpPart> Raised(RollUpFinding level)
    {
        var to = level.Raises.Where(r => r.Part is not null).ToDictionary(r => r.Part!, r => r.To);
        List<RollUpPart> parts =
        [
            .. level.Parts.Select(p => to.TryGetValue(p.Finding.About, out var raised) ? Stub(p.Finding.About, raised, p.Weight) : p),
        ];
        parts.AddRange(level.Raises.Where(r => r.Part is null).Select(r => Stub(About with { Code = "NEW" }, r.To, 1)));
        return parts;
    }

    private static RollUpPart Stub(FactRef about, AssessedStatus status, decimal weight) => new(
        new IndicatorFinding { About = about, Status = status, Causes = [new Cause("Because.", about, status)], CanBeAssessed = true },
        weight);
}
