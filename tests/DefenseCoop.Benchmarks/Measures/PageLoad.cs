using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using DefenseCoop.Benchmarks.Report;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>
/// Asks for one page again and again over kept-alive connections, each answer read to its end and checked: an error
/// page would be fast.
/// </summary>
internal sealed class PageLoad(Uri page, string mustContain, string cookies) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false });
    private readonly byte[] _mustContain = Encoding.UTF8.GetBytes(mustContain);

    public int PageBytes { get; private set; }

    /// <summary>Milliseconds of each request, and requests a second over all clients.</summary>
    public async Task<(Samples Times, double PerSecond)> RunAsync(int clients, TimeSpan duration, CancellationToken cancel)
    {
        var times = new ConcurrentBag<List<double>>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(
            async () =>
            {
                var own = new List<double>();
                while (clock.Elapsed < duration)
                    own.Add(await OnceAsync(cancel));
                times.Add(own);
            },
            cancel)));
        var elapsed = clock.Elapsed;
        var samples = new Samples(times.SelectMany(own => own));
        return (samples, samples.Count / elapsed.TotalSeconds);
    }

    public void Dispose() => _http.Dispose();

    private async Task<double> OnceAsync(CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (cookies.Length > 0)
            request.Headers.Add("Cookie", cookies);
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
        var body = await answer.Content.ReadAsByteArrayAsync(cancel);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidDataException($"{page} was answered with {(int)answer.StatusCode}.");

        if (body.AsSpan().IndexOf(_mustContain) < 0)
            throw new InvalidDataException($"{page} was answered without {mustContain}.");

        PageBytes = body.Length;
        return taken;
    }
}
