using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.History;

public sealed class ForeignWritesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Look_AfterAnotherProcessWrote_SaysSoOnce()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = TestDatabase.NewServices(database.Options);
        await using var writes = database.Services.GetRequiredService<ForeignWrites>();
        Assert.False(await writes.LookAsync(Stop));

        await RenameAsync(other, "Renamed elsewhere");

        Assert.True(await writes.LookAsync(Stop));
        Assert.False(await writes.LookAsync(Stop));
    }

    [Fact]
    public async Task Look_AfterThisProcessWroteAndToldIt_IsSilent()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var writes = database.Services.GetRequiredService<ForeignWrites>();
        Assert.False(await writes.LookAsync(Stop));

        var id = await RenameAsync(database.Services, "Renamed here");
        database.Services.GetRequiredService<IChangeBus>().Publish(ChangeNotice.Everything with { ChangeSetId = id });

        Assert.False(await writes.LookAsync(Stop));
    }

    [Fact]
    public async Task Look_AfterBothWrote_SaysSo()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = TestDatabase.NewServices(database.Options);
        await using var writes = database.Services.GetRequiredService<ForeignWrites>();
        Assert.False(await writes.LookAsync(Stop));

        await RenameAsync(other, "Renamed elsewhere");
        var id = await RenameAsync(database.Services, "Renamed here");
        database.Services.GetRequiredService<IChangeBus>().Publish(ChangeNotice.Everything with { ChangeSetId = id });

        Assert.True(await writes.LookAsync(Stop));
    }

    private static async Task<long> RenameAsync(IServiceProvider services, string title)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(Stop);
        (await db.Initiatives.SingleAsync(i => i.Code == "BE-1", Stop)).Retitle(title);
        await db.SaveRecordsAsync();
        return await db.ChangeSets.MaxAsync(c => c.Id, Stop);
    }
}
