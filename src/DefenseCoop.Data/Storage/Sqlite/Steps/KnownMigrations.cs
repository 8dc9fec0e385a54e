using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Storage.Sqlite.Steps;

/// <summary>The steps by which this program builds a database.</summary>
internal static class KnownMigrations
{
    public static async Task<IReadOnlyList<string>> ReadAsync(IDbContextFactory<DefenseCoopContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. db.Database.GetMigrations()];
    }
}
