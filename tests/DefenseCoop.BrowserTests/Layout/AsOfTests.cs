using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Layout;

/// <summary>Any page can speak for a past day, says so, keeps the day in its links and shows the way back.</summary>
[AnyFont]
public sealed class AsOfTests(ProductInBrowser product) : BrowserTest(product)
{
    private static readonly string[] WithoutDay = ["Today", "Back to today"];

    [Theory]
    [InlineData("/")]
    [InlineData("/initiatives")]
    [InlineData("/initiatives/BE-1")]
    [InlineData("/focus-areas")]
    [InlineData("/focus-areas/joint-training")]
    [InlineData("/recommendations")]
    [InlineData("/sources")]
    [InlineData("/method")]
    public async Task Day_Chosen_IsShownAndKeptAndLeft(string path)
    {
        var page = await OpenAsync(path);
        await page.MarkAsync();

        await page.ChooseDayAsync(PageList.PastDay);
        await Expect(page.Locator("#main .banner")).ToContainTextAsync("30 Jun 2024");
        Assert.Equal($"{path}?asOf={PageList.PastDay}", page.PathAndQuery());
        await Expect(page.Locator(".page-side .day:not(.collected) time")).ToHaveTextAsync("30 Jun 2024");
        Found.Nothing(await LinksThatForgetAsync(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "Back to today" }).ClickAsync();
        await Expect(page.Locator("#main .banner")).ToHaveCountAsync(0);
        Assert.Equal(path, page.PathAndQuery());
        await Expect(page.Locator(".page-side .day:not(.collected) time")).ToHaveTextAsync("23 Nov 2026");
        await Expect(page.Locator("#top-as-of")).ToHaveValueAsync("");
        await page.SameLoadAsync();
    }

    [Fact]
    public async Task Day_Chosen_HoldsFromPageToPage()
    {
        var page = await OpenAsync($"/?asOf={PageList.PastDay}");
        foreach (var (link, heading) in new[]
        {
            ("Initiatives", "Initiatives"), ("Focus areas", "Focus areas"), ("Sources", "Sources"), ("Summary", "Summary"),
        })
        {
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
            await page.HeadedAsync(heading);
            await Expect(page.Locator("#main .banner")).ToContainTextAsync("30 Jun 2024");
            await Expect(page.Locator("#top-as-of")).ToHaveValueAsync("30 Jun 2024");
        }
    }

    [Fact]
    public async Task Day_ChosenOnAFilteredRegister_KeepsTheFilters()
    {
        var page = await OpenAsync("/initiatives?category=cybersecurity&category=maritime-arctic&sort=-title");

        await page.ChooseDayAsync("2025-12-31");
        await Expect(page.Locator("#main .banner")).ToContainTextAsync("31 Dec 2025");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(2);
        await Expect(page.Locator("th.c-title")).ToHaveAttributeAsync("aria-sort", "descending");

        await page.TickAsync("Stage", "Under way");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(3);
        await Expect(page.Locator("#main .banner")).ToContainTextAsync("31 Dec 2025");
    }

    [Fact]
    public async Task Register_OfAPastDay_HasOnlyWhatWasKnown()
    {
        var page = await OpenAsync($"/initiatives?asOf={PageList.PastDay}");
        var then = await page.TotalAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to today" }).ClickAsync();
        await Expect(page.GetByTestId("total")).ToHaveTextAsync("39");

        Assert.InRange(then, 1, 38);
    }

    [Theory]
    [InlineData("2031-01-01", "future")]
    [InlineData("yesterday", "yesterday")]
    [InlineData("2025-02-30", "no date")]
    [InlineData("%00%3Cscript%3E", "ignored")]
    public async Task Day_ThatIsNone_IsNotedAndTodayShown(string day, string reason)
    {
        foreach (var path in new[] { "/", "/initiatives", "/initiatives/BE-1", "/focus-areas/cybersecurity", "/sources" })
        {
            var page = await OpenAsync($"{path}?asOf={day}");

            await Expect(page.Locator(".note[role=status]")).ToContainTextAsync("asOf=");
            await Expect(page.Locator(".note[role=status]")).ToContainTextAsync(reason);
            await Expect(page.Locator("#main .banner")).ToHaveCountAsync(0);
            await Expect(page.Locator(".page-side .day:not(.collected) time")).ToHaveTextAsync("23 Nov 2026");
        }
    }

    /// <summary>
    /// But for the way back, and for links that could not be followed on the day: to a source that was published later,
    /// and from a source to what rests on it today. The way in keeps the day in the address that it leads back to.
    /// </summary>
    private static async Task<string[]> LinksThatForgetAsync(IPage page) => await page.EvaluateAsync<string[]>(
        "([day, exceptions]) => [...document.querySelectorAll('a[href]')]"
        + ".filter(a => !a.pathname.startsWith('/account/'))"
        + ".filter(a => a.origin === location.origin && !exceptions.includes(a.textContent.trim()))"
        + ".filter(a => !(a.pathname === '/sources' && a.hash) && "
        + "a.type !== 'application/atom+xml' && !a.closest('td[data-label=\"What rests on it\"]'))"
        + ".filter(a => new URLSearchParams(a.search).get('asOf') !== day).map(a => a.outerHTML)",
        new object[] { PageList.PastDay, WithoutDay });
}
