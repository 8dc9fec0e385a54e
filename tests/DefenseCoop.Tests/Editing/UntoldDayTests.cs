using DefenseCoop.Data.Editing;
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
