using DefenseCoop.Data.History;
using DefenseCoop.Data.Starter;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Setup;

/// <summary>What a preparation did, for the log.</summary>
/// <param name="Database">Full path of the database file.</param>
/// <param name="Created">Whether there was none before.</param>
/// <param name="MigrationsApplied">Names of the migrations that it lacked.</param>
/// <param name="Loaded">What was loaded from the starter file; null where the database had its content already.</param>
public sealed record PreparationResult(
    string Database, bool Created, IReadOnlyList<string> MigrationsApplied, StarterCounts? Loaded)
{
    /// <summary>Where a log that lay beside the database, and was not of it, lies now; null where there was none.</summary>
    public string? LogSetAside { get; init; }

    /// <summary>Whether the newest changes are perhaps missing: the log of the database is not beside it.</summary>
    public bool IsPerhapsNotWhole { get; init; }
}

/// <summary>
/// Makes the database ready for use: creates it, brings it up to date, fills a new one from the starter file. Safe to
/// call from several processes at once, and cheap when there is nothing to do. A database or a starter file that it
/// cannot work with is left exactly as it was.
/// </summary>
public sealed class DatabasePreparation(
    DatabaseOptions options, IDbContextFactory<DefenseCoopContext> contexts, DatabaseLog log, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="StartupException">What is wrong, where, and what to do.</exception>
    public async Task<PreparationResult> PrepareAsync(CancellationToken cancellationToken = default)
    {
        var path = options.DatabasePath;
        try
        {
            var known = await KnownMigrationsAsync(cancellationToken).ConfigureAwait(false);
            var state = await InspectAsync(path, known, cancellationToken).ConfigureAwait(false);
            if (state is { IsReady: true }) return Done(new PreparationResult(path, false, [], null));

            // Read before anything is created, so that a broken file leaves nothing behind.
            var content = state is { IsLoaded: false } ? StarterReader.Read(options.StarterPath) : null;
            CreateFolder(path);
            using var _ = await FileLock.AcquireAsync(path + ".lock", Patience, cancellationToken).ConfigureAwait(false);
            return Done(await PrepareAloneAsync(path, known, content, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is SqliteException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The database {path} cannot be prepared: {e.GetBaseException().Message}", e);
        }
    }

    private PreparationResult Done(PreparationResult result)
    {
        log.Mark();
        return result with { LogSetAside = log.SetAside, IsPerhapsNotWhole = log.Found == LogState.Missing };
    }

    /// <summary>A restore may be putting another file in the place of the database: it keeps the lock until it has.</summary>
    private async Task<DatabaseState?> InspectAsync(string path, IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        using var settled = File.Exists(path + ".lock") && File.Exists(path)
            ? await FileLock.AcquireAsync(path + ".lock", Patience, cancellationToken).ConfigureAwait(false)
            : null;
        _ = log.Found;
        return SqliteInspection.Inspect(path, known);
    }

    private async Task<PreparationResult> PrepareAloneAsync(
        string path, IReadOnlyList<string> known, StarterContent? content, CancellationToken cancellationToken)
    {
        // Another process may have done the work while this one waited for the lock.
        var state = SqliteInspection.Inspect(path, known)
            ?? throw new StartupException($"The database {path} is locked by another program: close it there and start again.");
        if (!state.IsLoaded) content ??= StarterReader.Read(options.StarterPath);

        using var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (state.Pending.Count > 0)
        {
            if (new FileInfo(path) is { Exists: true, Length: > 0 })
            {
                await MigrationLock.ForgetAsync(context, cancellationToken).ConfigureAwait(false);
            }

            if (state.Exists) await BaselineStep.AdoptAsync(context, cancellationToken).ConfigureAwait(false);
            await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }

        var counts = state.IsLoaded
            ? null
            : await StarterImporter.ImportAsync(context, content!, clock.Now, cancellationToken).ConfigureAwait(false);
        return new PreparationResult(path, !state.Exists, state.Pending, counts);
    }

    private async Task<IReadOnlyList<string>> KnownMigrationsAsync(CancellationToken cancellationToken)
    {
        using var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return [.. context.Database.GetMigrations()];
    }

    private static void CreateFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"The data folder {folder} cannot be created: {e.Message} Name another folder in the settings.", e);
        }
    }
}
