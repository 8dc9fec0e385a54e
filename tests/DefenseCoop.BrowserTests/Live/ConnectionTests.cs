using DefenseCoop.BrowserTests.Hosting;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Live;

/// <summary>No page is left looking alive but dead: whatever ends its connection, it comes back by itself.</summary>
[AnyFont]
public sealed class ConnectionTests(ProductInBrowser product, RealServer server) : BrowserTest(product), IClassFixture<RealServer>
{
    private const string Path = "/initiatives?category=cybersecurity&sort=-title";

    /// <summary>Generous: the machine may be busy, and waiting between tries is part of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = (float)Patience.TotalMilliseconds };

    private const string KeepsSockets =
        "window.sockets = []; window.WebSocket = class extends WebSocket { constructor(...args) { super(...args); "
            + "window.sockets.push(this); } };";

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
        var circuits = new ClosedCircuits();
        await using var app = new App
        {
            Replace = services =>
            {
                services.Configure<CircuitOptions>(options => options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMilliseconds(100));
                services.AddScoped<CircuitHandler>(_ => circuits);
            },
        };
        app.StartServer();
        await using var context = await Product.Browser.NewContextAsync(new() { BaseURL = app.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(KeepsSockets);
        await page.GotoAsync(Path);
        await AliveAsync(page);
        await page.MarkAsync();

        await context.SetOfflineAsync(true);
        await page.LoseSocketsAsync();
        await Expect(Dialog(page)).ToBeVisibleAsync(Patient);
        await circuits.FirstClosed.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await context.SetOfflineAsync(false);

        await LoadedAnewAsync(page);
        Assert.Equal(Path, page.PathAndQuery());
    }

    [Fact]
    public async Task Connection_BackWithoutTheCircuit_IsNotTakenForAlive()
    {
        var page = await NewPageAsync();
        WatchOf(page).ExpectsLostConnection = true;
        await page.AddInitScriptAsync(KeepsSockets);
        await GoAsync(page, Path);
        await page.MarkAsync();
        await page.EvaluateAsync(
            "() => { Blazor.reconnect = () => Promise.resolve(true); DotNet.invokeMethodAsync = () => new Promise(() => { }); }");

        await page.LoseSocketsAsync();
        await Expect(Dialog(page)).ToBeVisibleAsync(Patient);

        var end = await page.WaitForFunctionAsync(
            "() => window.mark !== true ? 'loaded anew' : document.getElementById('components-reconnect-modal')"
                + ".open ? '' : 'taken for alive'",
            null,
            new() { Timeout = Patient.Timeout, PollingInterval = 200 });
        Assert.Equal("loaded anew", await end.JsonValueAsync<string>());
        await LoadedAnewAsync(page);
        await WorksAsync(page);
    }

    private static ILocator Dialog(IPage page) => page.Locator("#components-reconnect-modal");

    private static async Task LoadedAnewAsync(IPage page) => await page.WaitForFunctionAsync(
        "() => window.mark !== true && !!document.querySelector('[data-interactive]')",
        null, new() { Timeout = Patient.Timeout, PollingInterval = 200 });

    /// <summary>The circuit answers: a link leads on without a load.</summary>
    private static async Task WorksAsync(IPage page)
    {
        await page.MarkAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Method", Exact = true }).ClickAsync();
        await page.HeadedAsync("Method");
        await page.SameLoadAsync();
    }

    /// <summary>Hears of the circuits that the server gave up.</summary>
    private sealed class ClosedCircuits : CircuitHandler
    {
        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task FirstClosed => _closed.Task;

        public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
