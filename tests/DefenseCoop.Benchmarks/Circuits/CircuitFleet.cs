namespace DefenseCoop.Benchmarks.Circuits;

/// <summary>Many tabs open on one page at once, opened a few at a time as people would, and closed together.</summary>
internal sealed class CircuitFleet : IAsyncDisposable
{
    private const int OpenAtOnce = 8;
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_settleTimeout = TimeSpan.FromSeconds(30);

    private readonly SocketsHttpHandler _handler = new() { UseCookies = false };
    private readonly HttpClient _http;
    private readonly List<CircuitClient> _clients = [];

    private CircuitFleet() => _http = new HttpClient(_handler);

    /// <summary>What the server sent to make one page interactive.</summary>
    public double BatchBytesPerCircuit => _clients.Average(client => client.BatchBytes);

    public static async Task<CircuitFleet> OpenAsync(Uri page, int count, CancellationToken cancel)
    {
        var fleet = new CircuitFleet();
        try
        {
            var limits = new ParallelOptions { MaxDegreeOfParallelism = OpenAtOnce, CancellationToken = cancel };
            await Parallel.ForAsync(0, count, limits, async (_, token) =>
            {
                var client = await CircuitClient.OpenAsync(fleet._http, page, token);
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

    public async ValueTask DisposeAsync()
    {
        await Parallel.ForEachAsync(_clients, async (client, _) => await client.DisposeAsync());
        _http.Dispose();
        _handler.Dispose();
    }

    /// <summary>A page may go on rendering after its first batch (loading, JavaScript answers): wait until all is said.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        var deadline = TimeProvider.System.GetUtcNow() + s_settleTimeout;
        while (_clients.Max(client => client.LastHeard) > TimeProvider.System.GetUtcNow() - s_quiet && TimeProvider.System.GetUtcNow() < deadline)
            await Task.Delay(100, cancel);

        ThrowIfAnyDied();
    }
}
