using System.Globalization;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using Microsoft.Playwright;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>
/// What a first visit loads over the wire, and whether every script and stylesheet was compressed and may be kept
/// for good: a slip there is invisible on the developer's machine and costs every user.
/// </summary>
internal sealed class FirstVisitMeasure(string name, string title, string path, Limit kilobytes) : IMeasure
{
    /// <summary>Long enough for late modules and icons after the network first falls silent.</summary>
    private const int LateMilliseconds = 1500;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var server = await data.ServerAsync(cancel);
        await using var chromium = await Chromium.LaunchAsync();
        var page = await chromium.NewVisitorAsync();
        await using var traffic = await NetworkTraffic.WatchAsync(page);
        var address = new Uri(server.Address, path).ToString();
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await Task.Delay(LateMilliseconds, cancel);

        var responses = traffic.Responses;
        var faulty = responses.Where(response => response.Fault is not null).ToList();
        var faults = faulty.GroupBy(response => response.Fault, response => response.FileName)
            .Select(group => $"{group.Key}: {string.Join(", ", group)}");
        var largest = responses.OrderByDescending(response => response.Bytes).Take(5).Select(Describe);
        return
        [
            new Figure($"{title}, first visit, transferred", responses.Sum(response => response.Bytes) / 1024.0, "KB",
                kilobytes, $"{responses.Count} responses: {string.Join(", ", largest)}"),
            new Figure($"{title}, first visit, over the circuit's socket", traffic.SocketBytes / 1024.0, "KB"),
            new Figure($"{title}, assets not compressed or not immutable", faulty.Count, "files", Limit.AtMost(0),
                string.Join("; ", faults)),
        ];
    }

    private static string Describe(LoadedResponse response) => string.Create(
        CultureInfo.InvariantCulture, $"{response.FileName} {response.Bytes / 1024.0:0.0}");
}
