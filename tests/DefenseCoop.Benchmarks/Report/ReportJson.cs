using System.Runtime.InteropServices;
using System.Text.Json;

namespace DefenseCoop.Benchmarks.Report;

/// <summary>The report for machines; it names the machine, because the figures mean nothing without it.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions s_format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteAsync(string file, IEnumerable<Figure> figures, CancellationToken cancel)
    {
        var report = new
        {
            TakenAt = TimeProvider.System.GetUtcNow(),
            Machine = new
            {
                Processors = Environment.ProcessorCount,
                MemoryMegabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024),
                System = RuntimeInformation.OSDescription,
                Runtime = RuntimeInformation.FrameworkDescription,
            },
            Figures = figures.Select(figure => new
            {
                figure.Measure,
                figure.Title,
                figure.DataSet,
                figure.Unit,
                AtMost = figure.MustReach is { IsCeiling: true } ceiling ? ceiling.Value : (double?)null,
                AtLeast = figure.MustReach is { IsCeiling: false } floor ? floor.Value : (double?)null,
                Reached = Math.Round(figure.Reached, 3),
                figure.IsReached,
                figure.Note,
            }),
        };
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, report, s_format, cancel);
    }
}
