using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>Everything works without JavaScript: content, forms, links and what opens in place.</summary>
public sealed class PlainPageTests(ProductInBrowser product) : BrowserTest(product)
{
    [Theory]
    [MemberData(nameof(PageList.All), MemberType = typeof(PageList))]
    public async Task Page_WithoutScript_SaysTheSame(string path, int status)
    {
        var plain = await OpenAsync(path, Visitor.WithoutScript, status);
        var live = await OpenAsync(path, status: status);

        await Expect(plain.Locator("main")).ToHaveCountAsync(1);
        await Expect(plain.Locator("h1")).ToHaveCountAsync(1);
        await Expect(plain.Locator("h1")).ToBeVisibleAsync();
        Assert.Equal(await live.TitleAsync(), await plain.TitleAsync());
        Assert.Equal(await SaysAsync(live), await SaysAsync(plain));
    }

    [Theory]
    [InlineData("/", 7)]
    [InlineData("/initiatives", 39)]
    [InlineData("/initiatives/BE-1", 8)]
    [InlineData("/focus-areas", 7)]
    [InlineData("/sources", 50)]
    public async Task Table_WithoutScript_HasItsRows(string path, int rows)
    {
        var page = await OpenAsync(path, Visitor.WithoutScript);

        await Expect(page.Locator("main table").First.Locator("tbody tr:not(.why-row)")).ToHaveCountAsync(rows);
        if (path != "/sources") await Expect(page.Locator("main [data-status]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Forms_WithoutScript_AskForPages()
    {
        var page = await OpenAsync("/initiatives", Visitor.WithoutScript);

        await page.TickAsync("Category", "Cybersecurity cooperation");
        await page.ApplyAsync();
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["Category: Cybersecurity cooperation"]);
        Assert.All(await page.CodesAsync(), code => Assert.StartsWith("CY-", code, StringComparison.Ordinal));

        await page.ChooseDayAsync(PageList.PastDay);
        await Expect(page.Locator(".banner")).ToContainTextAsync("30 Jun 2024");
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["Category: Cybersecurity cooperation"]);

        await GoAsync(page, $"/method?asOf={PageList.PastDay}");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search initiatives" }).FillAsync("pituffik");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["Text: pituffik"]);
        await Expect(page.Locator(".banner")).ToContainTextAsync("30 Jun 2024");
        Assert.Contains("BE-2", await page.CodesAsync());

        // Nothing was left empty, or wrong, on the way.
        await Expect(page.Locator("main .note")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Links_WithoutScript_SortAndTurnPages()
    {
        var page = await OpenAsync("/initiatives?size=25", Visitor.WithoutScript);

        await page.GetByRole(AriaRole.Link, new() { Name = "Title", Exact = true }).ClickAsync();
        await Expect(page.Locator("th.c-title")).ToHaveAttributeAsync("aria-sort", "ascending");
        var first = await page.CodesAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Expect(page.Locator(".pager [aria-current=page]")).ToHaveTextAsync("2");

        Assert.Equal(25, first.Length);
        Assert.Equal(39, first.Union(await page.CodesAsync()).Count());
    }

    [Fact]
    public async Task Details_WithoutScript_Open()
    {
        var page = await OpenAsync("/initiatives/BE-1", Visitor.WithoutScript);
        var sources = page.Locator("main details.sources").First;

        await Expect(sources.Locator("ul")).ToBeHiddenAsync();
        await sources.Locator("summary").ClickAsync();
        await Expect(sources.Locator("ul")).ToBeVisibleAsync();

        await Expect(page.Locator("#why .why-body")).ToBeHiddenAsync();
        await page.Locator("#why > summary").ClickAsync();
        await Expect(page.Locator("#why .why-body")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Theme_WithoutScript_IsTheSystems()
    {
        var light = await OpenAsync("/", Visitor.WithoutScript);
        var dark = await OpenAsync("/", Visitor.WithoutScript with { Scheme = ColorScheme.Dark });

        Assert.NotEqual(await light.BackgroundAsync(), await dark.BackgroundAsync());
        await Expect(light.Locator("#theme")).ToBeHiddenAsync();
    }

    /// <summary>The words of a page without the space between them, and without the number that the error page names.</summary>
    private static async Task<string> SaysAsync(IPage page) => await page.EvaluateAsync<string>("""
        () => {
            const copy = document.body.cloneNode(true);
            copy.querySelectorAll('script, #blazor-error-ui').forEach(e => e.remove());
            return copy.textContent.replace(/00-[0-9a-f]{32}-[0-9a-f]{16}-0\d/, '').replace(/\s+/g, '');
        }
        """);
}
