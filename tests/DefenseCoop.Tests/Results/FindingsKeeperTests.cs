using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Summary;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Initiatives;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Results;

/// <summary>The stored findings speak for today whenever they are read, and are not computed when they do already.</summary>
public sealed class FindingsKeeperTests
{
    private const string Mark = "Set by the test.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("the next day", 1)]
    [InlineData("three months on", 90)]
    [InlineData("four years on", 1461)]
    public async Task Readers_ClockMovedOn_ReadFindingsOfTheNewDay(string label, int days)
    {
        await using var database = await TestDatabase.CreateAsync();
        var clock = new FixedClock();
        await using var services = Services(database, clock);
        var register = services.GetRequiredService<RegisterQueries>();
        await register.ReadAsync(new RegisterQuery(), GeneratedRegister.Today, Stop);
        await MarkAsync(database);
        clock.MoveTo(FixedClock.Start.AddDays(days));
        var day = GeneratedRegister.Today.AddDays(days);

        var rows = (await register.ReadAsync(new RegisterQuery { Size = 200 }, day, Stop)).Rows;

        var expected = await ExpectedAsync(database, day);
        Assert.True(day == await StoredDayAsync(database), label);
        Assert.Equal(
            expected.Rows.Select(r => (r.Code, r.Finding.Status, r.Finding.FirstCause)).Order(),
            rows.Select(r => (r.Code, r.Status, r.FirstCause)).Order());
    }

