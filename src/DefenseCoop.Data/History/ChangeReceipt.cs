namespace DefenseCoop.Data.History;

/// <summary>What a save of versioned records came to.</summary>
internal sealed record ChangeReceipt(long ChangeSetId, DateTime At, IReadOnlyList<ChangedRecord> Records);
