using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>Addresses and headers that a stranger wrote into a link.</summary>
public sealed class RedirectTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    /// <summary>As they stand in the address, encoded.</summary>
    public static TheoryData<string> Evil { get; } =
    [
        "//evil.example",
        "https://evil.example",
        "https:evil.example",
        "https:/evil.example",
        "http:%5c%5cevil.example",
        "/%5cevil.example",
        "%5c%5cevil.example",
        "/%5c/evil.example",
        "///evil.example",
        "/%09/evil.example",
        "%09//evil.example",
        "/%0a/evil.example",
        "/%0d/evil.example",
        "/%00/evil.example",
        "/%250a/evil.example",
        "%20//evil.example",
        "%2f%2fevil.example",
        "%252f%252fevil.example",
        "/.//evil.example",
        "/..//evil.example",
        "/%2e%2e//evil.example",
        "javascript:alert(1)//evil.example",
        "data:text/html,evil.example",
        "@evil.example",
        ".evil.example",
        "~//evil.example",
        "evil.example",
        "/account/sign-out",
        "/%0d%0aX-Evil:%20evil.example",
        "/x%0d%0a%0d%0aevil.example",
        "/%E5%98%8D%E5%98%8AX-Evil:%20evil.example",
        "/%u000d%u000aX-Evil:%20evil.example",
    ];

    private static string NewName => $"r-{Guid.NewGuid():N}";

    [Theory]
    [MemberData(nameof(Evil))]
    public async Task SignIn_WithAForeignReturnAddress_StaysHere(string url)
    {
        var name = NewName;
        await target.AddAsync(name, Roles.Analyst);
        using var browser = target.NewBrowser();

        var answer = await browser.SignInAsync(name, path: $"{AccountUrls.SignInPath}?returnUrl={url}");

        Assert.True(browser.SessionCookie is not null, $"{answer.Status} {answer.Location} {answer.Body}");
        AssertStays(answer);
    }

    [Fact]
    public async Task SignIn_WithAReturnAddressOfOtherLetters_GoesThere()
    {
        var name = NewName;
        await target.AddAsync(name, Roles.Analyst);
        using var browser = target.NewBrowser();

        var answer = await browser.SignInAsync(name, path: AccountUrls.SignIn("/initiatives?q=Gr%C3%B8nland"));

        Assert.EndsWith("/initiatives?q=Gr%C3%B8nland", answer.Location, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Evil))]
    public async Task SignInPage_WithAForeignReturnAddress_LinksAndPostsNowhereElse(string url)
    {
        using var visitor = target.NewBrowser();
        var page = (await visitor.GetAsync($"{AccountUrls.SignInPath}?returnUrl={url}")).Document();

        foreach (var address in page.QuerySelectorAll("a[href], form[action], link[href], script[src], input[name=returnUrl]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("action") ?? e.GetAttribute("src") ?? e.GetAttribute("value")!))
        {
            Assert.Equal(target.Address.Authority, Followed(address).Authority);
        }
    }

    [Theory]
    [MemberData(nameof(Evil))]
    public async Task OtherWaysIn_WithAForeignReturnAddress_StayHere(string url)
    {
        using var browser = target.NewBrowser();
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();

        var passkey = await browser.PostAsync(
            AccountUrls.PasskeySignInPath, (Browser.TokenField, token), ("credential", "{}"), ("returnUrl", Uri.UnescapeDataString(url)));
        var second = await browser.GetAsync($"{AccountUrls.SecondFactorPath}?returnUrl={url}");
        var recovery = await browser.GetAsync($"{AccountUrls.RecoveryCodePath}?returnUrl={url}");
        var provider = await browser.PostAsync(
            AccountUrls.ProviderPath, (Browser.TokenField, token), ("returnUrl", Uri.UnescapeDataString(url)));

        Assert.All([second, recovery], a => Assert.Equal(HttpStatusCode.Found, a.Status));
        Assert.All([passkey, second, recovery, provider], AssertStays);
    }

    /// <summary>
    /// From development, where there are buttons that sign in, as
    /// in <see cref="SignIn_WithAForeignReturnAddress_StaysHere"/>.
    /// </summary>
    [Fact]
    public async Task DemonstrationSignIn_WithAForeignReturnAddress_StaysHere()
    {
        await using var development = new LiveProduct { Environment = "Development" };
        foreach (var row in Evil)
        {
            using var browser = development.NewBrowser();
            var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();
            var answer = await browser.PostAsync(
                AccountUrls.DemonstrationPath, (Browser.TokenField, token),
                ("role", "Analyst"), ("returnUrl", Uri.UnescapeDataString(row.Data)));

            Assert.True(browser.SessionCookie is not null || answer.Status == HttpStatusCode.BadRequest, $"{row.Data}: {answer.Status}");
            AssertStays(answer);
        }
    }

    [Theory]
    [InlineData("returnUrl")]
    [InlineData("done")]
    [InlineData("token")]
    [InlineData("again")]
    [InlineData("asOf")]
    [InlineData("q")]
    [InlineData("after")]
    [InlineData("sort")]
    [InlineData("_handler")]
    [InlineData("ReturnUrl")]
    public async Task Parameter_WithLineBreaks_ReachesNoHeader(string parameter)
    {
        using var browser = await target.NewPersonAsync(NewName, Roles.Administrator);
        using var visitor = target.NewBrowser();
        const string value = "/x%0d%0aX-Evil:%20yes%0d%0aSet-Cookie:%20evil=1";

        foreach (var page in PostAddresses.Pages(target, 1))
        {
            foreach (var who in new[] { browser, visitor })
            {
                var answer = await who.GetAsync($"{page}?{parameter}={value}");
                Assert.True(
                    (int)answer.Status < 500 || page == "/error" || page.StartsWith("/problem", StringComparison.Ordinal),
                    $"{page}: {answer.Status}");
                Assert.DoesNotContain("X-Evil", answer.Headers.Keys);
                Assert.DoesNotContain("evil", who.Cookies.Keys);
            }
        }
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:80")]
    [InlineData("OWN.evil.example")]
    [InlineData("OWN@evil.example")]
    [InlineData("169.254.169.254")]
    [InlineData("")]
    [InlineData("evil.example/x?OWN")]
    public async Task Host_OfAnother_IsRefused(string host)
    {
        using var browser = target.NewBrowser();

        var answer = await browser.RawGetAsync("/account/sign-in", host.Replace("OWN", target.Address.Authority, StringComparison.Ordinal));

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
    }

    /// <summary>Nobody is a proxy who was not named as one.</summary>
    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Prefix", "/evil.example")]
    [InlineData("X-Original-URL", "/admin/accounts?evil.example")]
    [InlineData("X-Rewrite-URL", "/admin/accounts?evil.example")]
    [InlineData("Forwarded", "host=evil.example;proto=https")]
    [InlineData("X-Host", "evil.example")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    public async Task ForwardedHeaders_FromAStranger_AreNotBelieved(string header, string value)
    {
        using var browser = target.NewBrowser();

        var redirect = await browser.GetAsync(AccountUrls.Profile, (header, value));
        var page = await browser.GetAsync(AccountUrls.SignInPath, (header, value));

        Assert.Equal(HttpStatusCode.Found, redirect.Status);
        Assert.Equal(target.Address.Authority, new Uri(target.Address, redirect.Location).Authority);
        Assert.Equal("http", new Uri(target.Address, redirect.Location).Scheme);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("evil.example", redirect.Location + page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", page.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
    }

    private void AssertStays(Answer answer)
    {
        Assert.InRange((int)answer.Status, 300, 499);
        Assert.DoesNotContain("X-Evil", answer.Headers.Keys);
        if (answer.Location is not { } location) return;
        var followed = Followed(location);
        Assert.Equal(target.Address.Host, followed.Host);
        Assert.Equal("http", followed.Scheme);
        Assert.DoesNotContain(AccountUrls.SignOutPath, location, StringComparison.Ordinal);
    }

    /// <summary>As browsers resolve it: they drop tabs and line breaks, and take a backslash for a slash.</summary>
    private Uri Followed(string location) => new(
        target.Address, string.Concat(location.Where(c => c is not ('\t' or '\r' or '\n'))).Trim().Replace('\\', '/'));
}
