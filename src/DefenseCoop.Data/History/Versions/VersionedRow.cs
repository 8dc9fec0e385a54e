using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DefenseCoop.Data.History.Versions;

/// <summary>One row to save whose table has a history, with what must be known of it before it is saved.</summary>
internal sealed class VersionedRow
{
    private VersionedRow(EntityEntry entry, VersionTable table)
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

    /// <summary>Those that a context holds; changes are looked for, unless the context is told not to.</summary>
    public static IEnumerable<VersionedRow> Of(DbContext db) =>
        from entry in db.ChangeTracker.Entries()
        where entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        let table = VersionTable.Of(entry.Metadata)
        where table is not null
        select new VersionedRow(entry, table);
}
