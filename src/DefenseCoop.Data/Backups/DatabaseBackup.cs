using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace DefenseCoop.Data.Backups;

/// <summary>A backup that was made and checked.</summary>
/// <param name="File">Full path.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Head">The newest change set in it; null where the database has no history yet.</param>
public sealed record BackupResult(string File, long Size, ChainHead? Head);

/// <summary>Copies the database into one file while people go on writing, and checks the copy.</summary>
public sealed class DatabaseBackup(
    DatabaseOptions options, DatabaseLog log, IDbContextFactory<DefenseCoopContext> contexts, TimeProvider clock)
{
    public const string Copying = "Copying";
    public const string Checking = "Checking the copy";

    /// <summary>Nothing of the name <paramref name="file"/> is there before the copy is complete, checked and on the disk.</summary>
    /// <param name="file">Path of the backup.</param>
    /// <param name="overwrite">Whether a file of that name may be replaced.</param>
    /// <param name="progress">Told from the thread that does the work.</param>
    /// <param name="ct">Ends it; nothing stays behind.</param>
    /// <exception cref="BackupException">What is wrong, and what to do.</exception>
    public async Task<BackupResult> RunAsync(string file, bool overwrite, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var known = await KnownMigrations.ReadAsync(contexts, ct);
        return await Task.Run(() => Run(Path.GetFullPath(file), overwrite, known, progress, ct), ct);
    }

    private BackupResult Run(
        string file, bool overwrite, IReadOnlyList<string> known, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var database = options.DatabasePath;
        RefuseUnfit(database, file, overwrite);
        var folder = Path.GetDirectoryName(file)!;
        using var destination = new Destination(file);
        try
        {
            destination.Create(like: database);
            var head = Copy(database, destination.Draft, known, progress, ct);
            progress?.Report(new WorkProgress(Checking, 0));
            Check(destination.Draft, known, head, ct);
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

    private static void RefuseUnfit(string database, string file, bool overwrite)
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
        if (BackupFile.Companions.Append(".lock").Any(ending => real == RealPath(database) + ending))
        {
            throw new BackupException($"{file} is the database itself: name another file.");
        }
        if (File.Exists(file) && !overwrite) throw Exists(file);
    }

    private static string RealPath(string path) =>
        File.Exists(path) && File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? target.FullName : path;

    private static BackupException Exists(string file) =>
        new($"{file} exists already, and was left as it is: name another file, or add --overwrite.");

    private ChainHead? Copy(
        string database, string draft, IReadOnlyList<string> known, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        using var from = OpenSource(database);
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

    private static SqliteConnection OpenSource(string database)
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

    private static void Check(string draft, IReadOnlyList<string> known, ChainHead? head, CancellationToken ct)
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

