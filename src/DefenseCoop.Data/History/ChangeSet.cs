using DefenseCoop.Domain.History;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.History;

/// <summary>
/// One save: who changed what, when and why. Change sets form a chain: each holds the hash of its content and of the one
/// before, so that nothing of the past can be altered unseen.
/// </summary>
public sealed class ChangeSet
{
    public const int MaxPerson = PersonName.MaxLength;
    public const int MaxWhy = 500;
    public const int MaxRequest = 100;

    /// <summary>SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    /// <summary>From 1, without gaps.</summary>
    public long Id { get; init; }

    /// <summary>UTC, to the microsecond; later than that of every change set before it.</summary>
    public required DateTime At { get; init; }

    /// <summary>Whose account; null where the program itself did it, such as loading the starter data.</summary>
    public int? AccountId { get; init; }

    /// <summary>What the person was called then.</summary>
    public required string Person { get; init; }

    /// <summary>In the person's words; null where they gave no reason.</summary>
    public string? Why { get; init; }

    /// <summary>Identifies the request that made it, as the log has it.</summary>
    public string? Request { get; init; }

    /// <summary>Hash of the change set before; of the first one, zeros.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hash of everything above and of every version that it made or ended.</summary>
    public string Hash { get; set; } = "";

    public ICollection<RecordChange> Records { get; } = [];
}

/// <summary>What a change set did to one record.</summary>
public sealed class RecordChange
{
    public const int MaxTitle = 300;
    public const int MaxCode = 80;

    public long Id { get; private set; }

    public long ChangeSetId { get; private set; }

    public ChangeSet ChangeSet { get; private set; } = null!;

    public required RecordKind Kind { get; init; }

    /// <summary>Code or slug of the record.</summary>
    public required string Subject { get; init; }

    /// <summary>What the record was called then.</summary>
    public required string Title { get; init; }

    /// <summary>The initiative that the record belongs to; itself for an initiative.</summary>
    public string? InitiativeCode { get; init; }

    /// <summary>The category of that initiative.</summary>
    public string? CategorySlug { get; init; }

    /// <summary>The focus area whose tree it is part of.</summary>
    public string? FocusAreaSlug { get; init; }

    public required ChangeAction Action { get; init; }
}

/// <summary>Who changes something and why, for the change set of a save.</summary>
/// <param name="AccountId">Null for the program itself.</param>
public sealed record ChangeNote(int? AccountId, string Person, string? Why = null, string? Request = null)
{
    /// <summary>The name under which the program itself changes something.</summary>
    public const string Program = "DefenseCoop";
}

/// <summary>The newest change set. Its hash stands for the whole history: whoever notes it can tell later whether any of it was cut off or replaced.</summary>
/// <param name="At">UTC.</param>
public sealed record ChainHead(long Id, DateTime At, string Hash);

/// <summary>What a save of versioned records came to.</summary>
/// <param name="At">The instant of the change set, UTC.</param>
internal sealed record ChangeReceipt(long ChangeSetId, DateTime At, IReadOnlyList<ChangedRecord> Records);
