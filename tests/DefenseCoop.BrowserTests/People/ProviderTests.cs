using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Tests.People.OpenIdConnect;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.People;

/// <summary>An installation without passwords of its own: people sign in at an OpenID Connect provider.</summary>
public sealed class ProviderInstallation : IAsyncLifetime
{
    private App? _app;
    private ProviderServer? _provider;

    public Uri Address => _app!.Address;

    public ProviderServer Provider => _provider!;

    public async ValueTask InitializeAsync()
    {
        _provider = await ProviderServer.StartAsync();
        _provider.Users["anna"] = new ProviderUser("anna", "analysts")
        {
            Name = "Anna Berg", Email = "anna@ministry.example", EmailVerified = true,
        };
        _provider.Users["otto"] = new ProviderUser("otto", "choir") { Name = "Otto Dahl" };
        _app = new App(
            [
                .. _provider.Settings.Select(s => (s.Key, s.Value)),
                ("Access:AnonymousRead", "false"),
                ("Authentication:LocalPasswords", "false"),
            ]) { HasRealClock = true };
        _app.StartServer();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_provider is not null) await _provider.DisposeAsync();
    }
}

/// <summary>To the provider and back, in a browser that holds forms and cookies to the rules.</summary>
[AnyFont]
public sealed class ProviderTests(ProductInBrowser product, ProviderInstallation installation)
    : BrowserTest(product), IClassFixture<ProviderInstallation>
{
    protected override Uri Address => installation.Address;

    [Fact]
    public async Task SignIn_AtTheProvider_LeadsToThePageAskedFor()
    {
        var page = await NewPageAsync();
        WatchOf(page).Elsewhere = installation.Provider.Address;
        await GoAsync(page, "/initiatives?sort=-end");
        await Expect(page.GetByLabel("Password")).ToHaveCountAsync(0);
        Found.Nothing(await Axe.ViolationsAsync(page));

        await ChooseAsync(page, "Sign in as anna");

        await page.AtAsync("/initiatives?sort=-end");
        await AliveAsync(page);
        await Expect(page.Locator(".sidenav")).ToContainTextAsync("Anna Berg");
    }

    [Theory]
    [InlineData("Sign in as otto", "gives you no role here")]
    [InlineData("Cancel", "did not let you in")]
    public async Task SignIn_ThatComesToNothing_SaysWhy(string choice, string words)
    {
        var page = await NewPageAsync();
        WatchOf(page).Elsewhere = installation.Provider.Address;
        await GoAsync(page, "/account/sign-in");

        await ChooseAsync(page, choice);

        await Expect(page.Locator(".error-box")).ToContainTextAsync(words);
        Found.Nothing(await Axe.ViolationsAsync(page));
    }

    private static async Task ChooseAsync(IPage page, string choice)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with the ministry" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = choice }).ClickAsync();
    }
}
