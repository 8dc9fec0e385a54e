using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status.Refresh;

/// <summary>
/// Keeps the stored findings true for today (UTC): those that rest on a change are recomputed in its transaction, all of
/// them when a day has passed, before anything is read from them.
/// </summary>
public sealed class FindingsKeeper(
    IDbContextFactory<DefenseCoopContext> contexts, TimeProvider clock, Thresholds thresholds, IDatabase database, IChangeBus bus)
    : IDisposable
{
    private static readonly Func<DefenseCoopContext, Task<long?>> NewestChange =
        EF.CompileAsyncQuery((DefenseCoopContext db) => db.ChangeSets.Max(c => (long?)c.Id));

    private static readonly Func<DefenseCoopContext, DateTime, Task<long?>> NewestChangeBy =
        EF.CompileAsyncQuery((DefenseCoopContext db, DateTime instant) =>
            db.ChangeSets.Where(c => c.At <= instant).OrderByDescending(c => c.At).Select(c => (long?)c.Id).FirstOrDefault());

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private DateOnly? _storedDay;
    private KnownFindings? _known;

    /// <summary>How often all facts were read for changes to start from; a test counts it.</summary>
    internal long Readings { get; private set; }

    /// <summary>The newest findings that changes start from; null before they were read.</summary>
    internal KnownFindings? Known => _known;

    /// <summary>Makes sure that the stored findings speak for today; costs nothing when they do.</summary>
    public async ValueTask EnsureTodayAsync(CancellationToken ct)
    {
        if (_storedDay == clock.Today) return;
        await _oneAtATime.WaitAsync(ct);
        try
        {
            if (_storedDay == clock.Today) return;
            await using (var db = await contexts.CreateDbContextAsync(ct)) _storedDay = await StoredDayAsync(db, ct);
            if (_storedDay != clock.Today) await RecomputeAloneAsync(ct);
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
            await RecomputeAloneAsync(ct);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>
    /// Reads what the next change would have to wait for, at the start and after another process has written: with many
    /// initiatives that takes a second or two. Costs one question when it is known.
    /// </summary>
    public async Task WarmUpAsync(CancellationToken ct)
    {
        await EnsureTodayAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (stale, revision) = (_known, await RevisionAsync(db, ct));
        if (stale is not null && IsOf(stale, revision)) return;
        var known = await ReadAsync(db, revision, ct);
        // Whoever changed something meanwhile knows better.
        Interlocked.CompareExchange(ref _known, known, stale);
    }

    /// <summary>
    /// Tells versions of what is known apart: the id of the newest
    /// change set, or the newest one then; 0 before the first.
    /// </summary>
    internal static async Task<long> RevisionAsync(DefenseCoopContext db, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return await (db is HistoricContext then ? NewestChangeBy(db, then.KnownAt) : NewestChange(db)) ?? 0;
    }

    /// <summary>
    /// Before a change, in its transaction: the findings as they are, for what rests on several initiatives and for what
    /// the change does to them.
    /// </summary>
    /// <param name="db">Of the change.</param>
    /// <param name="revision">As <see cref="RevisionAsync"/> has it.</param>
    /// <param name="ct">Ends it.</param>
    internal async Task<KnownFindings> BeforeAsync(DefenseCoopContext db, long revision, CancellationToken ct) =>
        _known is { } known && IsOf(known, revision) ? known : _known = await ReadAsync(db, revision, ct);

    /// <summary>Recomputes, in the transaction of a change, the findings that rest on what it changed.</summary>
    /// <param name="db">Of the change, which is saved and not yet committed.</param>
    /// <param name="before">The findings before it.</param>
    /// <param name="change">What was changed; null where nothing was.</param>
    /// <param name="ct">Ends it.</param>
    internal async Task<RefreshedFindings> RefreshAsync(
        DefenseCoopContext db, KnownFindings before, ChangeReceipt? change, CancellationToken ct) =>
            change is null ? RefreshedFindings.None : await new FindingsRefresh(db, before, thresholds, ct).RunAsync(change);

    /// <summary>What a change that a context holds would come to if it were saved; nothing is written for it.</summary>
    /// <param name="db">In a transaction that reads; of no more use for a save afterwards.</param>
    /// <param name="begun">What was known when the transaction began: others may have saved since.</param>
    /// <param name="revision">As <see cref="RevisionAsync"/> has it in that transaction.</param>
    /// <param name="ct">Ends it.</param>
    internal async Task<IReadOnlyList<StatusEffect>> PreviewAsync(
        DefenseCoopContext db, KnownFindings? begun, long revision, CancellationToken ct)
    {
        var records = await VersionedSave.ChangedAsync(db, ct);
        if (records.Count == 0) return [];
        var newest = _known;
        var before = Array.Find([begun, newest], k => k is not null && IsOf(k, revision));
        if (before is null)
        {
            before = await ReadAsync(db, revision, ct);
            // Where somebody saves meanwhile, the next change starts from that.
            if (newest is null || newest.Revision < revision) Interlocked.CompareExchange(ref _known, before, newest);
        }

        return await new FindingsRefresh(db, before, thresholds, ct).PreviewAsync(records);
    }

    /// <summary>After the commit of a change, while it is still its turn to write: what the next one starts from.</summary>
    /// <param name="before">What this one started from.</param>
    /// <param name="change">Null where nothing was changed.</param>
    internal void Keep(KnownFindings before, FindingsChange? change)
    {
        if (change is not null) _known = before.Take(change);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private bool IsOf(KnownFindings known, long revision) => known.Revision == revision && known.Day == clock.Today;

    private Task<KnownFindings> ReadAsync(DefenseCoopContext db, long revision, CancellationToken ct)
    {
        Readings++;
        return KnownFindings.ReadAsync(db, revision, clock.Today, thresholds, ct);
    }

    /// <summary>The day of the stored findings; null where there are none by the rules of this build.</summary>
    private static async Task<DateOnly?> StoredDayAsync(DefenseCoopContext db, CancellationToken ct) =>
        await db.Set<FindingsDay>()
            .AsNoTracking().Where(d => d.Rules == RulesBuild.Current).Select(d => (DateOnly?)d.Day).SingleOrDefaultAsync(ct);

    private async Task RecomputeAloneAsync(CancellationToken ct)
    {
        var day = clock.Today;
        using (await database.TakeTurnAsync(ct))
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await StoredFindings.WriteAsync(db, await DaySnapshot.ComputeAsync(db, day, thresholds, ct), clock.Now, ct);
            await transaction.CommitAsync(ct);
        }

        _storedDay = day;
        _known = null;
        bus.Publish(ChangeNotice.Everything);
    }
}
