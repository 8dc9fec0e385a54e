using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Tests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>The server is killed while somebody types, and started again: a real process, with the signal that cannot be caught.</summary>
[AnyFont]
public sealed class RestartTests(ProductInBrowser product) : BrowserTest(product), IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("defensecoop-restart-").FullName;
    private readonly Uri _address = new($"http://127.0.0.1:{AppProcess.FreePort()}");

    protected override Uri Address => _address;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ServerKilledAndRestarted_WhileTyping_LosesNothing()
    {
        var page = await NewPageAsync();
        WatchOf(page).ExpectsLostConnection = true;
        await using (var first = await StartAsync())
        {
            await DemonstrationAsync(page, "Editor", "/edit/recommendation/new");
            await page.Locator("[name='f.Text']").PressSequentiallyAsync("typed before");
            await Expect(page.Locator("[data-draft-state]")).ToContainTextAsync("Draft kept");
            first.Signal("KILL");
            await first.EndedAsync();
        }

        await page.Locator("[name='f.Text']").PressSequentiallyAsync(" and while it was away");
        await Expect(page.Locator("[data-draft-state]"))
            .ToHaveTextAsync("Not kept yet: the server does not answer. What you typed is still here.");
        await page.Locator(".edit-form button.primary").ClickAsync();
        await Expect(page.Locator("[data-draft-state]")).ToContainTextAsync("Not saved: the server does not answer.");

        await using var second = await StartAsync();
        await Expect(page.Locator("[data-draft-state]")).ToContainTextAsync("Draft kept", new() { Timeout = 30_000 });
        await page.CloseAsync(new() { RunBeforeUnload = false });
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync("/edit/recommendation/new");

        await Expect(again.Locator("[name='f.Text']")).ToHaveValueAsync("typed before and while it was away");
        await again.Locator("[name='f.Provenance']").SelectOptionAsync("illustrative");
        await again.Locator(".edit-form button.primary").ClickAsync();
        await Expect(again.Locator(".saved")).ToContainTextAsync("Saved.");
        await AliveAsync(again);
        await again.CloseAsync();
    }

    [Fact]
    public async Task ServerKilledAndRestarted_WhileAnAssessmentIsWritten_LosesNothing()
    {
        const string url = "/focus-areas/cybersecurity/assessments/2026-Q3";
        var manager = await NewPageAsync();
        var page = await NewPageAsync();
        foreach (var visitor in new[] { manager, page }) WatchOf(visitor).ExpectsLostConnection = true;
        var text = page.Locator("[name='f.progress']");
        var state = page.Locator("[data-saved-state]");
        await using (var first = await StartAsync())
        {
            await DemonstrationAsync(manager, "Manager", "/assessments/open?period=2026-Q3");
            await manager.GetByRole(AriaRole.Button, new() { Name = "Open the 3rd quarter of 2026", Exact = true }).ClickAsync();
            await Expect(manager.Locator("td[data-period='2026-Q3'][data-state=Draft]").First).ToBeVisibleAsync();
            await DemonstrationAsync(page, "Editor", url);
            await text.PressSequentiallyAsync("Typed before.");
            await Expect(state).ToContainTextAsync("Saved");
            first.Signal("KILL");
            await first.EndedAsync();
        }

        await text.PressSequentiallyAsync(" And while it was away.");
        await Expect(state).ToHaveTextAsync("Not saved: the server does not answer. What you typed is still here.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Expect(text).ToHaveValueAsync("Typed before. And while it was away.");

        await using var second = await StartAsync();
        await Expect(state).ToContainTextAsync("Saved", new() { Timeout = 30_000 });
        await page.CloseAsync(new() { RunBeforeUnload = false });
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync(url);
        await Expect(again.Locator("[name='f.progress']")).ToHaveValueAsync("Typed before. And while it was away.");
    }

    private static async Task DemonstrationAsync(IPage page, string role, string url)
    {
        await page.GotoAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(url)}");
        await page.GetByRole(AriaRole.Button, new() { Name = role, Exact = true }).ClickAsync();
    }

    private async Task<AppProcess> StartAsync()
    {
        var app = AppProcess.Start(
            ["--urls", _address.GetLeftPart(UriPartial.Authority), "--Data:Folder", _folder], ("ASPNETCORE_ENVIRONMENT", "Development"));
        try
        {
            await app.LineAsync(l => l.Contains("DefenseCoop is ready", StringComparison.Ordinal));
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
