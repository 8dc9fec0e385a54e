using System.IO.Compression;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Data.Storage.Sqlite.Steps;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Storage;

/// <summary>
/// Databases that version 0.1.0 made, of its release and of its last build, and one made at the baseline; each with the
/// starter data of its time and a change set of synthetic initiatives: they come to the newest step, are whole, and every
/// hash of before still holds.
/// </summary>
public sealed class EarlierReleaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>It has rows from before some of its columns.</summary>
    private const string Earliest = "DefenseCoop.Tests.Storage.Releases.2026-11-28.db.gz";

    public static TheoryData<string> Releases =>
        [.. typeof(EarlierReleaseTests).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".db.gz", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Database_OfAnEarlierRelease_IsBroughtOverAndSound(string release)
    {
        await using var database = TestDatabase.Unprepared();
        await UnpackAsync(release, database.Path);
        var columns = await ColumnsAsync(database);
        var before = await RowsAsync(database, columns);

        var result = await database.Preparation.PrepareAsync(Stop);

        Assert.NotEmpty(result.MigrationsApplied);
        Assert.Null(result.Loaded);
        Assert.Contains("ChangeSets", columns.Keys);
        Assert.Equal(before, await RowsAsync(database, columns));
        await AssertSoundAsync(database);
        await database.Services.GetRequiredService<FindingsKeeper>().EnsureTodayAsync(Stop);
        await AssertSoundAsync(database);
        await using var db = database.NewContext();
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(Stop));
        Assert.True(await db.ChangeSets.CountAsync(Stop) > 1);
        Assert.True(await db.RegisterEntries.CountAsync(Stop) > 39);
    }

    /// <summary>What the baseline makes is what the steps before it made, column by column.</summary>
    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Tables_OfAnEarlierRelease_AreThoseOfANewDatabase(string release)
    {
        await using var database = TestDatabase.Unprepared();
        await using var brandNew = await TestDatabase.CreateAsync();
        await UnpackAsync(release, database.Path);
        await database.Preparation.PrepareAsync(Stop);

        Assert.Equal(await SchemaAsync(brandNew), await SchemaAsync(database));
    }

    /// <summary>Names were stored in another form then, which hashes answer for; they are found all the same, and sort as today.</summary>
    [Fact]
    public async Task Search_OfWhatWasKnownThen_FindsWhatIsNamed()
    {
        await using var database = TestDatabase.Unprepared();
        await UnpackAsync(Earliest, database.Path);
        await database.Preparation.PrepareAsync(Stop);
        Moment then;
        await using (var db = database.NewContext())
        {
            var day = await db.FindingsDays.AsNoTracking().SingleAsync(Stop);
            Assert.True(string.IsNullOrEmpty(day.Rules));
            then = new Moment(day.Day, await db.ChangeSets.MaxAsync(c => c.At, Stop));
        }

        var register = database.Services.GetRequiredService<RegisterQueries>();
        var found = await register.ReadAsync(new RegisterQuery { Text = "thule" }, then, Stop);
        var sorted = await register.ReadAsync(new RegisterQuery { Sort = RegisterSort.Title, Size = 200 }, then, Stop);

        Assert.Contains("BE-2", found.Rows.Select(r => r.Code));
        Assert.Equal(sorted.Rows.Select(r => r.Title).Order(FoldedText.Order), sorted.Rows.Select(r => r.Title));
    }

    /// <summary>A column that came later goes into the hash as soon as it says something, so that it cannot be altered either.</summary>
    [Fact]
    public async Task ColumnThatCameLater_IsSealedOnceItSaysSomething()
    {
        await using var database = TestDatabase.Unprepared();
        await UnpackAsync(Earliest, database.Path);
        await database.Preparation.PrepareAsync(Stop);
        await using (var db = database.NewContext())
        {
            (await db.Targets.OrderBy(t => t.Id).FirstAsync(Stop)).Ask(TargetKind.Hold);
            await db.SaveRecordsAsync();
        }

        await AssertSoundAsync(database);
        await using (var connection = new SqliteConnection(SqliteSource.ConnectionStringOf(database.Options)))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE Targets SET Kind = 0; UPDATE TargetsHistory SET Kind = 0";
            await command.ExecuteNonQueryAsync(Stop);
        }

        var report = await database.Services.GetRequiredService<HistoryVerification>().RunAsync(null, null, Stop);
        Assert.NotNull(report.Results.Single(r => r.Part == VerifiedPart.Chain).Problem);
    }

    private static async Task AssertSoundAsync(TestDatabase database)
    {
        var report = await database.Services.GetRequiredService<HistoryVerification>().RunAsync(null, null, Stop);
        Assert.All(report.Results, r => Assert.Null(r.Problem));
    }

    /// <summary>The tables of records with their columns, as a list to select.</summary>
    private static async Task<Dictionary<string, string>> ColumnsAsync(TestDatabase database)
    {
        var lines = await LinesAsync(
            database,
            """
            SELECT t.name, group_concat('"' || c.name || '"') FROM sqlite_master t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' GROUP BY t.name
            """);
        return lines.Select(l => l.Split('|')).ToDictionary(l => l[0], l => l[1]);
    }

    private static async Task<List<string>> RowsAsync(TestDatabase database, Dictionary<string, string> columns)
    {
        var rows = new List<string>();
        foreach (var (table, names) in columns)
        {
            rows.AddRange(await LinesAsync(database, $"SELECT '{table}', {names} FROM \"{table}\" ORDER BY rowid"));
        }
        return rows;
    }

    /// <summary>Tables, columns, what refers to what, and indexes; the order of columns is of no importance.</summary>
    private static Task<List<string>> SchemaAsync(TestDatabase database) => LinesAsync(
        database,
        """
        SELECT 'column', t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
        FROM sqlite_master t, pragma_table_xinfo(t.name) c WHERE t.type = 'table'
        UNION ALL
        SELECT 'reference', t.name, f."from", f."table", f."to", f.on_delete, f.on_update
        FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        UNION ALL
        SELECT type, name, tbl_name, sql, '', '', '' FROM sqlite_master WHERE type <> 'table'
        UNION ALL
        SELECT 'numbered', name, sql LIKE '%AUTOINCREMENT%', sql LIKE '%CHECK%', sql LIKE '%COLLATE%', '', ''
        FROM sqlite_master WHERE type = 'table'
        ORDER BY 1, 2, 3
        """);

    private static async Task<List<string>> LinesAsync(TestDatabase database, string sql)
    {
        await using var connection = new SqliteConnection(SqliteSource.ConnectionStringOf(database.Options));
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var lines = new List<string>();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync(Stop))
        {
            reader.GetValues(values);
            lines.Add(string.Join('|', values));
        }

        return lines;
    }

    internal static async Task UnpackAsync(string release, string path)
    {
        await using var packed = typeof(EarlierReleaseTests).Assembly.GetManifestResourceStream(release)!;
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        await using var file = File.Create(path);
        await unpacked.CopyToAsync(file, Stop);
    }
}
