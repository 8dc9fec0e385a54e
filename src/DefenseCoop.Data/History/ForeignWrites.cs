using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History;

/// <summary>
/// Notices what other processes write to the same database: a verb, or a second server. What this process writes is told
/// on its own bus. Not for several callers at once.
/// </summary>
public sealed class ForeignWrites : IAsyncDisposable
{
    /// <summary>
    /// What follows a change without a change set of its own, such
    /// as findings after a bulk load, comes within this time.
    /// </summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(1);

    private readonly IDbContextFactory<DefenseCoopContext> _contexts;
    private readonly IDatabase _database;
    private readonly TimeProvider _clock;
    private readonly IDisposable _listening;
    private readonly Lock _gate = new();
    private readonly HashSet<long> _own = [];
    private DefenseCoopContext? _db;
    private long _version;
    private long? _newest;
    private long? _foreignSince;

    public ForeignWrites(IDbContextFactory<DefenseCoopContext> contexts, IDatabase database, IChangeBus bus, TimeProvider clock)
    {
        (_contexts, _database, _clock) = (contexts, database, clock);
        _listening = bus.Listen(OnChange);
    }

    /// <summary>Whether another process changed what is shown since the last look; the first look is where it begins.</summary>
    public async Task<bool> LookAsync(CancellationToken ct)
    {
        try
        {
            return await CompareAsync(ct);
        }
        catch
        {
            // A broken connection is not to be asked again.
            await CloseAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listening.Dispose();
        await CloseAsync();
    }

    private void OnChange(ChangeNotice notice)
    {
        if (notice.ChangeSetId == 0) return;
        lock (_gate) _own.Add(notice.ChangeSetId);
    }

    private async Task<bool> CompareAsync(CancellationToken ct)
    {
        if (_db is null)
        {
            _db = await _contexts.CreateDbContextAsync(ct);
            await _db.Database.OpenConnectionAsync(ct);
            _version = 0;
        }

        // Nothing is asked of the tables until somebody has written.
        var version = await _database.WritesSeenAsync(_db, ct);
        if (version == _version) return false;
        _version = version;
        var before = _newest;
        _newest = await NewestAsync(_db, ct);
        if (before is null) return false;
        if (IsForeign(before.Value, _newest.Value)) _foreignSince = _clock.GetTimestamp();
        return _foreignSince is { } since && _clock.GetElapsedTime(since) < Aftermath;
    }

    private bool IsForeign(long before, long newest)
    {
        lock (_gate)
        {
            var own = _own.Count(id => id > before && id <= newest);
            _own.RemoveWhere(id => id <= newest);
            return newest - before != own;
        }
    }

    private async ValueTask CloseAsync()
    {
        if (_db is { } db) await db.DisposeAsync();
        _db = null;
    }

    private static async Task<long> NewestAsync(DefenseCoopContext db, CancellationToken ct) =>
        await db.ChangeSets.MaxAsync(c => (long?)c.Id, ct) ?? 0;
}
