using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Data.Storage.Sqlite.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DefenseCoop.Data.Storage.Sqlite.Backups;

/// <summary>Puts a backup in the place of the database, which is kept aside.</summary>
/// <param name="database">Full path.</param>
/// <param name="known">The steps of this program.</param>
internal sealed class DatabaseRestore(string database, IReadOnlyList<string> known, DatabaseLog log, TimeProvider clock)
{
    public const string Copying = "Copying";
    public const string Checking = "Checking";
    public const string Replacing = "Replacing the database";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc cref="IDatabase.RestoreAsync"/>
    public async Task<RestoreResult> RunAsync(string file, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        if (Directory.Exists(file)) throw new BackupException($"{file} is a folder: name a backup in it.");
        if (new FileInfo(file) is not { Exists: true }) throw new BackupException($"There is no file {file}.");
        if (file == database) throw new BackupException($"{file} is the database itself: name a backup of it.");
        if (Directory.Exists(database)) throw new BackupException($"The database {database} is a folder: name a file in the settings.");
        var folder = Path.GetDirectoryName(database)!;
        using var destination = new Destination(database);
        try
        {
            Directory.CreateDirectory(folder);
            destination.Create(like: File.Exists(database) ? database : file);
            var state = DatabaseLog.Look(file);
            if (state == LogState.Foreign)
            {
                throw new BackupException(
                    $"Beside {file} lies a log ({file}{DatabaseLog.Ending}) that is not of it: "
                        + "move it away, and restore again. Nothing was changed.");
            }
            Copy(file, state, destination.Draft, progress, ct);
            progress?.Report(new WorkProgress(Checking, 0));
            var content = Check(file, destination.Draft, ct);

            // The restored database goes on saying what the backup said.
            if (state is LogState.Missing or LogState.Untold) SetMode(destination.Draft, "WAL");
            destination.Flush();
            progress?.Report(new WorkProgress(Checking, 1));

            // Who starts meanwhile waits for this lock, and then finds the other database.
            using var alone = await FileLock.AcquireAsync(database + FileLock.Ending, Patience, ct);
            progress?.Report(new WorkProgress(Replacing, 0));
            _ = log.Found;
            var isSound = LeaveAlone();
            ct.ThrowIfCancellationRequested();
            var (aside, logAside) = Replace(destination, isSound);
            log.Replaced();
            progress?.Report(new WorkProgress(Replacing, 1));
            return new RestoreResult(database, aside, content.Head, content.Pending)
            {
                LogAside = log.SetAside ?? logAside, Doubt = Doubt(state, file),
            };
        }
        catch (Exception e)
            when (e is not (StartupException or OperationCanceledException) && Destination.Explain(e, folder) is { } explanation)
        {
            throw new BackupException($"Nothing was restored, and the database is as it was. {explanation}", e);
        }
    }

    private void Copy(string file, LogState state, string draft, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        try
        {
            using var from = state is LogState.Missing or LogState.Untold
                ? BackupFile.OpenWithoutLog(file)
                : BackupFile.Open(file, SqliteOpenMode.ReadOnly);
            BackupFile.Execute(from, "BEGIN");
            _ = BackupFile.Read(from, file, known);
            using var to = BackupFile.Open(draft, SqliteOpenMode.ReadWrite);
            BackupFile.Execute(to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
            PageCopy.Run(from, to, share => progress?.Report(new WorkProgress(Copying, share)), ct);
            BackupFile.Execute(to, "PRAGMA journal_mode = DELETE");

            // Who was signed out since then must not be signed in again by it.
            if (BackupFile.Strings(to, "SELECT name FROM sqlite_master WHERE name = 'Sessions'").Count > 0)
            {
                BackupFile.Execute(to, "DELETE FROM Sessions; DELETE FROM Links");
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_NOTADB)
        {
            throw new BackupException($"{file} is not a backup: it is no SQLite database. Nothing was changed.", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_CORRUPT)
        {
            throw new BackupException($"{file} is damaged ({e.Message}) Nothing was changed.", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_CANTOPEN)
        {
            throw new BackupException($"{file} cannot be read: give this user the right to read it. Nothing was changed.", e);
        }
        catch (BackupException e)
        {
            throw new BackupException($"{e.Message} Nothing was changed.", e);
        }
    }

    private BackupContent Check(string file, string draft, CancellationToken ct)
    {
        using var copy = BackupFile.Open(draft, SqliteOpenMode.ReadOnly);
        try
        {
            BackupFile.Check(copy, file, ct);
            return BackupFile.Read(copy, file, known);
        }
        catch (BackupException e)
        {
            throw new BackupException($"{e.Message} Nothing was changed.", e);
        }
    }

    /// <summary>Makes sure that nobody has the database open, and brings into it what still lies beside it.</summary>
    /// <returns>Whether it could: a database that is damaged or absent cannot be asked.</returns>
    /// <exception cref="BackupException">Somebody has.</exception>
    private bool LeaveAlone()
    {
        if (!BackupFile.IsDatabase(database)) return false;
        try
        {
            using var connection = BackupFile.Open(database, SqliteOpenMode.ReadWrite);

            // SQLite gives up its log only for whoever is alone with the database.
            if (BackupFile.Strings(connection, "PRAGMA journal_mode = DELETE") is not ["delete"]) throw InUse();
            BackupFile.Execute(connection, "BEGIN EXCLUSIVE; COMMIT");
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            throw InUse();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            // That is what backups are for.
            return false;
        }
    }

    /// <returns>Where the database that was there lies now, and where a log without one.</returns>
    private (string? Aside, string? LogAside) Replace(Destination destination, bool isSound)
    {
        var aside = DatabaseLog.AsideName(database, clock.GetUtcNow());
        var isThere = File.Exists(database);

        // What lies beside a damaged database, or where there is none, would be taken for a part of the new one.
        List<string> moved = isSound ? [] : [.. BackupFile.Companions[1..].Where(e => File.Exists(database + e))];
        foreach (var ending in moved) File.Move(database + ending, aside + ending);
        try
        {
            if (isThere) File.Replace(destination.Draft, database, aside);
            else destination.Keep(overwrite: false, clock.GetUtcNow());
        }
        catch
        {
            foreach (var ending in moved) File.Move(aside + ending, database + ending);
            throw;
        }

        destination.Kept();
        return isThere ? (aside, null) : (null, moved.Contains(DatabaseLog.Ending) ? aside + DatabaseLog.Ending : null);
    }

    private static void SetMode(string path, string mode)
    {
        using var connection = BackupFile.Open(path, SqliteOpenMode.ReadWrite);
        BackupFile.Execute(connection, $"PRAGMA journal_mode = {mode}");
    }

    private BackupException InUse() =>
        new($"The database {database} is in use by a server or another program: stop it, and restore again. Nothing was changed.");

    private static string? Doubt(LogState log, string file) => log switch
    {
        LogState.Missing => $"the file says that its newest changes are in a log beside it ({file}{DatabaseLog.Ending}), "
            + "and there is none. It was perhaps copied while a server was running:",
        LogState.Untold => $"this file was in write-ahead mode and has no log beside it ({file}{DatabaseLog.Ending}), "
            + "which can be so where nothing is missing, too. If it was copied while a server was running,",
        _ => null,
    };
}
