using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>What many tests read from a page and do on it.</summary>
internal static class PageExtensions
{
    public static async Task<int> TotalAsync(this IPage page) =>
        int.Parse(await page.GetByTestId("total").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The codes of the register's rows, in their order.</summary>
    public static async Task<string[]> CodesAsync(this IPage page) =>
        await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.register tr[data-code]')].map(r => r.dataset.code)");

    public static async Task<string[]> TextsAsync(this IPage page, string selector) =>
        [.. (await page.Locator(selector).AllInnerTextsAsync()).Select(t => t.Trim())];

    /// <summary>The address without the host.</summary>
    public static string PathAndQuery(this IPage page) => new Uri(page.Url).PathAndQuery;

    /// <summary>
    /// Waits until the page stands at an address: its frame and its content. The browser is asked: what waits for an event
    /// of a navigation misses one that comes while it begins to wait.
    /// </summary>
    public static Task AtAsync(this IPage page, string pathAndQuery) =>
        page.AtAsync(new Regex($"^https?://[^/]+{Regex.Escape(pathAndQuery)}(#.*)?$"));

    public static async Task AtAsync(this IPage page, Regex address)
    {
        await Expect(page).ToHaveURLAsync(address);
        await page.LoadedAsync();
    }

    /// <summary>Waits until the document is there with all that it names; also where one leads on to another meanwhile.</summary>
    public static async Task LoadedAsync(this IPage page)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!await IsLoadedAsync(page)) limit.Token.ThrowIfCancellationRequested();
    }

    /// <summary>
    /// Ends the connections that a test notes in <c>window.sockets</c> as a browser that lost the network tells it: closing
    /// in order would wait for an answer that cannot come.
    /// </summary>
    public static async Task LoseSocketsAsync(this IPage page) => await page.EvaluateAsync(
        "window.sockets.forEach(s => { const lost = s.onclose; s.onclose = null; s.close(); "
            + "if (lost) lost.call(s, new CloseEvent('close', { code: 1006 })); })");

    /// <summary>Opens or closes everything that can be opened in place.</summary>
    public static async Task SetDetailsAsync(this IPage page, bool open) =>
        await page.EvaluateAsync("open => document.querySelectorAll('details').forEach(d => d.open = open)", open);

    /// <summary>Leaves a mark that a full load of a page wipes out.</summary>
    public static async Task MarkAsync(this IPage page) => await page.EvaluateAsync("window.mark = true");

    public static async Task SameLoadAsync(this IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("window.mark === true"), "The page was loaded anew.");

    public static ILocator Filter(this IPage page, string title) =>
        page.Locator($"details.filter[data-filter='{title}']");

    /// <summary>Opens the panel that has the choices of a filter, and on a phone what it is folded in.</summary>
    public static async Task<ILocator> OpenFilterAsync(this IPage page, string title)
    {
        var fold = page.Locator(".filter-fold");
        if (await fold.Locator("> summary").IsVisibleAsync() && await fold.GetAttributeAsync("open") is null)
        {
            await fold.Locator("> summary").ClickAsync();
        }
        var choices = page.Locator($"fieldset[data-choices='{title}']");
        var panel = page.Locator("details.filter").Filter(new() { Has = choices });
        if (await panel.GetAttributeAsync("open") is null) await panel.Locator("summary").ClickAsync();
        return choices;
    }

    /// <summary>Checks a box of a filter, which with a script is applied at once.</summary>
    public static async Task TickAsync(this IPage page, string filter, string words) =>
        await (await page.OpenFilterAsync(filter)).GetByLabel(words, new() { Exact = true }).CheckAsync();

    /// <summary>Presses the button that there is without a script.</summary>
    public static async Task ApplyAsync(this IPage page) =>
        await page.Locator("form.filters").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

    /// <summary>Chooses a day in the header.</summary>
    public static async Task ChooseDayAsync(this IPage page, string day)
    {
        await page.OpenClocksAsync();
        await page.Locator("#top-as-of").FillAsync(day);
        await page.Locator(".clocks").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
    }

    /// <summary>Opens the control of both clocks.</summary>
    public static async Task OpenClocksAsync(this IPage page)
    {
        var menu = page.Locator(".menu-button");
        if (await menu.IsVisibleAsync() && !await page.Locator("#menu").IsVisibleAsync()) await menu.ClickAsync();
        if (await page.Locator(".clocks").GetAttributeAsync("open") is null) await page.Locator(".clocks > summary").ClickAsync();
    }

    public static async Task HeadedAsync(this IPage page, string heading) =>
        await Expect(page.Locator("h1")).ToHaveTextAsync(heading);

    private static async Task<bool> IsLoadedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>("document.readyState === 'complete'");
        }
        catch (PlaywrightException e) when (e.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            return false;
        }
    }

    /// <summary>The color that the reader sees behind the text.</summary>
    public static async Task<string> BackgroundAsync(this IPage page) =>
        await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
