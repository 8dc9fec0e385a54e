using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DefenseCoop.Data.History.Versions;

/// <summary>
/// One table that has a history, with the statements that keep it. Versions
/// are copied within the database, so that they are the rows to the letter.
/// </summary>
internal sealed class VersionTable
{
    private static readonly ConditionalWeakTable<IModel, Dictionary<IEntityType, VersionTable>> Known = [];

    private readonly IReadOnlyList<IProperty> _key;
    private readonly string _copy;

    private VersionTable(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        Name = table.Name;
        History = HistoryTables.NameOf(table.Name);
        HoldsFacts = HistoryTables.HoldsFacts(type);
        _key = type.FindPrimaryKey()!.Properties;
        Key = [.. _key.Select(p => p.GetColumnName(table)!)];
        Columns = [.. type.GetFlattenedProperties().Select(p => p.GetColumnName(table)!)];
        LaterColumns = [.. type.GetFlattenedProperties()
            .Where(LaterColumn.Is).Select(p => LaterColumn.Of(p, table)).OrderBy(c => c.Name, StringComparer.Ordinal)];
        FirstColumns = [.. Columns.Except(LaterColumns.Select(c => c.Name))];
        var columns = string.Join(", ", Columns.Select(Quoted));
        var (madeBy, changeSet) = HoldsFacts ? ($", {Quoted(HistoryTables.ChangeSet)}", ", @changeSet") : ("", "");
        _copy = $"INSERT INTO {Quoted(History)} ({columns}, {Quoted(HistoryTables.ValidFrom)}, {Quoted(HistoryTables.ValidTo)}{madeBy}) "
            + $"SELECT {columns}, @at, @open{changeSet} FROM {Quoted(Name)} AS t WHERE ";
        Begin = _copy + OfKey;
        BeginAll = $"{_copy}NOT EXISTS (SELECT 1 FROM {Quoted(History)} AS h WHERE "
            + $"{string.Join(" AND ", Key.Select(k => $"h.{Quoted(k)} = t.{Quoted(k)}"))} AND "
            + $"h.{Quoted(HistoryTables.ValidTo)} = @open) AND t.{Quoted(Key[0])} >= @key0";
        End = $"UPDATE {Quoted(History)} SET {Quoted(HistoryTables.ValidTo)} = @at "
            + $"WHERE {OfKey} AND {Quoted(HistoryTables.ValidTo)} = @open";
    }

    /// <summary>The table of the present.</summary>
    public string Name { get; }

    public string History { get; }

    /// <summary>Whether a change set answers for its versions.</summary>
    public bool HoldsFacts { get; }

    /// <summary>Columns of the key.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>Columns that the table and its history have in common.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Those of them that the table had from the first: what the hash of every version holds.</summary>
    public IReadOnlyList<string> FirstColumns { get; }

    /// <summary>Those that came with a later release.</summary>
    public IReadOnlyList<LaterColumn> LaterColumns { get; }

    /// <summary>Copies the row of a key as the version that holds from now on.</summary>
    public string Begin { get; }

    /// <summary>Does so for every row that has no version that holds, from a first part of the key on.</summary>
    public string BeginAll { get; }

    /// <summary>Ends the version of a key that held until now.</summary>
    public string End { get; }

    private string OfKey => string.Join(" AND ", Key.Select((k, i) => $"{Quoted(k)} = @key{i}"));

    /// <summary>The tables of a model of the present, by name.</summary>
    public static IEnumerable<VersionTable> All(IModel model) => Of(model).Values.OrderBy(t => t.Name, StringComparer.Ordinal);

    /// <summary>Null for a type without history.</summary>
    public static VersionTable? Of(IEntityType type) => Of(type.Model).GetValueOrDefault(type);

    public static string Quoted(string name) => $"\"{name}\"";

    /// <summary>The key of a row, as parameters of the statements take it.</summary>
    public object[] KeyOf(EntityEntry entry) => [.. _key.Select(p => Stored(p, entry.Property(p).CurrentValue!))];

    /// <summary>Makes one of the statements ready to run.</summary>
    public static DbCommand Command(DatabaseFacade database, string sql, object[] key, DateTime at, long? changeSet)
    {
        var command = database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = database.CurrentTransaction?.GetDbTransaction();
        foreach (var (position, value) in key.Index()) Add(command, $"@key{position}", value);
        Add(command, "@at", at);
        Add(command, "@open", HistoryTables.Open);
        if (changeSet is { } id && sql.Contains("@changeSet", StringComparison.Ordinal)) Add(command, "@changeSet", id);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static object Stored(IProperty property, object value) =>
        property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value;

    private static Dictionary<IEntityType, VersionTable> Of(IModel model) => Known.GetValue(
        model, static m => m.GetEntityTypes().Where(HistoryTables.HasHistory).ToDictionary(t => t, t => new VersionTable(t)));
}
