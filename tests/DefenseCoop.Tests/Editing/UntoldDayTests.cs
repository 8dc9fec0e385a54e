using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Undo;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>What no source of a record can tell of; and what a browser does not send of a form.</summary>
public sealed class UntoldDayTests(EditStage stage) : IClassFixture<EditStage>
{
    private const string Untold = "No source of it is dated, or was read, on or after";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "Actual", false)]
    [InlineData(1, "Actual", true)]
    [InlineData(1, "Estimate", false)]
    [InlineData(1, "Plan", false)]
    [InlineData(1, "Pledge", false)]
    public async Task Save_OfAReadingOfAfterAllItsSources_IsRefusedWithTheRemedyAndGivesItBack(int days, string kind, bool isRefused)
    {
        var (code, until) = await SourceAsync();
        var day = until.LastDay;
        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, null, "IN-DT1-DELIV");
        var values = EditStage.With(
            form.Values, ("Period", Words.Of(day.AddDays(days))), ("Value", "26"), ("Kind", kind), ("Sources", code));
        var submission = new EditSubmission(form.Key, form.Base, values, null);

        var preview = await stage.Commands.PreviewAsync(stage.Ann, submission, Ct);
        var saved = await stage.Commands.SaveAsync(stage.Ann, submission, Ct);

        Assert.Equal(preview.Problems.Select(p => p.Message), saved.Problems.Select(p => p.Message));
        Assert.Equal(isRefused, saved.ChangeSetId is null);
        if (!isRefused) return;
        var problem = Assert.Single(saved.Problems);
        Assert.Equal("Period", problem.Field);
        Assert.StartsWith(
            $"{Untold} {Words.Of(day.AddDays(1))} (the newest one speaks until {until.ToDisplay()})",
            problem.Message, StringComparison.Ordinal);
        Assert.Equal(values, saved.Values);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Save_OfAMilestoneMetAfterAllItsSources_IsRefusedUntilALaterOneIsAdded(int days, bool isRefused)
    {
        var (code, until) = await SourceAsync();
        var day = until.LastDay;
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M3");
        var values = EditStage.With(
            form.Values, ("Actual", Words.Of(day.AddDays(days))), ("State", "Met"), ("StatusAsOf", ""), ("Sources", code));

        var preview = await stage.Commands.PreviewAsync(stage.Ann, new EditSubmission(form.Key, form.Base, values, null), Ct);
        var with = EditStage.With(
            values, ("NewSource.Title", "It was met"), ("NewSource.Publisher", "The ministry"),
            ("NewSource.Published", Words.Of(day.AddDays(days))),
            ("NewSource.Url", "https://example.org/met"), ("NewSource.Tier", "Primary"));
        var later = await stage.Commands.PreviewAsync(stage.Ann, new EditSubmission(form.Key, form.Base, with, null), Ct);

        var unfinished = EditStage.With(values, ("NewSource.Title", "It was met"));
        var asked = await stage.Commands.PreviewAsync(stage.Ann, new EditSubmission(form.Key, form.Base, unfinished, null), Ct);

        // The source that is not whole yet may be the one that tells of it.
        Assert.All(asked.Problems, p => Assert.StartsWith("NewSource.", p.Field, StringComparison.Ordinal));
        Assert.Equal(isRefused ? ["Actual"] : [], preview.Problems.Select(p => p.Field));
        Assert.Empty(later.Problems);
    }

    /// <summary>What was published so is not held against who changes something else, and is when the day is touched.</summary>
    [Theory]
    [InlineData("Note", "Read again.", false)]
    [InlineData("Value", "2", false)]
    [InlineData("Period", "2025-05", true)]
    public async Task Save_OfAReadingThatWasOfAfterItsSources_RefusesTheDayOnly(string field, string text, bool isRefused)
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, "IN-JT4-AC-R1");

        var result = await stage.Commands.PreviewAsync(
            stage.Ann, new EditSubmission(form.Key, form.Base, EditStage.With(form.Values, (field, text)), null), Ct);

        Assert.Equal(isRefused ? ["Period"] : [], result.Problems.Select(p => p.Field));
    }

    /// <summary>The day of a source is not moved before what rests on it, unless that has another source.</summary>
    [Fact]
    public async Task Save_OfASourceDatedBeforeWhatRestsOnIt_IsRefusedWithTheRecords()
    {
        var source = await AddSourceAsync("2026-11-20");
        var reading = await RecordAsync("2026-11-18", source);
        var milestone = await stage.SaveAsync(
            FormNames.Milestone, null, "BE-3", ("Title", "Handed over"), ("Actual", "2026-11-17"), ("State", "Met"),
            ("PlannedProvenance", "None"), ("Provenance", "confirmed"), ("Sources", source));
        Assert.Empty(milestone.Problems);

        var before = await stage.SaveAsync(FormNames.Source, source, null, ("Published", "2026-11-10"));
        var beforeOne = await stage.SaveAsync(FormNames.Source, source, null, ("Published", "2026-11-17"));
        var read = await stage.SaveAsync(FormNames.Source, source, null, ("Published", "2026-11-10"), ("ReadOn", "2026-11-18"));
        var unread = await stage.SaveAsync(FormNames.Source, source, null, ("ReadOn", ""));
        var undated = await stage.SaveAsync(FormNames.Source, source, null, ("Published", ""));
        var again = await stage.SaveAsync(FormNames.Source, source, null, ("Published", "2026-11-10"), ("ReadOn", ""));
        var other = await AddSourceAsync("2026-11-19");
        foreach (var (form, code) in new[] { (FormNames.Reading, reading), (FormNames.Milestone, milestone.Code!) })
        {
            Assert.Empty((await stage.SaveAsync(form, code, null, ("Sources", $"{source}\n{other}"))).Problems);
        }
        var told = await stage.SaveAsync(FormNames.Source, source, null, ("Published", "2026-11-10"), ("ReadOn", ""));

        var problem = Assert.Single(before.Problems);
        Assert.Equal("Published", problem.Field);
        Assert.Contains($"{milestone.Code} (17 Nov 2026), {reading} (18 Nov 2026)", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"{reading} (18 Nov 2026)", Assert.Single(beforeOne.Problems).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(milestone.Code!, beforeOne.Problems[0].Message, StringComparison.Ordinal);
        Assert.Empty(read.Problems);
        Assert.Single(unread.Problems);
        Assert.Empty(undated.Problems);
        Assert.Single(again.Problems);
        Assert.Empty(told.Problems);
    }

    [Fact]
    public async Task Undo_OfTheDayOfASource_IsRefusedWithWhatWasRecordedOnIt()
    {
        var source = await AddSourceAsync("2026-11-10");
        var moved = await stage.SaveAsync(FormNames.Source, source, null, ("Published", "2026-11-20"));
        var reading = await RecordAsync("2026-11-16", source);

        var refused = await Assert.ThrowsAsync<ConflictException>(
            () => stage.Get<UndoCommands>().UndoAsync(stage.Ann, moved.ChangeSetId!.Value, Ct));

        Assert.Contains($"{reading} (16 Nov 2026)", refused.Message, StringComparison.Ordinal);
        Assert.Equal("20 Nov 2026", (await stage.StoredAsync(FormNames.Source, source))["Published"]);
    }

    /// <summary>Of what was published so nothing is asked of who corrects its source.</summary>
    [Fact]
    public async Task Save_OfASourceOfWhatNoneCouldTellBefore_IsTaken()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, "IN-JT4-AC-R1");
        foreach (var code in form.Values["Sources"].Split('\n'))
        {
            var result = await stage.SaveAsync(FormNames.Source, code, null, ("Published", "2020-01"));
            Assert.DoesNotContain(result.Problems, p => p.Message.Contains("IN-JT4-AC-R1", StringComparison.Ordinal));
        }
    }

    /// <summary>
    /// Of a list without a choice a browser sends nothing: what
    /// somebody else chose there meanwhile is taken over all the same.
    /// </summary>
    [Fact]
    public async Task Save_WithAListThatIsNotSent_TakesOverWhatOthersChoseThere()
    {
        var made = await stage.SaveAsync(
            FormNames.Milestone, null, "BE-3", ("Title", "Of two"), ("Planned", "2027"),
            ("PlannedProvenance", "Illustrative"), ("Provenance", "illustrative"), ("Sources", ""));
        Assert.Empty(made.Problems);
        var mine = await stage.OpenAsync(stage.Ann, FormNames.Milestone, made.Code);
        var theirs = await stage.OpenAsync(stage.Bo, FormNames.Milestone, made.Code);
        var (code, _) = await SourceAsync();
        Assert.Empty((await stage.SendAsync(stage.Bo, theirs, ("Sources", code))).Problems);
        var values = EditStage.With(mine.Values, ("Title", "Of the first"));
        values.Remove("Sources");

        var first = await stage.Commands.SaveAsync(stage.Ann, new EditSubmission(mine.Key, mine.Base, values, null), Ct);
        Assert.Equal(code, Assert.Single(first.Merges).Theirs);
        Assert.Equal(code, first.Values["Sources"]);
        var second = await stage.Commands.SaveAsync(stage.Ann, new EditSubmission(mine.Key, first.Base, first.Values, null), Ct);

        Assert.Empty(second.Problems);
        var stored = await stage.StoredAsync(FormNames.Milestone, made.Code!);
        Assert.Equal(("Of the first", code), (stored["Title"], stored["Sources"]));
    }

    [Fact]
    public async Task Save_WithTheLastSourceRemoved_IsAConflictWithWhoAddedAnother()
    {
        var (code, _) = await SourceAsync();
        var made = await stage.SaveAsync(
            FormNames.Milestone, null, "BE-3", ("Title", "Of three"), ("Planned", "2027"),
            ("PlannedProvenance", "Illustrative"), ("Provenance", "illustrative"), ("Sources", code));
        Assert.Empty(made.Problems);
        var mine = await stage.OpenAsync(stage.Ann, FormNames.Milestone, made.Code);
        Assert.Empty(
            (await stage.SendAsync(
                stage.Bo, await stage.OpenAsync(stage.Bo, FormNames.Milestone, made.Code), ("Sources", $"{code}\nS-DL-DCA"))).Problems);
        var values = new Dictionary<string, string>(mine.Values);
        values.Remove("Sources");

        var result = await stage.Commands.SaveAsync(stage.Ann, new EditSubmission(mine.Key, mine.Base, values, null), Ct);

        var merge = Assert.Single(result.Merges);
        Assert.True(merge.IsConflict);
        Assert.Equal(("Sources", ""), (merge.Field.Name, merge.Mine));
        Assert.Equal("", result.Values["Sources"]);
    }

    private async Task<string> AddSourceAsync(string published)
    {
        var saved = await stage.SaveAsync(
            FormNames.Source, null, null, ("Title", "A text"), ("Publisher", "The ministry"), ("Published", published),
            ("Url", $"https://example.org/{Guid.NewGuid():N}"), ("Tier", "Primary"));
        Assert.Empty(saved.Problems);
        return saved.Code!;
    }

    private async Task<string> RecordAsync(string day, string source)
    {
        var saved = await stage.SaveAsync(
            FormNames.Reading, null, "IN-DT1-DELIV", ("Period", day), ("Value", "26"), ("Kind", "Actual"), ("Sources", source));
        Assert.Empty(saved.Problems);
        return saved.Code!;
    }

    /// <summary>A source with the last date of which it can tell, after which there are some days until today.</summary>
    private async Task<(string Code, PartialDate Until)> SourceAsync()
    {
        await using var db = stage.NewContext();
        var dated = (await db.Sources.Where(s => s.Published != null && s.ReadOn == null && s.Code != "S-DL-DCA")
            .OrderBy(s => s.Code)
            .ToListAsync(Ct)).First(s => s.SpeaksUntil?.LastDay is { Year: 2025 });
        return (dated.Code, dated.SpeaksUntil!.Value);
    }
}
