using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.People;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Sending;

/// <summary>A page of sign-in that is sent twice, or whose token is of the identity of before, leads in.</summary>
public sealed class RepeatedSignInTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private static readonly (string, string) OwnPage = ("Sec-Fetch-Site", "same-origin");

    [Fact]
    public async Task SignIn_SentASecondTime_LeadsToWhereTheFirstLed()
    {
        var name = await AddAsync();
        using var browser = target.NewBrowser();
        var path = AccountUrls.SignIn("/sources");
        var fields = Fields((await browser.GetAsync(path)).Token(), name);

        var first = await browser.PostAsync(path, fields);
        var second = await browser.PostAsync(path, fields);

        Assert.Equal("/sources", PathOf(first));
        Assert.Equal((HttpStatusCode.SeeOther, "/sources"), (second.Status, PathOf(second)));
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task SignIn_OpenedBeforeASignOut_LeadsInFromOurOwnPage()
    {
        var name = await AddAsync();
        using var browser = await target.SignInAsync(name);
        var fields = Fields((await browser.GetAsync(AccountUrls.SignInPath)).Token(), name);
        browser.Cookies.Remove(Browser.Session);

        var answer = await browser.SendAsync(HttpMethod.Post, AccountUrls.SignInPath, Browser.Encode(fields), OwnPage);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task SignIn_AsSomebodyElseWithAnOldPage_ExchangesThePersonFromOurOwnPageOnly()
    {
        var (name, other) = (await AddAsync(), await AddAsync());
        using var browser = target.NewBrowser();
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();
        await browser.PostAsync(AccountUrls.SignInPath, Fields(token, name));
        var session = browser.SessionCookie;

        var elsewhere = await browser.SendAsync(
            HttpMethod.Post, AccountUrls.SignInPath, Browser.Encode(Fields(token, other)), ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        Assert.Equal(session, browser.SessionCookie);
        var own = await browser.SendAsync(HttpMethod.Post, AccountUrls.SignInPath, Browser.Encode(Fields(token, other)), OwnPage);

        Assert.Equal(HttpStatusCode.Found, own.Status);
        Assert.Contains(other, (await browser.GetAsync(AccountUrls.SignOutPath)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithAWrongPasswordFromAnOldPage_IsStillRefused()
    {
        var name = await AddAsync();
        using var browser = await target.SignInAsync(name);
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();
        browser.Cookies.Remove(Browser.Session);

        var answer = await browser.SendAsync(
            HttpMethod.Post, AccountUrls.SignInPath, Browser.Encode(Fields(token, name, "not the password at all")), OwnPage);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task SignOut_SentASecondTime_SaysThatOneIsSignedOut()
    {
        using var browser = await target.SignInAsync(await AddAsync());
        var token = (await browser.GetAsync(AccountUrls.SignOutPath)).Token();
        (string, string)[] fields = [("_handler", "sign-out"), (Browser.TokenField, token)];

        await browser.PostAsync(AccountUrls.SignOutPath, fields);
        var second = await browser.SendAsync(HttpMethod.Post, AccountUrls.SignOutPath, Browser.Encode(fields), OwnPage);

        Assert.Equal((HttpStatusCode.SeeOther, AccountUrls.SignOutPath), (second.Status, PathOf(second)));
        Assert.Contains("You are signed out", (await browser.GetAsync(AccountUrls.SignOutPath)).Body, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Fields(string token, string name, string password = PeopleDatabase.Password) =>
        [("_handler", "sign-in"), (Browser.TokenField, token), ("Input.Email", $"{name}@example.org"), ("Input.Password", password)];

    private string PathOf(Answer answer) => new Uri(target.Address, answer.Location).PathAndQuery;

    private async Task<string> AddAsync() => (await target.AddAsync($"person-{Guid.NewGuid():N}", Roles.Analyst)).DisplayName;
}
