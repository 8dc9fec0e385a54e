using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;
using static DefenseCoop.Domain.Status.AssessedStatus;
using static DefenseCoop.Tests.Status.Make;

namespace DefenseCoop.Tests.Status;

public sealed class TruthTableOfInitiatives
{
    private static readonly DateOnly Today = Day("2026-01-01");

    /// <summary>
    /// Letters: A(chieved), O(n track), R(isk), F (off track), S(tale),
    /// N(ot assessed), P(ast success), U (met on an unknown day).
    /// </summary>
    [Theory]
    [InlineData("nothing", "", NotAssessed, 0)]
    [InlineData("nothing that has a status", "NN", NotAssessed, 0)]
    [InlineData("one of three off track: a third", "FOO", OffTrack, 3)]
    [InlineData("one of four off track: fewer", "FOOO", AtRisk, 4)]
    [InlineData("two of six off track: a third", "FFOOOO", OffTrack, 6)]
    [InlineData("two of seven off track: fewer", "FFOOOOO", AtRisk, 7)]
    [InlineData("those without a status do not dilute", "FOONNNN", OffTrack, 3)]
    [InlineData("old successes do not dilute", "FOOPPPP", OffTrack, 3)]
    [InlineData("successes on no known day do not dilute", "FOOUUUU", OffTrack, 3)]
    [InlineData("fresh successes do", "FAAA", AtRisk, 4)]
    [InlineData("one at risk", "ROOOOOOO", AtRisk, 8)]
    [InlineData("one at risk among stale", "RSSS", AtRisk, 4)]
    [InlineData("off track outweighs stale", "FSS", OffTrack, 3)]
    [InlineData("half of them stale", "SO", Stale, 2)]
    [InlineData("fewer than half stale", "SOO", OnTrack, 3)]
    [InlineData("half of four stale", "SSOA", Stale, 4)]
    [InlineData("all stale", "SS", Stale, 2)]
    [InlineData("on track", "O", OnTrack, 1)]
    [InlineData("a fresh success is on track", "A", OnTrack, 1)]
    [InlineData("a success on no known day is not", "U", NotAssessed, 0)]
    public void Judge_Parts_Decide(string because, string parts, AssessedStatus expected, int counted)
    {
        var finding = InitiativeRule.Judge(With(parts, asOf: "2026-01-01"), Today, Defaults);

        Assert.Equal((because, expected, counted), (because, finding.Status, finding.Counted));
    }

    [Theory]
    [InlineData("365 days old", "O", "2025-01-01", OnTrack)]
    [InlineData("366 days old", "O", "2024-12-31", Stale)]
    [InlineData("what lies ahead is no evidence", "O", null, NotAssessed)]
    [InlineData("not known yet", "O", "2026", NotAssessed)]
    [InlineData("a success on no known day is none", "OU", null, NotAssessed)]
    [InlineData("silence since the due day comes first", "OS", null, Stale)]
    [InlineData("fewer stale than half, and no evidence", "OOS", null, NotAssessed)]
    [InlineData("old, and nothing counted", "N", "2024-12-31", Stale)]
    [InlineData("an old success is evidence", "P", null, Stale)]
    [InlineData("old evidence does not hide a risk", "RN", null, AtRisk)]
    [InlineData("a milestone met is evidence", "OA", "2020", OnTrack)]
    public void Judge_NewestEvidence_TellsHowOld(string because, string parts, string? asOf, AssessedStatus expected) =>
        Assert.Equal((because, expected), (because, InitiativeRule.Judge(With(parts, asOf), Today, Defaults).Status));

    [Fact]
    public void Judge_MilestoneStatusAsOf_IsEvidenceOfItsInitiative()
    {
        var facts = Initiative(asOf: "2020") with { Milestones = [Milestone(planned: "2027", asOf: "2025-12")] };

        Assert.Equal(OnTrack, InitiativeRule.Judge(facts, Today, Defaults).Status);
    }

    [Fact]
    public void Judge_ReadingOfAnIndicatorWithoutTarget_IsEvidence()
    {
        var facts = With("O", "2020") with { Indicators = [Indicator(readings: Reading(1, "2025"))] };

        Assert.Equal(OnTrack, InitiativeRule.Judge(facts, Today, Defaults).Status);
    }

    [Theory]
    [InlineData(Stage.Cancelled, NotAssessed, "Canceled as of 2025.")]
    [InlineData(Stage.Suspended, NotAssessed, "Suspended as of 2025.")]
    [InlineData(Stage.Proposed, NotAssessed, "Proposed, and not agreed.")]
    [InlineData(Stage.Completed, Achieved, "Completed, as of 2025.")]
    [InlineData(Stage.Agreed, OffTrack, "M0 Handover: due on 2 Oct 2025, 91 days over.")]
    [InlineData(Stage.UnderWay, OffTrack, "M0 Handover: due on 2 Oct 2025, 91 days over.")]
    public void Judge_Stage_ComesFirst(Stage stage, AssessedStatus expected, string cause)
    {
        var finding = InitiativeRule.Judge(With("F", "2025") with { RecordedStage = stage }, Today, Defaults);

        Assert.Equal((expected, cause), (finding.Status, finding.FirstCause));
    }

    [Fact]
    public void Judge_Completed_KeepsRemarks()
    {
        var facts = Initiative(Stage.Completed, end: "2025-06") with
        {
            Milestones = [Milestone(planned: "2025-01-01", actual: "2025-01-02", state: MilestoneState.MetLate)],
            Indicators = [Indicator(10, "2025", 0, readings: Reading(5, "2025"))],
        };

        var finding = InitiativeRule.Judge(facts, Today, Defaults);

        Assert.Equal((Achieved, "M1 late by 1 day; IN-1 missed"), (finding.Status, finding.Remark));
        Assert.Empty(finding.Remedies);
    }

    [Theory]
    [InlineData("the stale ones explain stale", "SSAO", Stale)]
    [InlineData("success explains on track, not what is stale", "SAA", Achieved)]
    [InlineData("the worst explains at risk", "OFOOR", OffTrack)]
    public void Judge_FirstCause_IsWhatDecides(string because, string parts, AssessedStatus first) =>
        Assert.Equal((because, first), (because, InitiativeRule.Judge(With(parts, "2026-01-01"), Today, Defaults).Causes[0].Contributes));

    private static InitiativeFacts With(string parts, string? asOf) =>
        Initiative(asOf: asOf) with { Milestones = [.. parts.Select((p, i) => MilestoneThatIs(p, i, Today))] };
}
