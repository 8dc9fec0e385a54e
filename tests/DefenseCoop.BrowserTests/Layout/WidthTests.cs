using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Layout;

/// <summary>No page needs a sideways scroll, from a phone to a large screen.</summary>
public sealed class WidthTests(ProductInBrowser product) : BrowserTest(product)
{
    /// <summary>Of a phone, of usual screens, and just above each width at which pages change: there they have the least room.</summary>
    private static readonly int[] Widths = [390, 761, 1001, 1101, 1181, 1281, 1361, 1440, 1920];

    [Theory]
    [MemberData(nameof(PageList.All), MemberType = typeof(PageList))]
    public async Task Page_AtAnyWidth_FitsTheScreen(string path, int status)
    {
        var page = await OpenAsync(path, status: status);
        var tooWide = new List<string>();
        foreach (var open in new[] { false, true })
        {
            await page.SetDetailsAsync(open);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, Visitor.Height);
                var beyond = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (beyond > 0)
                {
                    tooWide.Add($"{width} px, {(open ? "opened" : "closed")}: {beyond} px too wide by {await WidestAsync(page)}");
                }
            }
        }

        Found.Nothing(tooWide);
    }

    /// <summary>What takes the focus is scrolled to below the head of its table that stays.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/initiatives")]
    [InlineData("/initiatives/SP-1")]
    [InlineData("/focus-areas")]
    [InlineData("/sources")]
    [InlineData("/assessments")]
    public async Task Head_ThatStays_CoversNothingThatIsScrolledTo(string path)
    {
        var page = await OpenAsync(path);
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, Visitor.Height);
            Found.Nothing(await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('thead th')].filter(h => getComputedStyle(h).position === 'sticky')
                    .map(h => [
                        h.textContent,
                        parseFloat(getComputedStyle(h).top) + h.offsetHeight,
                        parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)])
                    .filter(([, bottom, free]) => bottom > free).map(h => `${innerWidth}: ${h}`)
                """));
        }
    }

    [Theory]
    [InlineData("BE-1", "BE-1|On track|Denmark-US Defence Cooperation Agreement (DCA)|FMN, DoD|from 10 Feb 2022")]
    [InlineData("CY-3", "CY-3|Stale|National cyber and information security strategies|MSSB|May 2018|– 2029")]
    public async Task Row_OnAPhone_IsACardOfThreeLinesWithoutTheUnknown(string code, string words)
    {
        var page = await OpenAsync("/initiatives", Visitor.OnPhone);
        var cells = await page.EvaluateAsync<string[][]>(
            "code => [...document.querySelector(`tr[data-code=${code}]`).cells].filter(c => getComputedStyle(c).display !== 'none')"
            + ".sort((a, b) => getComputedStyle(a).order - getComputedStyle(b).order)"
            + ".map(c => [(getComputedStyle(c, '::before').content.replaceAll('\"', '').replace('none', '') + c.textContent).trim(), "
            + "String(Math.round(c.getBoundingClientRect().bottom / 12))])",
            code);

        Assert.Equal(words, string.Join('|', cells.Select(c => c[0].Replace('\u00a0', ' '))));
        Assert.InRange(cells.Select(c => c[1]).Distinct().Count(), 3, 3);
        await Expect(page.Locator($"tr[data-code={code}] .title a")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(PageList.All), MemberType = typeof(PageList))]
    public async Task Head_OnAPhone_IsOneRowThatStays(string path, int status)
    {
        var page = await OpenAsync(path, Visitor.OnPhone, status);
        if (await page.Locator(".topbar").CountAsync() == 0) return;
        Assert.Equal(48, (await page.Locator(".topbar").BoundingBoxAsync())!.Height);
        await page.EvaluateAsync("scrollTo(0, 400)");
        Assert.Equal(0, (await page.Locator(".topbar").BoundingBoxAsync())!.Y);

        await page.Locator(".menu-button").ClickAsync();
        await Expect(page.Locator(".sidenav a").First).ToBeInViewportAsync();
        await Expect(page.Locator("#theme")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".sidenav a").First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Register_OnAPhone_FiltersAndOpens()
    {
        var page = await OpenAsync("/initiatives", Visitor.OnPhone);
        await page.TickAsync("Category", "Defence technology");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await page.Locator("tr[data-code=DT-1] .title a").ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("DT-1");
    }

    private static async Task<string> WidestAsync(IPage page) => await page.EvaluateAsync<string>(
        "[...document.querySelectorAll('body *')].map(e => [e.getBoundingClientRect().right, e])"
            + ".sort((a, b) => b[0] - a[0])[0][1].outerHTML.slice(0, 200)");
}
