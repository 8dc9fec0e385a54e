using System.Net;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.People.OpenIdConnect;

/// <summary>Local passwords switched off, and a provider that is down.</summary>
public sealed class ProviderOnlyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LocalPasswordsOff_EveryWayByPassword_IsClosed()
    {
        await using var provider = await ProviderServer.StartAsync();
        await using var app = new LiveProduct { Settings = new(provider.Settings) { ["Authentication:LocalPasswords"] = "false" } };
        var chief = await app.AddAsync("chief", Roles.Administrator);
        using var browser = app.NewBrowser();

        var page = await browser.GetAsync(AccountUrls.SignInPath);
        var posted = await browser.SignInAsync("chief");
        var setup = await app.Get<LinkKeeper>().NewSetupLinkAsync(Stop) ?? "none";
        var link = await app.Get<AccountCommands>().IssueLinkAsync(new(chief.Id, null), chief.Id, Stop);
        var invited = await browser.GetAsync(AccountUrls.Invitation(link));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document().QuerySelector("input[type=password]"));
        Assert.Equal("Sign in with the ministry", page.Document().QuerySelector("button.primary")!.TextContent);
        Assert.True(posted.IsRefused, posted.Status.ToString());
        Assert.Null(browser.SessionCookie);
        Assert.Equal("none", setup);
        Assert.Equal(
            (HttpStatusCode.OK, "Sign in with the ministry"),
            (invited.Status, invited.Document().QuerySelector("main button")!.TextContent));
        Assert.Null(invited.Document().QuerySelector("input[type=password]"));
        Assert.DoesNotContain(app.Hasher.Checks, check => check.AccountId == chief.Id);
    }

    [Fact]
    public async Task LocalPasswordsOff_SetupLinkFromBefore_IsClosed()
    {
        await using var provider = await ProviderServer.StartAsync();
        await using var app = new LiveProduct { Settings = new(provider.Settings) { ["Authentication:LocalPasswords"] = "false" } };
        var secret = await app.Get<LinkKeeper>().NewSetupLinkAsync(Stop);
        using var browser = app.NewBrowser();

        var page = await browser.GetAsync(AccountUrls.Setup(secret!));

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Null(page.Document().QuerySelector("input[type=password]"));
    }

    [Fact]
    public async Task LocalPasswordsOff_FirstPersonWithTheRole_IsTheFirstAdministrator()
    {
        await using var provider = await ProviderServer.StartAsync();
        await using var app = new LiveProduct
        {
            AnonymousRead = false, Settings = new(provider.Settings) { ["Authentication:LocalPasswords"] = "false" },
        };
        provider.Users["chief"] = new ProviderUser("chief", "administrators") { Name = "Chief" };
        using var visit = new Visit(app);

        await visit.SignInAsync("chief", AccountUrls.RightsTable);

        Assert.Equal((AccountUrls.RightsTable, HttpStatusCode.OK), (visit.Path, visit.Answer.Status));
    }

    [Fact]
    public async Task Provider_DownFromTheStart_LeavesTheRestAndSaysSo()
    {
        var provider = await ProviderServer.StartAsync();
        var settings = provider.Settings;
        await provider.DisposeAsync();
        await using var app = new LiveProduct { Settings = settings };
        await app.AddAsync("local", Roles.Analyst);
        using var browser = app.NewBrowser();

        var page = await browser.GetAsync(AccountUrls.SignInPath);
        var started = await browser.PostAsync(
            AccountUrls.ProviderPath, (Browser.TokenField, page.Token()), (AccountUrls.ReturnUrl, "/sources"));
        var told = await browser.GetAsync(started.Location!);

        Assert.Equal(HttpStatusCode.Found, started.Status);
        Assert.StartsWith(AccountUrls.SignIn("/sources"), started.Location, StringComparison.Ordinal);
        Assert.Contains("the ministry does not answer as it should.", told.Body, StringComparison.Ordinal);
        using var person = await app.SignInAsync("local");
        Assert.True(await person.IsSignedInAsync());
    }

    [Fact]
    public async Task Provider_DownOnTheWayBack_SaysSo()
    {
        var provider = await ProviderServer.StartAsync();
        provider.Users["late"] = new ProviderUser("late", "editors");
        await using var app = new LiveProduct { Settings = provider.Settings };
        using var visit = new Visit(app);
        var address = await visit.ChooseAsync(await visit.StartAsync("/sources"), "late");
        await provider.DisposeAsync();

        await visit.FollowAsync(address);

        Assert.StartsWith(AccountUrls.SignIn("/sources"), visit.Path, StringComparison.Ordinal);
        Assert.StartsWith("the ministry does not answer as it should.", visit.Problem, StringComparison.Ordinal);
        Assert.Null(visit.Browser.SessionCookie);
    }

    [Fact]
    public async Task NoProvider_ItsAddresses_DoNotExist()
    {
        await using var app = new LiveProduct();
        using var browser = app.NewBrowser();
        var page = await browser.GetAsync(AccountUrls.SignInPath);

        foreach (var path in new[] { AccountUrls.ProviderCallbackPath, AccountUrls.ProviderReturnPath, AccountUrls.ProviderPath })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
        }

        Assert.DoesNotContain(AccountUrls.ProviderPath, page.Body, StringComparison.Ordinal);
    }
}
