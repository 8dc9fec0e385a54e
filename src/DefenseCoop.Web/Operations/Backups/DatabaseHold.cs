using DefenseCoop.Data.Storage.Databases;

namespace DefenseCoop.Web.Operations.Backups;

/// <summary>
/// Keeps the database open for as long as the program serves it, also while nobody asks for anything and the pool has
/// closed its connections: by this a restore knows that it must not replace it.
/// </summary>
internal sealed class DatabaseHold(IDatabase database) : IHostedService, IDisposable
{
    private IDisposable? _held;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _held = database.Hold();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A host that is stopped and disposed of at once asks for it twice, and a connection can be closed by one only.</summary>
    public void Dispose() => Interlocked.Exchange(ref _held, null)?.Dispose();
}
