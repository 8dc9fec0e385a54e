using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;

namespace DefenseCoop.Data.Commands;

/// <summary>What a change of the record works with, or a look at what it would come to.</summary>
/// <param name="Db">Within the transaction of the command.</param>
/// <param name="AccountId">Of the person; 0 for a visitor without an account.</param>
/// <param name="Person">What they are called.</param>
/// <param name="Now">The instant of the command, UTC: what it dates has this one.</param>
/// <param name="Newest">Id of the newest change set before it; 0 before the first.</param>
/// <param name="Ct">Ends it without a trace.</param>
public sealed record ChangeWork(DefenseCoopContext Db, int AccountId, string Person, DateTime Now, long Newest, CancellationToken Ct)
    : CommandWork(Db, AccountId, Person, Now, Ct)
{
    /// <summary>
    /// Id of the change set that the work so far will have, so that what rests on it is saved in the same transaction;
    /// null while it changes no record, as no change set answers for nothing.
    /// </summary>
    internal long? OwnChange() => VersionedSave.HoldsRecords(Db) ? Newest + 1 : null;
}
