using System.Text.RegularExpressions;
using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Layout;

/// <summary>The program beneath a path, as a proxy shows it. Shared by the tests of a class.</summary>
public sealed class PathInstallation : IAsyncLifetime
{
    public App App { get; } = new(("Proxy:PathBase", "/tracker"));

    public ValueTask InitializeAsync()
    {
        App.StartServer();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>Open pages beneath a path: what their circuits write stays there, too.</summary>
[AnyFont]
public sealed class SitePathTests(ProductInBrowser product, PathInstallation installation)
    : BrowserTest(product), IClassFixture<PathInstallation>
{
    private const string Outside = """
        () => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
            .filter(a => /^(href|src|action|formaction|data-.*)$/.test(a.name) && /^\/(?!\/|tracker(\/|$))/.test(a.value))
            .map(a => `${e.tagName} ${a.name} ${a.value}`))
        """;

    protected override Uri Address => installation.App.Address;

    [Fact]
    public async Task OpenPage_FollowedOverItsLinks_StaysBeneathThePath()
    {
        var page = await OpenAsync("/tracker/");
        await page.MarkAsync();
        await StaysAsync(page);

        await page.Locator("nav a", new() { HasTextString = "Initiatives" }).First.ClickAsync();
        await page.AtAsync("/tracker/initiatives");
        await Expect(page.Locator("tr[data-code]").First).ToBeVisibleAsync();
        await StaysAsync(page);
        await page.Locator("tr[data-code='BE-1'] a").First.ClickAsync();
        await page.AtAsync("/tracker/initiatives/BE-1");
        await Expect(page.Locator("h1")).ToContainTextAsync("BE-1");
        await StaysAsync(page);
        await page.GoBackAsync();
        await page.AtAsync("/tracker/initiatives");

        await page.SameLoadAsync();
    }

    [Fact]
    public async Task Search_OfAnOpenPage_StaysBeneathThePath()
    {
        var page = await OpenAsync("/tracker/initiatives");

        await page.Locator("input[type=search]").First.FillAsync("radar");
        await page.Keyboard.PressAsync("Enter");

        await page.AtAsync(new Regex("/tracker/.*q=radar"));
        await StaysAsync(page);
    }

    [Fact]
    public async Task PlainPages_WithoutAScript_StayBeneathThePath()
    {
        var page = await OpenAsync("/tracker/", Visitor.WithoutScript);

        await page.Locator("nav a", new() { HasTextString = "Sources" }).First.ClickAsync();
        await page.AtAsync("/tracker/sources");
        await page.Locator("a", new() { HasTextString = "Sign in" }).First.ClickAsync();

        await page.AtAsync(new Regex("/tracker/account/sign-in"));
    }

    private static async Task StaysAsync(IPage page) => Assert.Empty(await page.EvaluateAsync<string[]>(Outside));
}
