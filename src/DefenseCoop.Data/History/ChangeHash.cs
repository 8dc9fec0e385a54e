using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace DefenseCoop.Data.History;

/// <summary>
/// The hash of a change set: SHA-256 over its own fields, the hash before it, what it did to which records, and every
/// version that it made or ended. Every value goes in with its length before it, so that no two contents read the same.
/// </summary>
internal sealed class ChangeHash : IDisposable
{
    public static readonly string Zero = new('0', ChangeSet.HashLength);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Computes it from what is stored, after the versions were written.</summary>
    /// <param name="database">Open, within the transaction that wrote them or a later one.</param>
    /// <param name="change">With its records.</param>
    /// <param name="tables">Those in which it may have made or ended versions; the order is of no importance.</param>
    /// <param name="ct">Ends it.</param>
    public static Task<string> ComputeAsync(DatabaseFacade database, ChangeSet change, IEnumerable<VersionTable> tables, CancellationToken ct) =>
        ComputeAsync(database, change, [.. tables], null, ct);

    /// <param name="database">Open, within the transaction that wrote them or a later one.</param>
    /// <param name="change">With its records.</param>
    /// <param name="tables">Those in which it may have made or ended versions.</param>
    /// <param name="ended">Those of them in which it may have ended some; null for all.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<string> ComputeAsync(
        DatabaseFacade database, ChangeSet change, IReadOnlyCollection<VersionTable> tables, IReadOnlySet<VersionTable>? ended, CancellationToken ct)
    {
        using var hash = new ChangeHash();
        hash.Add(change);
        foreach (var table in tables.Where(t => t.HoldsFacts).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            await hash.AddAsync(database, table, "made", [.. table.Columns, HistoryTables.ValidFrom], $"{VersionTable.Quoted(HistoryTables.ChangeSet)} = @of", change.Id, ct);
            if (ended?.Contains(table) == false) continue;
            await hash.AddAsync(database, table, "ended", [.. table.Key, HistoryTables.ValidFrom], $"{VersionTable.Quoted(HistoryTables.ValidTo)} = @of", change.At, ct);
        }

        return Convert.ToHexStringLower(hash._hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    private void Add(ChangeSet change)
    {
        Add("change set 1");
        Add(change.Id);
        Add(change.At);
        Add(change.AccountId);
        Add(change.Person);
        Add(change.Why);
        Add(change.Request);
        Add(change.PreviousHash);
        foreach (var record in change.Records.OrderBy(r => r.Kind).ThenBy(r => r.Subject, StringComparer.Ordinal))
        {
            Add("record");
            Add(record.Kind.ToString());
            Add(record.Subject);
            Add(record.Title);
            Add(record.InitiativeCode);
            Add(record.CategorySlug);
            Add(record.FocusAreaSlug);
            Add(record.Action.ToString());
        }
    }

    private async Task AddAsync(
        DatabaseFacade database, VersionTable table, string what, IReadOnlyList<string> columns, string where, object of, CancellationToken ct)
    {
        await using var command = database.GetDbConnection().CreateCommand();
        command.Transaction = database.CurrentTransaction?.GetDbTransaction();
        var order = string.Join(", ", table.Key.Append(HistoryTables.ValidFrom).Select(VersionTable.Quoted));
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(VersionTable.Quoted))} FROM {VersionTable.Quoted(table.History)} WHERE {where} ORDER BY {order}";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@of", of);
        command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            Add(what);
            Add(table.Name);
            AddRow(rows);
        }
    }

    private void AddRow(DbDataReader row)
    {
        for (var i = 0; i < row.FieldCount; i++) Add(row.GetValue(i));
    }

    /// <summary>In one form, whatever type the database gives a value: a truth value is a number in one and none in another.</summary>
    private void Add(object? value)
    {
        var text = value switch
        {
            null or DBNull => null,
            bool truth => truth ? "1" : "0",
            DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            byte[] bytes => Convert.ToHexStringLower(bytes),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        Span<byte> length = stackalloc byte[4];
        if (text is null)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, -1);
            _hash.AppendData(length);
            return;
        }

        var content = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        _hash.AppendData(length);
        _hash.AppendData(content);
    }
}
