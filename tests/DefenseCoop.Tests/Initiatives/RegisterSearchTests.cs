using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Tests.Initiatives.Reference;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Initiatives;

/// <summary>The search of the register finds whatever is named, however it is written, by what was named then.</summary>
public sealed class RegisterSearchTests : IAsyncLifetime
{
    private readonly ReferenceStage _stage = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task ReadAsync_OfWhatIsNamed_FindsIt()
    {
        (string Searched, string Code)[] named =
        [
            ("Thule", "BE-2"), ("thule air base", "BE-2"), ("Lockheed", "DT-1"), ("Iver Huitfeldt", "JT-3"), ("huitfeldt IVER", "JT-3"),
            ("F35", "DT-1"), ("F 35", "JT-4"), ("f‑35", "MA-5"), ("F-35", "JT-1"), ("BGTL", "BE-2"), ("Igaliku", "BE-2"),
            ("Danish Ministry of Defence", "BE-1"), ("Forsvarsministeriet", "BE-1"),
            ("FORSVARS-MINISTERIET", "BE-1"), ("BE 1", "BE-1"), ("IN-DT1-DELIV", "DT-1"),
        ];
        List<string> missing = [];

        foreach (var (searched, code) in named)
        {
            foreach (var day in new[] { ReferenceStage.Today, new DateOnly(2026, 6, 30) })
            {
                if (!(await FindAsync(searched, day)).Contains(code)) missing.Add($"{code} by {searched} on {day}");
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public async Task ReadAsync_OfWhatInitiativesBelongTo_FindsAllOfThem()
    {
        await using var db = _stage.NewContext();
        List<(string Searched, List<string> Codes)> named =
        [
            .. await db.Initiatives.Select(i => ValueTuple.Create(i.Category.Name, new List<string> { i.Code })).ToListAsync(Stop),
            .. await db.FocusAreas.Select(a => ValueTuple.Create(
                a.Name, a.Objectives.SelectMany(o => o.Outcomes).SelectMany(o => o.Contributions).Select(c => c.Initiative.Code).ToList()))
                .ToListAsync(Stop),
            .. await db.Exercises.Where(e => e.Initiative != null)
                .Select(e => ValueTuple.Create(e.Name, new List<string> { e.Initiative!.Code }))
                .ToListAsync(Stop),
            .. await db.Set<ExerciseEdition>().Where(e => e.Exercise.Initiative != null)
                .Select(e => ValueTuple.Create(e.Exercise.Name + " " + e.Label, new List<string> { e.Exercise.Initiative!.Code }))
                .ToListAsync(Stop),
            .. await db.Initiatives.Where(i => i.Agreement != null)
                .Select(i => ValueTuple.Create(i.Agreement!.Title, new List<string> { i.Code }))
                .ToListAsync(Stop),
            .. await db.Initiatives.Where(i => i.Agreement != null)
                .Select(i => ValueTuple.Create(i.Agreement!.Code, new List<string> { i.Code }))
                .ToListAsync(Stop),
        ];
        List<string> missing = [];

        foreach (var found in named.GroupBy(n => n.Searched))
        {
            var codes = await FindAsync(found.Key, ReferenceStage.Today);
            missing.AddRange(found.SelectMany(n => n.Codes).Except(codes).Select(code => $"{code} by {found.Key}"));
        }

        Assert.True(named.Count > 90, $"Only {named.Count} names were searched.");
        Assert.Empty(missing);
    }

    [Fact]
    public async Task ReadAsync_OfOneNameInItsWays_FindsTheSame()
    {
        var found = await FindAsync("F35", ReferenceStage.Today);

        Assert.True(found.Count is > 4 and < 15, $"{found.Count} were found.");
        foreach (var way in new[] { "F 35", "F-35", "f‑35", "F–35", "f\u00AD-35", "Ｆ35" })
        {
            Assert.Equal(found, await FindAsync(way, ReferenceStage.Today));
        }
    }

    [Fact]
    public async Task Rename_OfWhomAndWhat_IsFoundAtOnceAndNotBefore()
    {
        await _stage.LeadsAsync(ReferenceStage.Today);
        var before = await NewestAsync();
        await _stage.SavedAsync(FormNames.Site, "pituffik", ("Name", "Zzyzx Basen"));
        await _stage.SavedAsync(FormNames.Organization, "us-lm", ("Name", "Qwertz Østværk"));
        await ChangeAsync(async db =>
        {
            (await db.Milestones.SingleAsync(m => m.Code == "JT-3-M1", Stop)).Retitle("Frigate Vædderen");
            (await db.Indicators.SingleAsync(i => i.Code == "IN-DT1-DELIV", Stop)).Rename("Jets handed over");
            (await db.FocusAreas.SingleAsync(a => a.Slug == "cybersecurity", Stop)).Rename("Wyvern Guards");
            var exercise = await db.Exercises.FirstAsync(e => e.Initiative!.Code == "JT-1", Stop);
            exercise.Rename("Isbjørn Øst");
            exercise.BelongTo(await db.Initiatives.SingleAsync(i => i.Code == "MA-5", Stop));
        });
        await _stage.SavedAsync(FormNames.Category, "joint-training", ("Name", "Xylophone drills"));

        Assert.Contains("BE-2", await FindAsync("zzyzx", ReferenceStage.Today));
        Assert.Contains("DT-1", await FindAsync("qwertz oestvaerk", ReferenceStage.Today));
        Assert.Equal(["JT-3"], await FindAsync("vaedderen", ReferenceStage.Today));
        Assert.Equal(["DT-1"], await FindAsync("handed jets", ReferenceStage.Today));
        Assert.DoesNotContain("JT-3", await FindAsync("huitfeldt", ReferenceStage.Today));
        Assert.Contains("CY-1", await FindAsync("wyvern", ReferenceStage.Today));
        Assert.Equal(["MA-5"], await FindAsync("isbjoern ost", ReferenceStage.Today));
        Assert.Contains("JT-1", await FindAsync("xylophone DRILLS", ReferenceStage.Today));
        var then = new Moment(ReferenceStage.Today, before);
        Assert.Contains("JT-3", await FindAsync("huitfeldt", then));
        foreach (var later in new[] { "zzyzx", "wyvern", "isbjoern", "xylophone" }) Assert.Empty(await FindAsync(later, then));
        Assert.Contains("CY-1", await FindAsync("cybersecurity", then));
        Assert.Contains("BE-2", await FindAsync("zzyzx", ReferenceStage.PastDay.AddDays(300)));

        var mended = await StoredAsync();
        await _stage.Editing.Get<FindingsKeeper>().RecomputeAsync(Stop);
        Assert.Equal(await StoredAsync(), mended);
    }

    private async Task<List<string>> FindAsync(string text, Moment moment) =>
        [.. (await _stage.Register.ReadAsync(new RegisterQuery { Text = text, Size = 200 }, moment, Stop)).Rows.Select(r => r.Code)];

    private async Task ChangeAsync(Func<DefenseCoopContext, Task> change)
    {
        await _stage.Editing.Get<CommandRunner>().ChangeAsync(_stage.Editing.Ann, Right.RecordEvidence, null, async work =>
        {
            await change(work.Db);
            return true;
        }, Stop);
    }

    private async Task<DateTime> NewestAsync()
    {
        await using var db = _stage.NewContext();
        return await db.ChangeSets.MaxAsync(c => c.At, Stop);
    }

    private async Task<List<string>> StoredAsync()
    {
        await using var db = _stage.NewContext();
        return await db.RegisterEntries.OrderBy(e => e.Code).Select(e => e.Code + e.Leads + e.TitleKey + e.SearchText).ToListAsync(Stop);
    }
}
