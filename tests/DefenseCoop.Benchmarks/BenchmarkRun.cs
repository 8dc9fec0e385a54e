using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using Spectre.Console;

namespace DefenseCoop.Benchmarks;

/// <summary>One run: publish, prepare each data set, measure, report, leave nothing behind.</summary>
internal sealed class BenchmarkRun(BenchmarkOptions options, IAnsiConsole console)
{
    private readonly List<Exception> _failures = [];

    /// <summary>0 if every figure is reached, 1 if one is missed, 2 if one could not be taken.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        using var temp = new TempFolder();
        var app = await AppAsync(temp, cancel);
        var figures = new List<Figure>();
        foreach (var initiatives in options.Initiatives > 0 ? new int?[] { null, options.Initiatives } : [null])
        {
            try
            {
                figures.AddRange(await MeasureAsync(app, temp, initiatives, cancel));
            }
            catch (Exception problem) when (problem is InvalidOperationException or InvalidDataException)
            {
                // A data set that cannot be prepared must not cost the figures of the other.
                _failures.Add(problem);
            }
        }

        ReportTable.Print(console, figures);
        if (options.Json is { } file)
            await ReportJson.WriteAsync(file, figures, cancel);

        var missed = figures.Count(figure => figure.IsReached == false);
        var demanded = figures.Count(figure => figure.IsReached is not null);
        console.MarkupLine($"{demanded - missed} of {demanded} figures reached.");
        foreach (var failure in _failures)
            await Console.Error.WriteLineAsync(failure.Message);

        return _failures.Count > 0 ? 2 : missed > 0 ? 1 : 0;
    }

    private async Task<PublishedApp> AppAsync(TempFolder temp, CancellationToken cancel)
    {
        if (options.App is { } folder)
            return PublishedApp.At(folder);

        Say("Publishing the product");
        return await PublishedApp.PublishAsync(temp.Sub("app"), cancel);
    }

    private async Task<List<Figure>> MeasureAsync(
        PublishedApp app, TempFolder temp, int? initiatives, CancellationToken cancel)
    {
        var figures = new List<Figure>();
        Say(initiatives is null ? "Preparing the starter data" : $"Preparing {initiatives} synthetic initiatives");
        await using var data = await DataSet.PrepareAsync(app, temp, initiatives, cancel);
        Say($"Prepared in {data.Prepared.TotalSeconds:0.0} s; the register holds {data.Total?.ToString() ?? "an unknown number"}");
        foreach (var measure in options.Measures)
        {
            Say($"{data.Name}: {measure.Name}");
            try
            {
                var measured = await measure.RunAsync(data, cancel);
                figures.AddRange(measured.Select(figure => figure with { Measure = measure.Name, DataSet = data.Name }));
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                // The other figures are still worth having.
                _failures.Add(await data.ExplainAsync(measure.Name, problem));
            }
        }

        return figures;
    }

    private void Say(string what) => console.MarkupLine($"[grey]{TimeProvider.System.GetLocalNow():HH:mm:ss} {Markup.Escape(what)}[/]");
}
