using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Fields.Values;

/// <summary>The words of choices that several forms offer.</summary>
internal static class KindWords
{
    public static IReadOnlyList<(ReadingKind Value, string Words)> Kinds { get; } =
    [
        (ReadingKind.Actual, "Actual"),
        (ReadingKind.Estimate, "Estimate"),
        (ReadingKind.Plan, "Plan"),
        (ReadingKind.Ceiling, "Ceiling, the most that was approved"),
        (ReadingKind.Allocation, "Allocation"),
        (ReadingKind.Pledge, "Pledge, agreed and not yet done"),
    ];

    public const string KindHelp = "Only actual values and estimates count as evidence.";

    public const string WordingHelp = "The source’s own word for the kind, such as “notified ceiling”. Left empty, the kind is taken.";

    /// <summary>The word for a kind where the source has none of its own.</summary>
    public static string Wording(ReadingKind kind) => kind.ToString().ToLowerInvariant();

    public static Attribution Unknown => new() { Provenance = Provenance.None };
}
