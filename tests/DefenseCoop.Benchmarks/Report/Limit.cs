using System.Globalization;

namespace DefenseCoop.Benchmarks.Report;

/// <summary>What a figure must reach; the unit is the figure's own.</summary>
internal sealed record Limit(double Value, bool IsCeiling)
{
    public static Limit AtMost(double value) => new(value, IsCeiling: true);

    public static Limit AtLeast(double value) => new(value, IsCeiling: false);

    public bool IsMetBy(double reached) => IsCeiling ? reached <= Value : reached >= Value;

    public override string ToString() => (IsCeiling ? "≤ " : "≥ ") + Value.ToString("0.#", CultureInfo.InvariantCulture);
}
