using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DefenseCoop.Data.History.Versions;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DefenseCoop.Data.History.Chain;

/// <summary>
/// The hash of a change set: SHA-256 over its own fields, the hash before it, what it did to which records, every version
/// that it made or ended, and what was shown until then: versions of findings that ended since the change set before.
/// Every value goes in with its length before it, so that no two contents read the same.
/// </summary>
internal sealed class ChangeHash : IDisposable
{
    public static readonly string Zero = new('0', ChangeSet.HashLength);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ChangeHash(ChangeSet change) => Add(change);

    /// <summary>Computes it from what is stored, after the versions were written.</summary>
    /// <param name="database">Open, within the transaction that wrote them or a later one.</param>
    /// <param name="change">With its records.</param>
    /// <param name="previousAt">Instant of the change set before; null for the first.</param>
    /// <param name="tables">Those in which it may have made or ended versions,
    /// and those of findings; the order is of no importance.</param>
    /// <param name="ct">Ends it.</param>
    public static Task<string> ComputeAsync(
        DatabaseFacade database, ChangeSet change, DateTime? previousAt, IEnumerable<VersionTable> tables, CancellationToken ct) =>
        ComputeAsync(database, change, previousAt, tables, null, ct);

    /// <param name="database">Open, within the transaction that wrote them or a later one.</param>
    /// <param name="change">With its records.</param>
    /// <param name="previousAt">Instant of the change set before; null for the first.</param>
    /// <param name="tables">Those in which it may have made or ended versions, and those of findings.</param>
    /// <param name="ended">Those of them in which it may have ended some; null for all.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<string> ComputeAsync(
        DatabaseFacade database, ChangeSet change, DateTime? previousAt,
        IEnumerable<VersionTable> tables, IReadOnlySet<VersionTable>? ended, CancellationToken ct)
    {
        using var hash = new ChangeHash(change);
        foreach (var table in tables.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            foreach (var rows in HashedRows.Of(table).Where(r => r.What != HashedRows.Ended || ended?.Contains(table) != false))
            {
                await using var command = rows.Command(database, change, previousAt);
                await using var reader = await command.ExecuteReaderAsync(ct);
                while (await reader.ReadAsync(ct)) hash.Add(rows, reader);
            }
        }

        return hash.Finish();
    }

    /// <summary>Adds a row of a table; rows go in in the order of the tables' names, and then of <see cref="HashedRows.Order"/>.</summary>
    public void Add(HashedRows rows, DbDataReader row)
    {
        Add(rows.What);
        Add(rows.Table.Name);
        for (var i = 0; i < rows.Columns.Count; i++) Add(row.GetValue(i));
        foreach (var (position, column) in rows.Later.Index())
        {
            var text = Text(row.GetValue(rows.Columns.Count + position));
            if (text == Text(column.Before)) continue;
            AddText(column.Name);
            AddText(text);
        }
    }

    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

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

    private void Add(object? value) => AddText(Text(value));

    /// <summary>In one form, whatever type the database gives a value: a truth value is a number in one and none in another.</summary>
    private static string? Text(object? value) => value switch
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

    private void AddText(string? text)
    {
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
