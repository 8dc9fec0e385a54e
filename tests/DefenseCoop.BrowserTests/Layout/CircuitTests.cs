using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Layout;

/// <summary>One page load serves a whole visit: what happens when the reader goes on, gets lost or loses the connection.</summary>
[AnyFont]
public sealed class CircuitTests(ProductInBrowser product) : BrowserTest(product)
{
    [Fact]
    public async Task Navigation_BetweenPages_NeedsNoNewLoad()
    {
        var page = await OpenAsync("/");
        await page.MarkAsync();
        foreach (var heading in new[] { "Initiatives", "Focus areas", "Recommendations", "Sources", "Method", "Summary" })
        {
            var link = page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = heading });
            await link.ClickAsync();
            await page.HeadedAsync(heading);
            await Expect(page).ToHaveTitleAsync($"{heading} – DefenseCoop");
            await Expect(page.Locator("h1")).ToBeFocusedAsync();
            await Expect(link).ToHaveAttributeAsync("aria-current", "page");
            await Expect(page.Locator("[data-interactive]")).ToBeAttachedAsync();
        }

        await page.SameLoadAsync();
    }

    [Fact]
    public async Task Navigation_BackAndForward_NeedsNoNewLoad()
    {
        var page = await OpenAsync("/focus-areas");
        await page.MarkAsync();
        await page.Locator("tr[data-slug=cybersecurity] th a").ClickAsync();
        await page.HeadedAsync("Cybersecurity cooperation");
        await page.Locator(".parts a").First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("CY-");
        var title = await page.TitleAsync();

        await page.GoBackAsync();
        await page.HeadedAsync("Cybersecurity cooperation");
        await page.GoBackAsync();
        await page.HeadedAsync("Focus areas");
        await page.GoForwardAsync();
        await page.GoForwardAsync();
        await Expect(page).ToHaveTitleAsync(title);
        await page.SameLoadAsync();
    }

    [Theory]
    [InlineData("/initiatives/DT-1", "main details.sources a[href^='/sources?at=']")]
    [InlineData("/", "[aria-labelledby=h-next] .items a[href*='#']")]
    public async Task Link_ToAPlaceOnAnotherPage_ShowsThePlace(string path, string selector)
    {
        var page = await OpenAsync(path);
        await page.MarkAsync();
        await page.SetDetailsAsync(true);
        var link = page.Locator(selector).Last;
        var place = new Uri(Product.Address, await link.GetAttributeAsync("href")).Fragment;
        await page.SetDetailsAsync(false);
        await link.EvaluateAsync("a => { const d = a.closest('details'); if (d) d.open = true; }");

        await link.ClickAsync();
        await Expect(page.Locator($"[id='{place[1..]}']")).ToBeInViewportAsync();
        await page.SameLoadAsync();
    }

    [Theory]
    [InlineData("/initiatives/NO-SUCH-CODE")]
    [InlineData("/focus-areas/no-such-slug")]
    public async Task Navigation_ToNowhere_ShowsTheWayBack(string path)
    {
        var page = await OpenAsync("/initiatives");
        // In the moment before the circuit takes over navigation, the page is fetched from the server, which answers 404.
        WatchOf(page).Expect(path);
        await page.EvaluateAsync("path => Blazor.navigateTo(path)", path);
        await page.HeadedAsync("There is no such page");
        await page.GetByRole(AriaRole.Link, new() { Name = "All initiatives" }).ClickAsync();

        await page.HeadedAsync("Initiatives");
        Assert.Equal(39, (await page.CodesAsync()).Length);
    }

    [Fact]
    public async Task Connection_LostAndFound_IsSaidAndGoesOn()
    {
        var page = await NewPageAsync();
        await page.AddInitScriptAsync(
            "window.sockets = []; window.WebSocket = class extends WebSocket { constructor(...args) { super(...args); "
                + "window.sockets.push(this); } };");
        await GoAsync(page, "/initiatives");
        await page.MarkAsync();
        var notice = page.Locator("#components-reconnect-modal");
        WatchOf(page).ExpectsLostConnection = true;

        await page.Context.SetOfflineAsync(true);
        await page.LoseSocketsAsync();
        await Expect(notice).ToBeVisibleAsync();
        await Expect(notice).ToContainTextAsync("The connection to the server was lost");

        await page.Context.SetOfflineAsync(false);
        await Expect(notice).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Method", Exact = true }).ClickAsync();
        await page.HeadedAsync("Method");
        await page.SameLoadAsync();
    }

    [Fact]
    public async Task ErrorNotice_OfTheCircuit_IsSeenOnlyWhenNeeded()
    {
        var page = await OpenAsync("/");
        var notice = page.Locator("#blazor-error-ui");
        await Expect(notice).ToBeHiddenAsync();

        // What Blazor does when the circuit fails.
        await notice.EvaluateAsync("e => e.style.display = 'block'");
        await Expect(notice).ToBeVisibleAsync();
        await Expect(notice.GetByRole(AriaRole.Link, new() { Name = "Reload the page" })).ToBeVisibleAsync();
    }
}
