using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.People;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>
/// After every change the stored findings are those that computing
/// everything anew gives, and the change says what it did to them.
/// </summary>
public sealed class RefreshedFindingsTests
{
    private static readonly Attribution Public = new() { Provenance = Provenance.Confirmed };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Changes of every kind that findings rest on, by a number that picks the record.</summary>
    private static readonly Func<DefenseCoopContext, int, Task>[] Changes =
    [
        async (db, n) =>
        {
            var indicator = await PickAsync(db.Indicators, n);
            db.Add(Citation.Create(await PickAsync(db.Sources, n), SubjectKind.Reading, $"NEW-{n}-{indicator.Code}"));
            indicator.Readings.Add(Reading.Create(
                $"NEW-{n}-{indicator.Code}", Period.Parse("2026-10"), n % 40, ReadingKind.Actual, "actual", Public));
        },
        async (db, n) => Raise(await PickAsync(db.Readings, n), n),
        async (db, n) => (await PickAsync(db.Milestones, n)).Happen(PartialDate.OfMonth(2026, 1 + (n % 12))),
        async (db, n) => (await PickAsync(db.Milestones, n)).Report((MilestoneState)(n % 5)),
        async (db, n) => (await PickAsync(db.Initiatives, n)).Report((Stage)(n % 6)),
        async (db, n) => (await PickAsync(db.Initiatives, n)).Begin(PartialDate.OfYear(2020 + (n % 8))),
        async (db, n) => (await PickAsync(db.Sources, n)).Rank((SourceTier)(1 + (n % 3))),
        async (db, n) => (await PickAsync(db.Contributions, n)).Weigh(n % 3),
        async (db, n) => db.Remove(await PickAsync(db.Contributions, n)),
        async (db, n) => (await PickAsync(db.Objectives, n)).Weigh(1 + (n % 3)),
        async (db, n) => db.RemoveRange(
            await db.Citations.Where(c => c.Kind == SubjectKind.Reading).OrderBy(c => c.Id).Skip(n % 50).Take(2).ToListAsync(Ct)),
        async (db, n) => Raise(await PickAsync(db.Targets, n)),
        async (db, n) => db.Remove(await PickAsync(db.Targets, n)),
        async (db, n) => db.Remove(await PickAsync(db.Readings, n)),
        async (db, n) => db.Remove(await PickAsync(db.Milestones, n)),
        async (db, n) =>
        {
            var milestone = Milestone.Create(
                $"NEW-{await db.Milestones.MaxAsync(m => m.Id, Ct)}", "Made up", MilestoneState.Unknown, Public, n % 4);
            milestone.PlanFor(PartialDate.OfYear(2024 + (n % 3)), Provenance.None);
            (await PickAsync(db.Initiatives, n)).Milestones.Add(milestone);
        },
        async (db, n) =>
        {
            var code = $"NEW-{await db.ExpectedOutcomes.MaxAsync(o => o.Id, Ct)}";
            var outcome = ExpectedOutcome.Create(code, "Made up", n % 3);
            outcome.Weigh(1 + (n % 2));
            (await PickAsync(db.Objectives, n)).Outcomes.Add(outcome);
            (await PickAsync(db.Initiatives, n)).Contributions.Add(Contribution.Create($"{code}-C", outcome, Public));
        },
    ];

