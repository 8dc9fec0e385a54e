using DefenseCoop.Domain.History;

namespace DefenseCoop.Data.History.Changes;

/// <summary>
/// Which changes are asked for. Kind, record, category and action speak of one and the same record: a change is found
/// where it did one of the actions to one such record.
/// </summary>
public sealed record ChangeQuery
{
    public const int DefaultSize = 50;
    public const int MaxSize = 200;

    /// <summary>Whose account made it.</summary>
    public int? AccountId { get; init; }

    /// <summary>What whoever made it was called then; exactly so.</summary>
    public string? Person { get; init; }

    public IReadOnlyList<RecordKind> Kinds { get; init; } = [];

    public IReadOnlyList<ChangeAction> Actions { get; init; } = [];

    /// <summary>Code or slug of a record; with that of an initiative, changes of all that belongs to it.</summary>
    public string? Record { get; init; }

    /// <summary>Slugs: the record belongs to an initiative of one of them, or is one of them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The first day on which it may have been made.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whose days those are; UTC for programs.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>UTC: what was recorded later does not exist; null for all.</summary>
    public DateTime? KnownAt { get; init; }

    /// <summary>
    /// Only changes before this one; null for all. Whoever reads
    /// on by it meets each change once, however many are added.
    /// </summary>
    public long? Before { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = DefaultSize;

    /// <summary>Whether only changes of some records are asked for.</summary>
    public bool HasRecordFilter => Record is not null || Kinds.Count > 0 || Actions.Count > 0 || Categories.Count > 0;
}
