using System.Net;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace DefenseCoop.Tests.People.OpenIdConnect;

/// <summary>Forged, stolen, replayed: whatever comes back that did not come from this browser's own sign-in lets nobody in.</summary>
public sealed class ProviderAbuseTests(ProviderSite site) : IClassFixture<ProviderSite>
{
    private const string Refused = "the ministry did not let you in";

    [Fact]
    public async Task Start_WithoutAntiforgeryToken_IsRefused()
    {
        using var visit = site.NewVisit();

        var answer = await visit.Browser.PostAsync(AccountUrls.ProviderPath, (AccountUrls.ReturnUrl, "/"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.DoesNotContain(visit.Browser.Cookies.Keys, name => name.Contains("Provider", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await visit.Browser.GetAsync(AccountUrls.ProviderPath)).Status);
    }

    [Fact]
    public async Task Start_AsksForACodeWithProofStateAndNonce()
    {
        using var visit = site.NewVisit();

        var address = await visit.StartAsync();

        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        Assert.Equal(
            ("code", "S256", ProviderServer.ClientId),
            (query["response_type"].ToString(), query["code_challenge_method"].ToString(), query["client_id"].ToString()));
        Assert.Equal("openid profile email", query["scope"].ToString());
        Assert.All(new[] { "state", "nonce", "code_challenge" }, name => Assert.True(query[name].ToString().Length > 20, name));
        var cookies = visit.Answer.Headers["Set-Cookie"].ToLowerInvariant().Split(", defensecoop");
        Assert.Equal(2, cookies.Length);
        Assert.All(cookies, cookie => Assert.Matches("; path=/; samesite=lax; httponly$", cookie));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=abc")]
    [InlineData("?code=abc&state=forged")]
    [InlineData("?error=access_denied&state=forged")]
    [InlineData("?error=server_error&error_description=%0d%0aforged%20line&state=")]
    [InlineData("?id_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm5hIn0.&state=x")]
    public async Task Callback_MadeUp_LeadsToTheSignInPage(string query)
    {
        using var visit = site.NewVisit();

        await visit.FollowAsync(AccountUrls.ProviderCallbackPath + query);

        AssertRefused(visit);
    }

    [Fact]
    public async Task Callback_Denied_LeadsToTheSignInPageAndKeepsTheWay()
    {
        using var visit = site.NewVisit();

        await visit.FollowAsync(await visit.ChooseAsync(await visit.StartAsync("/sources"), ProviderServer.Nobody));

        AssertRefused(visit);
        Assert.StartsWith(AccountUrls.SignIn("/sources"), visit.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_OfAnotherBrowser_IsRefused()
    {
        site.Provider.Users["lured"] = new ProviderUser("lured", "editors");
        using var attacker = site.NewVisit();
        using var victim = site.NewVisit();
        var address = await attacker.ChooseAsync(await attacker.StartAsync(), "lured");
        await victim.StartAsync();

        await victim.FollowAsync(address);

        AssertRefused(victim);
    }

    /// <summary>
    /// The code of another's sign-in in one's own: the provider asks
    /// for the proof (PKCE) that only the other browser's state holds.
    /// </summary>
    [Fact]
    public async Task Callback_WithTheCodeOfAnother_IsRefused()
    {
        site.Provider.Users["coded"] = new ProviderUser("coded", "editors");
        using var attacker = site.NewVisit();
        using var victim = site.NewVisit();
        var stolen = QueryHelpers.ParseQuery(new Uri(await victim.ChooseAsync(await victim.StartAsync(), "coded")).Query);
        var own = QueryHelpers.ParseQuery(new Uri(await attacker.StartAsync()).Query);

        await attacker.FollowAsync(QueryHelpers.AddQueryString(
            AccountUrls.ProviderCallbackPath, new Dictionary<string, string?> { ["code"] = stolen["code"], ["state"] = own["state"] }));

        AssertRefused(attacker);
    }

    [Fact]
    public async Task Callback_Replayed_IsRefused()
    {
        site.Provider.Users["again"] = new ProviderUser("again", "editors");
        using var visit = site.NewVisit();
        var address = await visit.ChooseAsync(await visit.StartAsync(), "again");
        using var thief = new Visit(site.App);
        foreach (var (name, value) in visit.Browser.Cookies) thief.Browser.Cookies[name] = value;
        await visit.FollowAsync(address);
        Assert.True(await visit.Browser.IsSignedInAsync());

        using var late = site.NewVisit();
        await late.FollowAsync(address);
        await thief.FollowAsync(address);

        AssertRefused(late);
        AssertRefused(thief);
    }

    [Fact]
    public async Task ReturnPath_WithoutATicket_LeadsToTheSignInPage()
    {
        using var visit = site.NewVisit();

        await visit.FollowAsync(AccountUrls.ProviderReturnPath);

        AssertRefused(visit);
    }

    [Theory]
    [InlineData("another issuer")]
    [InlineData("another audience")]
    [InlineData("another nonce")]
    [InlineData("no nonce")]
    [InlineData("too old")]
    [InlineData("another key")]
    [InlineData("no signature")]
    public async Task Token_NotAsItShouldBe_SignsNobodyIn(string fault)
    {
        await using var provider = await ProviderServer.StartAsync();
        await using var app = new LiveProduct { Settings = provider.Settings };
        provider.Users["told"] = new ProviderUser("told", "editors");
        provider.Tamper = token => Break(token, fault);
        using var visit = new Visit(app);

        await visit.SignInAsync("told");
        AssertRefused(visit);

        provider.Tamper = null;
        await visit.SignInAsync("told");
        Assert.True(await visit.Browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/account/sign-out")]
    [InlineData("/%0d%0aLocation: https://evil.example", "/%0d%0aLocation:%20https://evil.example")]
    public async Task SignIn_ReturnUrlOfAnother_LeadsNowhereElse(string returnUrl, string expected = "/")
    {
        using var visit = await site.VisitAsync(new ProviderUser("guided", "editors"), returnUrl);

        Assert.Equal(expected, visit.Path);
        Assert.True(await visit.Browser.IsSignedInAsync());
    }

    [Fact]
    public async Task SignIn_OverAnEarlierSession_EndsTheEarlierOne()
    {
        site.Provider.Users["fresh"] = new ProviderUser("fresh", "editors");
        using var visit = site.NewVisit();
        using var planter = await site.App.NewPersonAsync("planted-at-provider", Domain.People.Roles.Analyst);
        visit.Browser.Cookies[Browser.Session] = planter.SessionCookie!;

        await visit.SignInAsync("fresh");

        Assert.True(await visit.Browser.IsSignedInAsync());
        Assert.False(await planter.IsSignedInAsync());
    }

    private static void AssertRefused(Visit visit)
    {
        Assert.StartsWith(AccountUrls.SignInPath, visit.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, visit.Answer.Status);
        Assert.StartsWith(Refused, visit.Problem, StringComparison.Ordinal);
        Assert.Null(visit.Browser.SessionCookie);
    }

    private static void Break(SecurityTokenDescriptor token, string fault)
    {
        var changed = fault switch
        {
            "another issuer" => Set(token, "iss", "https://evil.example/", () => token.Issuer = "https://evil.example/"),
            "another audience" => Set(token, "aud", "another-client", () => token.Audience = "another-client"),
            "another nonce" => Set(token, "nonce", "1.forged", null),
            "no nonce" => Set(token, "nonce", null, null),
            "too old" => Set(
                token, "exp", null,
                () => (token.IssuedAt, token.NotBefore, token.Expires) = (DateTime.UnixEpoch, null, DateTime.UnixEpoch.AddDays(1))),
            "another key" => Set(
                token, "", null,
                () => token.SigningCredentials = new SigningCredentials(
                    new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)), SecurityAlgorithms.RsaSha256)),
            "no signature" => Set(token, "", null, () => token.SigningCredentials = null),
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
        Assert.True(changed, $"The token was not changed: {fault}");
    }

    /// <summary>Where the server keeps a claim is its own affair.</summary>
    private static bool Set(SecurityTokenDescriptor token, string claim, string? value, Action? change)
    {
        var changed = change is not null;
        change?.Invoke();
        if (token.Claims?.Remove(claim) == true) changed = true;
        while (token.Subject?.FindFirst(claim) is { } found)
        {
            token.Subject.RemoveClaim(found);
            changed = true;
        }

        if (value is not null && change is null) token.Subject!.AddClaim(new System.Security.Claims.Claim(claim, value));
        return changed;
    }
}
