using DefenseCoop.Data.Synthetic;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Starter;

public sealed class SyntheticTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Seed_Twice_ContinuesNumbering()
    {
        await using var database = await TestDatabase.CreateAsync();
        var seeder = database.Services.GetRequiredService<SyntheticSeeder>();
        var reported = new ProgressList();

        await seeder.SeedAsync(620, reported, Stop);
        await seeder.SeedAsync(30, reported, Stop);

        Assert.Equal([500, 620, 30], reported);
        await using var context = database.NewContext();
        var codes = await context.Initiatives.Where(i => i.Code.StartsWith("SYN-")).Select(i => i.Code).ToListAsync(Stop);
        Assert.Equal(Enumerable.Range(1, 650).Select(SyntheticGenerator.Code), codes.Order(StringComparer.Ordinal));
        Assert.Equal(650, await context.Citations.CountAsync(c => c.Source.Code == SyntheticSeeder.SourceCode, Stop));
        Assert.Equal(650, await context.Contributions.CountAsync(c => c.Initiative.Code.StartsWith("SYN-"), Stop));
    }

    [Fact]
    public async Task Seed_Cancelled_StopsBetweenBatches()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var cancellation = new CancellationTokenSource();
        var seeder = database.Services.GetRequiredService<SyntheticSeeder>();
        var cancelling = new ProgressList(() => cancellation.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => seeder.SeedAsync(2000, cancelling, cancellation.Token));

        await using var context = database.NewContext();
        Assert.Equal(500, await context.Initiatives.CountAsync(i => i.Code.StartsWith("SYN-"), Stop));
    }

    [Fact]
    public void Generate_SameSeedAndDay_GivesTheSameFactsInAnyBatch()
    {
        var whole = Describe(new SyntheticGenerator(SyntheticReferences.InMemory(), Day).Generate(1, 40));
        var second = Describe(new SyntheticGenerator(SyntheticReferences.InMemory(), Day).Generate(21, 20));

        Assert.Equal(whole.Skip(20), second);
        Assert.NotEqual(whole, Describe(new SyntheticGenerator(SyntheticReferences.InMemory(), Day, seed: 2).Generate(1, 40)));
    }

    [Fact]
    public void Generate_Many_AgreeWithThemselves() => Assert.Empty(
        from initiative in new SyntheticGenerator(SyntheticReferences.InMemory(), Day).Generate(1, 2000)
        from found in InitiativeConsistency.Of(initiative, Day)
            .Concat(initiative.Milestones.SelectMany(m => MilestoneConsistency.Of(m, initiative)))
            .Concat(initiative.Indicators.SelectMany(IndicatorConsistency.Of))
            .Concat(initiative.Indicators.SelectMany(i => i.Readings).SelectMany(r => ReadingConsistency.Of(r, Day)))
        select $"{initiative.Code}: {found.Words}");

    [Fact]
    public void Generate_Many_HasTheProportionsOfTheRegister()
    {
        var initiatives = new SyntheticGenerator(SyntheticReferences.InMemory(), Day).Generate(1, 2000).ToList();

        var indicators = initiatives.SelectMany(i => i.Indicators).ToList();
        Assert.InRange(initiatives.Average(i => i.Milestones.Count), 2.5, 2.9);
        Assert.InRange(indicators.Count / 2000.0, 1.0, 1.25);
        Assert.InRange(indicators.Average(i => i.Readings.Count), 2.8, 3.2);
        Assert.Equal(6, initiatives.Select(i => i.RecordedStage).Distinct().Count());
    }

    private static List<string> Describe(IEnumerable<Domain.Initiatives.Initiative> initiatives) =>
    [
        .. initiatives.Select(i => string.Join('|', [
            i.Code, i.Title, i.Category.Slug, i.RecordedStage, i.StatusAsOf, i.Start, i.End,
            .. i.Milestones.Select(m => $"{m.Code} {m.Planned} {m.Forecast} {m.Actual} {m.ReportedState} {m.StatusAsOf}"),
            .. i.Indicators.SelectMany(n => n.Readings).Select(r => $"{r.Code} {r.Value} {r.Period} {r.Kind}")])),
    ];

    /// <summary>Keeps what is reported; unlike Progress it does so at once.</summary>
    private sealed class ProgressList(Action? onReport = null) : List<int>, IProgress<int>
    {
        public void Report(int value)
        {
            Add(value);
            onReport?.Invoke();
        }
    }
}
