using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status.Rules.Indicators;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Domain.Status.AssessedStatus;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

public sealed class TruthTableOfRollUps
{
    private static readonly FactRef About = new(FactKind.Outcome, "O", "Improved readiness");

    /// <summary>Letters as in <see cref="TruthTableOfInitiatives"/>; X has no target and can never have a status.</summary>
    [Theory]
    [InlineData("nothing", "", NotAssessed, 0)]
    [InlineData("nothing that can have a status", "XX", NotAssessed, 0)]
    [InlineData("all achieved", "AA", Achieved, 1)]
    [InlineData("all with points achieved", "AAS", Achieved, 0.666)]
    [InlineData("one not achieved", "AO", OnTrack, 1)]
    [InlineData("mean 0.8", "OOORR", OnTrack, 1)]
    [InlineData("mean below 0.8", "OORR", AtRisk, 1)]
    [InlineData("mean 0.8 with one off track", "OOOOF", AtRisk, 1)]
    [InlineData("mean 0.5", "OF", AtRisk, 1)]
    [InlineData("mean below 0.5", "RRF", OffTrack, 1)]
    [InlineData("all off track", "F", OffTrack, 1)]
    [InlineData("half covered", "OS", OnTrack, 0.5)]
    [InlineData("less than half covered, most stale", "OSS", Stale, 0.333)]
    [InlineData("less than half covered, half of the missing stale", "OSSNN", NotAssessed, 0.2)]
    [InlineData("less than half covered, fewer stale", "ONN", NotAssessed, 0.333)]
    [InlineData("what can have no status does not lower coverage", "OXXXX", OnTrack, 1)]
    [InlineData("one off track and stale ones", "FSS", Stale, 0.333)]
    public void Judge_Parts_Decide(string because, string parts, AssessedStatus expected, double coverage)
    {
        var finding = Judge(parts);

        Assert.Equal((because, expected), (because, finding.Status));
        Assert.Equal(coverage, (double)finding.Coverage, 0.001);
    }

    [Theory]
    [InlineData("a heavy part outweighs", "O4 F1", AtRisk)]
    [InlineData("a light risk hardly counts", "O9 R1", OnTrack)]
    [InlineData("coverage goes by weight", "O1 S1.1", Stale)]
    [InlineData("most of the missing by weight", "O1 S3 N1 N1", Stale)]
    [InlineData("exact decimals: mean 0.8", "O0.6 R0.4", OnTrack)]
    [InlineData("exact decimals: below 0.8", "O0.599 R0.401", AtRisk)]
    [InlineData("no weight, no say", "O1 F0", OnTrack)]
    [InlineData("nothing has weight", "O0", NotAssessed)]
    public void Judge_Weights_Count(string because, string parts, AssessedStatus expected)
    {
        RollUpPart[] weighted = [.. parts.Split(' ').Select((p, i) =>
            Part(p[0], i, decimal.Parse(p[1..], System.Globalization.CultureInfo.InvariantCulture)))];

        Assert.Equal((because, expected), (because, RollUpRule.Judge(About, weighted, Defaults).Status));
    }

    [Theory]
    [InlineData("coverage 0.8, half from tier 1", "OOOOS", 2, 0, EvidenceConfidence.High)]
    [InlineData("coverage 0.8, fewer than half from tier 1", "OOOOS", 1, 0, EvidenceConfidence.Medium)]
    [InlineData("coverage below 0.8", "OOOSS", 3, 0, EvidenceConfidence.Medium)]
    [InlineData("coverage 0.6", "OOOSS", 0, 0, EvidenceConfidence.Medium)]
    [InlineData("coverage below 0.6", "OOOSSN", 3, 0, EvidenceConfidence.Low)]
    [InlineData("half from tier 3", "OOOO", 2, 2, EvidenceConfidence.High)]
    [InlineData("most from tier 3", "OOOO", 1, 3, EvidenceConfidence.Low)]
    [InlineData("nothing", "", 0, 0, EvidenceConfidence.Low)]
    public void Judge_CoverageAndTiers_GiveConfidence(string because, string parts, int primary, int secondary, EvidenceConfidence expected)
    {
        RollUpPart[] all = [.. parts.Select((p, i) =>
            Part(p, i, 1, i < primary ? SourceTier.Primary : i < primary + secondary ? SourceTier.Secondary : SourceTier.Press))];

        Assert.Equal((because, expected), (because, RollUpRule.Judge(About, all, Defaults).Confidence));
    }

