using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Verification;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.History.Verification;

/// <summary>What was altered behind the back of the program is found, wherever it was.</summary>
public sealed class VerificationTests(AlteredHistory history) : IClassFixture<AlteredHistory>
{
    private const int Seed = 20261123;
    private const int AlterationsOfAColumn = 1;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tables =>
    [
        .. AlteredHistory.HistoryTables,
        "ChangeSets",
        "RecordChanges",
    ];

    [Fact]
    public async Task Untouched_IsSound()
    {
        var report = await AlteredHistory.VerifyAsync(history.Pristine, history.Head.Hash);

        Assert.Equal([.. Enum.GetValues<VerifiedPart>()], report.Results.Select(r => r.Part));
        Assert.All(report.Results, r => Assert.Null(r.Problem));
        Assert.Equal(history.Head, report.Head);
    }

    [Fact]
    public async Task Database_ThatOnlyTheStarterDataIsIn_IsSound()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Services.GetRequiredService<FindingsKeeper>().EnsureTodayAsync(Stop);

        var report = await database.Services.GetRequiredService<HistoryVerification>().RunAsync(null, null, Stop);

        Assert.All(report.Results, r => Assert.Null(r.Problem));
        Assert.Equal(1, report.Head!.Id);
    }

    /// <summary>Of random rows one byte of every column in turn.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public async Task OneByteOfAColumn_Altered_IsFound(string table)
    {
        var random = new Random(Seed);
        foreach (var column in await history.ColumnsAsync(table))
        {
            for (var i = 0; i < AlterationsOfAColumn; i++)
            {
                using var copy = new AlteredCopy(history.Pristine);
                if (await copy.AlterAsync(table, column, random) is not { } what) continue;

                var report = await AlteredHistory.VerifyAsync(copy.Path);

                Assert.False(report.IsSound, $"{what} was altered, and nobody noticed.");
            }
        }
    }

    [Theory]
    [InlineData(
        "UPDATE Readings SET Value = Value + 1 WHERE Id = (SELECT MAX(Id) FROM Readings)", VerifiedPart.CurrentRows, "Readings (Id ")]
    [InlineData("DELETE FROM Citations WHERE Id = (SELECT MAX(Id) FROM Citations)", VerifiedPart.CurrentRows, "Citations (Id ")]
    [InlineData(
        "CREATE TEMP TABLE Copied AS SELECT * FROM Sites WHERE Id = (SELECT MAX(Id) FROM Sites); "
            + "UPDATE Copied SET Id = Id + 1, Code = 'X-1', Name = 'Nowhere'; INSERT INTO Sites SELECT * FROM Copied",
        VerifiedPart.CurrentRows,
        "Sites (Id ")]
    [InlineData(
        "UPDATE RegisterEntries SET Status = (Status + 1) % 4 WHERE InitiativeId = (SELECT MIN(InitiativeId) FROM RegisterEntries); "
            + "UPDATE RegisterEntriesHistory SET Status = (Status + 1) % 4 WHERE ValidTo = '9999-12-31 23:59:59' "
            + "AND InitiativeId = (SELECT MIN(InitiativeId) FROM RegisterEntries)",
        VerifiedPart.Findings,
        "Status is")]
    [InlineData(
        "DELETE FROM FocusAreaFindings WHERE FocusAreaId = (SELECT MIN(FocusAreaId) FROM FocusAreaFindings)",
        VerifiedPart.Findings,
        "is not stored")]
    [InlineData(
        "DELETE FROM RecordChanges WHERE ChangeSetId = 3; DELETE FROM ChangeSets WHERE Id = 3",
        VerifiedPart.Chain,
        "The change set 3 is missing: the next after 2 is 4")]
    [InlineData("UPDATE ChangeSets SET Why = 'Another reason' WHERE Id = 4", VerifiedPart.Chain, "The change set 4 of")]
    [InlineData(
        "UPDATE ReadingsHistory SET ChangeSetId = 9999 WHERE VersionId = 1",
        VerifiedPart.Versions,
        "names the change set 9999, which is not there")]
    [InlineData(
        "UPDATE ReadingsHistory SET ValidTo = '2026-01-01 00:00:00' WHERE VersionId = (SELECT MAX(VersionId) FROM ReadingsHistory)",
        VerifiedPart.Versions,
        "when nothing was changed")]
    [InlineData(
        "PRAGMA foreign_keys = OFF; DELETE FROM FocusAreas WHERE Id = (SELECT MIN(Id) FROM FocusAreas)",
        VerifiedPart.Database,
        "refers to one that is not there")]
    public async Task Alteration_OfOneKind_IsNamed(string sql, VerifiedPart part, string words)
    {
        using var copy = new AlteredCopy(history.Pristine);
        await copy.ExecuteAsync(sql);

        var report = await AlteredHistory.VerifyAsync(copy.Path);

        Assert.Contains(words, report.Results.Single(r => r.Part == part).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LastTenChangeSets_CutOff_AreMissedByTheNotedHashAlone()
    {
        using var copy = new AlteredCopy(history.Pristine);
        await copy.CutOffAsync(history.Head.Id - 10);

        var plain = await AlteredHistory.VerifyAsync(copy.Path);
        var noted = await AlteredHistory.VerifyAsync(copy.Path, history.Head.Hash);
        var earlier = await AlteredHistory.VerifyAsync(copy.Path, plain.Head!.Hash);

        Assert.All(plain.Results, r => Assert.Null(r.Problem));
        Assert.Equal(history.Head.Id - 10, plain.Head.Id);
        Assert.Contains("cut off or replaced", noted.Results.Single(r => r.Part == VerifiedPart.Head).Problem, StringComparison.Ordinal);
        Assert.True(earlier.IsSound);
    }

    [Fact]
    public async Task EarlierHash_Noted_SaysHowManyCameAfterIt()
    {
        await using var db = AlteredHistory.NewContext(history.Pristine);
        var earlier = await db.ChangeSets.Where(c => c.Id == history.Head.Id - 7).Select(c => c.Hash).SingleAsync(Stop);

        var report = await AlteredHistory.VerifyAsync(history.Pristine, earlier);

        Assert.True(report.IsSound);
        Assert.Contains("7 change sets came after it", report.Results[^1].Note, StringComparison.Ordinal);
    }
}
