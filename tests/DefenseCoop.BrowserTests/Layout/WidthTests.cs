using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Layout;

/// <summary>No page needs a sideways scroll, from a phone to a large screen.</summary>
public sealed class WidthTests(Stage stage) : BrowserTest(stage)
{
    private static readonly int[] Widths = [390, 768, 1024, 1440, 1920];

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
                if (beyond > 0) tooWide.Add($"{width} px, {(open ? "opened" : "closed")}: {beyond} px too wide by {await WidestAsync(page)}");
            }
        }

        Found.Nothing(tooWide);
    }

    [Fact]
    public async Task Row_OnAPhone_SaysWhatItsValuesAre()
    {
        var page = await OpenAsync("/initiatives", Visitor.OnPhone);
        var labels = await page.EvaluateAsync<string[]>(
            "[...document.querySelector('tr[data-code=BE-1]').cells].filter(c => getComputedStyle(c).display !== 'none')"
            + ".map(c => getComputedStyle(c, '::before').content).filter(c => c !== 'none').map(c => c.replaceAll('\"', ''))");

        Assert.Equal(["Category", "Stage", "Status", "Start", "End", "Lead", "Milestones met", "Status as of"], labels);
        await Expect(page.Locator("tr[data-code=BE-1] .title a")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Register_OnAPhone_FiltersAndOpens()
    {
        var page = await OpenAsync("/initiatives", Visitor.OnPhone);
        await page.TickAsync("Category", "Defence technology");
        await page.ApplyAsync();
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await page.Locator("tr[data-code=DT-1] .title a").ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("DT-1");
    }

    private static async Task<string> WidestAsync(IPage page) => await page.EvaluateAsync<string>(
        "[...document.querySelectorAll('body *')].map(e => [e.getBoundingClientRect().right, e]).sort((a, b) => b[0] - a[0])[0][1].outerHTML.slice(0, 200)");
}
