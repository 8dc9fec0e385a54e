using System.Net;
using DefenseCoop.Data.Assessments.Reminders;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.OpenIdConnect;

/// <summary>
/// E-mail addresses that a provider vouches for, denies, or says
/// nothing of; and invitations, which prove more than an address.
/// </summary>
public sealed class ProviderEmailTests(ProviderSite site) : IClassFixture<ProviderSite>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What the provider says, whether its silence is trusted, and whether the address counts.</summary>
    [Theory]
    [InlineData(null, false, false)]
    [InlineData(null, true, true)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    public async Task Address_OfAProvider_CountsAsTheSettingSays(bool? said, bool isTrusted, bool counts)
    {
        await using var app = new LiveProduct
        {
            Settings = new(site.Provider.Settings) { ["Authentication:OpenIdConnect:TrustEmail"] = isTrusted ? "true" : "false" },
        };
        var subject = $"said-{said}-{isTrusted}";
        site.Provider.Users[subject] = new ProviderUser(subject, "editors")
        {
            Name = subject, Email = $"{subject}@ministry.example", EmailVerified = said,
        };
        site.Provider.Users[$"{subject}-old"] = new ProviderUser($"{subject}-old", "editors")
        {
            Email = "invited@example.org", EmailVerified = said,
        };
        var invited = await app.AddAsync("invited", Roles.Editor);
        using var newcomer = new Visit(app);
        using var owner = new Visit(app);

        await newcomer.SignInAsync(subject);
        await owner.SignInAsync($"{subject}-old");

        var account = await app.ReadAsync(subject);
        Assert.Equal((counts ? $"{subject}@ministry.example" : null, counts), (account.Email, account.EmailConfirmed));
        Assert.Equal((account.Email, account.Email?.ToUpperInvariant()), (account.UserName, account.NormalizedEmail));
        await using var db = app.NewContext();
        Assert.Equal(counts, await db.Set<IdentityUserLogin<int>>().AnyAsync(l => l.UserId == invited.Id, Stop));
        Assert.Equal(counts, owner.Browser.SessionCookie is not null);
    }

    [Fact]
    public async Task NoAddress_OfTwoPeople_IsNoneAndIsShownAsNone()
    {
        (await site.VisitAsync(new ProviderUser("mute-1", "everything") { Name = "Mute 1" })).Dispose();
        using var visit = await site.VisitAsync(
            new ProviderUser("mute-2", "everything") { Name = "Mute 2", Email = "not an address", EmailVerified = true });

        var (one, two) = ((await site.AccountAsync("mute-1"))!, (await site.AccountAsync("mute-2"))!);
        Assert.Equal((null, null, null, null), (one.Email, one.NormalizedEmail, one.UserName, one.NormalizedUserName));
        Assert.Equal((null, null), (two.Email, two.UserName));
        var list = (await visit.Browser.GetAsync(AccountUrls.Accounts)).Document();
        Assert.Equal("none", list.QuerySelector($"tr[data-account='{one.Id}'] td[data-label='E-mail address']")!.TextContent.Trim());
        foreach (var path in new[] { AccountUrls.Profile, AccountUrls.Account(one.Id), AccountUrls.Passkeys, AccountUrls.Sessions })
        {
            var page = await visit.Browser.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, page.Status));
            Assert.DoesNotContain("@provider", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NoAddress_OfSomebodyForWhomSomethingWaits_IsSentNoMail()
    {
        (await site.VisitAsync(new ProviderUser("mailless", "everything") { Name = "Mailless" })).Dispose();

        var due = await site.App.Get<DigestQueries>().DueAsync(new DateOnly(2027, 6, 1), Stop);

        Assert.DoesNotContain(due, digest => digest.Name == "Mailless");
    }

    /// <summary>The provider says nothing of the address: who holds the link has proved enough.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Invitation_OpenedAndThenSignedInAtTheProvider_LinksTheAccount(bool localPasswords)
    {
        await using var app = new LiveProduct
        {
            Settings = new(site.Provider.Settings) { ["Authentication:LocalPasswords"] = localPasswords ? "true" : "false" },
        };
        var administrator = await app.AddAsync("administrator", Roles.Administrator);
        var invited = await app.AddAsync("invited", Roles.Editor, hasPassword: false);
        var link = await app.Get<AccountCommands>().IssueLinkAsync(new(administrator.Id, null), invited.Id, Stop);
        site.Provider.Users["guest"] = new ProviderUser("guest", "editors") { Name = "Guest", Email = "else@ministry.example" };
        using var visit = new Visit(app);

        await visit.AcceptAsync(link, "guest");

        Assert.Equal($"{AccountUrls.Profile}?done=linked", visit.Path);
        Assert.True(await visit.Browser.IsSignedInAsync());
        await using var db = app.NewContext();
        Assert.Equal(invited.Id, (await db.Set<IdentityUserLogin<int>>().SingleAsync(l => l.ProviderKey == "guest", Stop)).UserId);
        Assert.Equal(2, await db.Accounts.CountAsync(a => !a.IsDemonstration, Stop));
        Assert.True((await app.ReadAsync("invited")).EmailConfirmed);

        // Once: the next one is told, and gets no account.
        site.Provider.Users["late"] = new ProviderUser("late", "editors") { Name = "Late" };
        using var late = new Visit(app);
        Assert.Equal(HttpStatusCode.Gone, (await late.Browser.GetAsync(AccountUrls.Invitation(link))).Status);
        await late.AcceptAsync(link, "late", isOpenStill: true);
        Assert.StartsWith("The link by which you came cannot be used any more", late.Problem, StringComparison.Ordinal);
        Assert.False(await db.Set<IdentityUserLogin<int>>().AnyAsync(l => l.ProviderKey == "late", Stop));
    }

    [Fact]
    public async Task Invitation_OfAnAccountWithASecondFactor_IsNotEnough()
    {
        var administrator = await site.App.AddAsync("chief-of-links", Roles.Administrator);
        var guarded = await site.App.AddAsync("guarded", Roles.Editor);
        await site.App.ChangeAsync(guarded.Id, a => a.TwoFactorEnabled = true);
        var link = await site.App.Get<AccountCommands>().IssueLinkAsync(new(administrator.Id, null), guarded.Id, Stop);
        site.Provider.Users["thief"] = new ProviderUser("thief", "editors");
        using var visit = site.NewVisit();

        await visit.AcceptAsync(link, "thief");

        Assert.StartsWith("The account of this link has a second factor here", visit.Problem, StringComparison.Ordinal);
        Assert.Null(visit.Browser.SessionCookie);
        Assert.Null(await site.AccountAsync("thief"));
    }
}
