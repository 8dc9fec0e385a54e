using System.Security.Claims;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.People.Profile;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.People;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>Cookies that were stolen, kept, forged or planted.</summary>
public sealed class SessionAbuseTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sign-out")]
    [InlineData("sign-out everywhere")]
    [InlineData("password change elsewhere")]
    [InlineData("password set by link")]
    [InlineData("second factor reset")]
    [InlineData("disabled")]
    [InlineData("session ended by its owner")]
    [InlineData("signed in as another")]
    [InlineData("idle for 12 hours")]
    [InlineData("7 days, however busy")]
    public async Task StolenCookie_ReplayedAfterTheEnd_SignsNobodyIn(string end)
    {
        var name = "stolen-" + string.Concat(end.Where(char.IsAsciiLetterOrDigit));
        using var victim = await target.NewPersonAsync(name, Roles.Editor);
        using var thief = victim.Steal();
        Assert.True(await thief.IsSignedInAsync());

        await EndAsync(end, name, victim);

        Assert.False(await thief.IsSignedInAsync());
        target.Clock.MoveTo(FixedClock.Start);
    }

    [Fact]
    public async Task Cookie_UsedWithinItsTime_LastsBeyond12Hours()
    {
        using var browser = await target.NewPersonAsync("busy", Roles.Analyst);

        for (var hours = 0; hours < 30; hours += 6)
        {
            target.Clock.MoveTo(FixedClock.Start.AddHours(hours));
            Assert.True(await browser.IsSignedInAsync());
        }

        target.Clock.MoveTo(FixedClock.Start);
    }

    [Fact]
    public async Task Cookie_TamperedWithAnywhere_SignsNobodyIn()
    {
        using var browser = await target.NewPersonAsync("tampered", Roles.Administrator);
        var cookie = browser.SessionCookie!;

        for (var i = 0; i < cookie.Length; i += cookie.Length / 12)
        {
            browser.Cookies[Browser.Session] = $"{cookie[..i]}{(cookie[i] == 'A' ? 'B' : 'A')}{cookie[(i + 1)..]}";
            Assert.False(await browser.IsSignedInAsync());
        }

        browser.Cookies[Browser.Session] = cookie[..^4];
        Assert.False(await browser.IsSignedInAsync());
        browser.Cookies[Browser.Session] = cookie;
        Assert.True(await browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("Administrator")]
    [InlineData("../../etc/passwd")]
    [InlineData("chunks-2")]
    [InlineData("chunks-99999999")]
    public async Task Cookie_OfGarbage_SignsNobodyInAndBreaksNothing(string cookie)
    {
        using var browser = target.NewBrowser();
        browser.Cookies[Browser.Session] = cookie;

        var answer = await browser.GetAsync("/initiatives");

        Assert.Equal(200, (int)answer.Status);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Cookie_OfAnotherInstallation_SignsNobodyIn()
    {
        await using var other = new LiveProduct();
        using var there = await other.NewPersonAsync("same", Roles.Administrator);
        await target.AddAsync("same", Roles.Administrator);
        using var here = target.NewBrowser();
        here.Cookies[Browser.Session] = there.SessionCookie!;

        Assert.True(await there.IsSignedInAsync());
        Assert.False(await here.IsSignedInAsync());
    }

    /// <summary>
    /// Somebody got hold of the keys in the database, and makes
    /// cookies: without the secret of a session they are worth nothing.
    /// </summary>
    [Fact]
    public async Task Cookie_MadeWithTheServersOwnKeysButNoSession_SignsNobodyIn()
    {
        var account = await target.AddAsync("forged", Roles.Administrator);
        using var person = await target.SignInAsync("forged");
        var actor = await target.ActorAsync("forged");
        using var browser = target.NewBrowser();
        foreach (var claims in new Claim[][]
        {
            [],
            [
                new(ClaimTypes.NameIdentifier, $"{account.Id}"),
                new("account", $"{account.Id}"),
                new("session", $"{actor.SessionId}"),
                new("role", "Administrator"),
            ],
            [new(PersonClaims.SessionKey, $"{actor.SessionId}")],
            [new(PersonClaims.SessionKey, "")],
        })
        {
            browser.Cookies[Browser.Session] = Protect(claims);
            Assert.False(await browser.IsSignedInAsync());
        }
    }

    [Fact]
    public async Task Cookie_WithRolesAndAnotherAccountAdded_GivesWhatTheDatabaseSays()
    {
        var victim = await target.AddAsync("chief", Roles.Administrator);
        using var browser = await target.NewPersonAsync("climber", Roles.Analyst);
        var key = KeyOf(browser.SessionCookie!);

        browser.Cookies[Browser.Session] = Protect(
            new(PersonClaims.SessionKey, key), new("role", "Administrator"),
            new("account", $"{victim.Id}"), new(ClaimTypes.NameIdentifier, $"{victim.Id}"));

        Assert.True(await browser.IsSignedInAsync());
        Assert.Contains("signed in as climber", (await browser.GetAsync(AccountUrls.SignOutPath)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(AccountUrls.Accounts, (await browser.GetAsync("/initiatives")).Body, StringComparison.Ordinal);
    }

    /// <summary>The cookie of a half sign-in, password but no code yet, in place of the whole.</summary>
    [Fact]
    public async Task SecondFactorCookie_ShownAsTheSession_SignsNobodyIn()
    {
        var account = await target.AddAsync("half", Roles.Administrator);
        await target.ChangeAsync(account.Id, a => a.TwoFactorEnabled = true);
        await using (var scope = target.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<AccountManager>();
            await accounts.ResetAuthenticatorKeyAsync((await accounts.FindByIdAsync($"{account.Id}"))!);
        }

        using var browser = target.NewBrowser();
        var answer = await browser.SignInAsync("half");

        Assert.Contains(AccountUrls.SecondFactorPath, answer.Location, StringComparison.Ordinal);
        Assert.Null(browser.SessionCookie);
        Assert.False(await browser.IsSignedInAsync());
        browser.Cookies[Browser.Session] = browser.Cookies[Browser.SecondFactor];
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Fixation_ASessionPlantedBefore_IsNotTheSessionAfter()
    {
        using var attacker = await target.NewPersonAsync("planter", Roles.Analyst);
        await target.AddAsync("planted", Roles.Administrator);
        using var victim = attacker.Steal();
        var before = victim.SessionCookie;

        await victim.SignInAsync("planted");

        Assert.NotEqual(before, victim.SessionCookie);
        Assert.NotEqual(KeyOf(before!), KeyOf(victim.SessionCookie!));
        Assert.True(await victim.IsSignedInAsync());
        Assert.False(await attacker.IsSignedInAsync());
    }

    [Fact]
    public async Task SignIn_Twice_GivesAnotherKeyEachTimeAndEndsTheFirst()
    {
        using var browser = await target.NewPersonAsync("twice", Roles.Analyst);
        using var old = browser.Steal();

        await browser.SignInAsync("twice");

        Assert.NotEqual(KeyOf(old.SessionCookie!), KeyOf(browser.SessionCookie!));
        Assert.False(await old.IsSignedInAsync());
        await using var db = target.NewContext();
        Assert.Equal(1, await db.Sessions.CountAsync(s => s.Account.DisplayName == "twice", Stop));
    }

    [Fact]
    public async Task Cookies_Set_AreOutOfReachOfScriptsAndOtherSites()
    {
        await target.AddAsync("strict", Roles.Analyst);
        using var browser = target.NewBrowser();

        var page = await browser.GetAsync(AccountUrls.SignInPath);
        var answer = await browser.SignInAsync("strict");

        foreach (var cookie in new[] { page, answer }.Select(a => a.Headers["Set-Cookie"].ToLowerInvariant()))
        {
            Assert.Contains("httponly", cookie, StringComparison.Ordinal);
            Assert.Matches("samesite=(lax|strict)", cookie);
            Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
            Assert.DoesNotContain("expires=", cookie, StringComparison.Ordinal);
        }
    }

    private CookieAuthenticationOptions Cookie =>
        target.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);

    private string KeyOf(string cookie) => Cookie.TicketDataFormat.Unprotect(cookie)!.Principal.FindFirstValue(PersonClaims.SessionKey)!;

    private string Protect(params Claim[] claims) => Cookie.TicketDataFormat.Protect(new AuthenticationTicket(
        new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)),
        new AuthenticationProperties { IssuedUtc = FixedClock.Start, ExpiresUtc = FixedClock.Start.AddDays(7) },
        IdentityConstants.ApplicationScheme));

    private async Task EndAsync(string end, string name, Browser victim)
    {
        var actor = await target.ActorAsync(name);
        switch (end)
        {
            case "sign-out":
                await victim.SubmitAsync(AccountUrls.SignOutPath, "sign-out");
                break;
            case "sign-out everywhere":
                await target.Get<ProfileCommands>().EndAllSessionsAsync(actor, Stop);
                break;
            case "session ended by its owner":
                await target.Get<ProfileCommands>().EndSessionAsync(actor, actor.SessionId!.Value, Stop);
                break;
            case "password change elsewhere":
                using (await target.SignInAsync(name))
                {
                    await using var scope = target.Services.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<CredentialCommands>()
                        .ChangePasswordAsync(await target.ActorAsync(name), PeopleDatabase.Password, "seven slow boats at dawn", Stop);
                }

                break;
            case "password set by link":
                var secret = await target.Get<AccountCommands>().IssueLinkAsync(await AdministratorAsync(), actor.AccountId, Stop);
                await target.Get<LinkKeeper>().SetPasswordAsync(secret, "seven slow boats at dawn", Stop);
                break;
            case "second factor reset":
                await target.Get<AccountCommands>().ResetSecondFactorAsync(await AdministratorAsync(), actor.AccountId, Stop);
                break;
            case "disabled":
                await target.Get<AccountCommands>().DisableAsync(await AdministratorAsync(), actor.AccountId, Stop);
                break;
            case "signed in as another":
                await target.AddAsync(name + "-2", Roles.Analyst);
                await victim.SignInAsync(name + "-2");
                break;
            case "idle for 12 hours":
                target.Clock.MoveTo(FixedClock.Start + PeopleOptions.IdleTime);
                break;
            case "7 days, however busy":
                for (var hours = 6; hours < 7 * 24; hours += 6)
                {
                    target.Clock.MoveTo(FixedClock.Start.AddHours(hours));
                    Assert.True(await victim.IsSignedInAsync());
                }

                target.Clock.MoveTo(FixedClock.Start + PeopleOptions.SessionTime);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(end));
        }
    }

    /// <summary>An administrator outside any browser.</summary>
    private async Task<Actor> AdministratorAsync() =>
        new((await target.AddAsync($"admin-{Guid.NewGuid():N}", Roles.Administrator)).Id, null);
}
