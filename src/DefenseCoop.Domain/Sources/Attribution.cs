namespace DefenseCoop.Domain.Sources;

/// <summary>
/// What is known about where one fact comes from. The sources themselves are <see cref="Citation"/>s of the fact.
/// </summary>
public sealed record Attribution
{
    public const int MaxNote = 1000;
    public const int MaxDerivation = 200;

    public required Provenance Provenance { get; init; }

    /// <summary>Every source is tier 3: the primary text should be checked before the fact is published.</summary>
    public bool NeedsPrimaryCheck { get; init; }

    /// <summary>Computed or inferred by us from the cited text.</summary>
    public bool IsDerived { get; init; }

    /// <summary>How it was derived, such as <c>15+6</c>.</summary>
    public string? Derivation { get; init => field = Guard.OptionalText(value, MaxDerivation, "derivation"); }

    public string? Note { get; init => field = Guard.OptionalText(value, MaxNote, "note"); }
}
