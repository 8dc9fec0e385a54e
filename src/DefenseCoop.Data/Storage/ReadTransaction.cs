using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Storage;

/// <summary>A transaction that only reads: all of it sees the database as it was at one instant, and no writer waits for it.</summary>
internal static class ReadTransaction
{
    /// <summary>Begins it; to be disposed of before the context.</summary>
    public static async Task<DbTransaction> BeginAsync(DefenseCoopContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);

        // Begun by the context it would take the lock of those who write.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, ct);
        return transaction;
    }
}
