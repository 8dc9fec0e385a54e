using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Layout;

/// <summary>
/// The one control of both clocks: it says what the choice means,
/// keeps the rest of the page, and works without JavaScript.
/// </summary>
public sealed class ClockControlTests(ProductInBrowser product) : BrowserTest(product)
{
    [Theory]
    [InlineData(1440, true)]
    [InlineData(390, true)]
    [InlineData(1440, false)]
    [InlineData(390, false)]
    public async Task BothClocks_Chosen_HoldAndAreLeft(int width, bool script)
    {
        var page = await OpenAsync("/initiatives?stage=UnderWay", new Visitor(width, Script: script));

        await page.OpenClocksAsync();
        await Expect(page.Locator("#top-known-at")).ToBeHiddenAsync();
        await page.Locator("#top-as-of").FillAsync("2025-06-30");
        await page.Locator(".clocks").GetByText("Advanced").ClickAsync();
        await page.Locator("#top-known-at").FillAsync("2026-11-20");
        await page.Locator("#top-known-time").FillAsync("08:30");
        await page.Locator(".clocks").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Expect(page.Locator("#main .banner"))
            .ToContainTextAsync("The state of 30 Jun 2025, using only what we had recorded by 20 Nov 2026, 08:30 UTC");
        await Expect(page.Locator("#main .banner")).ToContainTextAsync("Nothing was recorded here before");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
        await page.OpenClocksAsync();
        await Expect(page.Locator("#top-as-of")).ToHaveValueAsync("30 Jun 2025");
        await Expect(page.Locator("#top-known-at")).ToHaveValueAsync("20 Nov 2026");

        await page.Locator(".clocks > summary").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to now" }).ClickAsync();
        await Expect(page.Locator("#main .banner")).ToHaveCountAsync(0);
        Assert.Equal("/initiatives?stage=UnderWay", page.PathAndQuery());
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Control_Opened_IsAccessibleAndWithinTheScreen(int width)
    {
        var page = await OpenAsync("/?asOf=2025-06-30&knownAt=2026-11-20", new Visitor(width));
        await page.OpenClocksAsync();

        Found.Nothing(await Axe.ViolationsAsync(page));
        var panel = await page.Locator(".clocks > .panel").BoundingBoxAsync();
        Assert.InRange(panel!.X, 0, width);
        Assert.InRange(panel.X + panel.Width, 0, width);

        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".clocks")).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task KnownAt_Alone_SetsBothClocks()
    {
        var page = await OpenAsync("/focus-areas");
        await page.OpenClocksAsync();
        await page.Locator(".clocks").GetByText("Advanced").ClickAsync();
        await page.Locator("#top-known-at").FillAsync("2026-11-20");
        await page.Locator(".clocks").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Expect(page.Locator(".page-side .day:not(.collected) time").First).ToHaveTextAsync("20 Nov 2026");
        await Expect(page.Locator("#main .banner")).ToContainTextAsync("using only what we had recorded by 20 Nov 2026, 23:59 UTC");
        Assert.Equal("/focus-areas?knownAt=2026-11-20", page.PathAndQuery());
        await Expect(page.Locator(".clocks")).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task Clock_OfAMonth_SpeaksForItsLastDay()
    {
        var page = await OpenAsync("/focus-areas");
        await page.OpenClocksAsync();
        await page.Locator("#top-as-of").FillAsync("juni 2025");
        await Expect(page.Locator("#top-as-of-echo")).ToHaveTextAsync("Up to 30 Jun 2025");
        await page.Locator(".clocks").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        await Expect(page.Locator("#main .banner")).ToContainTextAsync("30 Jun 2025");
        Assert.Equal("/focus-areas?asOf=2025-06-30", page.PathAndQuery());
    }
}
