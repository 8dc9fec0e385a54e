using System.Globalization;
using Bunit;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using DefenseCoop.Tests.Initiatives;
using DefenseCoop.Web.Schedule;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.Schedule;

[Collection(GeneratedRegisterTests.Name)]
public sealed class MilestoneTableTests(GeneratedRegister register)
{
    private static readonly Attribution Confirmed = new() { Provenance = Provenance.Confirmed };

    public static TheoryData<string, string, string?, string?, string?, MilestoneState, string?, AssessedStatus, string> Rows { get; } =
        new()
        {
            { "met in time", "2026-11-23", "2025-06-30", null, "2025-06-11",
                MilestoneState.Met, "2025-06-11", AssessedStatus.Achieved, "" },
            { "met late", "2026-11-23", "2024-12-31", null, "2025-06-11",
                MilestoneState.MetLate, "2025-06-11", AssessedStatus.Achieved, "162 days late" },
            { "met late, the day before", "2025-06-10", "2024-12-31", null, "2025-06-11",
                MilestoneState.MetLate, "2025-06-11", AssessedStatus.Stale, "nothing public since it was due" },
            { "met long ago", "2026-11-23", "2020", null, "2020-03", MilestoneState.Met,
                "2020-03", AssessedStatus.Achieved, "not counted: too long ago" },
            { "in time so far", "2026-11-23", "2027", null, null, MilestoneState.Pending, "2026-11-01", AssessedStatus.OnTrack, "" },
            { "slipped a little", "2026-11-23", "2027-01-01", "2027-01-31", null,
                MilestoneState.Pending, "2026-11-01", AssessedStatus.OnTrack, "slipped by 30 days" },
            { "slipped", "2026-11-23", "2027-01-01", "2027-02-01", null,
                MilestoneState.Pending, "2026-11-01", AssessedStatus.AtRisk, "slipped by 31 days" },
            { "slipped far", "2026-11-23", "2027-01-01", "2028-01-01", null,
                MilestoneState.Pending, "2026-11-01", AssessedStatus.OffTrack, "slipped by 365 days" },
            { "silence", "2026-11-23", "2026-06-30", null, null, MilestoneState.Pending,
                "2026-01-01", AssessedStatus.Stale, "nothing public since it was due" },
            { "no date", "2026-11-23", null, null, null, MilestoneState.Pending,
                "2026-01-01", AssessedStatus.NotAssessed, "no public date" },
            { "cancelled", "2026-11-23", "2026-06-30", null, null, MilestoneState.Cancelled,
                "2026-01-01", AssessedStatus.NotAssessed, "canceled" },
        };

    public static Initiative NewInitiative()
    {
        var attribution = new Attribution { Provenance = Provenance.Confirmed };
        return Initiative.Create(
            "XX-1", "A thing", "What it is.",
            Category.Create("cybersecurity", "Cybersecurity", "Words.", attribution),
            Stage.UnderWay, attribution);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Render_Milestone_ShowsStatusAndSlip(
        string label, string day, string? planned, string? forecast, string? actual,
        MilestoneState state, string? asOf, AssessedStatus status, string remark)
    {
        using var context = new BunitContext();

        var table = await RenderAsync(context, day, Milestone("XX-1-M1", planned, forecast, actual, state, asOf));

        Assert.True(status.ToString() == table.Find("tbody [data-status]").GetAttribute("data-status"), label);
        Assert.Equal(remark, table.Find(".remark").TextContent);
    }

    [Fact]
    public async Task Render_Milestones_StandInTimeAndThoseWithoutADateLast()
    {
        using var context = new BunitContext();

        var table = await RenderAsync(
            context, "2026-11-23",
            Milestone("XX-1-M1", null, null, null, MilestoneState.Unknown, null),
            Milestone("XX-1-M2", "2027", "2028-05", null, MilestoneState.Pending, null),
            Milestone("XX-1-M3", "2027-06", null, null, MilestoneState.Pending, null),
            Milestone("XX-1-M4", "2030", null, "2024-02-29", MilestoneState.Met, null));

        Assert.Equal(["XX-1-M4", "XX-1-M3", "XX-1-M2", "XX-1-M1"], table.FindAll("tbody tr").Select(r => r.Id));
        Assert.DoesNotContain(table.FindAll("td"), td => string.IsNullOrWhiteSpace(td.TextContent));
    }

    [Fact]
    public async Task Render_FactsAfterTheDay_AreNotShown()
    {
        using var context = new BunitContext();

        var table = await RenderAsync(
            context, "2025-06-10", Milestone("XX-1-M1", "2024-12-31", null, "2025-06-11", MilestoneState.MetLate, "2025-06-12"));

        Assert.DoesNotContain("2025-06-11", table.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-06-12", table.Markup, StringComparison.Ordinal);
        Assert.Contains("not yet", table.Find("td[data-label=Actual]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_NoMilestone_SaysSo()
    {
        using var context = new BunitContext();

        Assert.Contains("No public milestone was found.", (await RenderAsync(context, "2026-11-23")).Markup, StringComparison.Ordinal);
    }

    private static Milestone Milestone(
        string code, string? planned, string? forecast, string? actual, MilestoneState state, string? asOf)
    {
        var milestone = Domain.Schedule.Milestone.Create(code, "A step", state, Confirmed);
        milestone.PlanFor(Date(planned), Provenance.None);
        milestone.Expect(Date(forecast));
        milestone.Happen(Date(actual));
        milestone.DateStatus(Date(asOf));
        return milestone;
    }

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

    private async Task<IRenderedComponent<MilestoneTable>> RenderAsync(BunitContext context, string day, params Milestone[] milestones)
    {
        var initiative = NewInitiative();
        foreach (var milestone in milestones) initiative.Milestones.Add(milestone);
        var asked = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        await using var db = register.NewContext();
        var details = new InitiativeDetails(
            initiative,
            true,
            InitiativeRule.Judge(initiative.ToFacts(new Dictionary<string, SourceWeight>()), asked, Thresholds.Default),
            [],
            await SourceLookup.ReadAsync(db, [], Xunit.TestContext.Current.CancellationToken));
        return context.Render<MilestoneTable>(
            p => p.Add(x => x.Details, details).Add(x => x.Day, new DayChoice(asked, GeneratedRegister.Today)));
    }
}
