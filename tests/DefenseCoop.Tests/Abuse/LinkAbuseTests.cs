using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>One-time links used twice, late and by two, and the doors of development tried in production.</summary>
public sealed class LinkAbuseTests
{
    private const string Password = "seven slow boats at dawn";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SetupLink_Twice_MakesOneAdministrator()
    {
        await using var target = new LiveProduct();
        var secret = await SecretAsync(target);
        using var owner = target.NewBrowser();
        using var second = target.NewBrowser();
        var seen = await second.GetAsync(AccountUrls.Setup(secret));

        await SetUpAsync(owner, secret, "owner", Extra);
        var again = await second.PostAsync(AccountUrls.Setup(secret), Fields(seen.Token(), "second"));

        Assert.True(await owner.IsSignedInAsync());
        Assert.Null(second.SessionCookie);
        Assert.Equal(HttpStatusCode.Gone, (await second.GetAsync(AccountUrls.Setup(secret))).Status);
        Assert.DoesNotContain("Sign out", again.Body, StringComparison.Ordinal);
        await using var db = target.NewContext();
        var account = await db.Accounts.SingleAsync(Stop);
        Assert.Equal(("owner", Roles.Administrator, false), (account.DisplayName, account.Roles, account.IsDemonstration));
        Assert.Null(await target.Get<LinkKeeper>().NewSetupLinkAsync(Stop));
    }

    [Fact]
    public async Task SetupLink_ByTenAtOnce_MakesOneAdministrator()
    {
        await using var target = new LiveProduct();
        var secret = await SecretAsync(target);
        using var browser = target.NewBrowser();
        var token = (await browser.GetAsync(AccountUrls.Setup(secret))).Token();
        var racers = Enumerable.Range(0, 10).Select(_ => browser.Steal()).ToList();

        await Task.WhenAll(racers.Select((racer, i) => racer.PostAsync(AccountUrls.Setup(secret), Fields(token, $"racer{i}"))));

        await using var db = target.NewContext();
        Assert.Equal(1, await db.Accounts.CountAsync(Stop));
        Assert.Equal(1, racers.Count(r => r.SessionCookie is not null));
        racers.ForEach(r => r.Dispose());
    }

