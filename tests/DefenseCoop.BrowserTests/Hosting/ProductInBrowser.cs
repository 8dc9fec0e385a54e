using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(ProductInBrowser))]

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>The product and the browser, started once for all tests. Each test has a browser context of its own.</summary>
public sealed class ProductInBrowser : IAsyncLifetime
{
    private readonly App _app = new();
    private readonly Fonts _fonts = Fonts.Choose();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Uri Address => _app.Address;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not started.");

    public async ValueTask InitializeAsync()
    {
        // Generous, as machines differ: a passing test does not wait, and a failing one may.
        Assertions.SetDefaultExpectTimeout(15_000);
        _app.StartServer();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium-headless-shell",
            Env = _fonts.ForBrowser,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _app.DisposeAsync();
        _fonts.Dispose();
    }
}
