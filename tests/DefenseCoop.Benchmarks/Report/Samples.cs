using System.Globalization;

namespace DefenseCoop.Benchmarks.Report;

/// <summary>Repeated measurements of one thing. Percentiles are nearest-rank: always a value that was really seen.</summary>
internal sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] _sorted = [.. values.Order()];

    public double Median => Percentile(0.50);

    public double P95 => Percentile(0.95);

    public double Least => _sorted[0];

    public double Worst => _sorted[^1];

    public int Count => _sorted.Length;

    public string Tail(string unit) => string.Create(
        CultureInfo.InvariantCulture, $"p95 {P95:0.#} {unit}, worst {Worst:0.#} {unit}, {Count} taken");

    private double Percentile(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
