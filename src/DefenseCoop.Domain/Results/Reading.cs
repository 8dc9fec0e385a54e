using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Results;

/// <summary>What a figure is. Only <see cref="Actual"/> and <see cref="Estimate"/> are evidence.</summary>
public enum ReadingKind
{
    Actual,
    Estimate,
    Plan,

    /// <summary>The most that was approved or notified. Ceilings are not spending and are never summed.</summary>
    Ceiling,
    Allocation,

    /// <summary>Agreed or pledged, not yet done.</summary>
    Pledge,
}

/// <summary>How exact the source is.</summary>
public enum Qualifier
{
    Exact,
    About,
    MoreThan,
    CloseTo,
    UpTo,
    Maximum,
}

/// <summary>One published value of an indicator for one period. Two may disagree: both are kept and shown.</summary>
public sealed class Reading
{
    public const int MaxCode = 40;
    public const int MaxKindWording = 40;
    public const int MaxVintage = 100;

    public int Id { get; private set; }

    public int IndicatorId { get; private set; }

    public Indicator Indicator { get; private set; } = null!;

    public required string Code { get; init => field = Guard.Text(value, MaxCode, "reading id"); }

    public required Period Period { get; init; }

    public required decimal Value { get; init => field = Guard.Value(value, "reading value"); }

    public Qualifier Qualifier { get; init; }

    public required ReadingKind Kind { get; init; }

    /// <summary>The source's own word for the kind, such as <c>notified ceiling</c>.</summary>
    public required string KindWording { get; init => field = Guard.Text(value, MaxKindWording, "reading kind"); }

    /// <summary>The edition of a series that is restated; two vintages never form one line.</summary>
    public string? Vintage { get; init => field = Guard.OptionalText(value, MaxVintage, "reading vintage"); }

    public int Position { get; init; }

    public required Attribution Attribution { get; init; }
}