    [Fact]
    public void Judge_CancelledInitiative_DoesNotLowerCoverage()
    {
        var day = Day("2026-01-01");
        var cancelled = InitiativeRule.Judge(Initiative(Stage.Cancelled, asOf: "2025"), day, Defaults);
        var proposed = InitiativeRule.Judge(Initiative(Stage.Proposed, asOf: "2025"), day, Defaults);

        Assert.Equal(1, RollUpRule.Judge(About, [Part('O', 1), new RollUpPart(cancelled, 1)], Defaults).Coverage);
        Assert.Equal(0.5m, RollUpRule.Judge(About, [Part('O', 1), new RollUpPart(proposed, 1)], Defaults).Coverage);
    }

    [Fact]
    public void Judge_OneObjectiveOverScarceEvidence_IsNotHighConfidence()
    {
        var outcome = Judge("OOOSS");
        var area = RollUpRule.Judge(About with { Kind = FactKind.FocusArea }, [new RollUpPart(outcome, 1)], Defaults);

        Assert.Equal((1m, 0.6m, EvidenceConfidence.Medium), (area.Coverage, area.ShareWithStatus, area.Confidence));
    }

    [Theory]
    [InlineData("nothing beneath", "XX", "Nothing beneath it has a public target or could have a status.")]
    [InlineData("none", "SSN", "None of 3 initiatives and indicators has a status: the evidence of 2 is too old, 1 has no dated evidence.")]
    [InlineData("one", "OSS", "Only 1 of 3 initiatives and indicators has a status: the evidence of 2 is too old.")]
    [InlineData("several", "OOSSS", "Only 2 of 5 initiatives and indicators have a status: the evidence of 3 is too old.")]
    [InlineData(
        "never measured comes first where it is most",
        "ONNS",
        "Only 1 of 4 initiatives and indicators has a status: 2 have no dated evidence, the evidence of 1 is too old.")]
    [InlineData(
        "what can have none is not counted", "OSSXX", "Only 1 of 3 initiatives and indicators has a status: the evidence of 2 is too old.")]
    public void Judge_TooLittleCoverage_SaysSoFirst(string because, string parts, string cause) =>
        Assert.Equal((because, cause), (because, Judge(parts).FirstCause));

    [Theory]
    [InlineData("all well", "OOA", "All 3 initiatives and indicators are on track or achieved.")]
    [InlineData("all achieved", "AA", "All 2 initiatives and indicators are achieved.")]
    [InlineData("half, none behind", "OOOSSN", "3 of 6 initiatives and indicators are on track; none is behind.")]
    [InlineData("one of two", "OS", "1 of 2 initiatives and indicators is on track; none is behind.")]
    [InlineData("achieved, the rest unknown", "AAS", "2 of 3 initiatives and indicators are achieved; none is behind.")]
    [InlineData("on track with a risk", "OOOR", "3 of 4 initiatives and indicators are on track; 1 is at risk.")]
    [InlineData("on track with risks", "OOOOORR", "5 of 7 initiatives and indicators are on track; 2 are at risk.")]
    [InlineData("few behind are named", "OFF", "Because.")]
    [InlineData("many behind are counted", "OFFRRS", "4 of 6 initiatives and indicators are behind: 2 off track, 2 at risk.")]
    [InlineData("many off track", "FFFFO", "4 of 5 initiatives and indicators are off track.")]
    [InlineData("many at risk", "RRRRO", "4 of 5 initiatives and indicators are at risk.")]
    [InlineData("one alone is its own reason", "O", "Because.")]
    public void Judge_Parts_SayFirstWhatDistinguishesThem(string because, string parts, string cause)
    {
        var finding = Judge(parts);

        Assert.Equal((because, cause), (because, finding.FirstCause));
        Assert.Equal(finding.Status, finding.Causes[0].Contributes);
    }

