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
        ["under way in order"] = (i => Dated(i, "2020", "2030"), ""),
        ["ends before it starts"] = (i => Dated(i, "2020-03", "2020-02"), "End Start"),
        ["may end in the year it starts in"] = (i => Dated(i, "2020-03", "2020"), ""),
        ["completed, no end"] = (i => Complete(i, null, "2024"), "End Stage?"),
        ["completed, end ahead"] = (i => Complete(i, "2026-11-24", "2026-11-24"), "End Stage"),
        ["completed today"] = (i => Complete(i, "2026-11-23", "2026-11-23"), ""),
        ["completed, told of before"] = (i => Complete(i, "2024-05-02", "2024-05-01"), "StatusAsOf Stage End StageBasis"),
        ["completed, told of by nobody"] = (i => Complete(i, "2024", null), "StatusAsOf Stage End StageBasis"),
        ["completed by its end"] = (i => Complete(i, "2024", null, StageBasis.InferredFromEndDate), ""),
        ["canceled, no day"] = (i => i.Report(Stage.Cancelled), "StatusAsOf Stage"),
        ["canceled"] = (i => i.CallOff(PartialDate.OfYear(2024)), ""),
        ["milestone before it"] = (i => MetAfter(i, "2020-03", "2020-02-29"), "Start?"),
        ["milestone on its first day"] = (i => MetAfter(i, "2020-03", "2020-03-01"), ""),
    };

    private static readonly Dictionary<string, (Action<Milestone> Write, string Fields)> MilestoneRows = new()
    {
        ["nothing known"] = (_ => { }, ""),
        ["met, no day"] = (m => m.Report(MilestoneState.Met), "Actual State StatusAsOf?"),
        ["met, told of"] = (m => MetLate(m, "2024"), ""),
        ["pending with a day"] = (m => m.Happen(Date("2024")), "State Actual"),
        ["canceled, no day"] = (m => m.Report(MilestoneState.Cancelled), "StatusAsOf State"),
        ["plan from nowhere"] = (m => m.PlanFor(Date("2024"), Provenance.None), "PlannedProvenance Planned"),
        ["origin of no plan"] = (m => m.PlanFor(null, Provenance.Confirmed), "PlannedProvenance Planned"),
        ["planned"] = (m => m.PlanFor(Date("2024"), Provenance.Confirmed), ""),
        ["expected before it begins"] = (m => m.Expect(Date("2019")), "Forecast?"),
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
        initiative.Begin(Date("2020"));
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
        Dated(initiative, dates.Item1, dates.Item2);

        Assert.Equal(dates.Item2.LastDay < dates.Item1.FirstDay, InitiativeConsistency.EndsBeforeItStarts(initiative));
        Dated(initiative, dates.Item2, dates.Item1);
        if (dates.Item2.LastDay < dates.Item1.FirstDay) Assert.Empty(InitiativeConsistency.Of(initiative, Today));
    });

    /// <summary>Whoever writes the start hears of the same milestones as whoever writes the milestone.</summary>
    [Fact]
    public void Of_AnyStartAndMilestone_BothFormsSayTheSame() =>
        Gen.Select(Generated.Date, Generated.Date).ForAll(2000, dates =>
    {
        var initiative = New();
        initiative.Begin(dates.Item1);
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
        initiative.Report(Stage.Completed, basis);
        initiative.Finish(Date(end));
        initiative.DateStatus(Date(told));
    }

    private static void Dated(Initiative initiative, string start, string end) => Dated(initiative, Date(start), Date(end));

    private static void Dated(Initiative initiative, PartialDate? start, PartialDate? end)
    {
        initiative.Begin(start);
        initiative.Finish(end);
    }

    private static void MetAfter(Initiative initiative, string start, string day)
    {
        initiative.Begin(Date(start));
        Met(initiative, day);
    }

    private static void MetLate(Milestone milestone, string told)
    {
        milestone.Report(MilestoneState.MetLate);
        milestone.DateStatus(Date(told));
    }

    private static Milestone Met(Initiative initiative, string day)
    {
        var milestone = Step(initiative);
        milestone.Report(MilestoneState.Met);
        milestone.Happen(Date(day));
        return milestone;
    }

    private static Milestone Step(Initiative initiative)
    {
        var milestone = Milestone.Create("M1", "Handover", MilestoneState.Pending, Ours);
        initiative.Milestones.Add(milestone);
        return milestone;
    }

    private static Initiative New() => Initiative.Create(
        "DT-1", "F-35", "Aircraft.", Category.Create("technology", "Technology", "What it covers.", Ours), Stage.UnderWay, Ours);
}
