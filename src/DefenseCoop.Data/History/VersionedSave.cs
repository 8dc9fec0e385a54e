using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace DefenseCoop.Data.History;

/// <summary>
/// Saves records together with their history: the rows, their versions, the change set and its place in the chain are
/// written in one transaction, or none of them.
/// </summary>
internal static class VersionedSave
{
    /// <summary>From so many new rows of one table on, their versions are copied by one statement that looks at the whole table.</summary>
    private const int ManyRows = 200;

    public static bool IsNeeded(DbContext db) =>
        db.ChangeTracker.Entries().Any(e => IsToSave(e) && VersionTable.Of(e.Metadata) is not null);

    /// <param name="db">Holds the changed records.</param>
    /// <param name="save">The plain way to save.</param>
    /// <param name="accept">Whether the records count as unchanged afterwards.</param>
    /// <param name="ct">Ends it; nothing is saved then.</param>
    public static async Task<int> RunAsync(
        DefenseCoopContext db, Func<bool, CancellationToken, Task<int>> save, bool accept, CancellationToken ct)
    {
        var tracker = db.ChangeTracker;
        if (tracker.AutoDetectChangesEnabled) tracker.DetectChanges();
        List<Row> rows = [..
            from entry in tracker.Entries()
            where IsToSave(entry)
            let table = VersionTable.Of(entry.Metadata)
            where table is not null
            select new Row(entry, table)];
        if (rows.Count == 0) return await save(accept, ct);

        var detects = tracker.AutoDetectChangesEnabled;
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        try
        {
            // Everything is detected; asking again for each lookup would take longer than all the rest.
            tracker.AutoDetectChangesEnabled = false;
            var facts = rows.Where(r => r.Table.HoldsFacts).ToList();
            var records = facts.Count == 0 ? [] : await new RecordNames(db, ct).OfAsync(facts.Select(r => r.Entry));
            var count = await save(accept, ct);
            if (facts.Count == 0) await WriteAsync(db, rows, db.Receipt?.At ?? Now(db, await ChainEnd.OfAsync(db)), null, ct);
            else await RecordAsync(db, rows, records, await ChainEnd.OfAsync(db), save, ct);
            db.ChainEnd = null;

            if (own is not null) await own.CommitAsync(ct);
            return count;
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
            if (own is not null) await own.DisposeAsync();
        }
    }

    /// <summary>
    /// Gives everything that has no history yet its first version: a
    /// database that is older than histories, or was filled in bulk.
    /// </summary>
    public static async Task BeginAllAsync(DefenseCoopContext db, CancellationToken ct)
    {
        await using var own = await db.Database.BeginTransactionAsync(ct);
        var head = await ChainEnd.OfAsync(db);
        var at = Now(db, head);
        var change = NewChange(new ChangeNote(null, ChangeNote.Program, "What was recorded before the history began"), head, at, []);
        foreach (var table in VersionTable.All(db.Model)) await RunAsync(db, table.BeginAll, [0], at, change.Id, ct);
        await SealAsync(db, change, head, [.. VersionTable.All(db.Model)], null, db.SaveChangesAsync, ct);
        await own.CommitAsync(ct);
    }

    private static async Task RecordAsync(
        DefenseCoopContext db, List<Row> rows, IReadOnlyList<ChangedRecord> records,
        ChainEnd head, Func<bool, CancellationToken, Task<int>> save, CancellationToken ct)
    {
        var at = Now(db, head);
        var change = NewChange(db.Note ?? new ChangeNote(null, ChangeNote.Program), head, at, records);
        await WriteAsync(db, rows, at, change.Id, ct);
        await SealAsync(
            db, change, head, rows.Select(r => r.Table).ToHashSet(),
            rows.Where(r => r.HadVersion).Select(r => r.Table).ToHashSet(), save, ct);
        db.Receipt = new ChangeReceipt(change.Id, at, records, db.Database.CurrentTransaction!.TransactionId);
    }

    private static async Task SealAsync(
        DefenseCoopContext db,
        ChangeSet change,
        ChainEnd head,
        IReadOnlyCollection<VersionTable> tables,
        HashSet<VersionTable>? ended,
        Func<bool, CancellationToken, Task<int>> save,
        CancellationToken ct)
    {
        // It answers for the findings that were shown until then, too, whatever was changed.
        var answered = tables.Concat(VersionTable.All(db.Model).Where(t => !t.HoldsFacts)).Distinct();
        change.Hash = await ChangeHash.ComputeAsync(db.Database, change, head.PreviousAt, answered, ended, ct);
        db.Add(change);
        await save(true, ct);
        // They would only be in the way of what is saved next.
        foreach (var record in change.Records) db.Entry(record).State = EntityState.Detached;
        db.Entry(change).State = EntityState.Detached;
    }

    private static ChangeSet NewChange(ChangeNote note, ChainEnd head, DateTime at, IReadOnlyList<ChangedRecord> records)
    {
        var change = new ChangeSet
        {
            Id = head.Id + 1,
            At = at,
            AccountId = note.AccountId,
            Person = note.Person,
            Why = note.Why,
            Request = note.Request,
            PreviousHash = head.Hash,
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

    private static async Task WriteAsync(DefenseCoopContext db, List<Row> rows, DateTime at, long? changeSet, CancellationToken ct)
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

    private static bool IsToSave(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    private static DateTime Now(DefenseCoopContext db, ChainEnd head) => head.Next(
        (db.GetService<IDbContextOptions>()
            .FindExtension<CoreOptionsExtension>()
            ?.ApplicationServiceProvider?.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System).GetUtcNow().UtcDateTime);

    /// <summary>One row to save, with what must be known of it before.</summary>
    private sealed class Row
    {
        public Row(EntityEntry entry, VersionTable table)
        {
            Entry = entry;
            Table = table;
            HadVersion = entry.State != EntityState.Added;
            HasVersion = entry.State != EntityState.Deleted;
            OldKey = HadVersion ? table.KeyOf(entry) : [];
        }

        public EntityEntry Entry { get; }

        public VersionTable Table { get; }

        public bool HadVersion { get; }

        public bool HasVersion { get; }

        public object[] OldKey { get; }
    }
}
