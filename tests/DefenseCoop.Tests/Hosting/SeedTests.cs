using DefenseCoop.Data.Status;
using DefenseCoop.Data.Synthetic;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

public sealed class SeedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seed_ANumber_AddsThatManyAndTheirFindings()
    {
        await using var database = await TestDatabase.CreateAsync();
        var before = (await CountsAsync(database)).All;

        var (code, output, errors) = await AppProcess.RunAsync(["seed", "--initiatives", "700", "--Data:Folder", database.Folder]);

        Assert.True(code == 0, errors);
        Assert.Contains("700 of 700 synthetic initiatives were added", output, StringComparison.Ordinal);
        Assert.Equal((before + 700, 700, before + 700), await CountsAsync(database));
    }

    [Fact]
    public async Task Seed_Interrupted_KeepsWholeBatchesAndTheirFindings()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var seed = AppProcess.Start(["seed", "--initiatives", "1000000", "--Data:Folder", database.Folder]);
        while ((await CountsAsync(database)).Synthetic == 0) await Task.Delay(20, Stop);

        seed.Signal("TERM");

        Assert.Equal(130, await seed.EndedAsync());
        Assert.Contains("Interrupted", seed.Errors, StringComparison.Ordinal);
        Assert.Contains("of 1,000,000 synthetic initiatives were added", seed.All, StringComparison.Ordinal);
        var counts = await CountsAsync(database);
        Assert.Equal(0, counts.Synthetic % 500);
        Assert.Equal(counts.All, counts.Entries);
    }

    private static async Task<(int All, int Synthetic, int Entries)> CountsAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return (
            await db.Initiatives.CountAsync(Stop),
            await db.Initiatives.CountAsync(i => i.Code.StartsWith(SyntheticGenerator.CodePrefix), Stop),
            await db.RegisterEntries.CountAsync(Stop));
    }
}
