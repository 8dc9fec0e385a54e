using System.Net.WebSockets;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>Pages of other sites that reach for our open pages with the cookies of a person who is signed in.</summary>
public sealed class OriginTests(LiveProduct target) : VisitTests(target)
{
    private Browser _browser = null!;

    public static TheoryData<string> Foreign { get; } =
    [
        "https://evil.example",
        "http://evil.example",
        "null",
        "http://OWN.evil.example",
        "http://evilOWN",
        "http://OWN:1",
        "https://OWN:PORT",
        "http://OWN:PORT@evil.example",
        "http://OWN:PORT, https://evil.example",
        "file://",
        "chrome-extension://abcdefghijklmnop",
    ];

    public override async ValueTask InitializeAsync() => _browser = await SignInAsync(Roles.Administrator);

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task WebSocket_FromAForeignOrigin_IsRefused(string origin)
    {
        var token = await OpenPage.NegotiateAsync(_browser);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", Of(origin));
        socket.Options.SetRequestHeader("Cookie", _browser.CookieHeader);
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(OpenPage.Socket(_browser, token), Stop));

        Assert.InRange((int)socket.HttpStatusCode, 400, 499);
    }

    /// <summary>Without a negotiation the framework takes a socket, too.</summary>
    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task WebSocketWithoutNegotiation_FromAForeignOrigin_IsRefused(string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", Of(origin));
        socket.Options.SetRequestHeader("Cookie", _browser.CookieHeader);

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{Target.Address.Authority}/_blazor"), Stop));
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Negotiation_FromAForeignOrigin_IsRefused(string origin)
    {
        var answer = await _browser.SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", null, ("Origin", Of(origin)));

        Assert.True(answer.IsRefused, $"{answer.Status}");
        Assert.DoesNotContain("connectionToken", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task LongPolling_FromAForeignOrigin_IsRefused(string origin)
    {
        var token = Uri.EscapeDataString(await OpenPage.NegotiateAsync(_browser));

        var poll = await _browser.GetAsync($"/_blazor?id={token}", ("Origin", Of(origin)));
        var send = await _browser.SendAsync(HttpMethod.Post, $"/_blazor?id={token}", new StringContent("{}\u001e"), ("Origin", Of(origin)));
        var stream = await _browser.GetAsync($"/_blazor?id={token}", ("Origin", Of(origin)), ("Accept", "text/event-stream"));

        Assert.All([poll, send, stream], a => Assert.True(a.IsRefused, $"{a.Status}"));
    }

    [Fact]
    public async Task Disconnect_FromAForeignOrigin_IsRefused()
    {
        var answer = await _browser.SendAsync(
            HttpMethod.Post, "/_blazor/disconnect",
            new MultipartFormDataContent { { new StringContent("x"), "circuitId" } }, ("Origin", "https://evil.example"));

        Assert.True(answer.IsRefused, $"{answer.Status}");
    }

    [Fact]
    public async Task Page_FromOurOwnOrigin_Opens()
    {
        await using var page = await OpenPage.OpenAsync(_browser, "/method");

        Assert.True(page.Batches > 0);
    }

    /// <summary>No answer invites the scripts of another site to read it.</summary>
    [Theory]
    [InlineData("GET", "/initiatives")]
    [InlineData("OPTIONS", "/_blazor/negotiate")]
    [InlineData("OPTIONS", "/account/sign-in")]
    public async Task Answer_ToAForeignOrigin_AllowsItNothing(string method, string path)
    {
        var answer = await _browser.SendAsync(
            new HttpMethod(method), path, null, ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST"));

        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control-Allow", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Page_OfAnotherPerson_IsNotGivenToWhoKnowsItsSecret()
    {
        using var thief = await Target.NewPersonAsync($"thief-{Guid.NewGuid():N}", Roles.Analyst);
        using var visitor = Target.NewBrowser();
        await using var page = await OpenPage.OpenAsync(_browser, "/method");
        await using var left = await OpenPage.OpenAsync(_browser, "/method");
        var secret = left.Secret;
        await left.DisposeAsync();

        foreach (var attacker in new[] { thief, visitor })
        {
            Assert.False(await page.IsTakenBackAsync(attacker));
            await using var half = await OpenPage.HalfAsync(attacker);
            Assert.False(await half.ReconnectAsync(secret));
        }

        await page.VisitAsync($"{_browser.Origin}/sources");
        await using var again = await OpenPage.HalfAsync(_browser);
        Assert.True(await again.ReconnectAsync(secret));
    }

    /// <summary>The same account, but signed in anew: whoever took the browser over must not go on with the page.</summary>
    [Fact]
    public async Task Page_OfAnEarlierSignIn_IsNotGivenToTheNext()
    {
        var name = $"twice-{Guid.NewGuid():N}";
        using var first = await Target.NewPersonAsync(name, Roles.Analyst);
        using var second = await Target.SignInAsync(name);
        await using var page = await OpenPage.OpenAsync(first, "/method");

        Assert.False(await page.IsTakenBackAsync(second));
    }

    /// <summary>A visitor's page stays one: no person may go on with it, or it would show and do what they may.</summary>
    [Fact]
    public async Task Page_OfAVisitor_IsNotGivenToAPerson()
    {
        using var visitor = Target.NewBrowser();
        await using var page = await OpenPage.OpenAsync(visitor, "/method");

        Assert.False(await page.IsTakenBackAsync(_browser));
    }

    private string Of(string origin) => origin
        .Replace("OWN", Target.Address.Host, StringComparison.Ordinal)
        .Replace("PORT", $"{Target.Address.Port}", StringComparison.Ordinal);
}
