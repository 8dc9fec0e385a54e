using DefenseCoop.Data.History;

namespace DefenseCoop.Data.Storage.Databases;

/// <summary>A backup that was made and checked.</summary>
/// <param name="File">Full path.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Head">The newest change set in it; null where the database has no history yet.</param>
public sealed record BackupResult(string File, long Size, ChainHead? Head);

/// <summary>A backup that was put in place.</summary>
/// <param name="Database">What people call the database.</param>
/// <param name="Aside">Where the database that it replaced lies now; null where there was none.</param>
/// <param name="Head">The newest change set in it.</param>
/// <param name="Pending">Migrations that it lacks, and gets at the next start.</param>
public sealed record RestoreResult(string Database, string? Aside, ChainHead? Head, IReadOnlyList<string> Pending)
{
    /// <summary>Where a log that lay beside the database, and was not of it, lies now; null where there was none.</summary>
    public string? LogAside { get; init; }

    /// <summary>Why the newest changes are perhaps missing from the backup; null where there is no doubt.</summary>
    public string? Doubt { get; init; }
}
