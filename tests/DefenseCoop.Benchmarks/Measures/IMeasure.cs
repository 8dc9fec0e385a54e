using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>Something that can be measured on a prepared data set, and chosen by name on the command line.</summary>
internal interface IMeasure
{
    string Name { get; }

    Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel);
}
