using System.Globalization;
using DefenseCoop.Data.Backups;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.People;
using DefenseCoop.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.History.Verification;

/// <summary>A database in which people changed a lot, on two days, and what it takes to alter copies of it.</summary>
public sealed class AlteredHistory : IAsyncLifetime
{
    private static readonly VersionTable[] Versioned = ReadTables();

    private readonly TestFolder _folder = new();

    public static IEnumerable<string> HistoryTables => Versioned.Select(t => t.History);

    internal static IEnumerable<VersionTable> Tables => Versioned;

    public string Pristine => _folder.File("pristine.db");

    public ChainHead Head { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var editor = await people.SignInAsync(await people.AddAsync("Eva", Roles.Editor));
        await new SampleChanges(people, editor, 1).MakeAsync();
        people.Clock.MoveTo(people.Clock.GetUtcNow().AddDays(400));
        editor = await people.SignInAsync(await people.AddAsync("Ned", Roles.Editor));
        await new SampleChanges(people, editor, 2).MakeAsync();
        Head = (await people.Get<IDatabase>().BackUpAsync(Pristine, false, null, Stop)).Head!;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    public static async Task<VerificationReport> VerifyAsync(string path, string? head = null)
    {
        await using var services = ServicesOf(path);
        return await services.GetRequiredService<HistoryVerification>().RunAsync(head, null, Stop);
    }

    public static DefenseCoopContext NewContext(string path) =>
        new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite($"Data Source={path};Pooling=False").Options);

    public async Task<IReadOnlyList<string>> ColumnsAsync(string table)
    {
        await using var connection = new SqliteConnection($"Data Source={Pristine};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        await using var reader = await command.ExecuteReaderAsync(Stop);
        List<string> columns = [];
        while (await reader.ReadAsync(Stop)) columns.Add(reader.GetString(0));
        return columns;
    }

    private static VersionTable[] ReadTables()
    {
        using var db = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options);
        return [.. VersionTable.All(db.Model)];
    }

    private static ServiceProvider ServicesOf(string path) =>
        TestDatabase.NewServices(new DatabaseOptions { ConnectionString = $"Data Source={path};Pooling=False" });
}

/// <summary>A copy of a database, to be altered by other means than the program.</summary>
internal sealed class AlteredCopy : IDisposable
{
    private readonly TestFolder _folder = new();

    public AlteredCopy(string original) => File.Copy(original, Path);

    public string Path => _folder.File("copy.db");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task ExecuteAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>Changes one byte of a value of a column, in a row by chance.</summary>
    /// <returns>What was changed; null where there is nothing to change.</returns>
    public async Task<string?> AlterAsync(string table, string column, Random random)
    {
        await using var connection = await OpenAsync();
        List<(long Row, object Value)> values = [];
        await using (var read = connection.CreateCommand())
        {
            read.CommandText = $"SELECT rowid, \"{column}\" FROM \"{table}\" ORDER BY rowid";
            await using var reader = await read.ExecuteReaderAsync(Stop);
            while (await reader.ReadAsync(Stop)) values.Add((reader.GetInt64(0), reader.GetValue(1)));
        }

        if (values.Count == 0) return null;
        var (row, value) = values[random.Next(values.Count)];
        object altered = value switch
        {
            DBNull => "x",
            string { Length: 0 } => "x",
            string text => Replaced(text, random.Next(text.Length)),
            long number => number ^ (1L << random.Next(6)),
            double number => number + 0.5,
            _ => "x",
        };
        await using var write = connection.CreateCommand();
        write.CommandText = $"UPDATE \"{table}\" SET \"{column}\" = @value WHERE rowid = @row";
        write.Parameters.AddWithValue("@value", altered);
        write.Parameters.AddWithValue("@row", row);
        try
        {
            await write.ExecuteNonQueryAsync(Stop);
        }
        catch (SqliteException)
        {
            // A constraint of the database keeps even an intruder from it.
            return null;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{table}.{column} of row {row} from {value} to {altered}");
    }

    /// <summary>
    /// Does what somebody would who knows how the history is built:
    /// takes the end of it off, and puts the rows back as they were.
    /// </summary>
    public async Task CutOffAsync(long last)
    {
        await ExecuteAsync("CREATE TABLE Cut AS SELECT At FROM ChangeSets WHERE Id = @last + 1", ("@last", last));
        foreach (var table in AlteredHistory.Tables)
        {
            var columns = string.Join(", ", table.Columns.Select(c => $"\"{c}\""));
            await ExecuteAsync(
                $"""
                DELETE FROM "{table.History}" WHERE ValidFrom >= (SELECT At FROM Cut);
                UPDATE "{table.History}" SET ValidTo = '9999-12-31 23:59:59'
                WHERE ValidTo <> '9999-12-31 23:59:59' AND ValidTo >= (SELECT At FROM Cut);
                DELETE FROM "{table.Name}";
                INSERT INTO "{table.Name}" ({columns}) SELECT {columns} FROM "{table.History}" WHERE ValidTo = '9999-12-31 23:59:59';
                """);
        }

        await ExecuteAsync(
            "DELETE FROM RecordChanges WHERE ChangeSetId > @last; DELETE FROM ChangeSets WHERE Id > @last; DROP TABLE Cut",
            ("@last", last));
        foreach (var table in AlteredHistory.HistoryTables)
        {
            await ExecuteAsync(
                $"UPDATE sqlite_sequence SET seq = (SELECT COALESCE(MAX(VersionId), 0) FROM \"{table}\") WHERE name = '{table}'");
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string Replaced(string text, int at) => string.Concat(
        text.AsSpan(0, at), text[at] == 'x' ? "y" : text[at] == '7' ? "3" : char.IsAsciiDigit(text[at]) ? "7" : "x", text.AsSpan(at + 1));

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync(Stop);
        return connection;
    }
}
