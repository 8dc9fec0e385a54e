using DefenseCoop.Data.History;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status;

/// <summary>
/// Keeps the stored findings true for today (UTC): they are recomputed when facts change and when a day has passed,
/// before anything is read from them.
/// </summary>
public sealed class FindingsKeeper(
    IDbContextFactory<DefenseCoopContext> contexts, TimeProvider clock, Thresholds thresholds) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private DateOnly? _storedDay;

    /// <summary>Today, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Makes sure that the stored findings speak for today; costs nothing when they do.</summary>
    public async ValueTask EnsureTodayAsync(CancellationToken ct)
    {
        if (_storedDay == Today) return;
        await _oneAtATime.WaitAsync(ct);
        try
        {
            if (_storedDay == Today) return;
            await using var db = await contexts.CreateDbContextAsync(ct);
            _storedDay = await StoredDayAsync(db, ct);
            if (_storedDay != Today) await RecomputeAsync(db, ct);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Recomputes everything, whatever day is stored: after facts were loaded in bulk.</summary>
    public async Task RecomputeAsync(CancellationToken ct)
    {
        await _oneAtATime.WaitAsync(ct);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await RecomputeAsync(db, ct);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>
    /// After a change of words that findings do not rest on, in its transaction: what was computed for other days, and
    /// what was read of names, is out of date. Today's rows are for the caller to mend.
    /// </summary>
    internal static Task ReviseAsync(DefenseCoopContext db, CancellationToken ct) =>
        db.Set<FindingsDay>().ExecuteUpdateAsync(day => day.SetProperty(d => d.Revision, d => d.Revision + 1), ct);

    /// <summary>Tells versions of what is stored apart; 0 before the first computation.</summary>
    internal static Task<int> RevisionAsync(DefenseCoopContext db, CancellationToken ct) =>
        db.Set<FindingsDay>().Select(d => d.Revision).SingleOrDefaultAsync(ct);

    /// <summary>Recomputes, in the transaction of a change, the findings that rest on what it changed.</summary>
    internal Task<RefreshedFindings> RefreshAsync(DefenseCoopContext db, ChangeReceipt? change, CancellationToken ct) =>
        Task.FromResult(new RefreshedFindings([], change is null ? null : ChangeNotice.Everything, () => _storedDay = Today));

    public void Dispose() => _oneAtATime.Dispose();

    private static async Task<DateOnly?> StoredDayAsync(DefenseCoopContext db, CancellationToken ct) =>
        await db.Set<FindingsDay>().AsNoTracking().Select(d => (DateOnly?)d.Day).SingleOrDefaultAsync(ct);

    private async Task RecomputeAsync(DefenseCoopContext db, CancellationToken ct)
    {
        var day = Today;
        // Only bookkeeping rows are inserted here; without change detection ten thousand of them take a second.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var snapshot = await DaySnapshot.ComputeAsync(db, day, thresholds, ct);
        var revision = await RevisionAsync(db, ct) + 1;
        await db.Set<RegisterEntry>().ExecuteDeleteAsync(ct);
        await db.Set<FocusAreaFinding>().ExecuteDeleteAsync(ct);
        await db.Set<FindingsDay>().ExecuteDeleteAsync(ct);
        foreach (var entry in snapshot.Entries)
        {
            entry.Initiative = null!;
            entry.Category = null!;
        }

        db.AddRange(snapshot.Entries);
        db.AddRange(await StoredAsync(db, snapshot, ct));
        db.Add(new FindingsDay { Day = day, Revision = revision });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        _storedDay = day;
    }

    private static async Task<List<FocusAreaFinding>> StoredAsync(DefenseCoopContext db, DaySnapshot snapshot, CancellationToken ct)
    {
        var ids = await db.Set<FocusArea>().ToDictionaryAsync(a => a.Slug, a => a.Id, ct);
        return [.. snapshot.FocusAreas.Select(f => new FocusAreaFinding
        {
            FocusAreaId = ids[f.About.Code],
            Status = f.Status,
            FirstCause = f.FirstCause.Length <= FocusAreaFinding.MaxFirstCause ? f.FirstCause : f.FirstCause[..FocusAreaFinding.MaxFirstCause],
            PartsAssessed = f.LeavesAssessed,
            PartsAssessable = f.LeavesAssessable,
            Confidence = f.Confidence,
        })];
    }
}

/// <summary>Findings after a change.</summary>
/// <param name="Effects">Statuses that are others than before.</param>
/// <param name="Notice">What to tell once the change is committed; null where nothing was changed.</param>
/// <param name="Keep">To be called once the change is committed.</param>
internal sealed record RefreshedFindings(IReadOnlyList<StatusEffect> Effects, ChangeNotice? Notice, Action Keep);
