using System.Text.Json;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

public sealed class RequestLogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_Answered_AreOneStructuredLineEachButForTheFrequentOnes()
    {
        using var folder = new TestFolder();
        await using var app = AppProcess.Serve(folder.Path, "--Access:AnonymousRead", "true");
        await app.ReadyAsync();
        using var client = app.NewClient();
        await GetAsync(client, "/_blazor/nonsense");
        await GetAsync(client, "/favicon.svg");
        await GetAsync(client, "/initiatives?q=secret");
        await GetAsync(client, "/no-such-page");
        await app.LineAsync(l => l.Contains("no-such-page", StringComparison.Ordinal));

        var requests = app.Output.Where(l => l.StartsWith('{')).Select(l => JsonDocument.Parse(l).RootElement)
            .Where(l => l.TryGetProperty("RequestPath", out _))
            .Select(l =>
                (l.GetProperty("RequestMethod").GetString(),
                 l.GetProperty("RequestPath").GetString(), l.GetProperty("StatusCode").GetInt32()))
            .ToList();

        Assert.Equal([("GET", "/initiatives", 200), ("GET", "/no-such-page", 404)], requests);
        Assert.DoesNotContain("secret", app.All, StringComparison.Ordinal);
    }

    private static async Task GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Stop);
    }
}
