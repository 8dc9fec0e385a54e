using System.Diagnostics;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing.Refresh;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Synthetic;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Xunit;

namespace DefenseCoop.Tests.Editing.Refresh;

/// <summary>The work list says the same as the rules of status, day by day.</summary>
public sealed class RefreshTests(EditStage stage) : IClassFixture<EditStage>
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_StarterData_HasExactlyWhatTheRulesCallStale()
    {
        var list = await stage.Get<RefreshQueries>().ListAsync(stage.Ann, 1, Ct);

        var findings = await FindingsAsync(Today);
        var stale = findings.Values.SelectMany(f => f.Indicators.Cast<Finding>()
                .Concat(f.Stage is Stage.Agreed or Stage.UnderWay ? f.Milestones : []))
            .Where(f => f.Status == AssessedStatus.Stale)
            .ToList();
        var parts = list.Rows.Where(r => !r.IsSoon && r.About.Kind != FactKind.Initiative).ToList();
        Assert.NotEmpty(parts);
        Assert.Equal(stale.Select(f => (f.About.Code, f.FirstCause)).Order(), parts.Select(r => (r.About.Code, r.Reason)).Order());
        Assert.Equal(list.Rows.Count(r => !r.IsSoon), list.Stale);
        Assert.Equal(list.Rows.Count, list.Total);
        var alone = findings.Values.Where(f => f.Status == AssessedStatus.Stale && f.Stage is Stage.Agreed or Stage.UnderWay
            && f.Status == AssessedStatus.Stale && parts.All(r => r.InitiativeCode != f.About.Code)).Select(f => f.About.Code).Order();
        Assert.Equal(alone, list.Rows.Where(r => !r.IsSoon && r.About.Kind == FactKind.Initiative).Select(r => r.About.Code).Order());
    }

    /// <summary>Judged day by day with the facts of today: each row's day is the first one on which it is stale.</summary>
    [Fact]
    public async Task List_EveryRow_BecomesStaleOnTheDayItNames()
    {
        var rows = (await stage.Get<RefreshQueries>().ListAsync(stage.Ann, 1, Ct)).Rows;

        Assert.Contains(rows, r => r.IsSoon);
        foreach (var row in rows)
        {
            var before = Of(row, (await FindingsAsync(row.Since.AddDays(-1)))[row.InitiativeCode]);
            var then = Of(row, (await FindingsAsync(row.Since))[row.InitiativeCode]);
            Assert.True(then.Status == AssessedStatus.Stale, $"{row.About.Code} is {then.Status} on {row.Since}: {then.FirstCause}");
            Assert.True(before.Status != AssessedStatus.Stale, $"{row.About.Code} is stale before {row.Since}.");
            Assert.Equal(Today.DayNumber - row.Since.DayNumber, row.Days);
        }
    }

    [Fact]
    public async Task List_Soon_HasEverythingThatGoesStaleWithinNinetyDays()
    {
        var rows = (await stage.Get<RefreshQueries>().ListAsync(stage.Ann, 1, Ct)).Rows.Select(r => r.About.Code).ToHashSet();

        var today = await FindingsAsync(Today);
        var later = await FindingsAsync(Today.AddDays(RefreshQueries.SoonDays));
        var newlyStale = later.SelectMany(f => f.Value.Indicators.Where(i =>
            i.Status == AssessedStatus.Stale && today[f.Key].Indicators.Single(x => x.About == i.About).Status != AssessedStatus.Stale));
        Assert.All(newlyStale, i => Assert.Contains(i.About.Code, rows));
    }

    [Fact]
    public async Task List_Rows_AreTheLongestAndWeightiestFirstAndLeadToTheForm()
    {
        var rows = (await stage.Get<RefreshQueries>().ListAsync(stage.Ann, 1, Ct)).Rows;

        var stale = rows.TakeWhile(r => !r.IsSoon).Select(r => (r.Days + 1) * r.Weight).ToList();
        Assert.Equal(stale.OrderDescending(), stale);
        var soon = rows.Skip(stale.Count).ToList();
        Assert.All(soon, r => Assert.True(r.IsSoon));
        Assert.Equal(soon.OrderBy(r => r.Since).Select(r => r.Since), soon.Select(r => r.Since));
        foreach (var row in rows) Assert.NotNull(await stage.Queries.OpenAsync(stage.Ann, row.Form, null, Ct));
    }

    [Fact]
    public async Task List_NewReading_TakesTheRowAway()
    {
        var row = (await stage.Get<RefreshQueries>().ListAsync(stage.Ann, 1, Ct)).Rows
            .First(r => r is { IsSoon: false, About.Kind: FactKind.Indicator });

        var saved = await stage.SaveAsync(
            row.Form.Form, null, row.Form.Of, ("Period", "2026-11-20"), ("Value", "1"), ("Sources", "S-FMN-2433"));

        Assert.Empty(saved.Problems);
        Assert.Contains(
            saved.Effects, e => e.About.Code == row.About.Code && e.Before == AssessedStatus.Stale && e.After != AssessedStatus.Stale);
        Assert.DoesNotContain((await stage.Get<RefreshQueries>().ListAsync(stage.Ann, 1, Ct)).Rows, r => r.About == row.About);
    }

    [Fact]
    public async Task List_OfTenThousandInitiatives_IsPagedAndQuick()
    {
        await using var large = new EditStage();
        await large.InitializeAsync();
        await large.Get<SyntheticSeeder>().SeedAsync(10_000, null, Ct);
        await large.Get<FindingsKeeper>().RecomputeAsync(Ct);
        var queries = large.Get<RefreshQueries>();
        await queries.ListAsync(large.Ann, 1, Ct);

        var start = Stopwatch.GetTimestamp();
        var last = await queries.ListAsync(large.Ann, int.MaxValue, Ct);
        var took = Stopwatch.GetElapsedTime(start);

        Assert.Equal(last.Pages, last.Page);
        Assert.Equal(last.Total, ((last.Pages - 1) * RefreshList.PageSize) + last.Rows.Count);
        TestContext.Current.SendDiagnosticMessage("{0} rows in {1} ms", last.Total, took.TotalMilliseconds);
        Assert.InRange(took.TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task Find_AndNext_OfEveryRow_AreThoseOfTheList()
    {
        var queries = stage.Get<RefreshQueries>();
        var all = await queries.AllAsync(stage.Ann, Ct);

        foreach (var (place, row) in all.Index())
        {
            Assert.Equal(row, await queries.FindAsync(stage.Ann, row.Form, Ct));
            Assert.Equal(new RefreshNext(all[(place + 1) % all.Count], all.Count), await queries.NextAsync(stage.Ann, row, Ct));
        }

        Assert.Equal(new RefreshNext(all[0], all.Count), await queries.NextAsync(stage.Ann, null, Ct));
        Assert.Null(await queries.FindAsync(stage.Ann, new FormKey(FormNames.InitiativeRefresh, "XX-1", null), Ct));
    }

    [Fact]
    public async Task List_WhoMayNotEdit_IsRefused()
    {
        var reader = await stage.SignInAsync("Rea", Roles.Reader | Roles.Analyst | Roles.Manager | Roles.Administrator);

        await Assert.ThrowsAsync<NotAllowedException>(() => stage.Get<RefreshQueries>().ListAsync(reader, 1, Ct));
    }

    private static Finding Of(RefreshRow row, InitiativeFinding finding) => row.About.Kind switch
    {
        FactKind.Indicator => finding.Indicators.Single(i => i.About.Code == row.About.Code),
        FactKind.Milestone => finding.Milestones.Single(m => m.About.Code == row.About.Code),
        _ => finding,
    };

    private async Task<Dictionary<string, InitiativeFinding>> FindingsAsync(DateOnly day)
    {
        await using DefenseCoopContext db = stage.NewContext();
        var facts = await FactsLoader.LoadAsync(db, null, Ct);
        return facts.Values.Where(f => StageRule.IsListedOn(f, day))
            .ToDictionary(f => f.Code, f => InitiativeRule.Judge(f, day, Thresholds.Default));
    }
}
