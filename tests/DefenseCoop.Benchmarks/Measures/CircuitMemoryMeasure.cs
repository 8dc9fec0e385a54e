using System.Globalization;
using System.Text.RegularExpressions;
using DefenseCoop.Benchmarks.Circuits;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>
/// Managed memory an open tab costs the server: bytes alive with many circuits open, less those alive before, shared
/// out. Several rounds, because the runtime's array pools keep or drop megabytes of closed circuits as they see fit,
/// which moves a single difference by a tenth. What stays after closing is printed too: a leak would show there.
/// </summary>
internal sealed partial class CircuitMemoryMeasure(string name, string what, string path, int circuits, Limit kilobytes)
    : IMeasure
{
    private const int Rounds = 3;
    private static readonly TimeSpan s_closing = TimeSpan.FromSeconds(3);

    public string Name => name;

    /// <summary>Whether the tabs are those of a person with an account.</summary>
    public bool SignedIn { get; init; }

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var server = await data.ServerAsync(cancel);
        var page = new Uri(server.Address, path);
        var cookies = SignedIn ? await data.SignedInAsync(cancel) : "";

        // Code, caches and pools grow with the first circuits; that is not what one more circuit costs.
        await RoundAsync(server, page, cookies, cancel);
        var rounds = new List<Round>();
        for (var i = 0; i < Rounds; i++)
            rounds.Add(await RoundAsync(server, page, cookies, cancel));

        var cost = rounds.Select(round => Kilobytes(round.Open - round.Before)).ToList();
        var left = Kilobytes(rounds[^1].After - rounds[0].Before) / Rounds;
        var rows = await RowsAsync(page, cancel);
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"{cost.Min():0} to {cost.Max():0} KB in {Rounds} rounds of {circuits} circuits, "
                + $"{rows} rows, {rounds[0].BatchBytes / 1024:0} KB of batches each");
        var heap = string.Join(", ", rounds.Select(round => round.ToString()));
        return
        [
            new Figure($"Memory per circuit, {what}", new Samples(cost).Median, "KB", kilobytes, note),
            new Figure($"Memory left per closed circuit, {what}", left, "KB", Note: $"heap {heap} MB"),
        ];
    }

    private static async Task<int> RowsAsync(Uri page, CancellationToken cancel)
    {
        using var http = new HttpClient();
        return Row().Count(await http.GetStringAsync(page, cancel));
    }

    private async Task<Round> RoundAsync(AppServer server, Uri page, string cookies, CancellationToken cancel)
    {
        var before = await server.LiveBytesAsync(cancel);
        long open;
        double batchBytes;
        await using (var fleet = await CircuitFleet.OpenAsync(page, [cookies], circuits, cancel))
        {
            open = await server.LiveBytesAsync(cancel);
            fleet.ThrowIfAnyDied();
            batchBytes = fleet.BatchBytesPerCircuit;
        }

        await Task.Delay(s_closing, cancel);
        return new Round(before, open, await server.LiveBytesAsync(cancel), batchBytes);
    }

    private double Kilobytes(long bytes) => bytes / 1024.0 / circuits;

    [GeneratedRegex("<tr[^>]*data-code=")]
    private static partial Regex Row();

    private sealed record Round(long Before, long Open, long After, double BatchBytes)
    {
        public override string ToString() => $"{Megabytes(Before)} → {Megabytes(Open)} → {Megabytes(After)}";

        private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
