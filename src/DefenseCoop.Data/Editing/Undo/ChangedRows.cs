using System.Globalization;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DefenseCoop.Data.Editing.Undo;

/// <summary>The rows that one change set made, changed or removed, table by table, as its versions tell.</summary>
/// <param name="db">Of the present; what is changed in it is not saved here.</param>
/// <param name="then">As it was just before.</param>
/// <param name="change">The change set.</param>
internal sealed class ChangedRows(DefenseCoopContext db, DefenseCoopContext then, ChangeSet change)
{
    /// <summary>Marks every row to be as it was before.</summary>
    /// <exception cref="ConflictException">A row was changed since, or another one rests on it.</exception>
    public async Task TakeBackAsync(CancellationToken ct)
    {
        List<(IEntityType Type, object[] Key)> made = [];
        foreach (var type in db.Model.GetEntityTypes().Where(t => HistoryTables.HoldsFacts(t)))
        {
            var keys = await KeysAsync(type, ct);
            foreach (var key in keys)
            {
                if (await TakeBackAsync(type, key, ct)) made.Add((type, key));
            }
        }

        foreach (var (type, key) in made) await RequireNothingRestsAsync(type, key, made, ct);
    }

    /// <summary>Keys of the rows of which it made or ended a version.</summary>
    private async Task<List<object[]>> KeysAsync(IEntityType type, CancellationToken ct)
    {
        var names = Columns(type, type.FindPrimaryKey()!.Properties);
        var (id, at) = (change.Id, change.At);
        var rows = await db.Set<Dictionary<string, object>>(HistoryTables.NameOf(type.GetTableName()!)).AsNoTracking()
            .Where(h => EF.Property<long>(h, HistoryTables.ChangeSet) == id || EF.Property<DateTime>(h, HistoryTables.ValidTo) == at)
            .ToListAsync(ct);
        return [.. rows.Select(r => names.Select(n => r[n]).ToArray())
            .DistinctBy(k => string.Join('|', k.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture))))];
    }

    /// <returns>Whether it was made by the change, and is removed.</returns>
    private async Task<bool> TakeBackAsync(IEntityType type, object[] key, CancellationToken ct)
    {
        var was = await FindAsync(then, type.Name, type, key, ct);
        var now = await FindAsync(db, type.Name, type, key, ct);
        if (was is null && now is null) return false;
        if (was is null)
        {
            db.Remove(now!);
            return true;
        }

        if (type.HasSharedClrType)
        {
            // A row that links two records holds nothing but its key.
            if (now is null)
            {
                db.Set<Dictionary<string, object>>(type.Name).Add(new Dictionary<string, object>((Dictionary<string, object>)was));
            }
            return false;
        }

        var values = then.Entry(was).CurrentValues;
        var entry = now is null ? db.Entry(values.ToObject()) : db.Entry(now);
        if (now is null) entry.State = EntityState.Added;
        foreach (var property in type.GetFlattenedProperties().Where(p => now is null || !p.IsPrimaryKey()))
        {
            entry.CurrentValues[property] = values[then.Entry(was).Metadata
                .GetFlattenedProperties()
                .Single(p => p.Name == property.Name && p.DeclaringType.Name == property.DeclaringType.Name)];
        }

        return false;
    }

    private static async Task<object?> FindAsync(
        DefenseCoopContext context, string name, IEntityType type, object[] key, CancellationToken ct)
    {
        if (type.HasSharedClrType)
        {
            var names = type.FindPrimaryKey()!.Properties.Select(p => p.Name).ToList();
            var (first, second) = (names[0], names[^1]);
            var (one, two) = (key[0], key[^1]);
            return (await context.Set<Dictionary<string, object>>(name).ToListAsync(ct))
                .FirstOrDefault(r => r[first].Equals(one) && r[second].Equals(two));
        }

        return await context.FindAsync(type.ClrType, key, ct);
    }

    /// <summary>What was made by the change may go only if nothing else has come to hang on it.</summary>
    private async Task RequireNothingRestsAsync(
        IEntityType type, object[] key, List<(IEntityType Type, object[] Key)> made, CancellationToken ct)
    {
        foreach (var foreign in type.GetReferencingForeignKeys()
            .Where(f => HistoryTables.HoldsFacts(f.DeclaringEntityType) && f.Properties.Count == 1))
        {
            var dependent = foreign.DeclaringEntityType;
            var column = Columns(dependent, foreign.Properties)[0];
            var names = Columns(dependent, dependent.FindPrimaryKey()!.Properties);
            var id = (int)key[0];
            var open = db.Set<Dictionary<string, object>>(HistoryTables.NameOf(dependent.GetTableName()!)).AsNoTracking()
                .Where(h => EF.Property<DateTime>(h, HistoryTables.ValidTo) == HistoryTables.Open);
            var rows = await (foreign.Properties[0].IsNullable
                ? open.Where(h => EF.Property<int?>(h, column) == id)
                : open.Where(h => EF.Property<int>(h, column) == id)).ToListAsync(ct);
            var others = rows.Select(r => names.Select(n => r[n]).ToArray());
            if (others.Any(o => !made.Any(m => m.Type == dependent && m.Key.SequenceEqual(o))))
            {
                throw new ConflictException(
                    "Something that was recorded since belongs to it, so it cannot be taken back. Change the record instead.");
            }
        }
    }

    private static string[] Columns(IEntityType type, IEnumerable<IProperty> properties)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return [.. properties.Select(p => p.GetColumnName(table)!)];
    }
}
