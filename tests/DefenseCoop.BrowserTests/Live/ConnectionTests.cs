using DefenseCoop.BrowserTests.Hosting;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Live;

/// <summary>No page is left looking alive but dead: whatever ends its connection, it comes back by itself.</summary>
public sealed class ConnectionTests(Stage stage, RealServer server) : BrowserTest(stage), IClassFixture<RealServer>
{
    private const string Path = "/initiatives?category=cybersecurity&sort=-title";

    /// <summary>Generous: the machine may be busy, and waiting between tries is part of it.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 40_000 };

    protected override Uri Address => server.Address;

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task Server_EndedAndStartedAgain_LoadsThePageAnewByItself(string signal)
    {
        var page = await OpenAsync(Path);
        await page.MarkAsync();
        WatchOf(page).ExpectsLostConnection = true;

        server.Signal(signal);
        await Expect(Dialog(page).Locator(".when-silent")).ToBeVisibleAsync(Patient);
        await server.EndedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(Dialog(page)).ToBeVisibleAsync();
        await server.StartAsync();

        await LoadedAnewAsync(page);
        Assert.Equal(Path, page.PathAndQuery());
        await WorksAsync(page);
    }

    [Fact]
    public async Task Server_Frozen_IsSaidAndThePageGoesOnWhenItThaws()
    {
        var page = await OpenAsync(Path);
        await page.MarkAsync();
        WatchOf(page).ExpectsLostConnection = true;

        server.Signal("STOP");
        try
        {
            // What the browser says when its reader comes back to it; without it the page asks every half minute.
            await page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");
            await Expect(Dialog(page).Locator(".when-silent")).ToBeVisibleAsync(Patient);
        }
        finally
        {
            server.Signal("CONT");
        }

        await Expect(Dialog(page)).ToBeHiddenAsync(new() { Timeout = Patient.Timeout });
        await page.SameLoadAsync();
        await WorksAsync(page);
    }

    [Fact]
    public async Task Circuit_WithoutAnAnswer_IsGivenUpForANewLoad()
    {
        var page = await OpenAsync(Path);
        await page.MarkAsync();
        await page.EvaluateAsync("() => { DotNet.invokeMethodAsync = () => new Promise(() => { }); }");

        await page.EvaluateAsync("window.dispatchEvent(new Event('online'))");

        await LoadedAnewAsync(page);
        await WorksAsync(page);
    }

    [Fact]
    public async Task Circuit_NoLongerKept_IsGivenUpForANewLoad()
    {
        await using var app = new App
        {
            Replace = services => services.Configure<CircuitOptions>(circuits => circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(1)),
        };
        app.StartServer();
        await using var context = await Stage.Browser.NewContextAsync(new() { BaseURL = app.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync("window.sockets = []; window.WebSocket = class extends WebSocket { constructor(...args) { super(...args); window.sockets.push(this); } };");
        await page.GotoAsync(Path);
        await AliveAsync(page);
        await page.MarkAsync();

        await context.SetOfflineAsync(true);
        await page.EvaluateAsync("window.sockets.forEach(s => s.close())");
        await Expect(Dialog(page)).ToBeVisibleAsync(Patient);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await context.SetOfflineAsync(false);

        await LoadedAnewAsync(page);
        Assert.Equal(Path, page.PathAndQuery());
    }

    private static ILocator Dialog(IPage page) => page.Locator("#components-reconnect-modal");

    private static async Task LoadedAnewAsync(IPage page) => await page.WaitForFunctionAsync(
        "() => window.mark !== true && !!document.querySelector('[data-interactive]')", null, new() { Timeout = Patient.Timeout, PollingInterval = 200 });

    /// <summary>The circuit answers: a link leads on without a load.</summary>
    private static async Task WorksAsync(IPage page)
    {
        await page.MarkAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Method", Exact = true }).ClickAsync();
        await page.HeadedAsync("Method");
        await page.SameLoadAsync();
    }
}
