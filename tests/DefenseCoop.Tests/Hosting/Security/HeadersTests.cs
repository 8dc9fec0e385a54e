using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Security;

public sealed class HeadersTests(WebApp app) : IClassFixture<WebApp>
{
    private static readonly Dictionary<string, string> Fixed = new(StringComparer.Ordinal)
    {
        ["X-Frame-Options"] = "DENY",
        ["X-Content-Type-Options"] = "nosniff",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
        ["X-Permitted-Cross-Domain-Policies"] = "none",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/lib/app.css")]
    [InlineData("/no-such-page")]
    [InlineData("/not/a/file.js")]
    [InlineData("/account/sign-in")]
    [InlineData("/admin/accounts")]
    [InlineData("/health/live")]
    [InlineData("/_blazor")]
    [InlineData("/api/none")]
    [InlineData("/error")]
    [InlineData("/problem/429")]
    public async Task Answer_OfAnyKind_HasEveryHeaderOnce(string path)
    {
        using var client = app.NewClient();

        using var answer = await client.GetAsync(path, Stop);

        Assert.All(Fixed, header => Assert.Equal(header.Value, Assert.Single(answer.Headers.GetValues(header.Key))));
        Assert.Contains("frame-ancestors 'none'", Policy(answer), StringComparison.Ordinal);
        Assert.Contains("camera=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task Answer_ToAForeignHostName_HasTheHeadersToo()
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };

        using var answer = await client.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.All(Fixed, header => Assert.Equal(header.Value, Assert.Single(answer.Headers.GetValues(header.Key))));
    }

    [Fact]
    public async Task ContentPolicy_OfAPage_AllowsOnlyOurOwnAndNoInlineScript()
    {
        using var client = app.NewClient();
        using var answer = await client.GetAsync("/", Stop);

        var policy = Directives(answer);

        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal("'none'", policy["object-src"]);
        Assert.Equal("'none'", policy["frame-ancestors"]);
        Assert.Equal("'self' data:", policy["img-src"]);
        Assert.All(["script-src", "style-src", "connect-src", "font-src", "form-action", "base-uri", "manifest-src"], name => Assert.Equal("'self'", policy[name]));
        Assert.DoesNotContain("upgrade-insecure-requests", policy.Keys);
        Assert.DoesNotContain("unsafe-eval", Policy(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentPolicy_MessagesCompressed_IsStillOne()
    {
        await using var compressing = With(("Circuits:CompressMessages", "true"));
        using var client = compressing.CreateClient();

        using var answer = await client.GetAsync("/", Stop);

        Assert.Contains("default-src 'none'", Policy(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/setup?token=x", "no-referrer")]
    [InlineData("/account/no-such-page", "no-referrer")]
    [InlineData("/ACCOUNT/sign-in", "no-referrer")]
    [InlineData("/admin/accounts", "no-referrer")]
    [InlineData("/initiatives", "same-origin")]
    public async Task Referrer_OfAccountPages_IsNeverSent(string path, string policy)
    {
        using var client = app.NewClient();

        using var answer = await client.GetAsync(path, Stop);

        Assert.Equal(policy, Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/account/no-such-page")]
    [InlineData("/admin/accounts")]
    [InlineData("/no-such-page")]
    [InlineData("/problem/403")]
    public async Task Page_Answered_IsKeptByNoCache(string path)
    {
        using var client = app.NewClient();

        using var answer = await client.GetAsync(path, Stop);

        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task File_OfThePages_MayBeKeptByCaches()
    {
        using var client = app.NewClient();

        using var answer = await client.GetAsync("/tokens.css", Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("http", false, null)]
    [InlineData("https", false, "max-age=31536000; includeSubDomains")]
    [InlineData("https", true, "max-age=31536000; includeSubDomains")]
    [InlineData("http", true, "max-age=31536000; includeSubDomains")]
    public async Task StrictTransport_WhereHttpsIsSpoken_IsSaidForAYear(string scheme, bool setting, string? expected)
    {
        await using var secure = With(("Access:Https", setting ? "true" : "false"));
        using var client = Client(secure, scheme);

        using var answer = await client.GetAsync("/method", Stop);

        Assert.Equal(expected, answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? Assert.Single(values) : null);
    }

    [Fact]
    public async Task StrictTransport_InDevelopment_IsNotSaid()
    {
        await using var secure = app.WithWebHostBuilder(b => b.UseEnvironment("Development").UseSetting("Access:Https", "true"));
        using var client = Client(secure, "https");

        using var answer = await client.GetAsync("/method", Stop);

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/initiatives?q=a%20b&sort=x", "https://localhost/initiatives?q=a%20b&sort=x")]
    [InlineData("//evil.example/", "https://localhost//evil.example/")]
    public async Task PlainHttp_WhereHttpsIsSet_LeadsToHttps(string path, string expected)
    {
        await using var secure = With(("Access:Https", "true"));
        using var client = Client(secure, "http");

        using var answer = await client.GetAsync(new Uri($"http://localhost{path}"), Stop);
        using var health = await client.GetAsync("/health/live", Stop);

        Assert.Equal(HttpStatusCode.PermanentRedirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task ContentPolicy_WhereHttpsIsSet_RaisesWhatIsPlain()
    {
        await using var secure = With(("Access:Https", "true"));
        using var client = Client(secure, "https");

        using var answer = await client.GetAsync("/method", Stop);

        Assert.Contains("upgrade-insecure-requests", Directives(answer).Keys);
    }

    [Fact]
    public async Task ContentPolicy_WithAProvider_LetsFormsLeadToIt()
    {
        await using var provided = With(
            ("Authentication:OpenIdConnect:Authority", "https://id.example.org/realms/coop"),
            ("Authentication:OpenIdConnect:ClientId", "coop"),
            ("Authentication:OpenIdConnect:Roles:Editor", "editors"));
        using var client = provided.CreateClient();

        using var answer = await client.GetAsync("/method", Stop);

        Assert.Equal("'self' https://id.example.org", Directives(answer)["form-action"]);
    }

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

    private static Dictionary<string, string> Directives(HttpResponseMessage answer) =>
        Policy(answer).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(d => d.Split(' ', 2)).ToDictionary(d => d[0], d => d.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal);

    private static HttpClient Client(WebApplicationFactory<Program> factory, string scheme) =>
        factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri($"{scheme}://localhost") });

    private WebApplicationFactory<Program> With(params (string Name, string Value)[] settings) => app.WithWebHostBuilder(builder =>
    {
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
    });
}
