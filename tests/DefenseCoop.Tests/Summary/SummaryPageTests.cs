using DefenseCoop.Tests.Pages;
using Xunit;

namespace DefenseCoop.Tests.Summary;

/// <summary>Every number on the summary leads to the register, filtered to exactly as many rows.</summary>
[Collection(StarterSiteTests.Name)]
public sealed class SummaryPageTests(StarterSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/?asOf=2025-06-11")]
    [InlineData("/?asOf=2022-12-31")]
    [InlineData("/?asOf=1999-12-31")]
    [InlineData("/?asOf=1950-01-01")]
    public async Task Counts_Followed_FindAsManyRows(string address)
    {
        var page = await site.GetAsync(address, Stop);

        var links = page.All(".counts a").ToList();
        Assert.Equal(6 + 1 + 6 + 4, links.Count);
        foreach (var link in links)
        {
            var register = await site.GetAsync(link.GetAttribute("href")!, Stop);
            Assert.True(
                register.Total == int.Parse(link.QuerySelector(".count")!.TextContent, null),
                $"{address}: {HtmlPage.Words(link)}, {link.GetAttribute("href")} has {register.Total}");
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?asOf=2025-06-11")]
    [InlineData("/?asOf=1950-01-01")]
    public async Task Finding_Followed_FindsAsManyRows(string address)
    {
        var page = await site.GetAsync(address, Stop);

        foreach (var link in page.All(".lede a"))
        {
            var register = await site.GetAsync(link.GetAttribute("href")!, Stop);
            Assert.True(
                register.Total == int.Parse(link.GetAttribute("data-count")!, null),
                $"{address}: {HtmlPage.Words(link)} has {register.Total}");
        }

        Assert.EndsWith(".", HtmlPage.Words(page.Document.QuerySelector(".lede")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ages_OfTheNewestEvidence_CountAllInitiatives()
    {
        var page = await site.GetAsync("/", Stop);

        Assert.Equal(
            int.Parse(page.Document.QuerySelector("[aria-labelledby=h-status] li:last-child .count")!.TextContent, null),
            page.All("[aria-labelledby=h-fresh] .count").Sum(c => int.Parse(c.TextContent, null)));
    }

    [Theory]
    [InlineData("/", "Collected up to 26 Mar 2026")]
    [InlineData("/?asOf=2025-06-11", "Collected up to ")]
    public async Task Summary_SaysHowFarTheCollectionReaches(string address, string words) =>
        Assert.Contains(
            words, HtmlPage.Words((await site.GetAsync(address, Stop)).Document.QuerySelector(".page-side")!), StringComparison.Ordinal);

    [Theory]
    [InlineData("/")]
    [InlineData("/?asOf=2025-06-11")]
    public async Task Concerns_Followed_HaveTheStatusAndCauseThatTheSummaryGives(string address)
    {
        var page = await site.GetAsync(address, Stop);

        var all = page.Document.QuerySelector("section[aria-labelledby=h-concerns] .section-head a")!;
        var register = await site.GetAsync(all.GetAttribute("href")!, Stop);
        Assert.Equal($"All {register.Total}", HtmlPage.Words(all));
        foreach (var item in page.All("section[aria-labelledby=h-concerns] li"))
        {
            var initiative = await site.GetAsync(item.QuerySelector("a")!.GetAttribute("href")!, Stop);
            Assert.Equal(
                item.QuerySelector("[data-status]")!.GetAttribute("data-status"),
                initiative.Document.QuerySelector(".status-line [data-status]")!.GetAttribute("data-status"));
            Assert.Contains(HtmlPage.Words(item.QuerySelector(".because")!), initiative.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?asOf=2025-06-11")]
    [InlineData("/?asOf=1999-12-31")]
    public async Task FocusAreas_Followed_HaveTheStatusAndCauseThatTheSummaryGives(string address)
    {
        var page = await site.GetAsync(address, Stop);

        var rows = page.All("tr[data-slug]").ToList();
        Assert.Equal(7, rows.Count);
        foreach (var row in rows)
        {
            var area = await site.GetAsync(row.QuerySelector("th a")!.GetAttribute("href")!, Stop);
            Assert.Equal(
                row.QuerySelector("[data-status]")!.GetAttribute("data-status"),
                area.Document.QuerySelector(".status-line [data-status]")!.GetAttribute("data-status"));
            var beneath = row.NextElementSibling!;
            Assert.Equal("why-row", beneath.ClassName);
            var status = HtmlPage.Words(area.Document.QuerySelector(".status-line")!);
            Assert.Contains(HtmlPage.Words(beneath.QuerySelector("p")!.FirstChild!), status, StringComparison.Ordinal);
            Assert.Equal(row.QuerySelector("th a")!.GetAttribute("href") + "#why", beneath.QuerySelector("a")!.GetAttribute("href"));
            Assert.NotNull(area.Document.QuerySelector("#why .why-body"));
            if (row.QuerySelector("td[data-label=Because] .because") is { } cause)
            {
                Assert.Contains(HtmlPage.Words(cause), status, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("/", 0)]
    [InlineData("/?asOf=2023-06-30", 1)]
    [InlineData("/focus-areas?asOf=2026-03-31", 1)]
    public async Task Behind_Followed_FindsAsManyRowsAndTheWorst(string address, int areas)
    {
        var page = await site.GetAsync(address, Stop);

        var told = page.All("tr[data-slug] .behind").ToList();
        Assert.True(told.Count >= areas, $"{told.Count} areas have anything behind.");
        foreach (var link in told.SelectMany(t => t.QuerySelectorAll("a")))
        {
            var register = await site.GetAsync(link.GetAttribute("href")!, Stop);
            Assert.EndsWith($" {register.Total}", $" {HtmlPage.Words(link)}", StringComparison.Ordinal);
        }

        foreach (var row in page.All("tr[data-slug]").Where(r => r.QuerySelector(".behind") is not null))
        {
            var first = await site.GetAsync(row.QuerySelector(".behind a")!.GetAttribute("href")!, Stop);
            var worst = row.QuerySelector("a[href^='/initiatives/']")!;
            Assert.StartsWith(
                first.All("tr[data-code]").First().GetAttribute("data-code") + " ", HtmlPage.Words(worst), StringComparison.Ordinal);
        }
    }
}
