using System.Diagnostics;
using System.Globalization;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using Microsoft.Playwright;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>What a first visitor waits for: rows on the screen, and then a page that reacts.</summary>
internal sealed class FirstNavigationMeasure(string name, string path, Limit milliseconds) : IMeasure
{
    /// <summary>The first visits pay for the browser's own warm-up and are not counted.</summary>
    private const int Uncounted = 2;
    private const int Visits = 11;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var server = await data.ServerAsync(cancel);
        var address = new Uri(server.Address, path).ToString();
        await using var chromium = await Chromium.LaunchAsync();
        var visits = new List<(double Driver, PageMarks Marks)>();
        for (var visit = 0; visit < Uncounted + Visits; visit++)
        {
            cancel.ThrowIfCancellationRequested();
            visits.Add(await VisitAsync(chromium, address));
        }

        visits.RemoveRange(0, Uncounted);
        return Figures(visits);
    }

    private static async Task<(double Driver, PageMarks Marks)> VisitAsync(Chromium chromium, string address)
    {
        var page = await chromium.NewVisitorAsync();
        await PageMarks.WatchAsync(page);
        var clock = Stopwatch.StartNew();
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.Locator("tr[data-code]").First.WaitForAsync();
        var driver = clock.Elapsed.TotalMilliseconds;
        var marks = await PageMarks.ReadAsync(page);
        await page.Context.CloseAsync();
        return (driver, marks);
    }

    private List<Figure> Figures(List<(double Driver, PageMarks Marks)> visits)
    {
        var rows = visits.Select(visit => visit.Marks.Rows).OfType<double>().ToList();
        if (rows.Count < visits.Count)
            throw new InvalidDataException($"{path} painted rows in only {rows.Count} of {visits.Count} visits.");

        var visible = new Samples(rows);
        var driver = new Samples(visits.Select(visit => visit.Driver));
        var figures = new List<Figure>
        {
            new("First visit, navigation to rows visible", visible.Median, "ms", milliseconds,
                $"{visible.Tail("ms")}; {Parts(visits)}"),
            new("First visit, the same by the driver's clock", driver.Median, "ms", Note: driver.Tail("ms")),
        };
        var interactive = visits.Select(visit => visit.Marks.Interactive).OfType<double>().ToList();
        if (interactive.Count > 0)
        {
            var samples = new Samples(interactive);
            figures.Add(new Figure("First visit, navigation to interactive", samples.Median, "ms", Note: samples.Tail("ms")));
        }

        return figures;
    }

    /// <summary>Tells a slow server from a slow browser when the figure misses.</summary>
    private static string Parts(List<(double Driver, PageMarks Marks)> visits)
    {
        var received = new Samples(visits.Select(visit => visit.Marks.Received));
        var paint = new Samples(visits.Select(visit => visit.Marks.FirstPaint).OfType<double>());
        return string.Create(
            CultureInfo.InvariantCulture, $"page received {received.Median:0} ms, first paint {paint.Median:0} ms");
    }
}
