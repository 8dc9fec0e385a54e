using Microsoft.Data.Sqlite;

namespace DefenseCoop.Benchmarks.History;

/// <summary>
/// Gives every record that the register rests on ten versions, one for each of ten past days, straight in the database: what
/// was recorded is what holds now. The change sets stand for the versions only; the chain is not theirs.
/// </summary>
internal static class PastVersions
{
    public const int Count = 10;

    private const string Open = "9999-12-31 23:59:59";

    private static readonly string[] Tables =
    [
        "RegisterEntries", "Initiatives", "Participations", "Contributions", "Categories", "FocusAreas", "Organizations", "Sites",
        "InitiativeSites", "FocusAreaFindings", "FindingsDays", "Objectives", "ExpectedOutcomes",
    ];

    public static DateOnly FirstDay { get; } = new(2026, 1, 1);

    public static async Task AddAsync(string file, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        await connection.OpenAsync(cancel);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancel);
        foreach (var table in Tables) await AddAsync(connection, $"{table}History", cancel);
        for (var version = 0; version < Count; version++)
        {
            await RunAsync(
                connection,
                "INSERT INTO ChangeSets (Id, At, Person, PreviousHash, Hash) "
                    + $"SELECT MAX(Id) + 1, '{From(version)}', 'Benchmark', '{new string('0', 64)}', '{version:D64}' FROM ChangeSets",
                cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private static async Task AddAsync(SqliteConnection connection, string table, CancellationToken cancel)
    {
        List<string> columns = [];
        await using (var command = Command(
            connection, $"SELECT name FROM pragma_table_info('{table}') WHERE name NOT IN ('VersionId', 'ValidFrom', 'ValidTo')"))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel)) columns.Add($"\"{reader.GetString(0)}\"");
        }

        if (columns.Count == 0) throw new InvalidDataException($"There is no table {table}.");
        await RunAsync(connection, $"DELETE FROM {table} WHERE ValidTo <> '{Open}'", cancel);
        var all = string.Join(", ", columns);
        for (var version = 0; version < Count - 1; version++)
        {
            // Findings were stored on their day.
            var then = all.Replace("\"Day\"", $"'{FirstDay.AddDays(version):yyyy-MM-dd}'", StringComparison.Ordinal);
            await RunAsync(
                connection,
                $"INSERT INTO {table} ({all}, ValidFrom, ValidTo) "
                    + $"SELECT {then}, '{From(version)}', '{From(version + 1)}' FROM {table} WHERE ValidTo = '{Open}'",
                cancel);
        }

        await RunAsync(connection, $"UPDATE {table} SET ValidFrom = '{From(Count - 1)}' WHERE ValidTo = '{Open}'", cancel);
    }

    private static string From(int version) => FormattableString.Invariant($"{FirstDay.AddDays(version):yyyy-MM-dd} 00:00:00");

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = Command(connection, sql);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
