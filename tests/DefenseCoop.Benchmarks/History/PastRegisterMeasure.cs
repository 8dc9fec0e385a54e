using System.Diagnostics;
using System.Net;
using DefenseCoop.Benchmarks.Measures;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using Microsoft.Data.Sqlite;

namespace DefenseCoop.Benchmarks.History;

/// <summary>
/// The first page of the register by what was known at an instant, over HTTP: each time at another instant, of another
/// version than the time before, where every initiative has ten. On a copy of the data set, with a server of its own.
/// </summary>
internal sealed class PastRegisterMeasure(string name, Limit milliseconds) : IMeasure
{
    private const int Uncounted = 60;
    private const int Requests = 300;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory($"{data.Folder}-past").FullName;
        var file = Path.Combine(folder, "defensecoop.db");
        await CopyAsync(Path.Combine(data.Folder, "defensecoop.db"), file, cancel);
        await PastVersions.AddAsync(file, cancel);
        await using var server = AppServer.Start(data.App, folder);
        await server.AnsweredAsync("/health/ready", cancel);
        using var http = new HttpClient();
        var random = new Random(4);
        List<double> times = [];
        for (var i = 0; i < Uncounted + Requests; i++)
        {
            var instant = PastVersions.FirstDay.AddDays(i % (PastVersions.Count - 1))
                .ToDateTime(TimeOnly.MinValue)
                .AddSeconds(1 + random.Next(86_000));
            var taken = await OnceAsync(
                http, new Uri(server.Address, FormattableString.Invariant($"initiatives?knownAt={instant:yyyy-MM-dd'T'HH:mm:ss}Z")),
                data.Total, cancel);
            if (i >= Uncounted) times.Add(taken);
        }

        var samples = new Samples(times);
        return
        [
            new Figure(
                "Register at knownAt over HTTP, 10 versions each, median", samples.Median,
                "ms", milliseconds, $"{samples.Tail("ms")}, another instant each time"),
        ];
    }

    private static async Task<double> OnceAsync(HttpClient http, Uri page, long? total, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(page, cancel);
        var body = await answer.Content.ReadAsStringAsync(cancel);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (answer.StatusCode != HttpStatusCode.OK || !body.Contains("class=\"banner\"", StringComparison.Ordinal)
            || !body.Contains($"data-testid=\"total\">{total}<", StringComparison.Ordinal))
            throw new InvalidDataException(
                $"{page} was answered with {(int)answer.StatusCode} and not with the {total} initiatives that were known.");

        return taken;
    }

    private static async Task CopyAsync(string from, string to, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={from};Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $to";
        command.Parameters.AddWithValue("$to", to);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
