using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Hosting.Addresses;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Addresses;

/// <summary>Names, numbers and ports by which others reach the program, and what it says where they do not fit.</summary>
public sealed class OriginTests
{
    [Theory]
    [InlineData("https://x:443", "https://x", true)]
    [InlineData("https://x", "https://x:443", true)]
    [InlineData("http://x:80", "http://X", true)]
    [InlineData("HTTPS://X.example", "https://x.example:443", true)]
    [InlineData("http://[::1]:80", "http://[::1]", true)]
    [InlineData("http://[2001:db8::80]", "http://[2001:db8::80]:80", true)]
    [InlineData("http://x:443", "http://x", false)]
    [InlineData("https://x:80", "https://x", false)]
    [InlineData("https://x:443", "http://x:80", false)]
    [InlineData("https://x:8443", "https://x", false)]
    [InlineData("https://x:443:443", "https://x", false)]
    [InlineData("https://x/", "https://x", false)]
    [InlineData("https://a@x", "https://x", false)]
    [InlineData("null", "null", false)]
    [InlineData("", "", false)]
    [InlineData("://", "://", false)]
    public void AreSame_Origins_DefaultPortEqualsNone(string one, string other, bool expected) =>
        Assert.Equal(expected, Origins.AreSame(one, other));

    [Theory]
    [InlineData("https", "tracker.example.org", "https://tracker.example.org:443")]
    [InlineData("https", "tracker.example.org:443", "https://tracker.example.org")]
    [InlineData("http", "tracker.example.org:80", "http://tracker.example.org")]
    [InlineData("http", "tracker.example.org", "http://tracker.example.org:80")]
    [InlineData("https", "tracker.example.org:8443", "https://tracker.example.org:8443")]
    public async Task OpenPage_BehindAProxyThatWritesTheDefaultPort_IsOurs(string scheme, string host, string origin)
    {
        await using var target = new LiveProduct
        {
            Settings = { ["Proxy:Addresses"] = "127.0.0.1", ["AllowedHosts"] = "tracker.example.org:443" },
        };
        using var browser = target.NewBrowser();

        var answer = await browser.SendAsync(
            HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", null,
            ("Origin", origin), ("X-Forwarded-Proto", scheme), ("X-Forwarded-Host", host));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    /// <summary>The proxy asks by the name of the machine, and says nothing of the name that it was asked by.</summary>
    [Fact]
    public async Task OpenPage_OfAnotherAddress_IsRefusedInWordsUntilTheSettingNamesIt()
    {
        using var folder = new TestFolder();
        await using (var app = AppProcess.Serve(folder.Path))
        {
            await app.LineAsync(l => l.StartsWith("DefenseCoop is ready", StringComparison.Ordinal));
            using var browser = new Browser(app.Address);

            var refused = await NegotiateAsync(browser);
            var line = await app.LineAsync(l => l.Contains("Refused an open page", StringComparison.Ordinal));

            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            Assert.Contains("another address than the program knows of itself", refused.Body, StringComparison.Ordinal);
            Assert.Contains("https://tracker.example.org", line, StringComparison.Ordinal);
            Assert.Contains(app.Address.GetLeftPart(UriPartial.Authority), line, StringComparison.Ordinal);
            Assert.Contains("Access:Address", line, StringComparison.Ordinal);
            Assert.Contains("Proxy:Addresses", line, StringComparison.Ordinal);
        }

        await using var told = new LiveProduct { Settings = { ["Access:Address"] = "https://tracker.example.org" } };
        using var again = told.NewBrowser();
        Assert.Equal(HttpStatusCode.OK, (await NegotiateAsync(again)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await again.SendAsync(HttpMethod.Post, "/_blazor/negotiate", null, ("Origin", "https://evil.example"))).Status);
    }

    [Theory]
    [InlineData("tracker.example.org:80;localhost", "tracker.example.org localhost:80 tracker.example.org:443", "evil.example")]
    [InlineData("tracker.example.org:443", "tracker.example.org tracker.example.org:8443", "tracker.example.org.evil.example")]
    public async Task Host_WithAPort_IsTheHost(string allowed, string answered, string refused)
    {
        await using var target = new LiveProduct { Settings = { ["AllowedHosts"] = allowed } };
        using var browser = target.NewBrowser();

        foreach (var host in answered.Split(' '))
        {
            Assert.StartsWith("HTTP/1.1 200", await browser.RawGetAsync("/initiatives", host), StringComparison.Ordinal);
        }
        Assert.StartsWith("HTTP/1.1 400", await browser.RawGetAsync("/initiatives", refused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("10.1.2.3")]
    [InlineData("10.1.2.3:8080")]
    [InlineData("[2001:db8::1]")]
    [InlineData("localhost.")]
    [InlineData("")]
    public async Task Health_ByAnyName_Answers_AndNothingElseDoes(string host)
    {
        await using var target = new LiveProduct { Settings = { ["AllowedHosts"] = "tracker.example.org" } };
        using var browser = target.NewBrowser();

        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            Assert.StartsWith("HTTP/1.1 200", await browser.RawGetAsync(path, host), StringComparison.Ordinal);
        }
        foreach (var path in new[]
        {
            "/", "/initiatives", "/health", "/health/else", "/health/live/x",
            "/api/v1/changes", "/app.js", "/account/sign-in", "/_blazor/negotiate",
        })
        {
            Assert.StartsWith("HTTP/1.1 400", await browser.RawGetAsync(path, host), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Health_WithoutAName_Answers()
    {
        await using var target = new LiveProduct { Settings = { ["AllowedHosts"] = "tracker.example.org" } };
        using var browser = target.NewBrowser();

        Assert.Contains(" 200 ", (await browser.RawAsync("GET /health/ready HTTP/1.0\r\n\r\n")).Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(" 400 ", (await browser.RawAsync("GET / HTTP/1.0\r\n\r\n")).Split('\n')[0], StringComparison.Ordinal);
    }

    /// <summary>Whatever name the program believes to have, browsers stay at the one that they know.</summary>
    [Fact]
    public async Task Redirects_Everywhere_AreRelative()
    {
        await using var target = new LiveProduct();
        using var visitor = target.NewBrowser();
        var person = await target.AddAsync("goer", Roles.Administrator | Roles.Editor);
        using var browser = target.NewBrowser();

        var locations = new List<string?>
        {
            (await visitor.GetAsync(AccountUrls.Profile)).Location,
            (await visitor.GetAsync(AccountUrls.SecondFactorPath)).Location,
            (await browser.SignInAsync("goer")).Location,
            (await browser.SubmitAsync(AccountUrls.Profile, "profile", ("Input.Name", "Goer"))).Location,
            (await browser.SubmitAsync(AccountUrls.SignOutPath, "sign-out")).Location,
            (await visitor.PostAsync(
                AccountUrls.PasskeySignInPath,
                (Browser.TokenField, (await visitor.GetAsync(AccountUrls.SignInPath)).Token()),
                ("credential", "{}"))).Location,
        };

        Assert.NotEqual(0, person.Id);
        Assert.All(locations, location => Assert.Matches("^/[a-z?]?", location));
        Assert.DoesNotContain(locations, location => location!.Contains("://", StringComparison.Ordinal));
    }

    private static Task<Answer> NegotiateAsync(Browser browser) => browser.SendAsync(
        HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", null,
        ("Origin", "https://tracker.example.org"), ("Sec-Fetch-Site", "same-origin"));
}
