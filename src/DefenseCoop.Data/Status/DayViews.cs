using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status;

/// <summary>
/// The register of one day as something to query: today's stored rows in SQL, or the computed rows of another day.
/// The same expressions run on both, so that a filter means the same on every day.
/// </summary>
internal sealed class DayView(DefenseCoopContext db, DaySnapshot? snapshot) : IAsyncDisposable
{
    public DefenseCoopContext Db => db;

    /// <summary>Null for today.</summary>
    public DaySnapshot? Snapshot => snapshot;

    public IQueryable<RegisterEntry> Entries => snapshot is null
        ? db.Set<RegisterEntry>().AsNoTracking()
        : snapshot.Entries.AsQueryable();

    public ValueTask DisposeAsync() => db.DisposeAsync();
}

/// <summary>Opens the view of a day, and keeps the few last computed days.</summary>
public sealed class DayViews(
    IDbContextFactory<DefenseCoopContext> contexts, FindingsKeeper keeper, Thresholds thresholds) : IDisposable
{
    /// <summary>A computed day of 10,000 initiatives is some tens of megabytes; people look at one or two at a time.</summary>
    private const int DaysKept = 3;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly LinkedList<DaySnapshot> _kept = new();
    private long _revision;

    internal async Task<DayView> OpenAsync(DateOnly day, CancellationToken ct)
    {
        if (day >= keeper.Today)
        {
            await keeper.EnsureTodayAsync(ct);
            return new DayView(await contexts.CreateDbContextAsync(ct), null);
        }

        var db = await contexts.CreateDbContextAsync(ct);
        try
        {
            return new DayView(db, await SnapshotAsync(db, day, ct));
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<DaySnapshot> SnapshotAsync(DefenseCoopContext db, DateOnly day, CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            var revision = await FindingsKeeper.RevisionAsync(db, ct);
            if (revision != _revision) _kept.Clear();
            _revision = revision;
            var snapshot = _kept.FirstOrDefault(s => s.Day == day);
            if (snapshot is not null) _kept.Remove(snapshot);
            snapshot ??= await DaySnapshot.ComputeAsync(db, day, thresholds, ct);
            _kept.AddFirst(snapshot);
            if (_kept.Count > DaysKept) _kept.RemoveLast();
            return snapshot;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
