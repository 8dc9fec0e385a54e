using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Storage;

namespace DefenseCoop.Data.Commands;

/// <summary>What a command works with, once it is known that the person may do it.</summary>
/// <param name="Db">Within the transaction of the command.</param>
/// <param name="AccountId">Of the person; 0 for a visitor without an account.</param>
/// <param name="Person">What they are called.</param>
/// <param name="Now">The instant of the command, UTC: what it dates has this one.</param>
/// <param name="Ct">Ends it without a trace.</param>
public record CommandWork(DefenseCoopContext Db, int AccountId, string Person, DateTime Now, CancellationToken Ct)
{
    /// <summary>The day of the command, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>The day of the command where the person is.</summary>
    public DateOnly ReaderToday => ReaderDay.Of(Now, ReaderDay.Zone);
}
