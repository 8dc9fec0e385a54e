using System.Diagnostics;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

public sealed class DailyFindingsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Midnight_Passed_FindingsSpeakForTheNewDayWithoutAReader()
    {
        await using var app = new WebApp();
        app.Clock.MoveTo(new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.Zero));
        var contexts = app.Services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>();
        Assert.Equal(new DateOnly(2026, 11, 23), await DayAsync(contexts));

        app.Clock.MoveTo(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero));

        var waited = Stopwatch.StartNew();
        while (await DayAsync(contexts) != new DateOnly(2026, 11, 24))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "The findings still speak for the day before.");
            await Task.Delay(20, Stop);
        }
    }

    private static async Task<DateOnly> DayAsync(IDbContextFactory<DefenseCoopContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync(Stop);
        return await db.FindingsDays.Select(d => d.Day).SingleAsync(Stop);
    }
}
