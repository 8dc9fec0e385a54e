using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Storage;

/// <summary>
/// The step that every database begins with. It stands for those by which version 0.1.0 built its databases: one that has
/// the last of them has the same tables.
/// </summary>
internal static class BaselineStep
{
    public const string Id = "20261130110000_Baseline";

    /// <summary>The first and the last of the steps that it stands for.</summary>
    public const string First = "20261123103659_Initial";

    public const string Last = "20261130105158_FreshEvidence";

    /// <summary>What to do with a database that lacks some of them.</summary>
    public const string WayToGo =
        "Start version 0.1.0 of November 30, 2026 (commit d48c4f2) with it once, which brings it as far as this version can read, and then this version.";

    /// <summary>Has a database that stands at the baseline say so; every other is left as it is.</summary>
    public static async Task AdoptAsync(DefenseCoopContext db, CancellationToken ct)
    {
        await using var whole = await db.Database.BeginTransactionAsync(ct);
        var adopted = await db.Database.ExecuteSqlAsync($"UPDATE __EFMigrationsHistory SET MigrationId = {Id} WHERE MigrationId = {Last}", ct);
        if (adopted > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsHistory WHERE MigrationId < {Id}", ct);
        await whole.CommitAsync(ct);
    }
}
