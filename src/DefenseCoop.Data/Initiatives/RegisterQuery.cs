using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Initiatives;

/// <summary>The columns that the register can be sorted by.</summary>
public enum RegisterSort
{
    Code,
    Title,
    Category,
    Stage,
    Status,
    Start,
    End,
    Progress,
    Updated,
}

/// <summary>
/// What is asked of the register. An empty set does not filter. Values within one filter are alternatives; filters
/// narrow each other.
/// </summary>
public sealed record RegisterQuery
{
    public static readonly IReadOnlyList<int> Sizes = [25, 50, 100, 200];

    public const int DefaultSize = 50;

    /// <summary>
    /// Every word of it is found in what an initiative is found
    /// by (<see cref="Domain.Text.SearchQuery"/>), in any order.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>Slugs of categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Slugs of focus areas whose outcomes the initiative contributes to.</summary>
    public IReadOnlyList<string> FocusAreas { get; init; } = [];

    public IReadOnlyList<Stage> Stages { get; init; } = [];

    public IReadOnlyList<AssessedStatus> Statuses { get; init; } = [];

    /// <summary>Codes of lead organizations.</summary>
    public IReadOnlyList<string> Leads { get; init; } = [];

    /// <summary>Codes of sites.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>Of the newest evidence, seen from the day asked for.</summary>
    public IReadOnlyList<EvidenceAge> EvidenceAges { get; init; } = [];

    public IReadOnlyList<Provenance> Provenances { get; init; } = [];

    /// <summary>Not known to have ended before this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Not known to start after this day.</summary>
    public DateOnly? To { get; init; }

    public RegisterSort Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = DefaultSize;
}
