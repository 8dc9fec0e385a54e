using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>
/// A test that looks at pages. Whatever it looks for, it also fails on an error in the console, a failed request, a
/// request to another host and a wrong status code.
/// </summary>
public abstract class BrowserTest(ProductInBrowser product) : IAsyncDisposable
{
    private readonly List<(IBrowserContext Context, Watch Watch)> _contexts = [];

    protected ProductInBrowser Product { get; } = product;

    /// <summary>The installation that is looked at.</summary>
    protected virtual Uri Address => Product.Address;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var (context, _) in _contexts) await context.DisposeAsync();
        Found.Nothing(_contexts.SelectMany(c => c.Watch.Problems));
    }

    /// <summary>A page of a new visitor, who has never been here.</summary>
    protected async Task<IPage> NewPageAsync(Visitor? visitor = null)
    {
        var context = await Product.Browser.NewContextAsync((visitor ?? new Visitor()).Options(Address));
        _contexts.Add((context, new Watch(context, Address)));
        return await context.NewPageAsync();
    }

    /// <summary>Opens an address for a new visitor.</summary>
    protected async Task<IPage> OpenAsync(string path, Visitor? visitor = null, int status = 200)
    {
        var page = await NewPageAsync(visitor);
        await GoAsync(page, path, status);
        return page;
    }

    /// <summary>Opens an address and waits until the page is alive.</summary>
    protected async Task GoAsync(IPage page, string path, int status = 200)
    {
        if (status >= 400) WatchOf(page).Expect(path);
        var answer = await page.GotoAsync(path);
        Assert.NotNull(answer);
        Assert.Equal(status, answer.Status);
        await AliveAsync(page);
    }

    /// <summary>
    /// Waits for the circuit of a page that has one; plain forms,
    /// the error page and a browser without JavaScript have none.
    /// </summary>
    protected static async Task AliveAsync(IPage page)
    {
        var hasCircuit = await page.EvaluateAsync<bool>("!!document.querySelector('#components-reconnect-modal') && !!window.Blazor");
        if (hasCircuit) await Expect(page.Locator("[data-interactive]")).ToBeAttachedAsync();
    }

    protected Watch WatchOf(IPage page) => _contexts.Single(c => c.Context == page.Context).Watch;
}
