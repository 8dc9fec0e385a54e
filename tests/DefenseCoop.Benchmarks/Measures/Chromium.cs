using Microsoft.Playwright;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>A real browser. Every visit gets a context of its own: an empty cache and no cookies.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Executables = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Chromium> LaunchAsync()
    {
        var executable = Array.Find(Executables, File.Exists)
            ?? throw new FileNotFoundException($"{Executables[0]} is missing; on Debian: apt-get install chromium-headless-shell.");

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>A blank page in a fresh context; closing the page's context is the caller's part.</summary>
    public async Task<IPage> NewVisitorAsync()
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
