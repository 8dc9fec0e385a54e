using System.Data.Common;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Starter;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Setup;

/// <summary>What a preparation did, for the log.</summary>
/// <param name="Database">What people call the database.</param>
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
    DatabaseOptions options, IDatabase database, IDbContextFactory<DefenseCoopContext> contexts, TimeProvider clock)
{
    /// <exception cref="StartupException">What is wrong, where, and what to do.</exception>
    public async Task<PreparationResult> PrepareAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var state = await database.InspectAsync(cancellationToken).ConfigureAwait(false);
            if (state is { IsReady: true }) return Done(new PreparationResult(database.Name, false, [], null));

            // Read before anything is created, so that a broken file leaves nothing behind.
            var content = state is { IsLoaded: false } ? StarterReader.Read(options.StarterPath) : null;
            using var reservation = await database.ReserveAsync(cancellationToken).ConfigureAwait(false);
            return Done(await PrepareAloneAsync(reservation, content, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (e is DbException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The database {database.Name} cannot be prepared: {e.GetBaseException().Message}", e);
        }
    }

    private PreparationResult Done(PreparationResult result)
    {
        database.MarkReady();
        var log = database.Log;
        return result with { LogSetAside = log.SetAside, IsPerhapsNotWhole = log.State == LogState.Missing };
    }

    private async Task<PreparationResult> PrepareAloneAsync(
        IDatabaseReservation reservation, StarterContent? content, CancellationToken cancellationToken)
    {
        // Another process may have done the work while this one waited for its turn.
        var state = reservation.Inspect();
        if (!state.IsLoaded) content ??= StarterReader.Read(options.StarterPath);

        using var context = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (state.Pending.Count > 0) await reservation.UpdateAsync(context, state, cancellationToken).ConfigureAwait(false);
        var counts = state.IsLoaded
            ? null
            : await StarterImporter.ImportAsync(context, content!, clock.Now, cancellationToken).ConfigureAwait(false);
        return new PreparationResult(database.Name, !state.Exists, state.Pending, counts);
    }
}
