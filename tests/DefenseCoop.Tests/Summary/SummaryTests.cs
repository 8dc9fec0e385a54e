using System.Globalization;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Summary;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Initiatives;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Summary;

/// <summary>The summary's numbers and lists against the register and against plain code over the rules.</summary>
[Collection(GeneratedRegisterTests.Name)]
public sealed class SummaryTests(GeneratedRegister register)
{
    public static TheoryData<string> Days => GeneratedRegister.Days;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_Counts_EqualTheLinkedRegister(string asOf)
    {
        var (summary, expected) = await ReadAsync(asOf);
        var queries = register.Get<RegisterQueries>();

        Assert.Equal((await queries.ReadAsync(new RegisterQuery(), expected.Day, Stop)).Total, summary.Total);
        foreach (var status in Enum.GetValues<AssessedStatus>())
        {
            var linked = await queries.ReadAsync(new RegisterQuery { Statuses = [status] }, expected.Day, Stop);
            Assert.True(linked.Total == summary.ByStatus[status], $"{status}: register {linked.Total}, summary {summary.ByStatus[status]}");
        }

        foreach (var stage in Enum.GetValues<Stage>())
        {
            var linked = await queries.ReadAsync(new RegisterQuery { Stages = [stage] }, expected.Day, Stop);
            Assert.True(linked.Total == summary.ByStage[stage], $"{stage}: register {linked.Total}, summary {summary.ByStage[stage]}");
        }

        foreach (var age in Enum.GetValues<EvidenceAge>())
        {
            var linked = await queries.ReadAsync(new RegisterQuery { EvidenceAges = [age] }, expected.Day, Stop);
            Assert.True(
                linked.Total == summary.Freshness.ByAge[age], $"{age}: register {linked.Total}, summary {summary.Freshness.ByAge[age]}");
        }

        Assert.Equal(summary.Total, summary.ByStatus.Values.Sum());
        Assert.Equal(summary.Total, summary.ByStage.Values.Sum());
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_Concerns_AreOffTrackThenAtRiskByCode(string asOf)
    {
        var (summary, expected) = await ReadAsync(asOf);

        var worst = expected.Rows.Sorted(RegisterSort.Code, false)
            .Where(r => r.Finding.Status is AssessedStatus.OffTrack or AssessedStatus.AtRisk)
            .OrderBy(r => r.Finding.Status == AssessedStatus.OffTrack ? 0 : 1)
            .Take(SummaryQueries.RowsShown);
        Assert.Equal(
            worst.Select(r => new ConcernRow(r.Code, r.Initiative.Title, r.Finding.Status, r.Finding.FirstCause)),
            summary.Concerns);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_Milestones_AreTheNextUnmetOnesInOrder(string asOf)
    {
        var (summary, expected) = await ReadAsync(asOf);

        var ahead =
            from row in expected.Rows
            where row.Finding.Stage is not (Stage.Cancelled or Stage.Completed)
            from milestone in row.Initiative.Milestones
            let finding = row.Finding.Milestones.Single(f => f.About.Code == milestone.Code)
            let date = milestone.Forecast ?? milestone.Planned
            where !finding.IsMet && !finding.IsCancelled && date?.LastDay >= expected.Day
            select new UpcomingRow(
                milestone.Code, milestone.Title, date.Value.ToDisplay(),
                date.Value.LastDay, row.Code, row.Initiative.Title, finding.Status);
        var all = ahead.OrderBy(r => r.By).ThenBy(r => r.Code, StringComparer.Ordinal).ToList();
        Assert.Equal(all.Take(summary.HasMoreMilestones ? SummaryQueries.RowsShown : SummaryQueries.MilestonesRead), summary.Milestones);
        Assert.Equal(all.Count > summary.Milestones.Count, summary.HasMoreMilestones);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_Freshness_NamesTheNewestAndTheOldestOfWhatGoesOn(string asOf)
    {
        var (summary, expected) = await ReadAsync(asOf);

        var dated = expected.Rows.Sorted(RegisterSort.Code, false).Where(r => r.Finding.EvidenceOn is not null).ToList();
        Assert.Equal(Row(dated.OrderByDescending(r => r.Finding.EvidenceOn).FirstOrDefault()), summary.Freshness.Newest);
        Assert.Equal(
            Row(dated.Where(r => r.Finding.Stage is Stage.UnderWay or Stage.Agreed).OrderBy(r => r.Finding.EvidenceOn).FirstOrDefault()),
            summary.Freshness.Oldest);

        Assert.Equal(
            Enum.GetValues<EvidenceAge>()
                .Select(a => (a, expected.Rows.Count(r => ExpectedRegister.AgeOf(r.Finding.EvidenceOn, expected.Day) == a))),
            summary.Freshness.ByAge.Select(a => (a.Key, a.Value)));

        static EvidenceRow? Row(ExpectedRow? r) => r is null ? null : new(r.Code, r.Initiative.Title, r.Finding.Newest!.Value.In);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_Finding_IsThatOfTheCounts(string asOf)
    {
        var (summary, expected) = await ReadAsync(asOf);

        var tooOld = expected.Rows.Count(r => r.Finding is { Status: AssessedStatus.Stale, EvidenceOn: { } on }
            && expected.Day.DayNumber - on.DayNumber > Thresholds.Default.EvidenceMaxAgeDays);
        Assert.Equal(
            MainFinding.Of(new StatusCounts(summary.ByStatus, tooOld), Thresholds.Default).Select(w => w.Text),
            summary.Finding.Select(w => w.Text));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_FocusAreas_AreThoseOfTheRules(string asOf)
    {
        var (summary, expected) = await ReadAsync(asOf);

        Assert.Equal(
            expected.FocusAreas.Select(f => (f.About.Code, f.Status, f.FirstCause)),
            summary.FocusAreas.Select(f => (f.Slug, f.Status, f.FirstCause)));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task ReadAsync_AreaStandings_EqualTheLinkedRegister(string asOf)
    {
        var (summary, expected) = await ReadAsync(asOf);

        foreach (var area in summary.FocusAreas)
        {
            var rows = expected.Rows.Where(new RegisterQuery { FocusAreas = [area.Slug] }).Sorted(RegisterSort.Code, false);
            List<ExpectedRow> behind =
            [
                .. rows.Where(r => r.Finding.Status == AssessedStatus.OffTrack),
                .. rows.Where(r => r.Finding.Status == AssessedStatus.AtRisk),
            ];
            var worst = behind.Select(r => new WorstInitiative(r.Code, r.Initiative.Title, r.Finding.FirstCause)).FirstOrDefault();
            var found = summary.AreaStandings.GetValueOrDefault(area.Slug);
            Assert.Equal(
                rows.Count == 0 ? null : new AreaStanding(
                    rows.Count, behind.Count(r => r.Finding.Status == AssessedStatus.OffTrack),
                    behind.Count(r => r.Finding.Status == AssessedStatus.AtRisk), worst),
                found);
        }
    }

    [Fact]
    public async Task ReadAsync_Exercises_AreThoseThatStartTodayOrLater()
    {
        var (summary, expected) = await ReadAsync("2026-11-23");
        await using var db = register.NewContext();
        var editions = await db.Set<ExerciseEdition>().AsNoTracking().ToListAsync(Stop);

        Assert.Equal(
            editions.Where(e => e.Start.FirstDay >= expected.Day)
                .OrderBy(e => e.Start.FirstDay).Take(SummaryQueries.RowsShown).Select(e => e.Code),
            summary.Exercises.Select(e => e.Code));
        Assert.Empty((await ReadAsync("2023-03-15")).Summary.Exercises);
    }

    [Theory]
    [InlineData("cancelled, by a text that speaks for the whole year", "2026-12-15", null, MilestoneState.Cancelled, "2026", true)]
    [InlineData("cancelled, by a text of last month", "2026-12-15", null, MilestoneState.Cancelled, "2026-10", false)]
    [InlineData("met, by a text that speaks for the whole month", "2026-12-15", null, MilestoneState.Met, "2026-11", true)]
    [InlineData("met, by a text of last month", "2026-12-15", null, MilestoneState.Met, "2026-10", false)]
    [InlineData("met on no known day", "2026-12-15", null, MilestoneState.Met, null, false)]
    [InlineData("an actual date that lies ahead", "2026-12-15", "2026-12-01", MilestoneState.Met, "2026-10", true)]
    [InlineData("an actual date beside pending", "2026-12-15", "2026-11-01", MilestoneState.Pending, null, false)]
    [InlineData("due today", "2026-11-23", null, MilestoneState.Pending, null, true)]
    [InlineData("due yesterday", "2026-11-22", null, MilestoneState.Pending, null, false)]
    [InlineData("due this year", "2026", null, MilestoneState.Unknown, null, true)]
    public async Task ReadAsync_MilestoneOnTheEdge_IsAheadAsTheRulesSay(
        string label, string planned, string? actual, MilestoneState state, string? asOf, bool ahead)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.NewContext())
        {
            var initiative = await db.Initiatives.AsTracking().SingleAsync(i => i.Code == "BE-1", Stop);
            var milestone = Milestone.Create(
                "BE-1-M99", "A step on the edge", state, new Attribution { Provenance = Provenance.Illustrative }, 99);
            milestone.PlanFor(PartialDate.Parse(planned), Provenance.None);
            milestone.Happen(actual is null ? null : PartialDate.Parse(actual));
            milestone.DateStatus(asOf is null ? null : PartialDate.Parse(asOf));
            initiative.Milestones.Add(milestone);
            await db.SaveRecordsAsync();
        }

        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FixedClock())
            .AddDefenseCoopData(database.Options)
            .BuildServiceProvider();
        var summary = await services.GetRequiredService<SummaryQueries>().ReadAsync(GeneratedRegister.Today, Stop);

        Assert.True(ahead == summary.Milestones.Any(m => m.Code == "BE-1-M99"), label);
    }

    private async Task<(SummaryResult Summary, ExpectedDay Expected)> ReadAsync(string asOf)
    {
        var day = DateOnly.Parse(asOf, CultureInfo.InvariantCulture);
        return (await register.Get<SummaryQueries>().ReadAsync(day, Stop), register.On(day));
    }
}