    [Fact]
    public async Task Readers_ClockMovedOn_EachOfThemRecomputesFirst()
    {
        Dictionary<string, Func<ServiceProvider, DateOnly, Task<bool>>> readers = new()
        {
            ["register"] = async (s, d) =>
                (await s.GetRequiredService<RegisterQueries>().ReadAsync(new RegisterQuery(), d, Stop)).Rows.Any(r => r.FirstCause == Mark),
            ["counts"] = async (s, d) => (await s.GetRequiredService<RegisterQueries>()
                .CountAsync([new RegisterQuery { Statuses = [Domain.Status.AssessedStatus.Achieved] }], d, Stop))[0] == 39,
            ["summary"] = async (s, d) =>
                (await s.GetRequiredService<SummaryQueries>().ReadAsync(d, Stop)).ByStatus[Domain.Status.AssessedStatus.Achieved] == 39,
            ["focus areas"] = async (s, d) =>
                (await s.GetRequiredService<FocusAreaQueries>().ListAsync(d, Stop)).Any(r => r.FirstCause == Mark),
        };
        await using var database = await TestDatabase.CreateAsync();
        var clock = new FixedClock();
        await using var services = Services(database, clock);
        foreach (var (name, readsTheMark) in readers)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            await services.GetRequiredService<FindingsKeeper>().EnsureTodayAsync(Stop);
            await MarkAsync(database);
            Assert.True(await readsTheMark(services, today), $"{name}: it does not read what is stored.");

            clock.MoveTo(clock.GetUtcNow().AddDays(1));

            Assert.False(await readsTheMark(services, today.AddDays(1)), $"{name}: it read findings of the day before.");
        }
    }

    [Fact]
    public async Task EnsureTodayAsync_SameDay_ComputesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var clock = new FixedClock();
        await using var services = Services(database, clock);
        var keeper = services.GetRequiredService<FindingsKeeper>();
        await keeper.EnsureTodayAsync(Stop);
        await MarkAsync(database);

        await keeper.EnsureTodayAsync(Stop);
        clock.MoveTo(new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.Zero));
        await keeper.EnsureTodayAsync(Stop);
        await using var secondProcess = Services(database, clock);
        await secondProcess.GetRequiredService<FindingsKeeper>().EnsureTodayAsync(Stop);

        await using var db = database.NewContext();
        Assert.Equal(39, await db.RegisterEntries.CountAsync(e => e.FirstCause == Mark, Stop));
    }

    [Fact]
    public async Task RecomputeAsync_SameDay_ComputesAnew()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var services = Services(database, new FixedClock());
        var keeper = services.GetRequiredService<FindingsKeeper>();
        await keeper.EnsureTodayAsync(Stop);
        await MarkAsync(database);

        await keeper.RecomputeAsync(Stop);

        await using var db = database.NewContext();
        Assert.Equal(0, await db.RegisterEntries.CountAsync(e => e.FirstCause == Mark, Stop));
        Assert.Equal(39, await db.RegisterEntries.CountAsync(Stop));
    }

    [Fact]
    public async Task Clock_AtMidnightUtc_ChangesTheDay()
    {
        await using var database = await TestDatabase.CreateAsync();
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 24, 0, 59, 59, TimeSpan.FromHours(1)));
        await using var services = Services(database, clock);
        var keeper = services.GetRequiredService<FindingsKeeper>();

        Assert.Equal(new DateOnly(2026, 11, 23), await DayAsync());
        clock.MoveTo(clock.GetUtcNow().AddSeconds(1));
        Assert.Equal(new DateOnly(2026, 11, 24), await DayAsync());

        async Task<DateOnly> DayAsync()
        {
            await keeper.EnsureTodayAsync(Stop);
            await using var db = database.NewContext();
            return await db.FindingsDays.Select(d => d.Day).SingleAsync(Stop);
        }
    }

    [Fact]
    public async Task EnsureTodayAsync_AtOnceInOneProcess_LeavesOneSetOfFindings()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var services = Services(database, new FixedClock());
        var keeper = services.GetRequiredService<FindingsKeeper>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await keeper.EnsureTodayAsync(Stop), Stop)));

        await AssertCompleteAsync(database);
    }

    [Fact]
    public async Task EnsureTodayAsync_AtOnceInTwoProcesses_LeavesOneSetOfFindings()
    {
        await using var database = await TestDatabase.CreateAsync();
        var clock = new FixedClock();
        await using var one = Services(database, clock);
        await using var other = Services(database, clock);
        var keepers = new[] { one, other }.Select(s => s.GetRequiredService<FindingsKeeper>()).ToList();

        await Task.WhenAll(keepers.Select(k => Task.Run(async () => await k.EnsureTodayAsync(Stop), Stop)));

        await AssertCompleteAsync(database);
    }

    private static ServiceProvider Services(TestDatabase database, TimeProvider clock) => new ServiceCollection()
        .AddSingleton(clock)
        .AddDefenseCoopData(database.Options)
        .BuildServiceProvider();

    /// <summary>Writes what no rule gives, so that a computation shows.</summary>
    private static async Task MarkAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        await db.RegisterEntries.ExecuteUpdateAsync(e => e
            .SetProperty(x => x.FirstCause, Mark).SetProperty(x => x.Status, Domain.Status.AssessedStatus.Achieved), Stop);
        await db.FocusAreaFindings.ExecuteUpdateAsync(f => f.SetProperty(x => x.FirstCause, Mark), Stop);
    }

    private static async Task<DateOnly> StoredDayAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        return (await db.FindingsDays.SingleAsync(Stop)).Day;
    }

    private static async Task<ExpectedDay> ExpectedAsync(TestDatabase database, DateOnly day)
    {
        await using var db = database.NewContext();
        return new ExpectedDay(await Entities.LoadAsync(db), day);
    }

    private static async Task AssertCompleteAsync(TestDatabase database)
    {
        Assert.Equal(GeneratedRegister.Today, await StoredDayAsync(database));
        var expected = await ExpectedAsync(database, GeneratedRegister.Today);
        await using var db = database.NewContext();
        Assert.Equal(
            expected.Rows.Select(r => (r.Code, r.Finding.Status)).Order(),
            (await db.RegisterEntries.Select(e => new { e.Code, e.Status }).ToListAsync(Stop)).Select(e => (e.Code, e.Status)).Order());
        Assert.Equal(7, await db.FocusAreaFindings.CountAsync(Stop));
    }
}
