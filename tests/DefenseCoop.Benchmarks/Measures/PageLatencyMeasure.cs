using System.Globalization;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>A prerendered page over HTTP from a warm server: time of one client alone, throughput of eight.</summary>
internal sealed class PageLatencyMeasure(string name, string title, string path) : IMeasure
{
    private const int ManyClients = 8;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(5);

    public string Name => name;

    public string MustContain { get; init; } = "<h1";

    /// <summary>Whether it is asked for by a person with an account.</summary>
    public bool SignedIn { get; init; }

    /// <summary>In milliseconds.</summary>
    public Limit? Median { get; init; }

    /// <summary>In requests a second.</summary>
    public Limit? Throughput { get; init; }

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var server = await data.ServerAsync(cancel);
        using var load = new PageLoad(new Uri(server.Address, path), MustContain, SignedIn ? await data.SignedInAsync(cancel) : "");
        await load.RunAsync(ManyClients, s_warmUp, cancel);
        await load.RunAsync(1, s_warmUp / 3, cancel);

        var (alone, alonePerSecond) = await load.RunAsync(1, s_duration, cancel);
        var (together, perSecond) = await load.RunAsync(ManyClients, s_duration, cancel);
        var size = string.Create(
            CultureInfo.InvariantCulture, $"{load.PageBytes / 1024.0:0} KB, {alonePerSecond:0}/s");
        return
        [
            new Figure($"{title} over HTTP, 1 client, median", alone.Median, "ms", Median, $"{alone.Tail("ms")}, {size}"),
            new Figure($"{title} over HTTP, {ManyClients} clients", perSecond, "/s", Throughput, TogetherNote(together)),
        ];
    }

    private static string TogetherNote(Samples together) =>
        string.Create(CultureInfo.InvariantCulture, $"median {together.Median:0.#} ms, ") + together.Tail("ms");
}
