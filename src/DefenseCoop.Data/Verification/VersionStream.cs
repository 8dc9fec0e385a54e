using System.Data.Common;
using System.Globalization;
using DefenseCoop.Data.History.Chain;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;

namespace DefenseCoop.Data.Verification;

/// <summary>The versions of one table as they go by in the order of the change sets that answer for them.</summary>
internal sealed class VersionStream : IAsyncDisposable
{
    private readonly DbCommand _command;

    private VersionStream(HashedRows rows, DbCommand command, DbDataReader reader) => (Rows, _command, Reader) = (rows, command, reader);

    public HashedRows Rows { get; }

    public DbDataReader Reader { get; }

    /// <summary>False at the end.</summary>
    public bool IsOnRow { get; private set; }

    /// <summary>The change set that made the row.</summary>
    public long Number => Reader.GetInt64(Rows.Width);

    /// <summary>The instant at which the row ended.</summary>
    public DateTime Instant => Utc(Reader.GetDateTime(Rows.Width));

    /// <summary>The instant at which the row began.</summary>
    public DateTime From => Utc(Reader.GetDateTime(Rows.Columns.Index().Single(c => c.Item == HistoryTables.ValidFrom).Index));

    public static async Task<VersionStream> OpenAsync(DefenseCoopContext db, HashedRows rows, CancellationToken ct)
    {
        var command = rows.CommandOfAll(db.Database);
        var stream = new VersionStream(rows, command, await command.ExecuteReaderAsync(ct));
        await stream.NextAsync(ct);
        return stream;
    }

    public async Task NextAsync(CancellationToken ct) => IsOnRow = await Reader.ReadAsync(ct);

    /// <summary>The row for which no change set answers, in words.</summary>
    public string Orphan() => Rows.What == HashedRows.Made
        ? $"A version of {Subject()} names the change set {Number}, which is not there."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"A version of {Subject()} ends at {Instant:yyyy-MM-dd HH:mm:ss.FFFFFF} UTC, when nothing was changed.");

    /// <summary>Table and key of the row, for people.</summary>
    public string Subject() =>
        $"{Rows.Table.Name} ({string.Join(", ", Rows.Table.Key.Select(k => $"{k} {Reader.GetValue(Reader.GetOrdinal(k))}"))})";

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        await _command.DisposeAsync();
    }

    private static DateTime Utc(DateTime stored) => DateTime.SpecifyKind(stored, DateTimeKind.Utc);
}
