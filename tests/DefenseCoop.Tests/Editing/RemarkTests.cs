using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Schedule;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>What the preview of a form points out, though it can be saved; and what a browser does not send of a form.</summary>
public sealed class RemarkTests(EditStage stage) : IClassFixture<EditStage>
{
    private const string Untold = "No source of it is dated, or was read, on or after";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "Actual", false)]
    [InlineData(1, "Actual", true)]
    [InlineData(1, "Estimate", false)]
    public async Task Preview_OfAReadingOfAfterAllItsSources_RemarksIt(int days, string kind, bool isRemarked)
    {
        var (code, until) = await SourceAsync();
        var day = until.LastDay;
        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, null, "IN-DT1-DELIV");
        var values = EditStage.With(
            form.Values, ("Period", Words.Of(day.AddDays(days))), ("Value", "27"), ("Kind", kind), ("Sources", code));

        var preview = await stage.Commands.PreviewAsync(stage.Ann, new EditSubmission(form.Key, form.Base, values, null), Ct);

        Assert.Empty(preview.Problems);
        var remark = $"{Untold} {Words.Of(day.AddDays(1))} (the newest one speaks until {until.ToDisplay()})";
        Assert.Equal(isRemarked, preview.Remarks.Any(r => r.StartsWith(remark, StringComparison.Ordinal)));
        Assert.Equal(isRemarked, preview.Remarks.Any(r => r.StartsWith(Untold, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Preview_OfAMilestoneMetAfterAllItsSources_RemarksIt(int days, bool isRemarked)
    {
        var (code, until) = await SourceAsync();
        var day = until.LastDay;
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M3");
        var values = EditStage.With(
            form.Values, ("Actual", Words.Of(day.AddDays(days))), ("State", "Met"), ("StatusAsOf", ""), ("Sources", code));

        var preview = await stage.Commands.PreviewAsync(stage.Ann, new EditSubmission(form.Key, form.Base, values, null), Ct);

        Assert.Empty(preview.Problems);
        Assert.Equal(isRemarked, preview.Remarks.Any(r => r.StartsWith(Untold, StringComparison.Ordinal)));
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
