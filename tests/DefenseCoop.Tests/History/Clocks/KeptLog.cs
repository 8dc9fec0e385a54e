using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Recommendations;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Summary;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.Initiatives;
using DefenseCoop.Tests.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.History.Clocks;

/// <summary>What stood in the database from an instant on, read at that time without the product's queries.</summary>
internal sealed record Known(DateTime From, Entities Entities);

/// <summary>Some days of work on the starter data, and a log of what was known when.</summary>
public sealed class KeptLog : IAsyncLifetime
{
    private const int Steps = 24;

    private static readonly Attribution Public = new() { Provenance = Provenance.Confirmed };

    /// <summary>Changes of every kind that shows on a page, by a number that picks the record.</summary>
    private static readonly Func<DefenseCoopContext, int, Task>[] Changes =
    [
        async (db, n) => (await PickAsync(db.Indicators, n)).Readings.Add(Reading.Create(
            $"LOG-{n}", Period.Parse(n % 2 == 0 ? "2026-10" : "2025-03"), n % 40, ReadingKind.Actual, "actual", Public)),
        async (db, n) => (await PickAsync(db.Readings, n)).Withdraw("It was counted twice."),
        async (db, n) => Raise(await PickAsync(db.Readings, n), n),
        async (db, n) => (await PickAsync(db.Milestones, n)).Happen(PartialDate.OfMonth(2026, 1 + (n % 12))),
        async (db, n) => (await PickAsync(db.Milestones, n)).Expect(PartialDate.OfMonth(2027, 1 + (n % 12))),
        async (db, n) => (await PickAsync(db.Initiatives, n)).Report((Stage)(n % 6)),
        async (db, n) => Retitle(await PickAsync(db.Initiatives, n), n),
        async (db, n) => (await PickAsync(db.Initiatives, n)).Begin(PartialDate.OfYear(2020 + (n % 8))),
        async (db, n) => Retitle(await PickAsync(db.Sources, n), n),
        async (db, n) => db.Remove(await PickAsync(db.Contributions, n)),
        async (db, n) => (await PickAsync(db.Objectives, n)).Outcomes
            .Add(ExpectedOutcome.Create($"LOG-{n}", $"Reached later, {n}", 1 + (n % 2))),
        async (db, n) => Rephrase(await PickAsync(db.ExpectedOutcomes, n), n),
        async (db, n) => Start(await PickAsync(db.Set<ExerciseEdition>(), n), PartialDate.OfMonth(2027, 1 + (n % 12))),
        async (db, n) => (await PickAsync(db.Recommendations, n)).Respond($"Accepted, {n}."),
        async (db, n) =>
        {
            var initiative = Initiative.Create(
                $"LOG-{n}", $"Recorded later, {n}", "It was recorded while the log was kept.",
                await PickAsync(db.Categories, n), Stage.UnderWay, Public);
            initiative.Begin(PartialDate.OfYear(2024 + (n % 3)));
            initiative.Trust(await db.Initiatives.Select(i => i.Confidence).FirstAsync(Ct));
            db.Add(initiative);
        },
    ];

    private PeopleDatabase _people = null!;

    /// <summary>In the order of time; the first is what the starter data has.</summary>
    internal List<Known> Log { get; } = [];

    /// <summary>What the pages said of a day, and when they said it.</summary>
    public List<(DateTime At, DateOnly Day, IReadOnlyList<string> Said)> Said { get; } = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => _people.Get<T>();

    /// <summary>What was known at an instant; null before anything was.</summary>
    internal Entities? At(DateTime instant) => Log.FindLast(k => k.From <= instant)?.Entities;