    [Fact]
    public async Task SetupLink_AfterAnHour_IsWorthNothing()
    {
        await using var target = new LiveProduct();
        var secret = await SecretAsync(target);
        using var browser = target.NewBrowser();
        var seen = await browser.GetAsync(AccountUrls.Setup(secret));
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        target.Clock.MoveTo(FixedClock.Start + PeopleOptions.SetupLinkTime);

        await browser.PostAsync(AccountUrls.Setup(secret), Fields(seen.Token(), "late"));

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(AccountUrls.Setup(secret))).Status);
        await using var db = target.NewContext();
        Assert.Equal(0, await db.Accounts.CountAsync(Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("guess")]
    [InlineData("' OR 1=1 --")]
    [InlineData("%")]
    [InlineData("\u0000")]
    public async Task SetupLink_Guessed_IsWorthNothing(string guess)
    {
        await using var target = new LiveProduct();
        await SecretAsync(target);
        using var browser = target.NewBrowser();
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();

        var answer = await browser.PostAsync(AccountUrls.Setup(guess), Fields(token, "guesser"));

        Assert.True(answer.IsRefused, $"{answer.Status}");
        await using var db = target.NewContext();
        Assert.Equal(0, await db.Accounts.CountAsync(Stop));
    }

    [Fact]
    public async Task Links_OfOnePurpose_DoNotServeTheOther()
    {
        await using var target = new LiveProduct();
        var setup = await SecretAsync(target);
        using var browser = target.NewBrowser();
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(AccountUrls.Invitation(setup))).Status);
        await SetUpAsync(browser, setup, "owner");
        var invitation = await InviteAsync(target, "invited");

        using var visitor = target.NewBrowser();
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(AccountUrls.Setup(invitation))).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(AccountUrls.Invitation(invitation))).Status);
    }

    [Theory]
    [InlineData("twice")]
    [InlineData("late")]
    [InlineData("replaced")]
    [InlineData("disabled")]
    public async Task Invitation_ThatWasUsedOrIsOver_SetsNoPassword(string how)
    {
        await using var target = new LiveProduct();
        var administrator = new Actor((await target.AddAsync("chief", Roles.Administrator)).Id, null);
        var secret = await InviteAsync(target, "invited");
        var account = await target.ReadAsync("invited");
        using var thief = target.NewBrowser();
        var seen = await thief.GetAsync(AccountUrls.Invitation(secret));
        switch (how)
        {
            case "twice":
                using (var owner = target.NewBrowser())
                {
                    await owner.SubmitAsync(AccountUrls.Invitation(secret), "invitation", ("Input.Password", Password));
                }
                break;
            case "late":
                target.Clock.MoveTo(FixedClock.Start + PeopleOptions.PasswordLinkTime);
                break;
            case "replaced":
                await target.Get<AccountCommands>().IssueLinkAsync(administrator, account.Id, Stop);
                break;
            default:
                await target.Get<AccountCommands>().DisableAsync(administrator, account.Id, Stop);
                break;
        }

        var before = (await target.ReadAsync("invited")).PasswordHash;
        await thief.PostAsync(
            AccountUrls.Invitation(secret), ("_handler", "invitation"),
            (Browser.TokenField, seen.Token()), ("Input.Password", "another long password"));

        Assert.Equal(before, (await target.ReadAsync("invited")).PasswordHash);
        Assert.Null(thief.SessionCookie);
        Assert.Equal(HttpStatusCode.Gone, (await thief.GetAsync(AccountUrls.Invitation(secret))).Status);
    }

    /// <summary>A link in the wrong hands must not get around the phone in the right ones.</summary>
    [Fact]
    public async Task PasswordLink_OfAnAccountWithASecondFactor_SignsNobodyIn()
    {
        await using var target = new LiveProduct();
        var administrator = new Actor((await target.AddAsync("chief", Roles.Administrator)).Id, null);
        var account = await target.AddAsync("careful", Roles.Manager);
        await target.ChangeAsync(account.Id, a => a.TwoFactorEnabled = true);
        var secret = await target.Get<AccountCommands>().IssueLinkAsync(administrator, account.Id, Stop);
        using var thief = target.NewBrowser();

        await thief.SubmitAsync(AccountUrls.Invitation(secret), "invitation", ("Input.Password", Password));

        Assert.Null(thief.SessionCookie);
        Assert.Contains(AccountUrls.SecondFactorPath, (await thief.SignInAsync("careful", Password)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DevelopmentDatabase_InProduction_HasNoDemonstrationAccountsAndTakesNoneOfTheirCookies()
    {
        using var folder = new TestFolder();
        using var browser = new Browser(new Uri("http://localhost"));
        await using (var development = new LiveProduct { Environment = "Development", Folder = folder.Path })
        {
            using var developer = development.NewBrowser();
            var token = (await developer.GetAsync(AccountUrls.SignInPath)).Token();
            await developer.PostAsync(AccountUrls.DemonstrationPath, (Browser.TokenField, token), ("role", "Administrator"));
            Assert.True(await developer.IsSignedInAsync());
            await using var db = development.NewContext();
            Assert.Equal(4, await db.Accounts.CountAsync(a => a.IsDemonstration, Stop));
            foreach (var (name, value) in developer.Cookies) browser.Cookies[name] = value;
        }

        await using var production = new LiveProduct { Folder = folder.Path };
        using var thief = production.NewBrowser();
        foreach (var (name, value) in browser.Cookies) thief.Cookies[name] = value;

        Assert.False(await thief.IsSignedInAsync());
        await using var after = production.NewContext();
        Assert.Equal(0, await after.Accounts.CountAsync(Stop));
        Assert.Equal(0, await after.Sessions.CountAsync(Stop));
    }

    [Fact]
    public async Task DemonstrationSignIn_InProduction_DoesNotExist()
    {
        await using var target = new LiveProduct();
        await target.AddAsync("demo", Roles.Administrator, isDemonstration: true);
        using var browser = target.NewBrowser();
        var page = await browser.GetAsync(AccountUrls.SignInPath);

        foreach (var role in new[] { "Administrator", "16", "Reader", "" })
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await browser.PostAsync(AccountUrls.DemonstrationPath, (Browser.TokenField, page.Token()), ("role", role))).Status);
        }

        Assert.DoesNotContain("emonstration", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(AccountUrls.DemonstrationPath)).Status);
        await browser.SignInAsync("demo");
        Assert.Null(browser.SessionCookie);
    }

    private static (string, string)[] Extra { get; } =
        [
            ("Input.Roles", "Reader"), ("Input.Id", "999"), ("Input.IsDemonstration", "true"),
            ("Input.Account.IsDemonstration", "true"), ("Input.DisabledAt", "2020-01-01"),
        ];

    private static (string, string)[] Fields(string token, string name) =>
        [
            ("_handler", "setup"), (Browser.TokenField, token), ("Input.Name", name),
            ("Input.Email", $"{name}@example.org"), ("Input.Password", Password),
        ];

    private static async Task SetUpAsync(Browser browser, string secret, string name, params (string, string)[] extra)
    {
        var token = (await browser.GetAsync(AccountUrls.Setup(secret))).Token();
        await browser.PostAsync(AccountUrls.Setup(secret), [.. Fields(token, name), .. extra]);
        Assert.NotNull(browser.SessionCookie);
    }

    /// <summary>After the program has offered a link of its own, which would take the place of this one.</summary>
    private static async Task<string> SecretAsync(LiveProduct target)
    {
        await Eventually.TrueAsync(
            () =>
            {
                using var db = target.NewContext();
                return db.Links.Any();
            },
            "the program offers no setup link");
        return (await target.Get<LinkKeeper>().NewSetupLinkAsync(Stop))!;
    }

    private static async Task<string> InviteAsync(LiveProduct target, string name)
    {
        await using var db = target.NewContext();
        var administrator = await db.Accounts.Where(a => a.Roles == Roles.Administrator).Select(a => a.Id).FirstAsync(Stop);
        return await target.Get<AccountCommands>()
            .InviteAsync(new Actor(administrator, null), $"{name}@example.org", name, Roles.Analyst, Stop);
    }
}
