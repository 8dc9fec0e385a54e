using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Data.Storage.Sqlite.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DefenseCoop.Data.Storage.Sqlite.Backups;

/// <summary>Copies the database into one file while people go on writing, and checks the copy.</summary>
/// <param name="database">Full path.</param>
/// <param name="known">The steps of this program.</param>
internal sealed class DatabaseBackup(string database, IReadOnlyList<string> known, DatabaseLog log, TimeProvider clock)
{
    public const string Copying = "Copying";
    public const string Checking = "Checking the copy";

    /// <inheritdoc cref="IDatabase.BackUpAsync"/>
    public BackupResult Run(string file, bool overwrite, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        RefuseUnfit(file, overwrite);
        var folder = Path.GetDirectoryName(file)!;
        using var destination = new Destination(file);
        try
        {
            destination.Create(like: database);
            var head = Copy(destination.Draft, progress, ct);
            progress?.Report(new WorkProgress(Checking, 0));
            Check(destination.Draft, head, ct);
            destination.Flush();
            ct.ThrowIfCancellationRequested();
            var size = new FileInfo(destination.Draft).Length;
            destination.Keep(overwrite, clock.GetUtcNow());
            progress?.Report(new WorkProgress(Checking, 1));
            return new BackupResult(file, size, head);
        }
        catch (IOException) when (!overwrite && File.Exists(file))
        {
            throw Exists(file);
        }
        catch (SqliteException e) when (StorageFailure.IsDamaged(e))
        {
            throw new BackupException(
                $"The backup was not made: the database is damaged ({e.Message}). \"DefenseCoop.Web verify\" tells more, "
                    + "and \"DefenseCoop.Web restore\" puts an earlier backup in its place.",
                e);
        }
        catch (Exception e)
            when (e is not (StartupException or OperationCanceledException) && Destination.Explain(e, folder) is { } explanation)
        {
            throw new BackupException($"The backup was not made. {explanation}", e);
        }
    }

    private void RefuseUnfit(string file, bool overwrite)
    {
        if (new FileInfo(database) is not { Exists: true, Length: > 0 })
        {
            throw new BackupException($"There is no database {database} to back up.");
        }
        if (Directory.Exists(file)) throw new BackupException($"{file} is a folder: name a file in it.");
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new BackupException($"The folder {Path.GetDirectoryName(file)} does not exist: create it, or name a file in another.");
        }
        var real = RealPath(file);
        if (BackupFile.Companions.Append(FileLock.Ending).Any(ending => real == RealPath(database) + ending))
        {
            throw new BackupException($"{file} is the database itself: name another file.");
        }
        if (File.Exists(file) && !overwrite) throw Exists(file);
    }

    private static string RealPath(string path) =>
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;

    private static BackupException Exists(string file) =>
        new($"{file} exists already, and was left as it is: name another file, or add --overwrite.");

    private ChainHead? Copy(string draft, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        using var from = OpenSource();
        log.Opened();

        // Whoever starts the server meanwhile must not have to wait for the end of this. Where nothing can be written, nobody starts it.
        _ = raw.sqlite3_exec(from.Handle, "PRAGMA journal_mode = WAL");
        BackupFile.Execute(from, "BEGIN");
        var head = BackupFile.Read(from, $"The database {database}", known).Head;
        using var to = BackupFile.Open(draft, SqliteOpenMode.ReadWrite);

        // Nobody reads the copy before it is complete, so there is nothing to roll back.
        BackupFile.Execute(to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        PageCopy.Run(from, to, share => progress?.Report(new WorkProgress(Copying, share)), ct);
        BackupFile.Execute(from, "COMMIT");

        // One file that can be read anywhere; the program puts it back when it opens it.
        BackupFile.Execute(to, "PRAGMA journal_mode = DELETE");
        return head;
    }

    private SqliteConnection OpenSource()
    {
        try
        {
            return BackupFile.Open(database, SqliteOpenMode.ReadWrite);
        }
        catch (SqliteException e)
        {
            throw new BackupException($"The backup was not made: the database {database} cannot be read ({e.Message})", e);
        }
    }

    private void Check(string draft, ChainHead? head, CancellationToken ct)
    {
        using var copy = BackupFile.Open(draft, SqliteOpenMode.ReadOnly);
        if (BackupFile.Read(copy, "The copy", known).Head != head)
        {
            throw new BackupException("The backup was not made: the copy is not what was copied. Run it again.");
        }
        try
        {
            BackupFile.Check(copy, "The copy", ct);
        }
        catch (BackupException e)
        {
            throw new BackupException(
                $"The backup was not made: {e.Message} The database itself may be: \"DefenseCoop.Web verify\" tells.", e);
        }
    }
}

