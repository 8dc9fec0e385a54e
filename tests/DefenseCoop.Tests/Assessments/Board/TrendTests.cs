using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>What the evidence said of past periods: the same as the page of an area says of their last days.</summary>
public sealed class TrendTests(BoardStage stage) : IClassFixture<BoardStage>
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TrendQueries Trends => stage.Target.Get<TrendQueries>();

    [Fact]
    public async Task Trend_EveryAreaAndPeriod_AgreesWithTheRulesOnItsLastDay()
    {
        var areas = stage.Target.Get<FocusAreaQueries>();
        foreach (var slug in (await areas.ListAsync(Today, Stop)).Select(a => a.Slug))
        {
            var trend = (await Trends.TrendAsync(slug, Today, 12, Stop))!;

            Assert.Equal(["2024-Q1", "2024-Q2"], trend.Cells.Take(2).Select(c => c.Period.Code));
            Assert.Equal("2026-Q4", trend.Cells[^1].Period.Code);
            foreach (var cell in trend.Cells.Where(c => c.Published is null))
            {
                var day = cell.Period.LastDay < Today ? cell.Period.LastDay : Today;
                var known = (await areas.FindAsync(slug, day, Stop))!.Finding;
                Assert.True(cell.Computed == known.Status, $"{slug}, {cell.Period}: {cell.Computed}, and on {day:O} {known.Status}");
                Assert.Equal(cell.Period.LastDay < Today, cell.IsComputedLater);
            }
        }
    }

    [Fact]
    public async Task Trend_PublishedPeriod_HasWhatWasComputedThen()
    {
        var cell = (await Trends.TrendAsync("cybersecurity", Today, 4, Stop))!.Cells.Single(c => c.Period.Code == "2026-Q3");

        Assert.Equal(
            (AssessedStatus.OnTrack, false, AssessedStatus.AtRisk),
            (cell.Computed!.Value, cell.IsComputedLater, cell.Published!.Judgement!.Value));
        Assert.Null(cell.Open);
    }

    [Fact]
    public async Task AreaPage_TableOfTheTrend_SaysTheSameAsThePageOfThatDay()
    {
        var page = await BoardStage.PageAsync(stage.Visitor, "/focus-areas/defense-technology");
        foreach (var (period, day) in new[] { ("2026-Q2", "2026-06-30"), ("2025-Q1", "2025-03-31"), ("2024-Q1", "2024-03-31") })
        {
            var then = await BoardStage.PageAsync(stage.Visitor, $"/focus-areas/defense-technology?asOf={day}");

            Assert.Equal(
                then.Main.QuerySelector(".status-line > .status")!.GetAttribute("data-status"),
                page.All($".trend-table tr[data-period='{period}'] [data-status]").Single().GetAttribute("data-status"));
            Assert.Contains(
                "computed later", HtmlPage.Words(page.All($".trend-table tr[data-period='{period}']").Single()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AreaPage_Reader_SeesTheLastJudgementBesideTheEvidenceAndThePast()
    {
        var page = await BoardStage.PageAsync(stage.Visitor, "/focus-areas/cybersecurity");
        var section = page.All("#assessments").Single();

        Assert.Equal(["AtRisk", "OnTrack"], section.QuerySelectorAll(".facts .status").Take(2).Select(s => s.GetAttribute("data-status")));
        Assert.Contains("The judgment differs from what the evidence said", HtmlPage.Words(section), StringComparison.Ordinal);
        Assert.Equal(
            [BoardStage.Published], section.QuerySelectorAll(".past-assessments tr[data-code]").Select(r => r.GetAttribute("data-code")));
        Assert.Single(section.QuerySelectorAll("figure.trend > svg[role=img][aria-label]"));
        Assert.Single(section.QuerySelectorAll("svg .mark.judged[data-mark=AtRisk]"));
        Assert.Equal(10, section.QuerySelectorAll("figure.trend > svg .mark.later").Length);
    }

    [Fact]
    public async Task AreaPage_NothingPublished_SaysSo()
    {
        var page = await BoardStage.PageAsync(stage.Editor, "/focus-areas/base-expansion");

        Assert.Contains("No assessment of this focus area is published.", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All(".past-assessments, path.judged[data-mark]"));
    }

    [Fact]
    public async Task Trend_Change_IsInItAtOnce_AndOnlyThenRead()
    {
        await using var target = new LiveProduct();
        var trends = target.Get<TrendQueries>();
        var statuses = target.Get<PastStatuses>();
        await trends.WarmUpAsync(Today, _ => Task.CompletedTask, Stop);
        var readings = statuses.Readings;
        var before = (await trends.TrendAsync("cybersecurity", Today, 12, Stop))!.Cells[^1].Computed;
        Assert.Equal(readings, statuses.Readings);

        await using (var db = target.NewContext())
        {
            foreach (var milestone in await db.Milestones.Where(m => m.Initiative.Code.StartsWith("CY-")).ToListAsync(Stop))
            {
                milestone.Happen(PartialDate.Parse("2026-11-01"));
            }
            await db.SaveRecordsAsync();
        }

        target.Get<IChangeBus>().Publish(new ChangeNotice(9, [], new HashSet<string>(), new HashSet<string> { "cybersecurity" }));
        var after = (await trends.TrendAsync("cybersecurity", Today, 12, Stop))!.Cells[^1].Computed;

        Assert.NotEqual(before, after);
        Assert.Equal((await target.Get<FocusAreaQueries>().FindAsync("cybersecurity", Today, Stop))!.Finding.Status, after);
        await trends.TrendAsync("maritime-arctic", Today, 12, Stop);
        Assert.Equal(readings + 1, statuses.Readings);
    }

    [Fact]
    public async Task Trend_ByWhatWasKnownBefore_IsOfThatTime()
    {
        Assert.Null(await Trends.TrendAsync("cybersecurity", new(Today, Given.At(2026, 11, 23, 11)), 3, Stop));
        Assert.Null(await Trends.TrendAsync("no-such-area", Today, 3, Stop));
    }
}
