using System.Buffers.Binary;
using System.Globalization;
using DefenseCoop.Data.Storage.Databases;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DefenseCoop.Data.Storage.Sqlite.Files;

/// <summary>
/// Whether a database file is whole without the log beside it. While the program has a database open, the header of the
/// file says that it has a log; whoever closes it last brings the log into the file, and the header says so. The program
/// writes into the header that it does this, as a database of before may lack its log and be whole nonetheless.
/// </summary>
/// <param name="options">Which database.</param>
internal sealed class DatabaseLog(DatabaseOptions options, TimeProvider clock) : IDisposable
{
    public const string Ending = "-wal";

    private const int HeaderLength = 100;
    private const int WriteVersionAt = 18;
    private const int WithLog = 2;
    private const int UserVersionAt = 60;
    private const int ClosesWhole = 1;

    private readonly string _path = SqliteSource.PathOf(options);
    private readonly Lock _lock = new();
    private readonly Lock _closing = new();
    private LogState? _found;
    private bool _isOpened;

    /// <summary>Where a log of another file was moved to; null where there was none.</summary>
    public string? SetAside { get; private set; }

    /// <summary>What was found. Looked at once, before this process opens the file.</summary>
    public LogState Found
    {
        get
        {
            lock (_lock) return _found ??= FindAndClear();
        }
    }

    /// <summary>What was found, in words for whoever asks whether the database is whole.</summary>
    public LogFinding Finding
    {
        get
        {
            var found = Found;
            return new LogFinding(found, SetAside, found switch
            {
                LogState.Missing => "The database is perhaps not whole. Its file says that the newest changes are in a log beside it "
                    + $"({_path}{Ending}), and there is none: it was perhaps copied while a server was running. "
                    + "Use a file that \"DefenseCoop.Web backup\" made, or copy again with the log.",
                LogState.Untold => "this file was in write-ahead mode and has no log beside it, so it is perhaps not whole: "
                    + "if it was copied while a server was running, "
                    + "use a file that \"DefenseCoop.Web backup\" made, or copy again with the log",
                _ => null,
            });
        }
    }

    /// <summary>
    /// What lies under a path. No connection of this process may
    /// hold the file: reading it past SQLite would end its locks.
    /// </summary>
    public static LogState Look(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: >= HeaderLength }) return LogState.Whole;
        var header = new byte[HeaderLength];
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            file.ReadExactly(header);
        }
        if (!header.AsSpan().StartsWith("SQLite format 3\0"u8)) return LogState.Whole;
        var log = new FileInfo(path + Ending);
        if (header[WriteVersionAt] != WithLog) return log is { Exists: true, Length: > 0 } ? LogState.Foreign : LogState.Whole;
        if (log.Exists) return LogState.Whole;
        return BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(UserVersionAt)) == ClosesWhole ? LogState.Missing : LogState.Untold;
    }

    /// <summary>A name beside a file, under which something that is replaced is kept.</summary>
    public static string AsideName(string path, DateTimeOffset now)
    {
        var time = now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var name = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}-replaced-{time}");
        var ending = Path.GetExtension(path);
        for (var number = 1; ; number++)
        {
            var candidate = number == 1 ? name + ending : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}{ending}");
            if (!File.Exists(candidate) && !File.Exists(candidate + Ending)) return candidate;
        }
    }

    /// <summary>A connection of the program is open: at the end the log is given up.</summary>
    public void Opened()
    {
        _ = Found;
        _isOpened = true;
    }

    /// <summary>Another file lies there now.</summary>
    public void Replaced()
    {
        lock (_lock) _found = null;
    }

    /// <summary>Writes into the header that the program closes the database whole.</summary>
    public void Mark()
    {
        try
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version";
            if ((long)command.ExecuteScalar()! == ClosesWhole) return;
            command.CommandText = $"PRAGMA user_version = {ClosesWhole}; PRAGMA wal_checkpoint(PASSIVE)";
            command.ExecuteNonQuery();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            // Others are writing: the next start does it.
        }
    }

    /// <summary>
    /// Brings the log into the file, where this process is the last that has it open. Whoever asks for it while it goes on
    /// gets the answer at its end.
    /// </summary>
    public void Dispose()
    {
        lock (_closing) Close();
    }

    private void Close()
    {
        // What is perhaps missing stays so: the file goes on saying it.
        if (!_isOpened || Found == LogState.Missing || !File.Exists(_path)) return;
        _isOpened = false;
        using (var pooled = new SqliteConnection(SqliteSource.ConnectionStringOf(options))) SqliteConnection.ClearPool(pooled);
        try
        {
            using var connection = Open();

            // Past the provider, which would wait for others.
            _ = raw.sqlite3_exec(connection.Handle, "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException)
        {
            // It cannot be opened any more: nothing is to be closed.
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = _path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 5,
            }.ToString());
        connection.Open();
        return connection;
    }

    private LogState FindAndClear()
    {
        var found = Look(_path);
        if (found != LogState.Foreign) return found;

        // SQLite would take it for a part of this file.
        SetAside = AsideName(_path, clock.GetUtcNow()) + Ending;
        File.Move(_path + Ending, SetAside);
        return found;
    }
}
