namespace DefenseCoop.Data.History;

/// <summary>What a save of versioned records came to.</summary>
/// <param name="Transaction">Id of the transaction; after its end the receipt says nothing any more, as contexts are used again.</param>
internal sealed record ChangeReceipt(long ChangeSetId, DateTime At, IReadOnlyList<ChangedRecord> Records, Guid Transaction);
