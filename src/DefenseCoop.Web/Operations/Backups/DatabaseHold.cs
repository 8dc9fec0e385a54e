using DefenseCoop.Data.Storage;
using Microsoft.Data.Sqlite;

namespace DefenseCoop.Web.Operations.Backups;

/// <summary>
/// Keeps the database open for as long as the program serves it, also while nobody asks for anything and the pool has
/// closed its connections: by this a restore knows that it must not replace the file.
/// </summary>
internal sealed class DatabaseHold(DatabaseOptions options) : IHostedService, IDisposable
{
    private SqliteConnection? _connection;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = options.DatabasePath, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        _connection.Open();
        using var command = _connection.CreateCommand();

        // Only a connection that has read holds the file.
        command.CommandText = "PRAGMA cache_size = -200; SELECT COUNT(*) FROM sqlite_master";
        command.ExecuteScalar();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A host that is stopped and disposed of at once asks for it twice, and a connection can be closed by one only.</summary>
    public void Dispose() => Interlocked.Exchange(ref _connection, null)?.Dispose();
}
