using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>The server is frozen, as one whose disk or network hangs: it takes what is sent and says nothing.</summary>
[AnyFont]
public sealed class HangingServerTests(ProductInBrowser product) : BrowserTest(product), IAsyncLifetime
{
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    private readonly string _folder = Directory.CreateTempSubdirectory("defensecoop-hanging-").FullName;
    private readonly Uri _address = new($"http://127.0.0.1:{AppProcess.FreePort()}/");
    private AppProcess _server = null!;

    protected override Uri Address => _address;

    public async ValueTask InitializeAsync()
    {
        _server = AppProcess.Develop(_address, _folder);
        await _server.ReadyAsync();
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _server.Signal("CONT");
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Typing_WhileTheServerHangs_IsNeverSaidToBeKept()
    {
        var page = await EditorAsync();
        await page.Locator("[name='f.Text']").FillAsync("before");
        await Expect(State(page)).ToContainTextAsync("Draft kept", Patient);

        _server.Signal("STOP");
        await page.Locator("[name='f.Text']").FillAsync("while it hangs");
        await Expect(State(page)).Not.ToContainTextAsync("Draft kept");
        await Expect(State(page))
            .ToContainTextAsync("Not kept yet: the server has not answered so far. What you typed is still here.", Patient);
        await Expect(State(page)).ToContainTextAsync("Not kept yet: the server does not answer.", Patient);
        _server.Signal("CONT");

        await Expect(State(page)).ToContainTextAsync("Draft kept", Patient);
        await Expect(page.Locator("[data-two-texts]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Save_WhileTheServerHangs_SaysThatItWaitsAndIsDoneOnceHoweverOftenItIsRepeated()
    {
        var page = await EditorAsync();
        await page.Locator("[name='f.Text']").FillAsync("Saved while the server hung");
        await page.Locator("[name='f.Provenance']").SelectOptionAsync("illustrative");
        await Expect(State(page)).ToContainTextAsync("Draft kept", Patient);
        await page.RouteAsync("**/edit/recommendation/new", async route =>
        {
            if (route.Request.Method == "POST") _server.Signal("STOP");
            await route.ContinueAsync();
        });
        // While a page is on its way Playwright waits for it: what is said meanwhile is told by the page itself, which also presses again.
        List<string> said = [];
        var isRepeated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Console += (_, message) =>
        {
            said.Add(message.Text);
            if (said.Count(t => t == "said: Saving…") > 1) isRepeated.TrySetResult();
        };
        await page.EvaluateAsync(
            """
            () => {
                const state = document.querySelector('[data-draft-state]'), save = document.querySelector('.edit-form button.primary');
                new MutationObserver(() => {
                    console.info('said: ' + state.textContent);
                    if (state.textContent.includes('You can save again')) setTimeout(() => save.click());
                }).observe(state, { childList: true, characterData: true, subtree: true });
                save.click();
            }
            """);
        await isRepeated.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Contains(
            "said: Saving… The server has not answered so far. What you typed is still here. You can save again: it is not saved twice.",
            said);
        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        _server.Signal("CONT");

        await Expect(page.Locator(".saved")).ToContainTextAsync("Saved.", Patient);
        await page.GotoAsync("/recommendations");
        await Expect(page.GetByText("Saved while the server hung")).ToHaveCountAsync(1);
        await page.GotoAsync("/drafts");
        await Expect(page.Locator("tr[data-draft]")).ToHaveCountAsync(0);
        await AliveAsync(page);
    }

    private async Task<IPage> EditorAsync()
    {
        var page = await NewPageAsync();
        WatchOf(page).ExpectsLostConnection = true;
        await page.GotoAsync("/account/sign-in?returnUrl=/edit/recommendation/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Editor", Exact = true }).ClickAsync();
        await Expect(page.Locator("form[data-edit]")).ToBeVisibleAsync();
        return page;
    }

    private static ILocator State(IPage page) => page.Locator("[data-draft-state]");
}
