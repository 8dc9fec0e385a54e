using DefenseCoop.Domain.History;

namespace DefenseCoop.Data.History.Changes;

/// <summary>One change: who, when and why.</summary>
/// <param name="Id">From 1, without gaps.</param>
/// <param name="At">UTC, to the microsecond.</param>
/// <param name="AccountId">Null where the program itself did it.</param>
/// <param name="Person">What the person was called then.</param>
/// <param name="Why">In the person's words; null where they gave no reason.</param>
/// <param name="Request">Identifies the request that made it.</param>
/// <param name="PreviousHash">Hash of the change before.</param>
/// <param name="Hash">Of the change and all that it made or ended.</param>
public sealed record ChangeHead(
    long Id, DateTime At, int? AccountId, string Person, string? Why, string? Request, string PreviousHash, string Hash);

/// <summary>What a change did to one record.</summary>
/// <param name="Code">Code or slug.</param>
/// <param name="Title">What it was called then.</param>
/// <param name="InitiativeCode">The initiative that it belongs to; itself for an initiative.</param>
/// <param name="CategorySlug">The category of that initiative.</param>
/// <param name="FocusAreaSlug">The focus area whose tree it is part of.</param>
/// <param name="Action">What happened to it.</param>
public sealed record RecordLine(
    RecordKind Kind, string Code, string Title, string? InitiativeCode, string? CategorySlug, string? FocusAreaSlug, ChangeAction Action)
{
    /// <summary>Where it stands today although it belongs to none, as a site does that several initiatives name; else null.</summary>
    public RecordReference? Shared { get; init; }

    /// <summary>What leads to it.</summary>
    public RecordReference Reference => Shared ?? new RecordReference(Kind, Code, InitiativeCode, FocusAreaSlug);
}

/// <summary>How many records of a kind a change treated alike.</summary>
public sealed record ChangeCount(RecordKind Kind, ChangeAction Action, int Count);

/// <summary>One change in a list.</summary>
/// <param name="Head">Who, when and why.</param>
/// <param name="Counts">All of its records, by kind and action.</param>
/// <param name="Records">The first of those asked for; a change of many records has more.</param>
public sealed record ChangeRow(ChangeHead Head, IReadOnlyList<ChangeCount> Counts, IReadOnlyList<RecordLine> Records)
{
    /// <summary>How many records it changed.</summary>
    public int RecordCount => Counts.Sum(c => c.Count);
}

/// <summary>One page of changes, newest first.</summary>
/// <param name="Page">From 1; the last one where a later one was asked for.</param>
public sealed record ChangeList(IReadOnlyList<ChangeRow> Rows, int Total, int Page, int Size)
{
    /// <summary>At least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>One change with a page of its records.</summary>
/// <param name="Row">The change; its records are those of the page.</param>
/// <param name="Total">How many records there are of the kind asked for, or of all.</param>
/// <param name="Page">From 1; the last one where a later one was asked for.</param>
/// <param name="HasLater">Whether there is a change after it.</param>
public sealed record ChangeDetails(ChangeRow Row, int Total, int Page, bool HasLater)
{
    /// <summary>At least 1.</summary>
    public int Pages => Math.Max(1, (Total + ChangeQueries.RecordsPerPage - 1) / ChangeQueries.RecordsPerPage);
}

/// <summary>Somebody who has changed something.</summary>
/// <param name="AccountId">Null for the program itself.</param>
/// <param name="Name">What they were called at their last change.</param>
public sealed record ChangePerson(int? AccountId, string Name);
