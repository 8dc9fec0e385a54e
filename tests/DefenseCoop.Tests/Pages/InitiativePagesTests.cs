using AngleSharp.Dom;
using System.Globalization;
using System.Net;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>Each initiative of the starter data shows everything known about it on the day.</summary>
[Collection(StarterSiteTests.Name)]
public sealed class InitiativePagesTests(StarterSite site)
{
    public static TheoryData<string> Days { get; } = new("2026-11-23", "2024-03-06");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Days))]
    public async Task EveryInitiative_Asked_ShowsAllOfItsFacts(string asOf)
    {
        var day = DateOnly.Parse(asOf, CultureInfo.InvariantCulture);
        var initiatives = await InitiativesAsync();
        Assert.Equal(39, initiatives.Count);
        foreach (var i in initiatives)
        {
            var page = await PageAsync(i.Code, day);

            Assert.Contains(i.Title, page.Text, StringComparison.Ordinal);
            Assert.Contains(Squeeze(i.Description), page.Text, StringComparison.Ordinal);
            Assert.All(i.Milestones, m => Assert.Contains(Squeeze(m.Title), TextOf(page, m.Code), StringComparison.Ordinal));
            Assert.All(i.Indicators, n => Assert.Contains(Squeeze(n.Name), TextOf(page, n.Code), StringComparison.Ordinal));
            Assert.All(
                i.Participations, p => Assert.Contains(p.Organization.Name, TextOf(page, p.Organization.Code), StringComparison.Ordinal));
            Assert.All(i.Sites, s => Assert.Contains(s.Name, TextOf(page, s.Code), StringComparison.Ordinal));
            Assert.All(i.Contributions, c => Assert.Contains(Squeeze(c.Outcome.Text), TextOf(page, c.Code), StringComparison.Ordinal));
            Assert.All(i.Contributions, c => Assert.Contains("Illustrative", TextOf(page, c.Code), StringComparison.Ordinal));
            if (i.Agreement is not { } agreement) continue;
            Assert.Contains(agreement.Title, TextOf(page, agreement.Code), StringComparison.Ordinal);
            Assert.All(agreement.Provisions, p => Assert.Contains(Squeeze(p.Text), TextOf(page, p.Code), StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task EveryInitiative_Asked_ShowsTheStatusOfTheRulesAndWhy(string asOf)
    {
        var day = DateOnly.Parse(asOf, CultureInfo.InvariantCulture);
        foreach (var row in site.On(day).Rows)
        {
            var page = await PageAsync(row.Code, day);

            Assert.Equal(
                row.Finding.Status.ToString(), page.Document.QuerySelector("main .status-line [data-status]")!.GetAttribute("data-status"));
            Assert.Equal(Words.Of(row.Finding.Stage), HtmlPage.Words(page.Document.QuerySelector("main .stage")!));
            Assert.Contains(
                Squeeze(row.Finding.FirstCause), HtmlPage.Words(page.Document.QuerySelector("#why .causes li")!), StringComparison.Ordinal);
            foreach (var part in row.Finding.Milestones.Select(m => (m.About.Code, m.Status))
                .Concat(row.Finding.Indicators.Select(n => (n.About.Code, n.Status))))
            {
                var shown = page.Document.GetElementById(part.Code)!.QuerySelector("[data-status]")!.GetAttribute("data-status");
                Assert.True(part.Status.ToString() == shown, $"{part.Code} on {day}: {part.Status} by the rules, {shown} on the page");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task EveryIndicator_Asked_ShowsTheReadingsOfTheDayAndNoOther(string asOf)
    {
        var day = DateOnly.Parse(asOf, CultureInfo.InvariantCulture);
        var seen = 0;
        foreach (var i in await InitiativesAsync())
        {
            var page = await PageAsync(i.Code, day);
            foreach (var indicator in i.Indicators)
            {
                var block = page.Document.GetElementById(indicator.Code)!;
                var expected = indicator.Readings.Where(r => !(r.Period.LastDay > day)).ToList();
                var values = block.QuerySelectorAll("tbody tr:not(.group):not(.ahead)")
                    .SelectMany(r => r.QuerySelectorAll(".versus > li") is { Length: > 0 } several ? several : r.QuerySelectorAll("td.num"))
                    .Select(c => HtmlPage.Words(c).Split("Source")[0].Trim());
                Assert.Equal(
                    expected.Select(r => Squeeze(Words.Of(r.Qualifier) + Words.Of(r.Value))).Order(StringComparer.Ordinal),
                    values.Order(StringComparer.Ordinal));
                Assert.Equal(indicator.Targets.Count == 0, block.TextContent.Contains("No public target", StringComparison.Ordinal));
                if (indicator.Targets.Count == 0) Assert.DoesNotContain("Share of the way", block.TextContent, StringComparison.Ordinal);
                seen += expected.Count;
            }
        }

        Assert.True(seen > 40, $"Only {seen} readings were seen.");
    }

    [Fact]
    public async Task EveryInitiative_Today_ShowsExercisesAndEvents()
    {
        await using var db = site.NewContext();
        var events = await db.Events.AsNoTracking().Include(e => e.Categories).ToListAsync(Stop);
        foreach (var i in await InitiativesAsync())
        {
            var page = await PageAsync(i.Code, StarterSite.Today);

            Assert.All(i.Exercises.SelectMany(e => e.Editions), e => Assert.NotNull(page.Document.GetElementById(e.Code)));
            Assert.All(
                events.Where(e => e.Categories.Any(c => c.Id == i.CategoryId) && e.Date.FirstDay <= StarterSite.Today),
                e => Assert.Contains(Squeeze(e.Title), TextOf(page, e.Code), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task EverySourceCited_OnAnInitiativePage_StandsInItsListAndOnTheSourcesPage()
    {
        await using var db = site.NewContext();
        var citations = await db.Citations.AsNoTracking().Include(c => c.Source).ToListAsync(Stop);
        foreach (var i in await InitiativesAsync())
        {
            var page = await PageAsync(i.Code, StarterSite.Today);
            var listed = page.All("section[aria-labelledby=h-sources] td.ref a").Select(a => a.GetAttribute("href")!).ToHashSet();
            HashSet<string> subjects =
            [
                i.Code, .. i.Milestones.Select(m => m.Code), .. i.Sites.Select(s => s.Code),
                .. i.Participations.Select(p => p.Organization.Code),
                .. i.Indicators.SelectMany(n => n.Readings).Select(r => r.Code),
                .. i.Indicators.SelectMany(n => n.Targets).Select(t => t.Code),
                .. i.Indicators.Where(n => n.Baseline is not null).Select(n => n.Baseline!.Code), .. i.Contributions.Select(c => c.Code),
            ];
            var cited = citations.Where(c => subjects.Contains(c.SubjectCode) && c.Kind is not (SubjectKind.Category or SubjectKind.Event))
                .Select(c => c.Source.Code).Distinct().ToList();

            Assert.NotEmpty(cited);
            Assert.All(cited, code => Assert.Contains($"/sources?at={code}#{code}", listed));
            var marks = page.All("details.sources a[href^='/sources?at=']").Select(a => a.GetAttribute("href")!).Distinct().ToList();
            Assert.All(marks, href => Assert.Contains(href, listed));
            Assert.All(cited, code => Assert.Contains($"/sources?at={code}#{code}", marks));
            Assert.Equal(marks.Count, listed.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Register_Cells_AreNeverEmpty(string asOf)
    {
        var page = await site.GetAsync($"/initiatives?size=200&asOf={asOf}", Stop);

        Assert.NotEmpty(page.Codes);
        Assert.DoesNotContain(page.All("table.register td"), td => string.IsNullOrWhiteSpace(td.TextContent));
        Assert.Contains(page.All("table.register td"), td => HtmlPage.Words(td) == "unknown");
        Assert.All(page.All("table.register tbody tr[data-code]"), tr => Assert.Equal(10, tr.Children.Length));
    }

    [Fact]
    public async Task Sources_Today_ListsEverySourceWithItsTier()
    {
        await using var db = site.NewContext();
        var sources = await db.Sources.AsNoTracking().ToListAsync(Stop);

        List<HtmlPage> pages = [];
        for (var number = 1; number <= 4; number++) pages.Add(await site.GetAsync($"/sources?page={number}", Stop));

        Assert.Equal(183, sources.Count);
        Assert.All(pages, p => Assert.Equal(183, p.Total));
        Assert.Equal(
            sources.Select(s => s.Code).Order(StringComparer.Ordinal),
            pages.SelectMany(p => p.All("tbody tr")).Select(r => r.Id!).Order(StringComparer.Ordinal));
        foreach (var source in sources)
        {
            var row = pages.Select(p => p.Document.GetElementById(source.Code)).OfType<IElement>().Single();
            Assert.Contains(Squeeze(source.Title), HtmlPage.Words(row), StringComparison.Ordinal);
            Assert.Equal(
                ((int)source.Tier).ToString(CultureInfo.InvariantCulture), HtmlPage.Words(row.QuerySelector("td[data-label=Tier]")!));
            Assert.Equal(
                source.Url.StartsWith("http", StringComparison.Ordinal),
                row.QuerySelector("th a[rel~=noopener][rel~=noreferrer]")?.GetAttribute("href") == source.Url);
        }
    }

    private static string TextOf(HtmlPage page, string id) =>
        HtmlPage.Words(page.Document.GetElementById(id) ?? throw new InvalidOperationException($"{page.Address} does not show {id}."));

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<HtmlPage> PageAsync(string code, DateOnly day)
    {
        var page = await site.GetAsync($"/initiatives/{code}{(day == StarterSite.Today ? "" : $"?asOf={day:yyyy-MM-dd}")}", Stop);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }

    private async Task<List<Initiative>> InitiativesAsync()
    {
        await using var db = site.NewContext();
        return await db.Initiatives.AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .Include(i => i.Milestones).Include(i => i.Sites).Include(i => i.Participations).ThenInclude(p => p.Organization)
            .Include(i => i.Indicators).ThenInclude(n => n.Readings)
            .Include(i => i.Indicators).ThenInclude(n => n.Targets)
            .Include(i => i.Indicators).ThenInclude(n => n.Baseline)
            .Include(i => i.Contributions).ThenInclude(c => c.Outcome)
            .Include(i => i.Exercises).ThenInclude(e => e.Editions)
            .Include(i => i.Agreement!.Provisions)
            .ToListAsync(Stop);
    }
}
