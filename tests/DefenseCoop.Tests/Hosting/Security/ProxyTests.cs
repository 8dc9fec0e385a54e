using System.Net;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Security;

/// <summary>Whose word on the reader's address, scheme and host name is taken. The tests ask from 127.0.0.1.</summary>
public sealed class ProxyTests
{
    private const string SignIn = "/account/sign-in";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.0/8, 127.0.0.0/8")]
    public async Task Forwarded_ByAKnownProxy_IsBelieved(string proxies)
    {
        await using var target = new LiveProduct
        {
            Settings = { ["Proxy:Addresses"] = proxies, ["AllowedHosts"] = "tracker.example.org", ["Limits:SignInsPerMinute"] = "1" },
        };
        using var browser = target.NewBrowser();

        var page = await browser.GetAsync(SignIn, ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "tracker.example.org"));
        var foreign = await browser.GetAsync(SignIn, ("X-Forwarded-Host", "evil.example"));
        var one = await TryAsync(browser, "203.0.113.1");
        var again = await TryAsync(browser, "203.0.113.1");
        var other = await TryAsync(browser, "203.0.113.2");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Strict-Transport-Security", page.Headers.Keys);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.Status);
        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests, HttpStatusCode.BadRequest],
            [one.Status, again.Status, other.Status]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.5")]
    public async Task Forwarded_ByAnybodyElse_HasNoEffect(string? proxies)
    {
        await using var target = new LiveProduct { Settings = { ["Limits:SignInsPerMinute"] = "1" } };
        if (proxies is not null) target.Settings["Proxy:Addresses"] = proxies;
        using var browser = target.NewBrowser();

        var page = await browser.GetAsync(SignIn, ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"));
        var one = await TryAsync(browser, "203.0.113.1", sayHost: false);
        var other = await TryAsync(browser, "203.0.113.2", sayHost: false);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Strict-Transport-Security", page.Headers.Keys);
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], [one.Status, other.Status]);
    }

    /// <summary>The framework has a switch of its own, with which it would believe everybody.</summary>
    [Fact]
    public async Task Forwarded_FrameworkToldToBelieve_HasNoEffect()
    {
        using var folder = new TestFolder();
        var address = new Uri($"http://127.0.0.1:{AppProcess.FreePort()}");
        await using var app = AppProcess.Start(
            ["--urls", address.GetLeftPart(UriPartial.Authority), "--Data:Folder", folder.Path],
            ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));
        await app.LineAsync(l => l.StartsWith("DefenseCoop is ready", StringComparison.Ordinal));
        using var browser = new Browser(address);

        var page = await browser.GetAsync(SignIn, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "203.0.113.1"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Strict-Transport-Security", page.Headers.Keys);
    }

    /// <summary>Behind a known proxy a reader may write more addresses in front: only the last unknown one counts.</summary>
    [Fact]
    public async Task Forwarded_WithAddressesThatTheReaderMadeUp_CountsTheProxysWord()
    {
        await using var target = new LiveProduct
        {
            Settings = { ["Proxy:Addresses"] = "127.0.0.1, 10.0.0.5", ["Limits:SignInsPerMinute"] = "1" },
        };
        using var browser = target.NewBrowser();

        var one = await TryAsync(browser, "198.51.100.1, 203.0.113.1, 10.0.0.5", sayHost: false);
        var other = await TryAsync(browser, "198.51.100.2, 203.0.113.1, 10.0.0.5", sayHost: false);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], [one.Status, other.Status]);
    }

    private static Task<Answer> TryAsync(Browser browser, string address, bool sayHost = true) => browser.SendAsync(
        HttpMethod.Post,
        SignIn,
        Browser.Encode(("a", "b")),
        sayHost ? [("X-Forwarded-For", address), ("X-Forwarded-Host", "tracker.example.org")] : [("X-Forwarded-For", address)]);
}
