using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage.Sqlite.Steps;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DefenseCoop.Data.Storage.Sqlite.Backups;

/// <summary>What a database file holds, as far as a backup needs to know.</summary>
/// <param name="Head">Null where there is no history yet.</param>
/// <param name="Pending">Migrations that this program knows and the file lacks.</param>
internal sealed record BackupContent(ChainHead? Head, IReadOnlyList<string> Pending);

/// <summary>Opens and checks database files that are copies of ours, or are to become one.</summary>
internal static class BackupFile
{
    /// <summary>Opens a file of its own, without the pool: it is closed when it is disposed.</summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static SqliteConnection Open(string path, SqliteOpenMode mode) => OpenSource(path, mode);

    /// <summary>
    /// Opens a file that lacks its log: SQLite would make an empty one beside it, and the file would pass for whole from
    /// then on. Nobody uses the file, as there is no log.
    /// </summary>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public static SqliteConnection OpenWithoutLog(string path) =>
        OpenSource($"{new Uri(path).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly);

    private static SqliteConnection OpenSource(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static List<string> Strings(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var strings = new List<string>();
        while (reader.Read()) strings.Add(reader.GetString(0));
        return strings;
    }

    /// <summary>The newest change set of an open database.</summary>
    public static ChainHead? Head(SqliteConnection connection)
    {
        if (Strings(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'ChangeSets'").Count == 0) return null;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Id, At, Hash FROM ChangeSets ORDER BY Id DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new ChainHead(reader.GetInt64(0), DateTime.SpecifyKind(reader.GetDateTime(1), DateTimeKind.Utc), reader.GetString(2))
            : null;
    }

    /// <summary>Reads what an open database is, and refuses what is none of ours, too new or too old.</summary>
    /// <exception cref="BackupException">It is of another program, empty, or of a version that this one cannot read.</exception>
    public static BackupContent Read(SqliteConnection connection, string name, IReadOnlyList<string> known)
    {
        var tables = Strings(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
        if (!tables.Contains("__EFMigrationsHistory", StringComparer.Ordinal))
        {
            throw new BackupException($"{name} is not a database of DefenseCoop.");
        }
        var applied = Strings(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
        var steps = DatabaseSteps.Compare(applied, known);
        if (!steps.IsOurs) throw new BackupException($"{name} is not a database of DefenseCoop.");
        if (steps.Newer is { } newer)
        {
            throw new BackupException(
                $"{name} was made by a newer version of the program: it has the step {newer}, "
                    + "which this version does not know. Use the newer version.");
        }

        if (steps.TooOld is { } old)
        {
            throw new BackupException($"{name} is of an earlier version of the program (its last step is {old}). {BaselineStep.WayToGo}");
        }

        if (applied.Count == 0 || !tables.Contains("Categories", StringComparer.Ordinal)
            || Strings(connection, "SELECT 'yes' FROM Categories LIMIT 1").Count == 0)
        {
            throw new BackupException($"{name} holds no data.");
        }

        return new BackupContent(Head(connection), steps.Pending);
    }

    /// <summary>Looks at every page and every reference of an open database.</summary>
    /// <exception cref="BackupException">It is damaged.</exception>
    public static void Check(SqliteConnection connection, string name, CancellationToken ct)
    {
        // Every page is read once: from the memory of the system, without a copy.
        Execute(connection, "PRAGMA mmap_size = 1073741824");
        using var ending = ct.Register(() => raw.sqlite3_interrupt(connection.Handle));
        try
        {
            if (Strings(connection, "PRAGMA integrity_check(1)") is not ["ok"] and var found) throw Damaged(name, found[0]);
            if (Strings(connection, "PRAGMA foreign_key_check") is [var table, ..])
            {
                throw Damaged(name, $"a row of {table} refers to one that is not there");
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            ct.ThrowIfCancellationRequested();
            throw;
        }
        catch (SqliteException e) when (StorageFailure.IsDamaged(e))
        {
            throw Damaged(name, e.Message);
        }
    }

    /// <summary>
    /// Whether a file begins like a database. SQLite would ask, too, but not without touching what lies beside it; this
    /// reads the file past SQLite, so none of its connections may be open in this process.
    /// </summary>
    public static bool IsDatabase(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = File.OpenRead(path);
        var start = new byte[16];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }

    /// <summary>Deletes a file together with what SQLite keeps beside it.</summary>
    public static void Delete(string path)
    {
        foreach (var ending in Companions) File.Delete(path + ending);
    }

    public static readonly string[] Companions = ["", "-journal", "-wal", "-shm"];

    private static BackupException Damaged(string name, string finding) => new($"{name} is damaged ({finding.Trim().TrimEnd('.')}).");
}
