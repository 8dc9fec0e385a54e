using System.Data.Common;
using System.Globalization;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Data.Storage.Sqlite.Backups;
using DefenseCoop.Data.Storage.Sqlite.Files;
using DefenseCoop.Data.Storage.Sqlite.Steps;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Storage.Sqlite;

/// <summary>A database that is one file.</summary>
internal sealed class SqliteDatabase(
    DatabaseOptions options, IDbContextFactory<DefenseCoopContext> contexts, DatabaseLog log, WriteGate gate, TimeProvider clock)
    : IDatabase
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _path = SqliteSource.PathOf(options);

    public string Name => _path;

    public bool IsThere => File.Exists(_path);

    public long Size => new[] { _path, _path + DatabaseLog.Ending }.Select(f => new FileInfo(f)).Where(f => f.Exists).Sum(f => f.Length);

    public LogFinding Log => log.Finding;

    private string LockFile => _path + FileLock.Ending;

    public async Task<DatabaseState?> InspectAsync(CancellationToken ct)
    {
        var known = await KnownMigrations.ReadAsync(contexts, ct).ConfigureAwait(false);

        // A restore may be putting another file in the place of the database: it keeps the lock until it has.
        using var settled = File.Exists(LockFile) && IsThere
            ? await FileLock.AcquireAsync(LockFile, Patience, ct).ConfigureAwait(false)
            : null;
        _ = log.Found;
        return SqliteInspection.Inspect(_path, known);
    }

    public async Task<IDatabaseReservation> ReserveAsync(CancellationToken ct)
    {
        var known = await KnownMigrations.ReadAsync(contexts, ct).ConfigureAwait(false);
        CreateFolder();
        return new Reservation(_path, known, await FileLock.AcquireAsync(LockFile, Patience, ct).ConfigureAwait(false));
    }

    public void MarkReady() => log.Mark();

    public Task<IDisposable> TakeTurnAsync(CancellationToken ct) => gate.EnterAsync(ct);

    public async Task<DbTransaction> BeginReadingAsync(DefenseCoopContext db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);

        // Begun by the context it would take the lock of those who write.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, ct);
        return transaction;
    }

    public async Task<long> WritesSeenAsync(DefenseCoopContext db, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    public IDisposable Hold()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();

        // Only a connection that has read holds the file.
        command.CommandText = "PRAGMA cache_size = -200; SELECT COUNT(*) FROM sqlite_master";
        command.ExecuteScalar();
        return connection;
    }

    public async Task RequireCurrentAsync(CancellationToken ct)
    {
        var known = await KnownMigrations.ReadAsync(contexts, ct);
        if (new FileInfo(_path) is not { Exists: true, Length: > 0 }) throw new BackupException($"There is no database {_path} to verify.");
        try
        {
            using var connection = BackupFile.Open(_path, SqliteOpenMode.ReadWrite);
            if (BackupFile.Read(connection, $"The database {_path}", known).Pending.Count > 0)
            {
                throw new BackupException(
                    $"The database {_path} is of an older version of the program: run \"DefenseCoop.Web migrate\" first.");
            }
        }
        catch (SqliteException e)
        {
            throw new BackupException($"The database {_path} cannot be read: {e.Message}", e);
        }
    }

    public void Check(DefenseCoopContext db, CancellationToken ct) =>
        BackupFile.Check((SqliteConnection)db.Database.GetDbConnection(), "The database", ct);

    public async Task<BackupResult> BackUpAsync(string file, bool overwrite, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var known = await KnownMigrations.ReadAsync(contexts, ct);
        var backup = new DatabaseBackup(_path, known, log, clock);
        return await Task.Run(() => backup.Run(Path.GetFullPath(file), overwrite, progress, ct), ct);
    }

    public async Task<RestoreResult> RestoreAsync(string file, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        var known = await KnownMigrations.ReadAsync(contexts, ct);
        var restore = new DatabaseRestore(_path, known, log, clock);
        return await Task.Run(() => restore.RunAsync(Path.GetFullPath(file), progress, ct), ct);
    }

    private void CreateFolder()
    {
        var folder = Path.GetDirectoryName(_path)!;
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

    private sealed class Reservation(string path, IReadOnlyList<string> known, FileLock alone) : IDatabaseReservation
    {
        public DatabaseState Inspect() => SqliteInspection.Inspect(path, known)
            ?? throw new StartupException($"The database {path} is locked by another program: close it there and start again.");

        public async Task UpdateAsync(DefenseCoopContext db, DatabaseState state, CancellationToken ct)
        {
            if (new FileInfo(path) is { Exists: true, Length: > 0 }) await MigrationLock.ForgetAsync(db, ct).ConfigureAwait(false);
            if (state.Exists) await BaselineStep.AdoptAsync(db, ct).ConfigureAwait(false);
            await db.Database.MigrateAsync(ct).ConfigureAwait(false);
        }

        public void Dispose() => alone.Dispose();
    }
}
