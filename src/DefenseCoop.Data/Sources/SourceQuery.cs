using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Sources;

/// <summary>What the list of sources can be sorted by.</summary>
public enum SourceSort
{
    Publisher,
    Title,
    Date,
    Tier,
    Facts,
}

/// <summary>What is asked of the list of sources. An empty filter does not filter; filters narrow each other.</summary>
public sealed record SourceQuery
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <summary>Words of title, publisher, address, note or code.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<string> Publishers { get; init; } = [];

    public IReadOnlyList<SourceTier> Tiers { get; init; } = [];

    /// <summary>In which it was published.</summary>
    public int? Year { get; init; }

    /// <summary>Whether something rests on it that rests on tier 3 alone.</summary>
    public bool NeedsCheck { get; init; }

    /// <summary>Whether nothing rests on it.</summary>
    public bool IsUnused { get; init; }

    public SourceSort Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A source with what rests on it.</summary>
/// <param name="FactCount">How many facts cite it.</param>
/// <param name="Facts">The first of them, by record.</param>
public sealed record SourceRow(Source Source, int FactCount, IReadOnlyList<RestingFact> Facts);

/// <summary>One page of the list. <see cref="Page"/> is the page shown: the last one where a later one was asked for.</summary>
public sealed record SourceResult(IReadOnlyList<SourceRow> Rows, int Total, int Page, int Pages);

/// <summary>The values that the filters of the list can take.</summary>
/// <param name="Publishers">In their order.</param>
/// <param name="Years">The newest first.</param>
public sealed record SourceVocabulary(IReadOnlyList<string> Publishers, IReadOnlyList<int> Years);