    [Fact]
    public async Task ChangeAsync_AnyChanges_LeaveWhatComputingAnewGives()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("Eva", Roles.Editor));
        var random = new Random(20261125);
        for (var step = 0; step < 60; step++)
        {
            var (kind, number) = (random.Next(Changes.Length), random.Next(200));
            var before = await StatusesAsync(people);

            var preview = await people.Get<CommandRunner>().PreviewAsync(actor, Right.RecordEvidence, Work, Ct);
            var outcome = await people.Get<CommandRunner>().ChangeAsync(actor, Right.RecordEvidence, null, Work, Ct);

            async Task<bool> Work(CommandWork work)
            {
                await Changes[kind](work.Db, number);
                return true;
            }

            var after = await StatusesAsync(people);
            Assert.Equal(await ComputedAsync(people), await StoredAsync(people));
            Assert.Equal(outcome.Effects, preview.Effects);
            var said = outcome.Effects.Where(e => e.About.Kind is FactKind.Initiative or FactKind.FocusArea)
                .ToDictionary(e => e.About.Code, e => (e.Before, e.After));
            var changed = before.Keys.Union(after.Keys).Where(k => before.GetValueOrDefault(k) != after.GetValueOrDefault(k)).ToList();
            Assert.Equal(changed.Order(StringComparer.Ordinal), said.Keys.Order(StringComparer.Ordinal));
            Assert.All(changed, k => Assert.Equal((before.GetValueOrDefault(k), after.GetValueOrDefault(k)), said[k]));
        }
    }

    [Fact]
    public async Task PreviewAsync_AChange_SaysTheEffectAndLeavesNothing()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("Eva", Roles.Editor));
        var stored = await StoredAsync(people);
        List<ChangeNotice> told = [];
        using var listening = people.Get<IChangeBus>().Listen(told.Add);

        var preview = await people.Get<CommandRunner>().PreviewAsync(actor, Right.RecordEvidence, CancelAsync, Ct);

        Assert.Null(preview.ChangeSetId);
        Assert.Equal(stored, await StoredAsync(people));
        Assert.Empty(told);
        var saved = await people.Get<CommandRunner>().ChangeAsync(actor, Right.RecordEvidence, "Because", CancelAsync, Ct);
        Assert.Equal(preview.Effects, saved.Effects);
        Assert.Contains(saved.Effects, e =>
            e.About.Code == "BE-1" && e.After == AssessedStatus.NotAssessed && e.Because.StartsWith("Canceled", StringComparison.Ordinal));
        Assert.Equal(2, saved.ChangeSetId);
        Assert.Contains("BE-1", Assert.Single(told).Initiatives);

        static async Task<bool> CancelAsync(CommandWork work)
        {
            var initiative = await work.Db.Initiatives.SingleAsync(i => i.Code == "BE-1", Ct);
            initiative.CallOff(PartialDate.OfYear(2025));
            return true;
        }
    }

    [Fact]
    public async Task ChangeAsync_AfterAnotherProcessWrote_StartsFromWhatThatLeft()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("Eva", Roles.Editor));
        var keeper = people.Get<FindingsKeeper>();
        await keeper.WarmUpAsync(Ct);
        await people.Get<CommandRunner>().ChangeAsync(actor, Right.RecordEvidence, null, Rename, Ct);
        await keeper.WarmUpAsync(Ct);
        Assert.Equal(1, keeper.Readings);
        await using (var foreign = people.NewContext())
        {
            await Changes[3](foreign, 1);
            await foreign.SaveRecordsAsync();
        }

        await keeper.WarmUpAsync(Ct);
        Assert.Equal(2, keeper.Readings);
        await people.Get<CommandRunner>().ChangeAsync(actor, Right.RecordEvidence, null, Rename, Ct);

        Assert.Equal(2, keeper.Readings);

        static async Task<bool> Rename(CommandWork work)
        {
            var initiative = await work.Db.Initiatives.SingleAsync(i => i.Code == "BE-1", Ct);
            initiative.Retitle($"{initiative.Title}, renamed");
            return true;
        }
    }

    [Fact]
    public async Task ChangeAsync_NothingChanged_MakesNoChangeSet()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var actor = await people.SignInAsync(await people.AddAsync("Eva", Roles.Editor));

        var outcome = await people.Get<CommandRunner>()
            .ChangeAsync(actor, Right.RecordEvidence, "No reason", _ => Task.FromResult(true), Ct);

        Assert.Null(outcome.ChangeSetId);
        await using var db = people.NewContext();
        Assert.Equal(1, await db.ChangeSets.CountAsync(Ct));
    }

    private static void Raise(Reading reading, int by) => reading.Revise(reading.Value + by);

    private static void Raise(Target target) => target.Revise(target.Value + 3);

    private static async Task<T> PickAsync<T>(IQueryable<T> all, int number) where T : class
    {
        var ordered = all.OrderBy(e => EF.Property<int>(e, "Id"));
        return await ordered.Skip(number % await all.CountAsync(Ct)).FirstAsync(Ct);
    }

    private static async Task<Dictionary<string, AssessedStatus?>> StatusesAsync(PeopleDatabase people)
    {
        await people.Get<FindingsKeeper>().EnsureTodayAsync(Ct);
        await using var db = people.NewContext();
        return (await db.RegisterEntries.Select(e => new { e.Code, e.Status }).ToListAsync(Ct))
            .Concat(await db.FocusAreaFindings.Select(f => new { Code = f.FocusArea.Slug, f.Status }).ToListAsync(Ct))
            .ToDictionary(e => e.Code, e => (AssessedStatus?)e.Status);
    }

    private static async Task<List<string>> StoredAsync(PeopleDatabase people)
    {
        await people.Get<FindingsKeeper>().EnsureTodayAsync(Ct);
        await using var db = people.NewContext();
        return [
            .. (await db.RegisterEntries.AsNoTracking().OrderBy(e => e.Code).ToListAsync(Ct)).Select(e =>
                $"{e.Code} {e.Title} {e.Stage} {e.Status} {e.FirstCause} {e.EvidenceOn} {e.EvidenceIn} "
                    + $"{e.Start} {e.LastActiveDay} {e.Progress} {e.Leads} {e.TitleKey} {e.SearchText}"),
            .. (await db.FocusAreaFindings.AsNoTracking().OrderBy(f => f.FocusAreaId).ToListAsync(Ct)).Select(
                f => $"{f.FocusAreaId} {f.Status} {f.FirstCause} {f.PartsAssessed} {f.PartsAssessable} {f.PartsFresh} {f.Confidence}"),
        ];
    }

    private static async Task<List<string>> ComputedAsync(PeopleDatabase people)
    {
        await using var db = people.NewContext();
        var day = await DaySnapshot.ComputeAsync(db, people.Clock.Today, Thresholds.Default, Ct);
        var ids = await db.FocusAreas.ToDictionaryAsync(a => a.Slug, a => a.Id, Ct);
        return [
            .. day.Entries.OrderBy(e => e.Code, StringComparer.Ordinal)
                .Select(e => $"{e.Code} {e.Title} {e.Stage} {e.Status} {e.FirstCause} {e.EvidenceOn} {e.EvidenceIn} "
                    + $"{e.Start} {e.LastActiveDay} {e.Progress} {e.Leads} {e.TitleKey} {e.SearchText}"),
            .. day.FocusAreas.Select(f => StoredFindings.Row(ids[f.About.Code], f)).OrderBy(f => f.FocusAreaId).Select(
                f => $"{f.FocusAreaId} {f.Status} {f.FirstCause} {f.PartsAssessed} {f.PartsAssessable} {f.PartsFresh} {f.Confidence}"),
        ];
    }
}
