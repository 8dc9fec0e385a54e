using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Status.Refresh;

/// <summary>What a change does to the status of one record today.</summary>
/// <param name="Before">Null where the record had none before: it is new.</param>
/// <param name="After">Null where it has none any more.</param>
/// <param name="Because">First cause of the status after; of a record that is gone, empty.</param>
public sealed record StatusEffect(FactRef About, AssessedStatus? Before, AssessedStatus? After, string Because);
