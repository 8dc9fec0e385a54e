using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History.Chain;

/// <summary>Where the next change set goes.</summary>
/// <param name="Id">Of the newest change set; 0 before the first.</param>
/// <param name="At">Its instant; the earliest there is before the first.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="FindingsAt">When all findings were computed last: such a save has no change set.</param>
internal sealed record ChainEnd(long Id, DateTime At, string Hash, DateTime? FindingsAt)
{
    private static readonly Func<DefenseCoopContext, Task<ChainEnd?>> Newest = EF.CompileAsyncQuery((DefenseCoopContext db) => db.ChangeSets
        .OrderByDescending(c => c.Id)
        .Select(c => new ChainEnd(
            c.Id,
            c.At,
            c.Hash,
            db.Set<Dictionary<string, object>>(HistoryTables.NameOf(HistoryTables.FindingsDays))
                .Where(h => (DateTime)h[HistoryTables.ValidTo] == HistoryTables.Open).Max(h => (DateTime?)h[HistoryTables.ValidFrom])))
        .FirstOrDefault());

    private static readonly Func<DefenseCoopContext, Task<DateTime?>> FindingsSince = EF.CompileAsyncQuery(
        (DefenseCoopContext db) => db.Set<Dictionary<string, object>>(HistoryTables.NameOf(HistoryTables.FindingsDays))
            .Where(h => (DateTime)h[HistoryTables.ValidTo] == HistoryTables.Open).Max(h => (DateTime?)h[HistoryTables.ValidFrom]));

    /// <summary>The instant of the newest change set; null before the first.</summary>
    public DateTime? PreviousAt => Id == 0 ? null : At;

    /// <summary>The end of the chain now; it stays so within a transaction that writes.</summary>
    public static async Task<ChainEnd> OfAsync(DefenseCoopContext db) =>
        await Newest(db) ?? new ChainEnd(0, DateTime.MinValue, ChangeHash.Zero, await FindingsSince(db));

    /// <summary>
    /// An instant for a save, to the microsecond, as exact as every database keeps it: after every change and not before any
    /// findings, also where the clock was set back or that of another process is ahead. Versions of one row must not overlap.
    /// </summary>
    /// <param name="now">By the clock, UTC.</param>
    public DateTime Next(DateTime now)
    {
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        // Two changes never have one instant, so that each can be looked up; findings may have that of a change.
        if (At >= now) now = At.AddMicroseconds(1);
        return FindingsAt > now ? FindingsAt.Value : now;
    }
}
