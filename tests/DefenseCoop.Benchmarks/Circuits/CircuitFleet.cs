namespace DefenseCoop.Benchmarks.Circuits;

/// <summary>Many tabs open on one page at once, opened a few at a time as people would, and closed together.</summary>
internal sealed class CircuitFleet : IAsyncDisposable
{
    private const int OpenAtOnce = 8;
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly SocketsHttpHandler _handler = new() { UseCookies = false };
    private readonly HttpClient _http;
    private readonly List<CircuitClient> _clients = [];

    private CircuitFleet() => _http = new HttpClient(_handler);

    /// <summary>What the server sent to make one page interactive.</summary>
    public double BatchBytesPerCircuit => _clients.Average(client => client.BatchBytes);

    /// <param name="page">What every tab shows.</param>
    /// <param name="cookies">One entry for each browser that the tabs are spread over; an empty one for a visitor.</param>
    /// <param name="count">Tabs.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<CircuitFleet> OpenAsync(Uri page, IReadOnlyList<string> cookies, int count, CancellationToken cancel)
    {
        var fleet = new CircuitFleet();
        try
        {
            var limits = new ParallelOptions { MaxDegreeOfParallelism = OpenAtOnce, CancellationToken = cancel };
            await Parallel.ForAsync(0, count, limits, async (tab, token) =>
            {
                var client = await CircuitClient.OpenAsync(fleet._http, page, cookies[tab % cookies.Count], token);
                lock (fleet._clients)
                    fleet._clients.Add(client);
            });
            await fleet.SettleAsync(cancel);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    public void ThrowIfAnyDied() => _clients.ForEach(client => client.ThrowIfDead());

    /// <summary>When, by the stopwatch, the next event of a kind happens to each tab.</summary>
    public Task<long[]> NextAsync(Func<TabEvent, bool> isIt, CancellationToken cancel) =>
        Task.WhenAll(_clients.Select(client => client.NextAsync(isIt))).WaitAsync(s_patience, cancel);

    /// <summary>A page may go on rendering after its first batch (loading, JavaScript answers): wait until all is said.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        var deadline = TimeProvider.System.GetUtcNow() + s_patience;
        while (_clients.Max(client => client.LastHeard) > TimeProvider.System.GetUtcNow() - s_quiet
            && TimeProvider.System.GetUtcNow() < deadline)
            await Task.Delay(100, cancel);

        ThrowIfAnyDied();
    }

    public async ValueTask DisposeAsync()
    {
        await Parallel.ForEachAsync(_clients, async (client, _) => await client.DisposeAsync());
        _http.Dispose();
        _handler.Dispose();
    }
}
