using System.Text.RegularExpressions;
using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Live;

/// <summary>A circuit that never started is not one that was lost: the page is a plain page, and says so in one line.</summary>
[AnyFont]
public sealed class NoCircuitTests(ProductInBrowser product)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 40_000 };

    public static TheoryData<Hindrance> Hindrances => [.. Enum.GetValues<Hindrance>()];

    [Theory]
    [MemberData(nameof(Hindrances))]
    public async Task Page_WithoutACircuit_StaysReadableAndUsable(Hindrance hindrance)
    {
        await using var proxy = new StubbornProxy(product.Address, hindrance);
        await using var context = await product.Browser.NewContextAsync(new() { BaseURL = proxy.Address });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/initiatives");
        await page.MarkAsync();

        await Expect(page.Locator(".unfollowed")).ToBeVisibleAsync(Patient);
        await Expect(page.Locator(".unfollowed")).ToContainTextAsync("This page does not follow changes by itself");
        await page.EvaluateAsync("() => { for (const what of ['focus', 'online']) window.dispatchEvent(new Event(what)); }");
        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await page.SameLoadAsync();

        await page.TickAsync("Status", "Stale");
        await page.AtAsync(new Regex("/initiatives[?].*status="));
        await Expect(page.Locator(".register tr[data-code]").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Method", Exact = true }).First.ClickAsync();
        await page.HeadedAsync("Method");
        await page.GoBackAsync();
        await page.HeadedAsync("Initiatives");
        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
    }
}
