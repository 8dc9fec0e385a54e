using System.IO.Compression;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Storage;

/// <summary>
/// Databases that earlier releases made, each with the starter data of its time and a change set of synthetic initiatives:
/// brought up to date they are whole, and every hash of before still holds.
/// </summary>
public sealed class EarlierReleaseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Releases =>
        [.. typeof(EarlierReleaseTests).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".db.gz", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Database_OfAnEarlierRelease_IsBroughtOverAndSound(string release)
    {
        await using var database = TestDatabase.Unprepared();
        await UnpackAsync(release, database.Options.DatabasePath);

        var result = await database.Preparation.PrepareAsync(Stop);

        Assert.NotEmpty(result.MigrationsApplied);
        Assert.Null(result.Loaded);
        await AssertSoundAsync(database);
        await database.Services.GetRequiredService<FindingsKeeper>().EnsureTodayAsync(Stop);
        await AssertSoundAsync(database);
        await using var db = database.NewContext();
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync(Stop));
        Assert.True(await db.ChangeSets.CountAsync(Stop) > 1);
        Assert.True(await db.RegisterEntries.CountAsync(Stop) > 39);
    }

    /// <summary>Names were stored in another form then, which hashes answer for; they are found all the same, and sort as today.</summary>
    [Fact]
    public async Task Search_OfWhatWasKnownThen_FindsWhatIsNamed()
    {
        await using var database = TestDatabase.Unprepared();
        await UnpackAsync(Releases.First(), database.Options.DatabasePath);
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
        await UnpackAsync(Releases.First(), database.Options.DatabasePath);
        await database.Preparation.PrepareAsync(Stop);
        await using (var db = database.NewContext())
        {
            (await db.Targets.OrderBy(t => t.Id).FirstAsync(Stop)).Kind = TargetKind.Hold;
            await db.SaveRecordsAsync();
        }

        await AssertSoundAsync(database);
        await using (var connection = new SqliteConnection(database.Options.SqliteConnectionString))
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

    private static async Task UnpackAsync(string release, string path)
    {
        await using var packed = typeof(EarlierReleaseTests).Assembly.GetManifestResourceStream(release)!;
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        await using var file = File.Create(path);
        await unpacked.CopyToAsync(file, Stop);
    }
}
