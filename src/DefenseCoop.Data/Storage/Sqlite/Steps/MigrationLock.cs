using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Storage.Sqlite.Steps;

/// <summary>The row by which Entity Framework keeps a second migration waiting.</summary>
internal static class MigrationLock
{
    /// <summary>
    /// A migration that was killed leaves its row, and the next one would wait for it forever. Whoever holds our file
    /// lock is alone, so the row is nobody's.
    /// </summary>
    public static async Task ForgetAsync(DefenseCoopContext context, CancellationToken cancellationToken)
    {
        var tables = await context.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken).ConfigureAwait(false);
        if (tables > 0) await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellationToken).ConfigureAwait(false);
    }
}
