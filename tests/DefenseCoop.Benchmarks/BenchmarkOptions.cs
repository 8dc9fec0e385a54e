using System.CommandLine;
using DefenseCoop.Benchmarks.Measures;

namespace DefenseCoop.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchmarkOptions(
    string? App, int Initiatives, int Circuits, string? Json, IReadOnlyList<IMeasure> Measures)
{
    public static RootCommand Command(Func<BenchmarkOptions, CancellationToken, Task<int>> run)
    {
        var app = new Option<string?>("--app") { Description = "Folder of a published build; published anew if not given." };
        var initiatives = new Option<int>("--initiatives")
        {
            Description = "Synthetic initiatives in the large data set; 0 measures the starter data alone.",
            DefaultValueFactory = _ => 10_000,
        };
        var circuits = new Option<int>("--circuits")
        {
            Description = "Circuits opened at once to measure memory.",
            DefaultValueFactory = _ => 100,
        };
        var json = new Option<string?>("--json") { Description = "File to write the figures to as JSON." };
        var names = string.Join(", ", MeasureCatalog.All(1).Select(measure => measure.Name));
        var only = new Option<string>("--only")
        {
            Description = $"Measures to run, separated by commas: {names}.",
            DefaultValueFactory = _ => "",
        };
        only.Validators.Add(result => Check(result.GetValueOrDefault<string>() ?? "", names, result.AddError));
        circuits.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--circuits takes a number of 1 or more.");
        });

        var command = new RootCommand("Measures speed and memory of the published product against what it must reach.")
        {
            app, initiatives, circuits, json, only,
        };
        command.SetAction((parsed, cancel) => run(
            new BenchmarkOptions(
                parsed.GetValue(app),
                parsed.GetValue(initiatives),
                parsed.GetValue(circuits),
                parsed.GetValue(json),
                Chosen(parsed.GetValue(circuits), Split(parsed.GetValue(only) ?? ""))),
            cancel));
        return command;
    }

    private static List<IMeasure> Chosen(int circuits, string[] names) =>
        [.. MeasureCatalog.All(circuits).Where(measure => names.Length == 0 || names.Contains(measure.Name))];

    private static void Check(string only, string known, Action<string> addError)
    {
        var unknown = Split(only).Except(MeasureCatalog.All(1).Select(measure => measure.Name)).ToList();
        if (unknown.Count > 0)
            addError($"No measure is called {string.Join(" or ", unknown)}. There are: {known}.");
    }

    private static string[] Split(string names) =>
        names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