    [Fact]
    public void Judge_ManyBehind_NamesTheWorstNext()
    {
        var finding = Judge("OFFRRS");

        Assert.Equal([OffTrack, OffTrack, AtRisk, AtRisk, OnTrack, Stale], finding.Causes.Skip(1).Select(c => c.Contributes));
        Assert.Equal("IN-1", finding.Causes[1].About.Code);
    }

    /// <summary>An initiative with a status but old evidence, one with fresh evidence but no status, and so on.</summary>
    [Theory]
    [InlineData("a status and fresh evidence", "2027", "2025-06", 1, 1)]
    [InlineData("fresh evidence that is silent on what was due", "2025-07", "2025-06", 0, 1)]
    [InlineData("old evidence", "2027", "2024", 0, 0)]
    [InlineData("what lies ahead, and no evidence", "2027", null, 0, 0)]
    [InlineData("completed long ago", null, "2020", 1, 0)]
    public void Judge_PartWithAStatus_IsNotAPartWithFreshEvidence(string because, string? planned, string? asOf, int assessed, int fresh)
    {
        var facts = planned is null
            ? Initiative(Stage.Completed, asOf: asOf)
            : Initiative(asOf: asOf) with { Milestones = [Milestone(planned: planned)] };
        var area = RollUpRule.Judge(About, [new RollUpPart(InitiativeRule.Judge(facts, Day("2026-01-01"), Defaults), 1)], Defaults);
        var above = RollUpRule.Judge(About with { Kind = FactKind.Objective }, [new RollUpPart(area, 1)], Defaults);

        Assert.Equal((because, assessed, fresh, 1), (because, area.LeavesAssessed, area.LeavesFresh, area.LeavesAssessable));
        Assert.Equal((assessed, fresh, 1), (above.LeavesAssessed, above.LeavesFresh, above.LeavesAssessable));
        Assert.Contains(area.Figures, f => f.Name == "With a status" && f.Value.StartsWith($"{assessed} of 1", StringComparison.Ordinal));
        Assert.Contains(area.Figures, f => f.Name == "With fresh evidence" && f.Value == $"{fresh} of 1");
    }

    [Theory]
    [InlineData("within twice a year", null, "2024-01-02", 1)]
    [InlineData("beyond", null, "2024-01-01", 0)]
    [InlineData("within twice a quarter", 3, "2025-07-06", 1)]
    [InlineData("beyond twice a quarter", 3, "2025-06-30", 0)]
    public void Judge_Indicator_IsFreshAsLongAsItsReadingIsNotTooOld(string because, int? months, string measured, int fresh)
    {
        var indicator = IndicatorRule.Judge(
            Indicator(10, "2027", 0, "2020", months: months, readings: Reading(5, measured)), Initiative(), Day("2026-01-01"), Defaults);

        Assert.Equal((because, fresh), (because, RollUpRule.Judge(About, [new RollUpPart(indicator, 1)], Defaults).LeavesFresh));
    }

    [Fact]
    public void Judge_ListedInitiative_BringsItsIndicators()
    {
        var day = Day("2026-01-01");
        var facts = Initiative(asOf: "2025-12") with { Indicators = [Indicator(10, "2027", 0, readings: Reading(10, "2025"))] };
        var listed = new Dictionary<string, InitiativeFinding> { ["DT-1"] = InitiativeRule.Judge(facts, day, Defaults) };
        var outcome = new OutcomeFacts("O", "Readiness", 1, [new("DT-1", 1), new("NOT-LISTED", 1)]);
        var area = FocusAreaRule.Judge(new("defense", "Defense", [new("OB", "Objective", 1, [outcome])]), listed, Defaults);

        var parts = ((RollUpFinding)((RollUpFinding)area.Parts[0].Finding).Parts[0].Finding).Parts;
        Assert.Equal([FactKind.Initiative, FactKind.Indicator], parts.Select(p => p.Finding.About.Kind));
        Assert.Equal(OnTrack, area.Status);
    }

    private static RollUpFinding Judge(string parts) =>
        RollUpRule.Judge(About, [.. parts.Select((p, i) => Part(p, i))], Defaults);
}
