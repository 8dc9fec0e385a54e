using System.Net;
using System.Net.WebSockets;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Security;

/// <summary>Behind a proxy that says so, one test is many readers.</summary>
public sealed class RateLimitTests
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/second-factor")]
    [InlineData("/account/recovery-code")]
    [InlineData("/account/invitation")]
    [InlineData("/account/setup")]
    [InlineData("/account/demo-sign-in")]
    [InlineData("/account/sign-in/passkey")]
    [InlineData("/ACCOUNT/SIGN-IN")]
    public async Task SignIn_BeyondTheLimit_IsAPageThatSaysWhenToTryAgain(string path)
    {
        await using var target = new LiveProduct { Settings = { ["Limits:SignInsPerMinute"] = "2" } };
        using var browser = target.NewBrowser();
        for (var i = 0; i < 2; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.PostAsync(path, ("a", "b"))).Status);

        var refused = await browser.PostAsync(path, ("a", "b"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], null), 1, 60);
        Assert.Contains("<h1", refused.Body, StringComparison.Ordinal);
        Assert.Contains($"Wait {refused.Headers["Retry-After"]} seconds", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).Status);
    }

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.2", false)]
    [InlineData("203.0.113.1", "::ffff:203.0.113.1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public async Task SignIn_FromTwoAddresses_IsCountedTogetherWithinANetwork(string one, string other, bool together)
    {
        await using var target = new LiveProduct { Settings = { ["Limits:SignInsPerMinute"] = "1", ["Proxy:Addresses"] = "127.0.0.1" } };
        using var browser = target.NewBrowser();
        await FromAsync(browser, HttpMethod.Post, "/account/sign-in", one);

        var second = await FromAsync(browser, HttpMethod.Post, "/account/sign-in", other);

        Assert.Equal(together, second.Status == HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task SignOutAndProfile_OfSomebodySignedIn_AreNotCounted()
    {
        await using var target = new LiveProduct { Settings = { ["Limits:SignInsPerMinute"] = "1" } };
        using var person = await target.NewPersonAsync("person", Roles.Analyst);

        for (var i = 0; i < 3; i++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await person.PostAsync("/account/profile", ("a", "b"))).Status);
        }
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await person.PostAsync("/account/sign-out", ("a", "b"))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await person.PostAsync("/account/sign-in", ("a", "b"))).Status);
    }

    [Fact]
    public async Task Negotiation_BeyondTheLimit_IsAShortTextAndCountedPerPerson()
    {
        await using var target = new LiveProduct { Settings = { ["Limits:ConnectionsPerMinute"] = "2" } };
        using var visitor = target.NewBrowser();
        using var person = await target.NewPersonAsync("person", Roles.Analyst);
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await visitor.SendAsync(HttpMethod.Post, Negotiate, null)).Status);

        var refused = await visitor.SendAsync(HttpMethod.Post, Negotiate, null);
        using var socket = new ClientWebSocket();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Retry-After", refused.Headers.Keys);
        Assert.DoesNotContain('<', refused.Body);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Socket(target), Stop));
        Assert.Equal(HttpStatusCode.OK, (await person.SendAsync(HttpMethod.Post, Negotiate, null)).Status);
    }

    [Theory]
    [InlineData("/export/initiatives.csv")]
    [InlineData("/api/initiatives")]
    public async Task Export_BeyondTheLimit_IsAProblemForPrograms(string path)
    {
        await using var target = new LiveProduct { Settings = { ["Limits:ExportsPerMinute"] = "2" } };
        using var browser = target.NewBrowser();
        for (var i = 0; i < 2; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.GetAsync(path)).Status);

        var refused = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.StartsWith("application/problem+json", refused.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("Retry-After", refused.Headers.Keys);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/method")).Status);
    }

    /// <summary>A socket that never says a word holds a place all the same, until it is closed.</summary>
    [Fact]
    public async Task Sockets_AtOnce_AreBoundedPerPersonAndFreeTheirPlace()
    {
        await using var target = new LiveProduct { Settings = { ["Circuits:MostPerPerson"] = "1" } };
        var open = new List<ClientWebSocket>();
        var status = HttpStatusCode.SwitchingProtocols;
        while (open.Count < 20)
        {
            var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
            try
            {
                await socket.ConnectAsync(Socket(target), Stop);
                open.Add(socket);
            }
            catch (WebSocketException)
            {
                status = socket.HttpStatusCode;
                socket.Dispose();
                break;
            }
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.InRange(open.Count, 1, 10);

        open[0].Abort();
        await Eventually.TrueAsync(() => TryConnect(target), "the place of a closed socket is not free");
        foreach (var socket in open) socket.Dispose();
    }

    private static bool TryConnect(LiveProduct target)
    {
        using var socket = new ClientWebSocket();
        try
        {
            socket.ConnectAsync(Socket(target), Stop).GetAwaiter().GetResult();
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    private static Uri Socket(LiveProduct target) => new($"ws://{target.Address.Authority}/_blazor");

    private static Task<Answer> FromAsync(Browser browser, HttpMethod method, string path, string address) =>
        browser.SendAsync(method, path, Browser.Encode(("a", "b")), ("X-Forwarded-For", address));
}
