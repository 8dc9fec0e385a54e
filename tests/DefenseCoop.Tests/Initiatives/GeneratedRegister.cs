using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Synthetic;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Initiatives;

[CollectionDefinition(Name)]
public sealed class GeneratedRegisterTests : ICollectionFixture<GeneratedRegister>
{
    public const string Name = "Generated register";
}

/// <summary>
/// The starter data and several hundred generated initiatives in one database, at noon of 2026-11-23. Read only: tests
/// that write take a database of their own.
/// </summary>
public sealed class GeneratedRegister : IAsyncLifetime
{
    private const int PerSeed = 130;

    private static readonly int[] Seeds = [1, 2, 3];

    private readonly Dictionary<DateOnly, ExpectedDay> _days = [];
    private TestDatabase _database = null!;
    private ServiceProvider _services = null!;
    private Entities _entities = null!;

    public static DateOnly Today { get; } = DateOnly.FromDateTime(FixedClock.Start.UtcDateTime);

    public static TheoryData<string> Days { get; } =
        new("2026-11-23", "2026-11-22", "2026-06-30", "2025-06-11", "2025-01-01", "2023-03-15", "2018-12-31", "1972-01-01");

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public DefenseCoopContext NewContext() => _database.NewContext();

    /// <summary>What the rules give for a day, from facts that this test loaded itself.</summary>
    internal ExpectedDay On(DateOnly day)
    {
        lock (_days)
        {
            if (!_days.TryGetValue(day, out var expected)) _days[day] = expected = new ExpectedDay(_entities, day);
            return expected;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await using (var context = _database.NewContext()) await FillAsync(context);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new FixedClock())
            .AddDefenseCoopData(_database.Options)
            .BuildServiceProvider();
        await _services.GetRequiredService<FindingsKeeper>().RecomputeAsync(CancellationToken.None);
        await using var reading = _database.NewContext();
        _entities = await Entities.LoadAsync(reading);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task FillAsync(DefenseCoopContext context)
    {
        var outcomes = await context.ExpectedOutcomes.AsTracking().Include(o => o.Objective.FocusArea).ToListAsync();
        var references = new SyntheticReferences(
            await context.Categories.AsTracking().ToListAsync(),
            await context.Organizations.AsTracking().ToListAsync(),
            await context.Sites.AsTracking().ToListAsync(),
            outcomes.ToDictionary(o => o.Objective.FocusArea.Slug));
        var sources = await context.Sources.AsTracking().ToListAsync();
        foreach (var (index, seed) in Seeds.Index())
        {
            var random = new Random(seed);
            foreach (var initiative in new SyntheticGenerator(references, Today, seed).Generate((index * PerSeed) + 1, PerSeed))
            {
                Vary(initiative, references, outcomes, random);
                context.Add(initiative);
                context.AddRange(Citations(initiative, sources, random));
            }
        }

        await context.SaveRecordsAsync();
    }

    /// <summary>What the generator leaves out: second leads, further sites, contributions to several areas with weights.</summary>
    private static void Vary(Initiative initiative, SyntheticReferences references, List<ExpectedOutcome> outcomes, Random random)
    {
        var ours = new Attribution { Provenance = Provenance.Illustrative };
        var site = references.Sites[random.Next(references.Sites.Count)];
        if (random.Next(5) == 0 && !initiative.Sites.Contains(site)) initiative.Sites.Add(site);
        var lead = references.Organizations[random.Next(references.Organizations.Count)];
        if (random.Next(5) == 0 && initiative.Participations.All(p => p.Organization != lead))
        {
            initiative.Participations.Add(Participation.Create(lead, OrganizationRole.Lead, 1));
        }

        var outcome = outcomes[random.Next(outcomes.Count)];
        if (random.Next(4) != 0 || initiative.Contributions.Any(c => c.Outcome == outcome)) return;
        var contribution = Contribution.Create($"{initiative.Code}:second", outcome, ours);
        contribution.Weigh(random.Next(0, 5) / 2m);
        initiative.Contributions.Add(contribution);
    }

    private static IEnumerable<Citation> Citations(Initiative initiative, List<Source> sources, Random random)
    {
        var subjects = initiative.Milestones.Select(m => (Kind: SubjectKind.Milestone, m.Code))
            .Concat(initiative.Indicators.SelectMany(i => i.Readings).Select(r => (SubjectKind.Reading, r.Code)));
        foreach (var (kind, code) in subjects)
        {
            var first = random.Next(sources.Count);
            for (var position = random.Next(3); position > 0; position--)
            {
                yield return Citation.Create(sources[(first + position) % sources.Count], kind, code, position: position);
            }
        }
    }
}
