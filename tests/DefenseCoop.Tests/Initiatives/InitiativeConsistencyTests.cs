using CsCheck;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Initiatives;

/// <summary>Initiatives and milestones whose fields cannot all be right together. The words are tested with the forms.</summary>
public sealed class InitiativeConsistencyTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Attribution Ours = new() { Provenance = Provenance.Illustrative };

    private static readonly Dictionary<string, (Action<Initiative> Write, string Fields)> Rows = new()
    {
        ["nothing known"] = (_ => { }, ""),
        ["under way in order"] = (i => (i.Start, i.End) = (Date("2020"), Date("2030")), ""),
        ["ends before it starts"] = (i => (i.Start, i.End) = (Date("2020-03"), Date("2020-02")), "End Start"),
        ["may end in the year it starts in"] = (i => (i.Start, i.End) = (Date("2020-03"), Date("2020")), ""),
        ["completed, no end"] = (i => Complete(i, null, "2024"), "End Stage?"),
        ["completed, end ahead"] = (i => Complete(i, "2026-11-24", "2026-11-24"), "End Stage"),
        ["completed today"] = (i => Complete(i, "2026-11-23", "2026-11-23"), ""),
        ["completed, told of before"] = (i => Complete(i, "2024-05-02", "2024-05-01"), "StatusAsOf Stage End StageBasis"),
        ["completed, told of by nobody"] = (i => Complete(i, "2024", null), "StatusAsOf Stage End StageBasis"),
        ["completed by its end"] = (i => Complete(i, "2024", null, StageBasis.InferredFromEndDate), ""),
        ["canceled, no day"] = (i => i.RecordedStage = Stage.Cancelled, "StatusAsOf Stage"),
        ["canceled"] = (i => (i.RecordedStage, i.StatusAsOf) = (Stage.Cancelled, Date("2024")), ""),
        ["milestone before it"] = (i => (i.Start, _) = (Date("2020-03"), Met(i, "2020-02-29")), "Start?"),
        ["milestone on its first day"] = (i => (i.Start, _) = (Date("2020-03"), Met(i, "2020-03-01")), ""),
    };

    private static readonly Dictionary<string, (Action<Milestone> Write, string Fields)> MilestoneRows = new()
    {
        ["nothing known"] = (_ => { }, ""),
        ["met, no day"] = (m => m.ReportedState = MilestoneState.Met, "Actual State StatusAsOf?"),
        ["met, told of"] = (m => (m.ReportedState, m.StatusAsOf) = (MilestoneState.MetLate, Date("2024")), ""),
        ["pending with a day"] = (m => m.Actual = Date("2024"), "State Actual"),
        ["canceled, no day"] = (m => m.ReportedState = MilestoneState.Cancelled, "StatusAsOf State"),
        ["plan from nowhere"] = (m => m.Planned = Date("2024"), "PlannedProvenance Planned"),
        ["origin of no plan"] = (m => m.PlannedProvenance = Provenance.Confirmed, "PlannedProvenance Planned"),
        ["planned"] = (m => (m.Planned, m.PlannedProvenance) = (Date("2024"), Provenance.Confirmed), ""),
        ["expected before it begins"] = (m => m.Forecast = Date("2019"), "Forecast?"),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    public static TheoryData<string> MilestoneNames => [.. MilestoneRows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_AnInitiative_NamesTheFields(string row)
    {
        var initiative = New();
        Rows[row].Write(initiative);

        Assert.Equal(Rows[row].Fields, Fields(InitiativeConsistency.Of(initiative, Today)));
    }

    [Theory]
    [MemberData(nameof(MilestoneNames))]
    public void Of_AMilestone_NamesTheFields(string row)
    {
        var initiative = New();
        initiative.Start = Date("2020");
        var milestone = Step(initiative);
        MilestoneRows[row].Write(milestone);

        Assert.Equal(MilestoneRows[row].Fields, Fields(MilestoneConsistency.Of(milestone, initiative)));
    }

    /// <summary>Dates that may mean days in the right order are not held against anybody.</summary>
    [Fact]
    public void EndsBeforeItStarts_AnyTwoDates_OnlyWhereNoDaysOfThemAreInOrder() =>
        Gen.Select(Generated.Date, Generated.Date).ForAll(2000, dates =>
    {
        var initiative = New();
        (initiative.Start, initiative.End) = dates;

        Assert.Equal(dates.Item2.LastDay < dates.Item1.FirstDay, InitiativeConsistency.EndsBeforeItStarts(initiative));
        (initiative.Start, initiative.End) = (dates.Item2, dates.Item1);
        if (dates.Item2.LastDay < dates.Item1.FirstDay) Assert.Empty(InitiativeConsistency.Of(initiative, Today));
    });

    /// <summary>Whoever writes the start hears of the same milestones as whoever writes the milestone.</summary>
    [Fact]
    public void Of_AnyStartAndMilestone_BothFormsSayTheSame() =>
        Gen.Select(Generated.Date, Generated.Date).ForAll(2000, dates =>
    {
        var initiative = New();
        initiative.Start = dates.Item1;
        var milestone = Met(initiative, dates.Item2.ToString());

        Assert.Equal(
            MilestoneConsistency.Of(milestone, initiative).Any(f => f.Fields is ["Actual"]),
            InitiativeConsistency.Of(initiative, Today).Any(f => f.Fields is ["Start"]));
    });

    /// <summary>What is on record stays right as time goes by.</summary>
    [Fact]
    public void Of_AnyCompletedInitiative_IsNotWorseOnALaterDay() =>
        Gen.Select(Generated.Date, Generated.Day, Gen.Int[0, 900]).ForAll(2000, facts =>
    {
        var initiative = New();
        Complete(initiative, facts.Item1.ToString(), facts.Item1.ToString());

        var later = InitiativeConsistency.Of(initiative, facts.Item2.AddDays(facts.Item3)).Count();
        Assert.True(later <= InitiativeConsistency.Of(initiative, facts.Item2).Count());
    });

    /// <summary>What is published so at times is marked.</summary>
    private static string Fields(IEnumerable<Inconsistency> found) =>
        string.Join(" | ", found.Select(f => string.Join(' ', f.Fields) + (f.IsPublishedAtTimes ? "?" : "")));

    private static PartialDate? Date(string? text) => Make.Date(text);

    private static void Complete(Initiative initiative, string? end, string? told, StageBasis basis = StageBasis.Sourced)
    {
        (initiative.RecordedStage, initiative.StageBasis) = (Stage.Completed, basis);
        (initiative.End, initiative.StatusAsOf) = (Date(end), Date(told));
    }

    private static Milestone Met(Initiative initiative, string day)
    {
        var milestone = Step(initiative);
        (milestone.ReportedState, milestone.Actual) = (MilestoneState.Met, Date(day));
        return milestone;
    }

    private static Milestone Step(Initiative initiative)
    {
        var milestone = new Milestone { Code = "M1", Title = "Handover", ReportedState = MilestoneState.Pending, Attribution = Ours };
        initiative.Milestones.Add(milestone);
        return milestone;
    }

    private static Initiative New() => new()
    {
        Code = "DT-1",
        Title = "F-35",
        Description = "Aircraft.",
        DescriptionAttribution = Ours,
        Category = Category.Create("technology", "Technology", "What it covers.", Ours),
        RecordedStage = Stage.UnderWay,
        StageBasis = StageBasis.Sourced,
        StartAttribution = Ours,
        EndAttribution = Ours,
        Confidence = RecordConfidence.Medium,
        Attribution = Ours,
    };
}
