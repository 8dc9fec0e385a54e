using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Editing;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>Tests that visit pages over HTTP, each with browsers of people of its own, which are closed after it.</summary>
public abstract class VisitTests(LiveProduct target) : IClassFixture<LiveProduct>, IAsyncLifetime
{
    private readonly List<IDisposable> _opened = [];

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected LiveProduct Target => target;

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        foreach (var browser in _opened) browser.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The browser of a new person.</summary>
    private protected Task<Browser> SignInAsync(Roles roles) => SignInAsync($"person-{Guid.NewGuid():N}", roles);

    private protected async Task<Browser> SignInAsync(string name, Roles roles) => Closed(await target.NewPersonAsync(name, roles));

    /// <summary>The browser of a new person who edits.</summary>
    private protected async Task<EditingBrowser> EditAsync(Roles roles = Roles.Editor, string name = "editor") =>
        new(target, await SignInAsync($"{name}-{Guid.NewGuid():N}", roles));

    private Browser Closed(Browser browser)
    {
        _opened.Add(browser);
        return browser;
    }
}
