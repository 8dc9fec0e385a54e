using System.Net;
using System.Text.RegularExpressions;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

/// <summary>What the server does around the pages.</summary>
public sealed partial class PageHostingTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_OfTheFirstPage_AreCompressedAndTypedAndOurs()
    {
        using var client = app.NewClient();
        var html = await client.GetStringAsync("/method", Stop);
        var files = FileLinks().Matches(html).Select(m => m.Groups[1].Value).ToList();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");

        Assert.Contains(files, f => f.StartsWith("lib/mudblazor.", StringComparison.Ordinal));
        Assert.Contains(files, f => f.StartsWith("_framework/blazor.web.", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(new Uri(file, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Content.Headers.ContentEncoding.Count == 1, $"{file} is not compressed");
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task Page_CompressionAsked_IsCompressed()
    {
        using var client = app.NewClient();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");

        using var answer = await client.GetAsync("/method", Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/no/such/page.css")]
    [InlineData("/initiatives/NO-SUCH-CODE")]
    public async Task UnknownAddress_Asked_IsAPageWithStatus404(string path)
    {
        using var client = app.NewClient();

        using var answer = await client.GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatFails_IsAPageWithStatus500AndNoDetails()
    {
        await using var broken = new WebApp();
        using var client = broken.NewClient();
        var contexts = broken.Services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>();
        await using (var db = await contexts.CreateDbContextAsync(Stop))
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE RegisterEntries", Stop);
        }

        using var answer = await client.GetAsync("/initiatives", Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("<h1", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("""(?:href|src)="([^":]+\.(?:css|js))["?]""")]
    private static partial Regex FileLinks();
}
