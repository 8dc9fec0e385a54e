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

    /// <summary>
    /// The browser itself says when the first row's text reached the screen (Element Timing), once its cells are marked.
    /// A timer started from the page would count the start of blazor.web.js, which runs after that frame, too.
    /// </summary>
    private const string Script = $$"""
        (() => {
          const marks = globalThis.benchmarkMarks = { received: 0, rows: null, firstPaint: null, interactive: null };
          const look = () => {
            marks.received = performance.getEntriesByType('navigation')[0]?.responseEnd ?? 0;
            if (marks.rows === null)
              document.querySelectorAll('tr[data-code]:first-child *').forEach(cell => cell.setAttribute('elementtiming', 'row'));
            if (marks.interactive === null && document.querySelector('{{InteractiveMarker}}'))
              marks.interactive = performance.now();
          };
          new MutationObserver(look)
            .observe(document, { childList: true, subtree: true, attributeFilter: ['data-interactive'] });
          const watch = (type, seen) => new PerformanceObserver(list => list.getEntries().forEach(seen)).observe({ type, buffered: true });
          watch('element', entry => marks.rows ??= entry.renderTime);
          watch('paint', entry => { if (entry.name === 'first-contentful-paint') marks.firstPaint = entry.startTime; });
        })();
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions s_format = new(JsonSerializerDefaults.Web);

    public static Task WatchAsync(IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>Waits until the page has rows, a paint and a circuit, or for long enough without.</summary>
    public static async Task<PageMarks> ReadAsync(IPage page)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var json = await page.EvaluateAsync<string>("JSON.stringify(globalThis.benchmarkMarks)");
            var marks = JsonSerializer.Deserialize<PageMarks>(json, s_format)!;
            if (marks is { Rows: not null, FirstPaint: not null, Interactive: not null } || waited.Elapsed > s_patience)
                return marks;

            await Task.Delay(50);
        }
    }
}
