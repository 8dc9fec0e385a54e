using System.Data.Common;
using System.Runtime.CompilerServices;
using DefenseCoop.Data.Storage.Sqlite.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace DefenseCoop.Data.Storage.Sqlite;

/// <summary>Sets what SQLite forgets with every connection. The pool keeps connections open, so each is set up once.</summary>
internal sealed class SqlitePragmas(DatabaseLog log) : DbConnectionInterceptor
{
    // The busy timeout comes first: switching to WAL may have to wait for another process.
    private const string Pragmas = """
        PRAGMA busy_timeout = 5000;
        PRAGMA journal_mode = WAL;
        PRAGMA foreign_keys = ON;
        PRAGMA synchronous = NORMAL;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -8000;
        PRAGMA mmap_size = 268435456;
        """;

    private readonly ConditionalWeakTable<sqlite3, SqlitePragmas> _done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is not SqliteConnection { Handle: { } handle } || !_done.TryAdd(handle, this)) return;
        log.Opened();
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    // SQLite has no asynchronous calls: the provider's async methods block all the same.
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
