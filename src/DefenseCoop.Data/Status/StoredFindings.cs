using DefenseCoop.Data.History.Chain;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Typing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DefenseCoop.Data.Status;

/// <summary>Writes findings beside their records. Rows that say the same as before stay as they are, and get no new version.</summary>
internal static class StoredFindings
{
    /// <summary>Puts those of a whole day in place of what is stored.</summary>
    /// <param name="db">Within a transaction.</param>
    /// <param name="snapshot">The day.</param>
    /// <param name="now">By the clock, UTC.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task WriteAsync(DefenseCoopContext db, DaySnapshot snapshot, DateTime now, CancellationToken ct)
    {
        // What has changed is said row by row; looking for it in ten thousand of them takes a second.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            Put(db, await db.RegisterEntries.ToDictionaryAsync(e => e.InitiativeId, ct), snapshot.Entries, removesOthers: true);
            await PutAreasAsync(db, snapshot.FocusAreas, ct);
            var stored = await db.FindingsDays.SingleOrDefaultAsync(ct);
            if (stored is null) db.Add(new FindingsDay { Day = snapshot.Day, Rules = RulesBuild.Current });
            else
            {
                // Also where the day is the same: its history is the list of the instants at which all was computed.
                db.Entry(stored).Property(d => d.Day).CurrentValue = snapshot.Day;
                db.Entry(stored).Property(d => d.Day).IsModified = true;
                db.Entry(stored).Property(d => d.Rules).CurrentValue = RulesBuild.Current;
            }

            await VersionedSave.FindingsAsync(db, (await ChainEnd.OfAsync(db)).Next(now), ct);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    public static void Put(
        DefenseCoopContext db, Dictionary<int, RegisterEntry> stored, IReadOnlyList<RegisterEntry> entries, bool removesOthers)
    {
        foreach (var entry in entries)
        {
            // The records themselves are not what is to be saved here.
            entry.Initiative = null!;
            entry.Category = null!;
            if (stored.Remove(entry.InitiativeId, out var row)) Change(db.Entry(row), entry);
            else db.Add(entry);
        }

        if (removesOthers) db.RemoveRange(stored.Values);
    }

    /// <summary>The row of a focus area.</summary>
    public static FocusAreaFinding Row(int id, RollUpFinding f) => new()
    {
        FocusAreaId = id,
        Status = f.Status,
        FirstCause = f.FirstCause.Shorten(FocusAreaFinding.MaxFirstCause),
        PartsAssessed = f.LeavesAssessed,
        PartsAssessable = f.LeavesAssessable,
        PartsFresh = f.LeavesFresh,
        Confidence = f.Confidence,
    };

    /// <summary>Puts a row in place of one that is known, or of none, without reading it again.</summary>
    public static void PutArea(DefenseCoopContext db, FocusAreaFinding? stored, FocusAreaFinding row)
    {
        if (stored is null)
        {
            db.Add(row);
            return;
        }

        var copy = new FocusAreaFinding
        {
            FocusAreaId = stored.FocusAreaId, Status = stored.Status, FirstCause = stored.FirstCause, PartsAssessed = stored.PartsAssessed,
            PartsAssessable = stored.PartsAssessable, PartsFresh = stored.PartsFresh, Confidence = stored.Confidence,
        };
        db.Attach(copy);
        Change(db.Entry(copy), row);
    }

    private static async Task PutAreasAsync(DefenseCoopContext db, IReadOnlyList<RollUpFinding> findings, CancellationToken ct)
    {
        var ids = await db.Set<FocusArea>().AsNoTracking().ToDictionaryAsync(a => a.Slug, a => a.Id, ct);
        var stored = await db.FocusAreaFindings.ToDictionaryAsync(f => f.FocusAreaId, ct);
        foreach (var finding in findings)
        {
            var row = Row(ids[finding.About.Code], finding);
            if (stored.Remove(row.FocusAreaId, out var old)) Change(db.Entry(old), row);
            else db.Add(row);
        }

        db.RemoveRange(stored.Values);
    }

    private static void Change(EntityEntry stored, object now) => stored.CurrentValues.SetValues(now);
}
