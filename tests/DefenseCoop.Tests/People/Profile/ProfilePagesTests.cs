using System.Globalization;
using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Profile;

/// <summary>The pages of one's own account, as a browser without scripts uses them.</summary>
public sealed class ProfilePagesTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private const string NewPassword = "seven green ladders under rain";

    public static TheoryData<string, string> Pages { get; } = new()
    {
        { AccountUrls.Profile, "Profile" },
        { AccountUrls.Password, "Password" },
        { AccountUrls.Authenticator, "Authenticator app" },
        { AccountUrls.Passkeys, "Passkeys" },
        { AccountUrls.Sessions, "Open sessions" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Unique => "p" + Guid.NewGuid().ToString("N");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_Asked_IsForWhoIsSignedIn(string path, string heading)
    {
        using var visitor = target.NewBrowser();
        var refused = await visitor.GetAsync(path);
        Assert.Equal((HttpStatusCode.Found, AccountUrls.SignIn(path)), (refused.Status, refused.Location));

        using var browser = await target.NewPersonAsync(Unique, Roles.Reader);
        var page = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(heading, page.Document().QuerySelectorAll("h1").Single().TextContent);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_Saved_IsKeptAndTheThemeTakesEffect()
    {
        using var browser = await target.NewPersonAsync(Unique, Roles.Analyst);

        var saved = await browser.SubmitAsync(
            AccountUrls.Profile, "profile", ("Input.Name", "Ane Ø"), ("Input.Theme", "dark"), ("Input.TimeZone", "Europe/Copenhagen"));

        Assert.Equal($"{AccountUrls.Profile}?done=saved", Path(saved));
        var page = (await browser.GetAsync(Path(saved)!)).Document();
        Assert.Equal("Saved.", page.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-account-theme"));
        Assert.Equal("Ane Ø", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal(["dark", "Europe/Copenhagen"], page.QuerySelectorAll("main option[selected]").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task Profile_WithAValueThatIsNotOffered_IsRefusedBesideTheField()
    {
        using var browser = await target.NewPersonAsync(Unique, Roles.Analyst);

        var answer = await browser.SubmitAsync(AccountUrls.Profile, "profile", ("Input.Name", "New name"), ("Input.Theme", "pink"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("true", answer.Document().QuerySelector("#Theme")!.GetAttribute("aria-invalid"));
        Assert.Equal("New name", answer.Document().QuerySelector("#Name")!.GetAttribute("value"));
        Assert.DoesNotContain("New name", (await browser.GetAsync(AccountUrls.Profile)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_OfWhoHasOnlyAPassword_RecommendsMore()
    {
        using var browser = await target.NewPersonAsync(Unique, Roles.Analyst);

        var page = (await browser.GetAsync($"{AccountUrls.Profile}?done=welcome")).Document();

        Assert.Contains("you are signed in", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var note = page.QuerySelectorAll("main .note")
            .Single(n => n.TextContent.Trim().StartsWith("Your password alone", StringComparison.Ordinal));
        Assert.Equal([AccountUrls.Passkeys, AccountUrls.Authenticator], note.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Password_Changed_EndsOtherSessionsAndNotThisOne()
    {
        var name = Unique;
        using var browser = await target.NewPersonAsync(name, Roles.Analyst);
        using var elsewhere = await target.SignInAsync(name);

        var wrong = await ChangePasswordAsync(browser, "not my password at all", NewPassword);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("true", wrong.Document().QuerySelector("#CurrentPassword")!.GetAttribute("aria-invalid"));
        Assert.DoesNotContain(NewPassword, wrong.Body, StringComparison.Ordinal);
        Assert.True(await elsewhere.IsSignedInAsync());
        var changed = await ChangePasswordAsync(browser, PeopleDatabase.Password, NewPassword);

        Assert.Equal($"{AccountUrls.Profile}?done=password", Path(changed));
        Assert.True(await browser.IsSignedInAsync());
        Assert.False(await elsewhere.IsSignedInAsync());
        using var later = target.NewBrowser();
        await later.SignInAsync(name);
        Assert.Null(later.SessionCookie);
        await later.SignInAsync(name, NewPassword);
        Assert.NotNull(later.SessionCookie);
    }

    [Fact]
    public async Task Password_OfAnAccountWithoutOne_OffersNoForm()
    {
        var name = Unique;
        using var browser = await target.NewPersonAsync(name, Roles.Analyst);
        await target.ChangeAsync((await target.ActorAsync(name)).AccountId, a => a.PasswordHash = null);

        var page = (await browser.GetAsync(AccountUrls.Password)).Document();

        Assert.Empty(page.QuerySelectorAll("main input[type=password]"));
        Assert.Contains("Your account has no password", page.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_Listed_SayWhereAndWhichIsThisOne()
    {
        using var browser = await target.NewPersonAsync(Unique, Roles.Analyst);

        var row = (await browser.GetAsync(AccountUrls.Sessions)).Document().QuerySelectorAll("main tbody tr").Single();

        Assert.Equal("Unknown device (this one)", row.QuerySelector("th")!.TextContent);
        Assert.Equal(
            ["Password", "23 Nov 2026, 12:00 UTC"],
            new[] { "Signed in by", "Since" }.Select(l => row.QuerySelector($"td[data-label='{l}']")!.TextContent));
    }

    [Fact]
    public async Task Session_Ended_IsOnesOwnAndNoOther()
    {
        var (name, victimName) = (Unique, Unique);
        using var victim = await target.NewPersonAsync(victimName, Roles.Analyst);
        var theirs = Text((await target.ActorAsync(victimName)).SessionId!.Value);
        using var elsewhere = await target.NewPersonAsync(name, Roles.Administrator);
        var mine = Text((await target.ActorAsync(name)).SessionId!.Value);
        using var browser = await target.SignInAsync(name);
        var thisOne = Text((await target.ActorAsync(name)).SessionId!.Value);

        Assert.Equal($"{AccountUrls.Sessions}?done=gone", Path(await EndAsync(browser, theirs)));
        Assert.True(await victim.IsSignedInAsync());
        Assert.True(await elsewhere.IsSignedInAsync());
        Assert.Equal($"{AccountUrls.Sessions}?done=ended", Path(await EndAsync(browser, mine)));
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.Equal($"{AccountUrls.Sessions}?done=gone", Path(await EndAsync(browser, mine)));
        Assert.True(await browser.IsSignedInAsync());
        Assert.Equal(AccountUrls.SignOutPath, Path(await EndAsync(browser, thisOne)));
        Assert.False(await browser.IsSignedInAsync());
        Assert.True(await victim.IsSignedInAsync());
    }

    [Fact]
    public async Task SignOutEverywhere_Sent_EndsEverySessionOfThePerson()
    {
        var name = Unique;
        using var victim = await target.NewPersonAsync(Unique, Roles.Analyst);
        using var elsewhere = await target.NewPersonAsync(name, Roles.Analyst);
        using var browser = await target.SignInAsync(name);

        var answer = await browser.SubmitAsync(AccountUrls.Sessions, "end-all");

        Assert.Equal(AccountUrls.SignOutPath, Path(answer));
        Assert.Null(browser.SessionCookie);
        Assert.False(await elsewhere.IsSignedInAsync());
        Assert.True(await victim.IsSignedInAsync());
        await using var db = target.NewContext();
        Assert.False(await db.Sessions.AnyAsync(s => s.Account.DisplayName == name, Stop));
    }

    private static Task<Answer> EndAsync(Browser browser, string session) =>
        browser.SubmitAsync(AccountUrls.Sessions, "end-session", ("session", session));

    private static Task<Answer> ChangePasswordAsync(Browser browser, string current, string wanted) =>
        browser.SubmitAsync(AccountUrls.Password, "password", ("Input.CurrentPassword", current), ("Input.NewPassword", wanted));

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where the answer leads, within the program.</summary>
    private static string? Path(Answer answer) =>
        answer.Location is { } location ? new Uri(new Uri("http://localhost"), location).PathAndQuery : null;
}
