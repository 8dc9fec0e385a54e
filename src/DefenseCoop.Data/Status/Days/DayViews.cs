using DefenseCoop.Data.History;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status.Days;

/// <summary>
/// The register of one moment as something to query: stored rows in SQL where findings of that day were stored, or the
/// computed rows of another day. The same expressions run on both, so that a filter means the same on every day.
/// </summary>
internal sealed class DayView(DefenseCoopContext db, DaySnapshot? snapshot, IReadOnlyList<RegisterEntry>? rows = null) : IAsyncDisposable
{
    /// <summary>Of the present or of the past, as the moment says.</summary>
    public DefenseCoopContext Db => db;

    /// <summary>Null where the findings are stored.</summary>
    public DaySnapshot? Snapshot => snapshot;

    public IQueryable<RegisterEntry> Entries => (snapshot?.Entries ?? rows)?.AsQueryable() ?? db.Set<RegisterEntry>().AsNoTracking();

    public ValueTask DisposeAsync() => db.DisposeAsync();
}

/// <summary>Opens the view of a moment, and keeps the few last computed days.</summary>
public sealed class DayViews(Chronicle chronicle, FindingsKeeper keeper, TimeProvider clock, Thresholds thresholds) : IDisposable
{
    /// <summary>A computed day of 10,000 initiatives is some tens of megabytes; people look at one or two at a time.</summary>
    private const int DaysKept = 3;

    private static readonly Func<DefenseCoopContext, Task<FindingsDay?>> StoredDay =
        EF.CompileAsyncQuery((DefenseCoopContext db) => db.Set<FindingsDay>().AsNoTracking().FirstOrDefault());

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>The last ones first. What was known as of one change set is the same whenever it is asked for.</summary>
    private readonly LinkedList<(long Revision, DaySnapshot Snapshot)> _kept = new();

    /// <param name="moment">Of which the view is.</param>
    /// <param name="ct">Ends the opening.</param>
    /// <param name="byNames">Whether rows are to be found or sorted by names.</param>
    internal async Task<DayView> OpenAsync(Moment moment, CancellationToken ct, bool byNames = false)
    {
        var isPresent = moment.KnownAt is null && moment.Day >= clock.Today;
        if (isPresent) await keeper.EnsureTodayAsync(ct);
        var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        try
        {
            if (isPresent) return new DayView(db, null);
            var stored = moment.KnownAt is null ? null : await StoredDay(db);
            if (stored?.Day != moment.Day) return new DayView(db, await SnapshotAsync(db, moment.Day, ct));

            // Names were stored in another form before the build was written down.
            return new DayView(db, null, byNames && string.IsNullOrEmpty(stored.Rules) ? await RegisterNames.FoldAsync(db, ct) : null);
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
            var kept = _kept.FirstOrDefault(k => k.Revision == revision && k.Snapshot.Day == day);
            if (kept.Snapshot is not null) _kept.Remove(kept);
            else kept = (revision, await DaySnapshot.ComputeAsync(db, day, thresholds, ct));
            _kept.AddFirst(kept);
            if (_kept.Count > DaysKept) _kept.RemoveLast();
            return kept.Snapshot;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
