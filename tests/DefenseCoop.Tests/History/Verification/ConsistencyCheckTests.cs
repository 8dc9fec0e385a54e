using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Synthetic;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.History.Verification;

/// <summary>A verification names records whose fields cannot all be right together, and does not fail for them.</summary>
public sealed class ConsistencyCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What is public of them is no more than that.</summary>
    [Fact]
    public async Task StarterAndSyntheticData_AreSound_AndWhatIsPublishedSoIsNamed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.Services.GetRequiredService<SyntheticSeeder>().SeedAsync(300, new Progress<int>(), Stop);
        await database.Services.GetRequiredService<FindingsKeeper>().EnsureTodayAsync(Stop);

        var report = await database.Services.GetRequiredService<HistoryVerification>().RunAsync(null, null, Stop);

        Assert.True(report.IsSound, string.Join('\n', report.Results.Select(r => r.Problem)));
        var noted = Assert.Single(report.Results, r => r.IsNoted);
        Assert.Equal(VerifiedPart.Consistency, noted.Part);
        Assert.StartsWith("4 records say what no form would take: ", noted.Note, StringComparison.Ordinal);
        Assert.All(
            [
                "the milestone CY-3-M2 (A milestone that is met",
                "the milestone MA-2-M2 (19 Aug 2025 is before",
                "the reading IN-JT4-AC-R1 (No source of it is dated, or was read, on or after 1 Apr 2025",
                "the initiative JT-8 (A completed initiative",
            ],
            words => Assert.Contains(words, noted.Note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ManyRecords_OfEveryKind_AreCountedAndTheFirstAreNamed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.NewContext();
        foreach (var reading in await db.Readings.Take(7).ToListAsync(Stop))
        {
            reading.Classify(ReadingKind.Actual, reading.KindWording);
            reading.Date(Period.Parse("2027"));
        }

        var edition = await db.Set<ExerciseEdition>().FirstAsync(e => e.End != null, Stop);
        edition.Hold(PartialDate.OfYear(2026), PartialDate.OfYear(2025));
        await db.SaveRecordsAsync();

        var found = await new ConsistencyCheck(db, Today).RunAsync(Stop);

        Assert.StartsWith("12 records say", found, StringComparison.Ordinal);
        Assert.Contains("2027 has not come yet", found, StringComparison.Ordinal);
        Assert.EndsWith("; and 7 more", found, StringComparison.Ordinal);
    }
}
