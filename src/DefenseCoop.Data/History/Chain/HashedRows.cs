using System.Data.Common;
using System.Runtime.CompilerServices;
using DefenseCoop.Data.History.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace DefenseCoop.Data.History.Chain;

/// <summary>Versions of one table for which a change set answers by its hash.</summary>
/// <param name="What">What the change set has to do with them.</param>
/// <param name="Columns">What of them goes into the hash.</param>
/// <param name="Later">What goes in too where it is not what it was before it had a column.</param>
/// <param name="By">The column that tells which change set answers for a row.</param>
internal sealed record HashedRows(
    VersionTable Table, string What, IReadOnlyList<string> Columns, IReadOnlyList<LaterColumn> Later, string By)
{
    public const string Made = "made";
    public const string Ended = "ended";
    public const string Shown = "shown";

    private static readonly ConditionalWeakTable<VersionTable, IReadOnlyList<HashedRows>> Known = [];

    // Made once for a table, not once for each save.
    private string? _ofOne;

    /// <summary>How many columns a row has that go into the hash, or may.</summary>
    public int Width => Columns.Count + Later.Count;

    /// <summary>In which the rows of a change set, and those of all of them, go into hashes.</summary>
    public string Order => string.Join(", ", new[] { By }.Concat(Table.Key).Append(HistoryTables.ValidFrom).Select(VersionTable.Quoted));

    public static IReadOnlyList<HashedRows> Of(VersionTable table) => Known.GetValue(table, static t => t.HoldsFacts
        ?
        [
            new HashedRows(t, Made, [.. t.FirstColumns, HistoryTables.ValidFrom], t.LaterColumns, HistoryTables.ChangeSet),
            new HashedRows(t, Ended, [.. t.Key, HistoryTables.ValidFrom], [], HistoryTables.ValidTo),
        ]
        : [new HashedRows(
            t, Shown, [.. t.FirstColumns, HistoryTables.ValidFrom, HistoryTables.ValidTo], t.LaterColumns, HistoryTables.ValidTo)]);

    /// <summary>Reads the rows of one change set.</summary>
    /// <param name="database">Open.</param>
    /// <param name="change">The change set.</param>
    /// <param name="previousAt">Instant of the one before; null for the first.</param>
    public DbCommand Command(DatabaseFacade database, ChangeSet change, DateTime? previousAt)
    {
        var by = VersionTable.Quoted(By);
        var command = Command(database, _ofOne ??= Select(What == Shown ? $"WHERE {by} >= @from AND {by} < @of" : $"WHERE {by} = @of"));
        Add(command, "@of", What == Made ? change.Id : change.At);
        if (What == Shown) Add(command, "@from", previousAt ?? DateTime.MinValue);
        return command;
    }

    /// <summary>Reads the rows of all change sets, with <see cref="By"/> after the other columns.</summary>
    public DbCommand CommandOfAll(DatabaseFacade database)
    {
        var command = Command(database, Select(What == Made ? "" : $"WHERE {VersionTable.Quoted(By)} <> @open", By));
        if (What != Made) Add(command, "@open", HistoryTables.Open);
        return command;
    }

    private static DbCommand Command(DatabaseFacade database, string sql)
    {
        var command = database.GetDbConnection().CreateCommand();
        command.Transaction = database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }

    private string Select(string where, params IEnumerable<string> more) =>
        $"SELECT {string.Join(", ", Columns.Concat(Later.Select(c => c.Name)).Concat(more).Select(VersionTable.Quoted))} FROM "
            + $"{VersionTable.Quoted(Table.History)} {where} ORDER BY {Order}";

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