    /// <summary>Everything that pages say of a moment, in lines.</summary>
    public async Task<IReadOnlyList<string>> SayAsync(Moment moment)
    {
        var register = await Get<RegisterQueries>().ReadAsync(new RegisterQuery { Size = 200 }, moment, Ct);
        var summary = await Get<SummaryQueries>().ReadAsync(moment, Ct);
        var words = await Get<RegisterQueries>().VocabularyAsync(moment.KnownAt, Ct);
        var pages = (await Get<SourceQueries>().ReadAsync(new SourceQuery(), moment, null, Ct)).Pages;
        List<SourceRow> sources = [];
        for (var page = 1; page <= pages; page++)
        {
            sources.AddRange((await Get<SourceQueries>().ReadAsync(new SourceQuery { Page = page }, moment, null, Ct)).Rows);
        }
        List<string> lines =
        [
            .. register.Rows.Select(r => r.ToString()),
            .. summary.FocusAreas.Select(r => r.ToString()),
            .. summary.Concerns.Select(r => r.ToString()),
            .. summary.Milestones.Select(r => r.ToString()),
            .. summary.Exercises.Select(r => r.ToString()),
            $"{summary.Freshness} {string.Join(' ', summary.ByStatus)} {string.Join(' ', summary.ByStage)}",
            .. words.Categories.All.Concat(words.FocusAreas.All).Concat(words.Leads.All).Concat(words.Sites.All).Select(t => t.ToString()),
            .. sources.Select(s => $"{s.Source.Code} {s.Source.Title} {s.FactCount} {string.Join(' ', s.Facts.Select(f => f.Code))}"),
            .. (await Get<RecommendationQueries>().ListAsync(moment, Ct)).Items.Select(r => $"{r.Code} {r.Response}"),
        ];
        foreach (var code in register.Rows.Select(r => r.Code).Where((_, index) => index % 7 == 0))
        {
            var details = await Get<InitiativeQueries>().FindAsync(code, moment, Ct);
            lines.Add(
                $"{details!.Initiative.Title} {details.IsListed} {details.Finding.Status} "
                    + $"{details.Finding.FirstCause} {details.Sources.Of(SubjectKind.Initiative, code).Count}");
            lines.AddRange(
                details.Initiative.Indicators.SelectMany(i => i.Readings)
                    .OrderBy(r => r.Code, StringComparer.Ordinal)
                    .Select(r => $"{r.Code} {r.Period} {r.Value} {r.WithdrawnBecause}"));
        }

        foreach (var area in summary.FocusAreas)
        {
            var details = await Get<FocusAreaQueries>().FindAsync(area.Slug, moment, Ct);
            lines.Add(
                $"{area.Slug} {details!.Finding.Status} {details.Finding.FirstCause} "
                    + $"{details.Category?.Name} {details.Events.Count} {details.Spending.Count}");
            lines.AddRange(
                details.Finding.Parts.SelectMany(o => ((RollUpFinding)o.Finding).Parts).Select(o => $"{o.Finding.About} {o.Status}"));
        }

        return lines;
    }

    public async ValueTask InitializeAsync()
    {
        _people = await PeopleDatabase.CreateAsync();
        var account = await _people.AddAsync("Eva", Roles.Editor);
        var random = new Random(20261125);
        await NoteAsync();
        for (var step = 0; step < Steps; step++)
        {
            // From minutes to days between two changes.
            _people.Clock.MoveTo(_people.Clock.GetUtcNow().AddSeconds(Math.Pow(10, 1 + (4.4 * random.NextDouble()))));
            var today = DateOnly.FromDateTime(_people.Clock.GetUtcNow().UtcDateTime);
            foreach (var day in new[] { today, today.AddDays(-random.Next(1, 900)) })
            {
                Said.Add((_people.Clock.GetUtcNow().UtcDateTime, day, await SayAsync(day)));
            }

            _people.Clock.MoveTo(_people.Clock.GetUtcNow().AddSeconds(40));

            var (kind, number) = (step % Changes.Length, random.Next(1000));
            var actor = await _people.SignInAsync(account);
            await Get<CommandRunner>()
                .ChangeAsync(actor, Right.RecordEvidence, null, async work => { await Changes[kind](work.Db, number); return true; }, Ct);
            await NoteAsync();
        }

        _people.Clock.MoveTo(_people.Clock.GetUtcNow().AddDays(30));
    }

    public async ValueTask DisposeAsync()
    {
        await _people.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task NoteAsync()
    {
        await using var db = _people.NewContext();
        Log.Add(new Known(await db.ChangeSets.MaxAsync(c => c.At, Ct), await Entities.LoadAsync(db)));
    }

    private static void Raise(Reading reading, int by) => reading.Revise(reading.Value + by);

    private static void Retitle(Initiative initiative, int number) => initiative.Retitle($"{initiative.Title}, {number}");

    private static void Retitle(Source source, int number) => source.Retitle($"{source.Title}, {number}");

    private static void Rephrase(ExpectedOutcome outcome, int number) => outcome.Rephrase($"{outcome.Text}, {number}");

    private static void Start(ExerciseEdition edition, PartialDate start) => edition.Hold(start, edition.End);

    private static async Task<T> PickAsync<T>(IQueryable<T> all, int number) where T : class =>
        await all.OrderBy(e => EF.Property<int>(e, "Id")).Skip(number % await all.CountAsync(Ct)).FirstAsync(Ct);
}
