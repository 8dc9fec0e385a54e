using System.Data.Common;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DefenseCoop.Data.Verification;

/// <summary>Looks for versions that cannot follow one another, and for rows that are not what their newest versions say.</summary>
internal sealed class RowCheck(DefenseCoopContext db, FirstProblems problems)
{
    private const string FindingsDays = "FindingsDays";

    private static readonly string From = VersionTable.Quoted(HistoryTables.ValidFrom);
    private static readonly string To = VersionTable.Quoted(HistoryTables.ValidTo);

    public async Task RunAsync(Action<double> progress, CancellationToken ct)
    {
        var tables = VersionTable.All(db.Model).ToList();
        foreach (var (done, table) in tables.Index())
        {
            await CheckVersionsAsync(table, ct);
            await CheckCurrentAsync(table, ct);
            progress((done + 1.0) / tables.Count);
        }
    }

    private async Task CheckVersionsAsync(VersionTable table, CancellationToken ct)
    {
        var (history, key) = (VersionTable.Quoted(table.History), List(table.Key));
        var what = table.Key.Select(VersionTable.Quoted).Select(k => $"'{k.Trim('"')} ' || {k}");
        var subject = string.Join(" || ', ' || ", what);
        var before = $"LAG({To}) OVER (PARTITION BY {key} ORDER BY {From}, {HistoryTables.Version})";
        if (table.HoldsFacts && await FirstAsync($"SELECT {subject} FROM {history} WHERE {From} >= {To} LIMIT 1", ct) is { } backwards)
        {
            problems.Add(VerifiedPart.Versions, $"A version of {table.Name} ({backwards}) ends before it begins.");
        }

        if (await FirstAsync(
            $"SELECT {subject} FROM (SELECT {key}, {From}, {before} AS Before FROM {history}) WHERE Before > {From} LIMIT 1",
            ct) is { } overlapping)
        {
            problems.Add(VerifiedPart.Versions, $"Two versions of {table.Name} ({overlapping}) hold at one time.");
        }

        if (await FirstAsync($"SELECT 'x' FROM (SELECT COUNT(*) AS Rows, MIN({HistoryTables.Version}) AS Least, "
            + $"MAX({HistoryTables.Version}) AS Most FROM {history}) WHERE Rows > 0 AND (Least <> 1 OR Most <> Rows)", ct) is not null)
        {
            problems.Add(
                VerifiedPart.Versions,
                $"The versions of {table.Name} are not numbered from 1 without a gap: one was removed or renumbered.");
        }

        if (!table.HoldsFacts) await CheckFindingsAsync(table, history, subject, before, ct);
    }

    /// <summary>Findings change with a change set, or when all of them are computed, and at no other time.</summary>
    private async Task CheckFindingsAsync(VersionTable table, string history, string subject, string before, CancellationToken ct)
    {
        var days = VersionTable.Quoted(HistoryTables.NameOf(FindingsDays));
        var instants = $"SELECT At FROM ChangeSets UNION SELECT {From} FROM {days}";
        if (table.Name == FindingsDays)
        {
            if (await FirstAsync($"SELECT 'x' FROM (SELECT {List(table.Key)}, {From}, {before} AS Before "
                + $"FROM {history}) WHERE Before <> {From} OR Id <> 1 LIMIT 1", ct) is not null)
            {
                problems.Add(VerifiedPart.Versions, "Between two days of the stored findings there is a gap, or a day too many.");
            }

            return;
        }

        var strange = $"SELECT {subject} FROM {history} WHERE {From} NOT IN ({instants}) OR ({To} <> '9999-12-31 23:59:59' "
            + $"AND {To} NOT IN ({instants})) LIMIT 1";
        if (await FirstAsync(strange, ct) is { } found)
        {
            problems.Add(VerifiedPart.Versions, $"A version of {table.Name} ({found}) begins or ends when nothing was computed.");
        }
    }

    private async Task CheckCurrentAsync(VersionTable table, CancellationToken ct)
    {
        var columns = List(table.Columns);
        var current = $"SELECT {columns} FROM {VersionTable.Quoted(table.Name)}";
        var newest = $"SELECT {columns} FROM {VersionTable.Quoted(table.History)} WHERE {To} = '9999-12-31 23:59:59'";
        var subject = $"SELECT {string.Join(" || ', ' || ", table.Key.Select(k => $"'{k} ' || {VersionTable.Quoted(k)}"))} FROM";
        if (await FirstAsync($"{subject} ({current} EXCEPT {newest}) LIMIT 1", ct) is { } row)
        {
            problems.Add(
                VerifiedPart.CurrentRows,
                $"The row of {table.Name} ({row}) is not what its newest version says: it was changed outside of the program.");
        }

        if (await FirstAsync($"{subject} ({newest} EXCEPT {current}) LIMIT 1", ct) is { } version)
        {
            problems.Add(
                VerifiedPart.CurrentRows,
                $"The newest version of {table.Name} ({version}) is not what the table says: "
                    + "the row was changed or removed outside of the program.");
        }
    }

    private async Task<string?> FirstAsync(string sql, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return await command.ExecuteScalarAsync(ct) is string found ? found : null;
    }

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Select(VersionTable.Quoted));
}
