using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.OpenIdConnect;

/// <summary>People sign in at a real provider, over HTTP, and are given what its claim says.</summary>
public sealed class ProviderSignInTests(ProviderSite site) : IClassFixture<ProviderSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SignIn_MappedGroup_SignsInAndLeadsBack()
    {
        using var visit = await site.VisitAsync(
            new ProviderUser("anna", "analysts", "choir") { Name = "Anna Berg", Email = "anna@ministry.example", EmailVerified = true },
            "/initiatives?q=radar");

        Assert.Equal("/initiatives?q=radar", visit.Path);
        Assert.Equal(HttpStatusCode.OK, visit.Answer.Status);
        Assert.Contains("signed in as Anna Berg", (await visit.Browser.GetAsync(AccountUrls.SignOutPath)).Body, StringComparison.Ordinal);
        var account = await site.AccountAsync("anna");
        Assert.Equal(
            (Roles.Analyst, "Anna Berg", "anna@ministry.example", true),
            (account!.Roles, account.DisplayName, account.Email, account.EmailConfirmed));
        Assert.Null(account.PasswordHash);
        await using var db = site.App.NewContext();
        Assert.Equal("the ministry", (await db.Sessions.SingleAsync(s => s.AccountId == account.Id, Stop)).Method);
    }

    [Fact]
    public async Task SignIn_AtItsEnd_LeavesNoCookieButTheSession()
    {
        using var visit = await site.VisitAsync(new ProviderUser("tidy", "analysts"));

        Assert.DoesNotContain(visit.Browser.Cookies.Keys, name => name.Contains("Provider", StringComparison.OrdinalIgnoreCase));
        Assert.NotNull(visit.Browser.SessionCookie);
    }

    [Theory]
    [InlineData(GroupsAs.Claims)]
    [InlineData(GroupsAs.JsonArray)]
    [InlineData(GroupsAs.JsonText)]
    [InlineData(GroupsAs.UserInfo)]
    public async Task SignIn_TwoMappedGroups_GivesBothRolesHoweverTheyAreSaid(GroupsAs groupsAs)
    {
        using var visit = await site.VisitAsync(
            new ProviderUser($"two-{groupsAs}", "managers", "choir", "analysts") { GroupsAs = groupsAs });

        Assert.Equal(Roles.Analyst | Roles.Manager, (await site.AccountAsync($"two-{groupsAs}"))!.Roles);
        Assert.True(await visit.Browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData(GroupsAs.Claims)]
    [InlineData(GroupsAs.JsonArray)]
    [InlineData(GroupsAs.JsonText)]
    [InlineData(GroupsAs.UserInfo)]
    public async Task SignIn_OneGroupWithTwoRoles_GivesBoth(GroupsAs groupsAs)
    {
        using var visit = await site.VisitAsync(new ProviderUser($"one-{groupsAs}", "everything") { GroupsAs = groupsAs });

        Assert.Equal(Roles.Editor | Roles.Administrator, (await site.AccountAsync($"one-{groupsAs}"))!.Roles);
    }

    [Fact]
    public async Task SignIn_ThreeHundredGroups_Works()
    {
        using var visit = await site.VisitAsync(new ProviderUser(
            "many",
            [.. Enumerable.Range(0, 300).Select(i => $"a-group-with-a-long-name-{i}"), "editors"]) { GroupsAs = GroupsAs.UserInfo });

        Assert.True(await visit.Browser.IsSignedInAsync());
        Assert.Equal(Roles.Editor, (await site.AccountAsync("many"))!.Roles);
    }

    [Theory]
    [InlineData("choir")]
    [InlineData("Analysts")]
    [InlineData("Administrator")]
    [InlineData("[\"analysts\"")]
    [InlineData("analysts,editors")]
    public async Task SignIn_NoMappedGroup_IsRefusedAndSaysWhy(string group)
    {
        using var visit = await site.VisitAsync(new ProviderUser($"nobody-{group.Length}", group), "/sources");

        Assert.StartsWith(AccountUrls.SignIn("/sources"), visit.Path, StringComparison.Ordinal);
        Assert.StartsWith("the ministry knows you, but gives you no role here.", visit.Problem, StringComparison.Ordinal);
        Assert.Null(visit.Browser.SessionCookie);
        Assert.Null(await site.AccountAsync($"nobody-{group.Length}"));
    }

    [Fact]
    public async Task SignIn_ForTheSecondTime_FindsTheAccountAndFollowsTheRoles()
    {
        (await site.VisitAsync(new ProviderUser("mover", "analysts", "managers") { Name = "Mover" })).Dispose();
        var before = await site.AccountAsync("mover");

        using var again = await site.VisitAsync(new ProviderUser("mover", "editors") { Name = "Mover" });

        var after = await site.AccountAsync("mover");
        Assert.Equal((before!.Id, Roles.Editor), (after!.Id, after.Roles));
        Assert.True(await again.Browser.IsSignedInAsync());
    }

    [Fact]
    public async Task SignIn_AllGroupsTakenAway_IsRefusedAndTakesTheRolesFromOpenSessions()
    {
        using var open = await site.VisitAsync(new ProviderUser("leaver", "everything"));
        Assert.Equal(HttpStatusCode.OK, (await open.Browser.GetAsync(AccountUrls.RightsTable)).Status);

        using var again = await site.VisitAsync(new ProviderUser("leaver", "choir"));

        Assert.Null(again.Browser.SessionCookie);
        Assert.Equal(Roles.None, (await site.AccountAsync("leaver"))!.Roles);
        Assert.Equal(HttpStatusCode.Forbidden, (await open.Browser.GetAsync(AccountUrls.RightsTable)).Status);
    }

    [Fact]
    public async Task SignIn_DisabledAccount_IsRefused()
    {
        (await site.VisitAsync(new ProviderUser("gone", "editors"))).Dispose();
        var account = await site.AccountAsync("gone");
        await site.App.ChangeAsync(account!.Id, a => a.DisabledAt = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc));

        using var visit = await site.VisitAsync("gone");

        Assert.StartsWith("Your account here is disabled.", visit.Problem, StringComparison.Ordinal);
        Assert.Null(visit.Browser.SessionCookie);
    }

    [Fact]
    public async Task SignIn_VerifiedEmailOfAnAccount_LinksItAndReplacesItsRoles()
    {
        var local = await site.App.AddAsync("local", Roles.Administrator);

        using var visit = await site.VisitAsync(
            new ProviderUser("linked", "editors") { Email = "LOCAL@example.org", EmailVerified = true });

        var account = await site.AccountAsync("linked");
        Assert.Equal((local.Id, Roles.Editor), (account!.Id, account.Roles));
        Assert.Contains("signed in as local", (await visit.Browser.GetAsync(AccountUrls.SignOutPath)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task SignIn_EmailOfAnAccountNotVerified_IsRefusedAndChangesNothing(bool? verified)
    {
        var name = $"owner-{verified}";
        await site.App.AddAsync(name, Roles.Analyst);

        using var visit = await site.VisitAsync(
            new ProviderUser($"thief-{verified}", "everything") { Email = $"{name}@example.org", EmailVerified = verified });

        Assert.StartsWith("There is an account with your e-mail address already", visit.Problem, StringComparison.Ordinal);
        Assert.Null(visit.Browser.SessionCookie);
        Assert.Null(await site.AccountAsync($"thief-{verified}"));
        Assert.Equal(Roles.Analyst, (await site.App.ReadAsync(name)).Roles);
    }

    [Fact]
    public async Task SignIn_EmailOfAnAccountOfAnotherAtTheProvider_IsRefused()
    {
        (await site.VisitAsync(new ProviderUser("first", "editors") { Email = "shared@ministry.example", EmailVerified = true })).Dispose();

        using var second = await site.VisitAsync(
            new ProviderUser("second", "editors") { Email = "shared@ministry.example", EmailVerified = true });

        Assert.StartsWith("The account with your e-mail address belongs to another person", second.Problem, StringComparison.Ordinal);
        Assert.Null(second.Browser.SessionCookie);
    }

    /// <summary>Else whoever claims an address first would have an account that an administrator takes for its owner's.</summary>
    [Theory]
    [InlineData("unvouched@ministry.example", "unvouched")]
    [InlineData(null, "without")]
    [InlineData("no address", "broken")]
    public async Task SignIn_NoVerifiedEmail_MakesAnAccountWithoutAnAddress(string? email, string subject)
    {
        using var visit = await site.VisitAsync(new ProviderUser(subject, "editors") { Email = email });

        var account = await site.AccountAsync(subject);
        Assert.Equal((null, null), (account!.Email, account.UserName));
        Assert.False(account.EmailConfirmed);
        Assert.True(await visit.Browser.IsSignedInAsync());
    }

    /// <summary>The provider is the authority: whoever runs it can give the role back.</summary>
    [Fact]
    public async Task SignIn_LastAdministratorLosesTheGroup_IsNoAdministratorAnyMore()
    {
        await using var provider = await ProviderServer.StartAsync();
        await using var app = new LiveProduct { Settings = provider.Settings };
        provider.Users["chief"] = new ProviderUser("chief", "administrators");
        using var visit = new Visit(app);
        await visit.SignInAsync("chief");
        Assert.Single(await app.Get<AccountQueries>().ListAsync(await app.ActorAsync("Without a name"), Stop));
        provider.Users["chief"] = new ProviderUser("chief", "analysts");

        await visit.SignInAsync("chief");

        Assert.Equal(Roles.Analyst, (await app.ReadAsync("Without a name")).Roles);
    }
}
