using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>
/// Milliseconds from the start of a navigation, by the page's own clock, so that the driver's round trips do not count.
/// A mark that was never reached is null.
/// </summary>
internal sealed record PageMarks(double Received, double? Rows, double? FirstPaint, double? Interactive)
{
    /// <summary>Set by the app on some element once its circuit runs.</summary>
    private const string InteractiveMarker = "[data-interactive]";

    /// <summary>The row counts as seen in the task after the frame that holds it, which is when it has been painted.</summary>
    private const string Script = $$"""
        (() => {
          const marks = globalThis.benchmarkMarks = { received: 0, rows: null, firstPaint: null, interactive: null };
          let frameAsked = false;
          const look = () => {
            if (!frameAsked && document.querySelector('tr[data-code]')) {
              frameAsked = true;
              requestAnimationFrame(() => setTimeout(() => marks.rows = performance.now()));
            }
            marks.received = performance.getEntriesByType('navigation')[0]?.responseEnd ?? 0;
            if (marks.interactive === null && document.querySelector('{{InteractiveMarker}}'))
              marks.interactive = performance.now();
            if (frameAsked && marks.interactive !== null) observer.disconnect();
          };
          const observer = new MutationObserver(look);
          observer.observe(document, { childList: true, subtree: true, attributeFilter: ['data-interactive'] });
          new PerformanceObserver(list => list.getEntries().forEach(entry => {
            if (entry.name === 'first-contentful-paint') marks.firstPaint = entry.startTime;
          })).observe({ type: 'paint', buffered: true });
        })();
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions s_format = new(JsonSerializerDefaults.Web);

    /// <summary>Rows are visible when they are there and something has been painted.</summary>
    public double? RowsVisible => Rows is { } rows && FirstPaint is { } paint ? Math.Max(rows, paint) : null;

    public static Task WatchAsync(IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>Waits until the page has rows, a paint and a circuit, or for long enough without.</summary>
    public static async Task<PageMarks> ReadAsync(IPage page)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var json = await page.EvaluateAsync<string>("JSON.stringify(globalThis.benchmarkMarks)");
            var marks = JsonSerializer.Deserialize<PageMarks>(json, s_format)!;
            if (marks is { RowsVisible: not null, Interactive: not null } || waited.Elapsed > s_patience)
                return marks;

            await Task.Delay(50);
        }
    }
}
