using System.Globalization;
using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>Every number of the summary leads to exactly the rows that it counts.</summary>
[AnyFont]
public sealed class SummaryTests(ProductInBrowser product) : BrowserTest(product)
{
    [Theory]
    [InlineData("/")]
    [InlineData($"/?asOf={PageList.PastDay}")]
    [InlineData("/?asOf=2025-12-31")]
    [InlineData("/?asOf=1940-01-01")]
    public async Task Number_OfTheSummary_IsTheTotalItLinksTo(string path)
    {
        var page = await OpenAsync(path, Visitor.WithoutScript);
        var links = await page.Locator("main a[href^='/initiatives']:not([href*='/initiatives/'])").AllAsync();
        var numbers = new List<(string Url, int Number)>();
        foreach (var link in links)
        {
            // A share in words says how many it is beside; words such as "Under 3 months" have a number of their own.
            var number = await link.EvaluateAsync<string>(
                "a => a.dataset.count ?? a.querySelector('.count')?.textContent ?? a.textContent.match(/\\d+/)?.[0] ?? ''");
            Assert.True(number.Length > 0, $"A link to the register without a number: {await link.InnerTextAsync()}");
            numbers.Add(((await link.GetAttributeAsync("href"))!, int.Parse(number, CultureInfo.InvariantCulture)));
        }

        // Six statuses, six stages, four ages of evidence, all, those late or at risk; and those of the sentences at the top and of areas.
        Assert.Equal(18 + await page.Locator(".lede a, .behind a").CountAsync(), numbers.Count);
        foreach (var (url, number) in numbers)
        {
            await GoAsync(page, url);
            Assert.True(number == await page.TotalAsync(), $"The summary says {number}, {url} has {await page.TotalAsync()}");
            Assert.Equal(number, (await page.CodesAsync()).Length);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData($"/?asOf={PageList.PastDay}")]
    public async Task Numbers_OfTheSummary_AddUp(string path)
    {
        var page = await OpenAsync(path);
        var byStatus = await NumbersAsync(page, "[aria-labelledby=h-status] .count");
        var byStage = await NumbersAsync(page, "[aria-labelledby=h-stage] .count");

        Assert.Equal(byStatus[^1], byStatus[..^1].Sum());
        Assert.Equal(byStatus[^1], byStage.Sum());
        Assert.Equal(7, await page.Locator("[aria-labelledby=h-areas] tbody tr[data-slug]").CountAsync());
    }

    [Fact]
    public async Task Concerns_OfTheSummary_AreTheRowsOfTheRegister()
    {
        var page = await OpenAsync("/?asOf=2026-06-30");
        var shown = await page.TextsAsync("[aria-labelledby=h-concerns] .items .code");
        await page.Locator("[aria-labelledby=h-concerns] .section-head a").ClickAsync();
        await page.HeadedAsync("Initiatives");

        Assert.NotEmpty(shown);
        Assert.Empty(shown.Except(await page.CodesAsync()));
        Assert.All(await page.TextsAsync(".register [data-status]"), status => Assert.Contains(status, new[] { "At risk", "Off track" }));
    }

    private static async Task<int[]> NumbersAsync(IPage page, string selector) =>
        [.. (await page.TextsAsync(selector)).Select(t => int.Parse(t, CultureInfo.InvariantCulture))];
}
