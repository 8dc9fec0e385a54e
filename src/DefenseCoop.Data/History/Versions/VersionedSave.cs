using DefenseCoop.Data.History.Chain;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History.Versions;

/// <summary>
/// Saves records together with their history: the rows, their versions, the change set and its place in the chain are
/// written in one transaction, or none of them.
/// </summary>
internal static class VersionedSave
{
    /// <summary>From so many new rows of one table on, their versions are copied by one statement that looks at the whole table.</summary>
    private const int ManyRows = 200;

    /// <summary>Saves the changed records of a context, and whatever else it holds.</summary>
    /// <param name="db">Within a transaction, or without: then it gets one of its own.</param>
    /// <param name="note">Who changes them, and why.</param>
    /// <param name="now">By the clock, UTC.</param>
    /// <param name="ct">Ends it; nothing is saved then.</param>
    /// <param name="end">The end of the chain as it was read in this transaction; null to read it.</param>
    /// <returns>What was recorded; null where no record was changed.</returns>
    public static async Task<ChangeReceipt?> RecordAsync(
        DefenseCoopContext db, ChangeNote note, DateTime now, CancellationToken ct, ChainEnd? end = null)
    {
        ChangeReceipt? receipt = null;
        await InTransactionAsync(db, SaveAsync, ct);
        return receipt;

        async Task SaveAsync(IReadOnlyList<VersionedRow> rows)
        {
            var records = await ChangedAsync(db, rows, ct);
            await db.SaveRowsAsync(ct);
            if (rows.Count == 0) return;
            end ??= await ChainEnd.OfAsync(db);
            var change = NewChange(note, end, end.Next(now), records);
            var isOfRecords = rows.Any(r => r.Table.HoldsFacts);
            await WriteAsync(db, rows, change.At, isOfRecords ? change.Id : null, ct);
            if (!isOfRecords) return;
            var ended = rows.Where(r => r.HadVersion).Select(r => r.Table).ToHashSet();
            await SealAsync(db, change, end, rows.Select(r => r.Table).ToHashSet(), ended, ct);
            receipt = new ChangeReceipt(change.Id, change.At, records);
        }
    }

    /// <summary>Saves findings: they follow from the records, and no change set answers for them.</summary>
    /// <param name="db">Within a transaction, or without: then it gets one of its own.</param>
    /// <param name="at">From when they hold, UTC; not before the end of the chain.</param>
    /// <param name="ct">Ends it; nothing is saved then.</param>
    /// <exception cref="InvalidOperationException">The context holds changed records.</exception>
    public static Task FindingsAsync(DefenseCoopContext db, DateTime at, CancellationToken ct) => InTransactionAsync(
        db,
        async rows =>
        {
            if (rows.Any(r => r.Table.HoldsFacts))
            {
                throw new InvalidOperationException("These are records: they are saved with a note of who changes them.");
            }
            await db.SaveRowsAsync(ct);
            await WriteAsync(db, rows, at, null, ct);
        },
        ct);

    /// <summary>What the changed rows of a context come to, as people speak of them.</summary>
    /// <param name="db">Not saved yet.</param>
    /// <param name="ct">Ends it.</param>
    public static Task<IReadOnlyList<ChangedRecord>> ChangedAsync(DefenseCoopContext db, CancellationToken ct) =>
        ChangedAsync(db, [.. VersionedRow.Of(db)], ct);

    /// <summary>Whether a context holds changed records, for which a change set will answer.</summary>
    public static bool HoldsRecords(DefenseCoopContext db) => VersionedRow.Of(db).Any(r => r.Table.HoldsFacts);

    private static async Task InTransactionAsync(DefenseCoopContext db, Func<IReadOnlyList<VersionedRow>, Task> save, CancellationToken ct)
    {
        var tracker = db.ChangeTracker;
        List<VersionedRow> rows = [.. VersionedRow.Of(db)];
        var detects = tracker.AutoDetectChangesEnabled;
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        try
        {
            // Everything is detected; asking again for each lookup would take longer than all the rest.
            tracker.AutoDetectChangesEnabled = false;
            await save(rows);
            if (own is not null) await own.CommitAsync(ct);
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
            if (own is not null) await own.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<ChangedRecord>> ChangedAsync(
        DefenseCoopContext db, IReadOnlyList<VersionedRow> rows, CancellationToken ct) =>
            await new RecordNames(db, ct).OfAsync(rows.Where(r => r.Table.HoldsFacts).Select(r => r.Entry));

    private static async Task SealAsync(
        DefenseCoopContext db, ChangeSet change, ChainEnd end,
        IReadOnlyCollection<VersionTable> tables, HashSet<VersionTable>? ended, CancellationToken ct)
    {
        // It answers for the findings that were shown until then, too, whatever was changed.
        var answered = tables.Concat(VersionTable.All(db.Model).Where(t => !t.HoldsFacts)).Distinct();
        change.Hash = await ChangeHash.ComputeAsync(db.Database, change, end.PreviousAt, answered, ended, ct);
        db.Add(change);
        await db.SaveRowsAsync(ct);
        // They would only be in the way of what is saved next.
        foreach (var record in change.Records) db.Entry(record).State = EntityState.Detached;
        db.Entry(change).State = EntityState.Detached;
    }

    private static ChangeSet NewChange(ChangeNote note, ChainEnd end, DateTime at, IReadOnlyList<ChangedRecord> records)
    {
        var change = new ChangeSet
        {
            Id = end.Id + 1,
            At = at,
            AccountId = note.AccountId,
            Person = note.Person,
            Why = note.Why,
            Request = note.Request,
            PreviousHash = end.Hash,
        };
        foreach (var record in records)
        {
            change.Records.Add(new RecordChange
            {
                Kind = record.Kind,
                Subject = record.Code,
                Title = record.Title,
                InitiativeCode = record.InitiativeCode,
                CategorySlug = record.CategorySlug,
                FocusAreaSlug = record.FocusAreaSlug,
                Action = record.Action,
            });
        }

        return change;
    }

    private static async Task WriteAsync(
        DefenseCoopContext db, IReadOnlyList<VersionedRow> rows, DateTime at, long? changeSet, CancellationToken ct)
    {
        foreach (var ofTable in rows.GroupBy(r => r.Table))
        {
            var table = ofTable.Key;
            foreach (var row in ofTable.Where(r => r.HadVersion)) await RunAsync(db, table.End, row.OldKey, at, changeSet, ct);
            var begun = ofTable.Where(r => r.HasVersion).ToList();
            if (begun.Count >= ManyRows)
            {
                await RunAsync(db, table.BeginAll, [begun.Min(r => table.KeyOf(r.Entry)[0])!], at, changeSet, ct);
                continue;
            }

            foreach (var row in begun) await RunAsync(db, table.Begin, table.KeyOf(row.Entry), at, changeSet, ct);
        }
    }

    private static async Task RunAsync(DefenseCoopContext db, string sql, object[] key, DateTime at, long? changeSet, CancellationToken ct)
    {
        await using var command = VersionTable.Command(db.Database, sql, key, at, changeSet);
        await command.ExecuteNonQueryAsync(ct);
    }
}
