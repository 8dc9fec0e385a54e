using System.Diagnostics;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>
/// From starting the process on a prepared database to its first answered page. Runs without the heap probe.
/// </summary>
internal sealed class ProcessStartMeasure(string name, string page, Limit seconds) : IMeasure
{
    private const int Runs = 5;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var taken = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var clock = Stopwatch.StartNew();
            await using var server = AppServer.Start(data.App, data.Folder);
            await server.AnsweredAsync(page, cancel);
            taken.Add(clock.Elapsed.TotalSeconds);
        }

        var samples = new Samples(taken);
        return [new Figure("Process start to first page", samples.Median, "s", seconds, samples.Tail("s"))];
    }
}
