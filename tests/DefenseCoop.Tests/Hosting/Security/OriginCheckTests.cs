using System.Net;
using DefenseCoop.Tests.Abuse.Tools;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Security;

/// <summary>What may be asked of the circuits, and by whom; the abuse suite tries every foreign origin.</summary>
public sealed class OriginCheckTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    [Theory]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", 200)]
    [InlineData("GET", "/_blazor/initializers", 200)]
    [InlineData("GET", "/_blazor/initializers/", 200)]
    [InlineData("POST", "/_blazor/disconnect", 400)]
    [InlineData("GET", "/_blazor", 404)]
    [InlineData("GET", "/_blazor?id=x", 404)]
    [InlineData("GET", "/_BLAZOR/?id=x", 404)]
    [InlineData("POST", "/_blazor?id=x", 404)]
    [InlineData("DELETE", "/_blazor?id=x", 404)]
    [InlineData("GET", "/_blazor/negotiate", 404)]
    [InlineData("OPTIONS", "/_blazor/negotiate", 404)]
    [InlineData("GET", "/_blazor/else", 404)]
    public async Task Circuits_AskedByOurselves_LetThroughWhatPagesNeedOnly(string method, string path, int status)
    {
        using var browser = target.NewBrowser();

        var answer = await browser.SendAsync(
            new HttpMethod(method), path, null, ("Origin", browser.Origin), ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(status, (int)answer.Status);
        Assert.DoesNotContain("<html", answer.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Circuits_AskedByOthers_Refuse(string header, string value)
    {
        using var browser = target.NewBrowser();

        foreach (var (method, path) in new[]
        {
            ("POST", "/_blazor/negotiate"), ("POST", "/_blazor/disconnect"), ("GET", "/_blazor/initializers"), ("GET", "/_blazor?id=x"),
        })
        {
            var answer = await browser.SendAsync(new HttpMethod(method), path, null, (header, value));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.Status));
        }
    }

    [Fact]
    public async Task Circuits_AskedByAProgramThatNamesNoOrigin_Answer()
    {
        using var browser = target.NewBrowser();

        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(HttpMethod.Post, "/_blazor/negotiate", null)).Status);
    }

    [Fact]
    public async Task Circuits_BehindAProxy_TakeTheOriginThatReadersSee()
    {
        await using var behind = new LiveProduct
        {
            Settings = { ["Proxy:Addresses"] = "127.0.0.1", ["AllowedHosts"] = "tracker.example.org" },
        };
        using var browser = behind.NewBrowser();
        (string, string)[] seen = [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "tracker.example.org")];

        var own = await browser.SendAsync(
            HttpMethod.Post, "/_blazor/negotiate", null, [.. seen, ("Origin", "https://tracker.example.org")]);
        var plain = await browser.SendAsync(
            HttpMethod.Post, "/_blazor/negotiate", null, [.. seen, ("Origin", "http://tracker.example.org")]);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden], [own.Status, plain.Status]);
    }
}
