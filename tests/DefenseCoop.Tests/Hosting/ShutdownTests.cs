using System.Diagnostics;
using System.Net;
using DefenseCoop.Benchmarks.Circuits;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

/// <summary>The end of a server that many people have pages of open.</summary>
public sealed class ShutdownTests
{
    private const int Pages = 200;

    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stop_WithManyOpenPages_IsDoneInTenSecondsAndTakesNobodyIn()
    {
        using var folder = new TestFolder();
        await using var app = AppProcess.Serve(
            folder.Path, "--Access:AnonymousRead", "true", "--Circuits:MostPerPerson", "1000", "--Limits:ConnectionsPerMinute", "100000");
        await app.ReadyAsync();
        await using var fleet = await CircuitFleet.OpenAsync(new Uri(app.Address, "/initiatives"), [""], Pages, Stop);
        using var http = app.NewClient();
        await http.GetAsync("/health/live", Stop);

        var stopping = Stopwatch.StartNew();
        app.Signal("TERM");
        var ended = app.EndedAsync();
        var ready = AskAsync(http, HttpMethod.Get, "/health/ready", ended);
        var connect = AskAsync(http, HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", ended);

        Assert.Equal(0, await ended);
        Assert.True(stopping.Elapsed < Promise, $"Stopping took {stopping.Elapsed}.");
        Assert.DoesNotContain((await ready).SkipWhile(s => s == HttpStatusCode.OK), s => s != HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain((await connect).SkipWhile(s => s == HttpStatusCode.OK), s => s != HttpStatusCode.ServiceUnavailable);
    }

    /// <summary>What is answered until nobody answers any more, as by browsers that come back at once.</summary>
    private static async Task<List<HttpStatusCode>> AskAsync(HttpClient http, HttpMethod method, string path, Task ended)
    {
        List<HttpStatusCode> answers = [];
        try
        {
            while (!ended.IsCompleted)
            {
                using var request = new HttpRequestMessage(method, path);
                request.Headers.Add("Origin", http.BaseAddress!.GetLeftPart(UriPartial.Authority));
                using var answer = await http.SendAsync(request, Stop);
                answers.Add(answer.StatusCode);
            }
        }
        catch (HttpRequestException)
        {
            // The server takes no more connections.
        }

        return answers;
    }
}
