using System.Net;
using System.Text;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>From an administrator's form to an invited person who is signed in, and what must not happen on the way.</summary>
public sealed class InvitationTests(LiveProduct target) : VisitTests(target)
{
    private const string NewPassword = "seven slow boats at dawn";

    private Browser _administrator = null!;

    public override async ValueTask InitializeAsync() => _administrator = await SignInAsync(Roles.Administrator);

    public override ValueTask DisposeAsync()
    {
        Target.Clock.MoveTo(FixedClock.Start);
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Invitation_Accepted_MakesAPersonWithTheRolesThatWereChosen()
    {
        var answer = await InviteAsync("Eva", "eva@example.org", "Editor", "Analyst");
        var link = Link(answer);
        using var eva = Target.NewBrowser();

        var page = await eva.GetAsync(link.PathAndQuery);
        var accepted = await AcceptAsync(eva, link);

        Assert.Equal(Target.Address.GetLeftPart(UriPartial.Authority), link.GetLeftPart(UriPartial.Authority));
        Assert.Contains("For Eva, who signs in as eva@example.org", page.Body, StringComparison.Ordinal);
        Assert.Equal(AccountUrls.Profile, new Uri(Target.Address, accepted.Location).AbsolutePath);
        Assert.True(await eva.IsSignedInAsync());
        Assert.Equal(Roles.Analyst | Roles.Editor, (await Target.ReadAsync("Eva")).Roles);
        Assert.Equal(HttpStatusCode.Forbidden, (await eva.GetAsync(AccountUrls.Accounts)).Status);
        using var again = Target.NewBrowser();
        Assert.NotNull((await again.SignInAsync("eva", NewPassword)).Location);
        Assert.True(await again.IsSignedInAsync());
    }

    [Fact]
    public async Task Invitation_Made_IsShownOnceAndStoredNowhereInClear()
    {
        var answer = await InviteAsync("Once", "once@example.org", "Reader");
        var secret = Link(answer).Query.Split('=')[1];

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Headers, h => h.Value.Contains(secret, StringComparison.Ordinal));
        Assert.NotNull(answer.Document().QuerySelector("[data-testid=one-time-link][readonly]"));
        Assert.DoesNotContain(secret, (await _administrator.GetAsync(AccountUrls.Accounts)).Body, StringComparison.Ordinal);
        foreach (var file in new[] { Target.DatabasePath, Target.DatabasePath + "-wal" }.Where(File.Exists))
        {
            Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
        }
    }

    [Fact]
    public async Task Link_UsedTwice_SetsThePasswordOnce()
    {
        var link = Link(await InviteAsync("Twice", "twice@example.org", "Reader"));
        using var first = Target.NewBrowser();
        using var second = Target.NewBrowser();
        var token = (await second.GetAsync(link.PathAndQuery)).Token();
        await AcceptAsync(first, link);

        var late = await second.PostAsync(
            link.PathAndQuery, ("_handler", "invitation"), (Browser.TokenField, token), ("Input.Password", "another boat at another dawn"));

        Assert.True(late.IsRefused, $"{late.Status}");
        Assert.Null(second.SessionCookie);
        Assert.Equal(HttpStatusCode.Gone, (await second.GetAsync(link.PathAndQuery)).Status);
        Assert.True(await first.IsSignedInAsync());
        await second.SignInAsync("twice", "another boat at another dawn");
        Assert.False(await second.IsSignedInAsync());
    }

    [Fact]
    public async Task Link_AfterThreeDays_IsGone()
    {
        var link = Link(await InviteAsync("Late", "late@example.org", "Reader"));
        using var browser = Target.NewBrowser();
        Target.Clock.MoveTo(FixedClock.Start + PeopleOptions.PasswordLinkTime - TimeSpan.FromSeconds(1));
        var page = await browser.GetAsync(link.PathAndQuery);
        Target.Clock.MoveTo(FixedClock.Start + PeopleOptions.PasswordLinkTime);

        var late = await browser.PostAsync(
            link.PathAndQuery, ("_handler", "invitation"), (Browser.TokenField, page.Token()), ("Input.Password", NewPassword));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(late.IsRefused, $"{late.Status}");
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link.PathAndQuery)).Status);
        Assert.Null((await Target.ReadAsync("Late")).PasswordHash);
    }

    [Fact]
    public async Task NewLink_ForAnAccount_EndsTheEarlierOne()
    {
        var earlier = Link(await InviteAsync("Again", "again@example.org", "Reader"));
        var account = await Target.ReadAsync("Again");

        var answer = await _administrator.SubmitAsync(AccountUrls.Account(account.Id), "link");
        using var browser = Target.NewBrowser();

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(earlier.PathAndQuery)).Status);
        await AcceptAsync(browser, Link(answer));
        Assert.True(await browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData("none", "Nobody", "nobody@example.org")]
    [InlineData("negative", "Nobody", "nobody@example.org", "-1")]
    [InlineData("beyond", "Nobody", "nobody@example.org", "32")]
    [InlineData("unknown", "Nobody", "nobody@example.org", "Emperor")]
    [InlineData("no name", " ", "nobody@example.org", "Reader")]
    [InlineData("no address", "Nobody", "nobody", "Reader")]
    [InlineData("line break", "Nobody", "nobody@example.org\r\nBcc: all@example.org", "Reader")]
    [InlineData("long name", "long", "nobody@example.org", "Reader")]
    public async Task Invitation_BadInput_SaysWhatIsWrongAndInvitesNobody(string what, string name, string email, params string[] roles)
    {
        var answer = await InviteAsync(name == "long" ? new string('n', 101) : name, email, roles);

        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{what}: {answer.Status}");
        Assert.Contains("Nobody was invited.", answer.Document().QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(answer.Document().QuerySelector("[data-testid=one-time-link]"));
        await using var db = Target.NewContext();
        Assert.DoesNotContain(db.Accounts, a => a.Email!.StartsWith("nobody"));
    }

    [Fact]
    public async Task Invitation_OfANameWithMarkup_ShowsItAsText()
    {
        const string name = "<img src=x onerror=alert(1)>";

        var answer = await InviteAsync(name, "markup@example.org", "Reader");

        Assert.Empty(answer.Document().QuerySelectorAll("main img"));
        Assert.Contains(answer.Document().QuerySelectorAll("th a"), a => a.TextContent == name);
    }

    private static Uri Link(Answer answer) => new(
        answer.Document().QuerySelector("[data-testid=one-time-link]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"No link: {answer.Status}"));

    private static Task<Answer> AcceptAsync(Browser browser, Uri link) =>
        browser.SubmitAsync(link.PathAndQuery, "invitation", ("Input.Password", NewPassword));

    private Task<Answer> InviteAsync(string name, string email, params string[] roles) => _administrator.SubmitAsync(
        AccountUrls.Accounts, "invite", [("Input.Name", name), ("Input.Email", email), .. roles.Select(r => ("Input.Roles", r))]);
}
