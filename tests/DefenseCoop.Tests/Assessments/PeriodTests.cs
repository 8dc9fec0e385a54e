using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.History;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Assessments;

/// <summary>Opening a period, and what histories say of assessments.</summary>
public sealed class PeriodTests(AssessmentStage stage) : IClassFixture<AssessmentStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PeriodCommands Commands => stage.Get<PeriodCommands>();

    [Fact]
    public async Task Open_AQuarter_MakesADraftForEachFocusArea()
    {
        var progress = new Told();
        await using var fresh = await FreshStage.CreateAsync();
        var people = fresh.Stage;

        var opened = await people.Get<PeriodCommands>().OpenAsync(people.Mia, " 2026-q4 ", null, progress, Ct);

        Assert.Equal(("2026-Q4", new DateOnly(2027, 1, 30), "Mia"), (opened.Period.Code, opened.DueOn, opened.OpenedBy));
        await using var db = people.NewContext();
        Assert.Equal("2026-Q4", (await db.AssessmentPeriods.OrderByDescending(p => p.LastDay).FirstAsync(Ct)).Code);
        var drafts = await db.Assessments.Where(a => a.Period == "2026-Q4").Include(a => a.FocusArea).ToListAsync(Ct);
        Assert.Equal(await db.FocusAreas.CountAsync(Ct), drafts.Count);
        Assert.All(
            drafts,
            a => Assert.Equal(
                ($"{a.FocusArea.Slug}-2026-Q4", AssessmentState.Draft, 1, a.FocusArea.Name), (a.Code, a.State, a.Revision, a.AreaName)));
        var findings = await db.FocusAreaFindings.ToDictionaryAsync(f => f.FocusAreaId, f => f.Status, Ct);
        Assert.All(drafts, a => Assert.Equal(findings[a.FocusAreaId], a.Computed));
        Assert.True(progress.Steps.Count > drafts.Count);
        Assert.Equal(1, progress.Steps[^1].Share);
        var kinds = await db.RecordChanges
            .Where(r => r.ChangeSetId == db.RecordChanges.Where(p => p.Subject == "2026-Q4").Max(p => p.ChangeSetId))
            .Select(r => r.Kind)
            .Distinct()
            .ToListAsync(Ct);
        Assert.Equal([RecordKind.Assessment, RecordKind.ReportingPeriod], kinds.Order());

        var again = await Assert.ThrowsAsync<ConflictException>(
            () => people.Get<PeriodCommands>().OpenAsync(people.Mia, "2026-Q4", null, null, Ct));
        Assert.Contains("open already", again.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("of the day of opening, where it is past", "2025-Q4", null, "2026-12-23")]
    [InlineData("empty is not said", "2025-Q3", " ", "2026-12-23")]
    [InlineData("as typed", "2025-Q2", "2026-12-01", "2026-12-01")]
    [InlineData("today", "2024-Q4", "2026-11-23", "2026-11-23")]
    public async Task Open_DueDay_IsTheOneThatWasAskedForAndNeverPast(string because, string period, string? typed, string due)
    {
        var opened = await Commands.OpenAsync(stage.Mia, period, typed, null, Ct);

        Assert.Equal((because, DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), (because, opened.DueOn));
        await using var db = stage.NewContext();
        Assert.All(
            await db.Assessments.Where(a => a.Period == period).Select(a => a.DueOn).ToListAsync(Ct), d => Assert.Equal(opened.DueOn, d));
    }

    [Theory]
    [InlineData("2026-11-22", "22 Nov 2026 has passed")]
    [InlineData("2026-12", "Dec 2026 is not one day: write the day")]
    [InlineData("2036-12-01", "more than a year away")]
    [InlineData("soon", "soon")]
    public async Task Open_DueDayThatCannotBe_IsRefusedAtItsField(string typed, string message)
    {
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => Commands.OpenAsync(stage.Mia, "2023-Q4", typed, null, Ct));

        Assert.Equal("Due", refused.Field);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_CancelledAmongTheDrafts_LeavesNothing()
    {
        using var stop = new CancellationTokenSource();
        await using var fresh = await FreshStage.CreateAsync();
        await using var db = fresh.Stage.NewContext();
        var changes = await db.ChangeSets.CountAsync(Ct);
        var opened = await db.Assessments.CountAsync(Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fresh.Stage.Get<PeriodCommands>().OpenAsync(fresh.Stage.Mia, "2026-Q4", null, new Stopping(stop), stop.Token));

        Assert.Equal(
            (opened, changes, false),
            (await db.Assessments.CountAsync(Ct), await db.ChangeSets.CountAsync(Ct),
             await db.AssessmentPeriods.AnyAsync(p => p.Code == "2026-Q4", Ct)));
        await fresh.Stage.Get<PeriodCommands>().OpenAsync(fresh.Stage.Mia, "2026-Q4", null, null, Ct);
    }

    [Fact]
    public async Task Open_TwiceAtOnce_IsDoneOnce()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await Commands.OpenAsync(stage.Mia, "2025-Q1", null, null, Ct);
                return true;
            }
            catch (ConflictException)
            {
                return false;
            }
        }));

        Assert.Single(results, done => done);
    }

    [Theory]
    [InlineData("2027-Q1", "has not begun")]
    [InlineData("2026-H2", "by quarters")]
    [InlineData("2026", "by quarters")]
    [InlineData("", "is no period")]
    [InlineData("next one", "is no period")]
    public Task Open_WhatCannotBe_IsRefused(string code, string message) => RefusedAsync<InvalidInputException>(code, message);

    [Fact]
    public async Task Open_AFocusAreaThatCameLater_GetsItsDraft()
    {
        await Commands.OpenAsync(stage.Mia, "2024-Q2", null, null, Ct);
        await using (var db = stage.NewContext())
        {
            db.Add(Domain.Results.FocusArea.Create("space", "Space", 50));
            await db.SaveRecordsAsync();
        }

        await stage.Get<FindingsKeeper>().RecomputeAsync(Ct);
        await Commands.OpenAsync(stage.Mia, "2024-Q2", null, null, Ct);

        var view = await stage.ViewAsync(stage.Ann, "space-2024-Q2");
        Assert.Equal(("Space", 0), (view.Header.AreaName, view.Objectives.Count));
        await RefusedAsync<ConflictException>("2024-Q2", "open already");
    }

    [Fact]
    public async Task History_BeforeThePublication_SaysNothingOfTheContent()
    {
        var code = await stage.SubmittedAsync(
            (TextPartNames.Action(1, ActionPart.Text), "A secret."),
            (TextPartNames.Action(1, ActionPart.Owner), "Eva"),
            (TextPartNames.Action(1, ActionPart.Due), "2027-03-31"));
        var histories = stage.Get<RecordHistoryQueries>();

        Assert.DoesNotContain("Judgment", await LabelsAsync(code));
        Assert.Equal($"{code}-A1", (await histories.FindAsync(RecordKind.Action, $"{code}-A1", 1, null, Ct))!.Title);
        await stage.Commands.PublishAsync(stage.Mia, code, Ct);

        Assert.Contains("Judgment", await LabelsAsync(code));
        var history = (await histories.FindAsync(RecordKind.Assessment, code, 1, null, Ct))!;
        Assert.Equal(3, history.Changes.Total);
        Assert.Equal((await stage.StoredAsync(code)).FocusArea.Slug, history.FocusAreaSlug);

        async Task<IEnumerable<string>> LabelsAsync(string assessment)
        {
            await using var db = stage.NewContext();
            var newest = await db.ChangeSets.MaxAsync(c => c.Id, Ct);
            return (await stage.Get<RecordDifferences>().OfAsync(RecordKind.Assessment, assessment, newest, Ct)).Select(d => d.Label);
        }
    }

    [Fact]
    public async Task Records_OfEachKind_AreReadAsFieldsWithText()
    {
        var code = await stage.PublishedAsync(
            (TextPartNames.Action(1, ActionPart.Text), "Do it."),
            (TextPartNames.Action(1, ActionPart.Owner), "Eva"),
            (TextPartNames.Action(1, ActionPart.Due), "2027-03-31"));
        var (slug, period, _) = await stage.PlaceAsync(code);
        await using var db = stage.NewContext();
        foreach (var (kind, record, url) in new[]
        {
            (RecordKind.Assessment, code, $"/focus-areas/{slug}/assessments/{period}"),
            (RecordKind.ReportingPeriod, period, "/assessments"),
            (RecordKind.Action, $"{code}-A1", $"/assessments/actions?show=all#{code}-A1"),
        })
        {
            var read = (await stage.Get<EditableRecords>().ReadAsync(db, kind, record, Ct))!;

            Assert.Equal(url, RecordUrls.Of(read.Reference));
            Assert.Null(read.Form);
            Assert.All(read.Spec.Fields, f => Assert.True(read.Values.ContainsKey(f.Name), f.Name));
            Assert.Contains(read.Values.Values, v => v.Length > 0);
            Assert.NotEqual(record, read.Heading);
            Assert.Equal(url, RecordUrls.Of(new RecordReference(kind, record, Area: slug)));
            Assert.Null(ChangeUrls.Restore(kind, record, 1));
        }

        Assert.Equal($"/focus-areas/{slug}/assessments/{period}?revision=2", AssessmentUrls.OfCode($"{code}-r2", slug));
        Assert.Equal("/assessments", AssessmentUrls.OfCode("another", slug));
    }

    /// <summary>So that a page that is open costs the server next to nothing.</summary>
    [Fact]
    public async Task Sync_News_WritesNothing()
    {
        var code = await stage.DraftAsync();
        await using var watch = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={stage.Path};Pooling=False");
        await watch.OpenAsync(Ct);
        await using var command = watch.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var before = await command.ExecuteScalarAsync(Ct);

        await stage.Commands.SyncAsync(stage.Ann, code, 0, TextPartNames.Risks, [], Ct);

        Assert.Equal(before, await command.ExecuteScalarAsync(Ct));
    }

    private async Task RefusedAsync<T>(string code, string message) where T : RefusedException
    {
        var refused = await Assert.ThrowsAsync<T>(() => Commands.OpenAsync(stage.Mia, code, null, null, Ct));
        Assert.Equal("Period", refused.Field);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private sealed class Told : IProgress<WorkProgress>
    {
        public List<WorkProgress> Steps { get; } = [];

        public void Report(WorkProgress value) => Steps.Add(value);
    }

    /// <summary>Cancels once the first draft is made.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (value.Share > 0) stop.Cancel();
        }
    }
}
