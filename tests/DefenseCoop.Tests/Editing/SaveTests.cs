using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Typing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>What good input comes to: records made and changed, their sources, and what it does to status.</summary>
public sealed class SaveTests(EditStage stage) : IClassFixture<EditStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        FormNames.Initiative, null, "BE-5",
        "Title=Hangar 4;Category=base-expansion;Description=A hangar.;Stage=UnderWay;"
            + "Start=2026-01;DescriptionSources=S-DL-DCA;StartSources=S-DL-DCA;Sources=S-DL-DCA;Leads=dk-fmn")]
    [InlineData(
        FormNames.Milestone, "BE-1", "BE-1-M9", "Title=Ninth step;Planned=2027;PlannedProvenance=Illustrative;Provenance=illustrative")]
    [InlineData(
        FormNames.Indicator, "BE-1", "IN-BE1-1",
        "Name=Hangars;Unit=hangars;BaselineValue=0;BaselinePeriod=2024;"
            + "BaselineProvenance=illustrative;TargetValue=4;TargetBy=2030;TargetSources=S-DL-DCA")]
    [InlineData(
        FormNames.Indicator, "BE-1", "IN-BE1-1",
        "Name=Incidents;Unit=incidents;Direction=Down;TargetValue=0;TargetKind=Hold;TargetSources=S-DL-DCA")]
    [InlineData(
        FormNames.Indicator, "BE-1", "IN-BE1-1",
        "Name=Hangars;Unit=hangars;BaselineValue=4;BaselinePeriod=2024;"
            + "BaselineProvenance=illustrative;TargetValue=4;TargetBy=2030;TargetSources=S-DL-DCA")]
    [InlineData(FormNames.Reading, "IN-BE1-SITES", "IN-BE1-SITES-R2", "Period=2026-06;Value=2;Sources=S-FMN-2433")]
    [InlineData(FormNames.Exercise, "JT-2", "northern-lights", "Name=Northern Lights")]
    [InlineData(
        FormNames.Edition, "baltops", "baltops-2027-b",
        "Label=2027 b;Start=2026-06-01;End=2026-06-20;Personnel=9000;Danish=yes;Sources=S-DL-DCA")]
    [InlineData(
        FormNames.SpendingFigure, null, "dk-pct-gdp-2031",
        "Country=DK;Measure=pct_gdp;Unit=% of GDP;Year=2031;Value=3.5;Kind=Plan;Sources=S-DL-DCA")]
    [InlineData(FormNames.Objective, "cybersecurity", "cybersecurity-o2", "Text=Another aim;Weight=0.5")]
    [InlineData(FormNames.Outcome, "cybersecurity-o1", "cybersecurity-o1-2", "Text=Another outcome")]
    [InlineData(FormNames.Contribution, "BE-1", "BE-1:cybersecurity", "Outcome=cybersecurity-o1-1;Weight=2")]
    [InlineData(FormNames.Recommendation, null, "R-4", "Text=Do more together.;Sources=S-ARTICLE")]
    [InlineData(FormNames.Source, null, "S-0001", "Title=A text;Publisher=A paper;Published=2026-05;Url=https://example.org/a;Tier=Press")]
    public async Task Save_NewRecord_IsMadeUnderTheNextCodeAndReadsAsTyped(string form, string? of, string code, string fields)
    {
        await using var other = new EditStage();
        await other.InitializeAsync();
        (string Field, string Text)[] typed = [.. fields.Split(';')
            .Select(f => (f[..f.IndexOf('=', StringComparison.Ordinal)], f[(f.IndexOf('=', StringComparison.Ordinal) + 1)..]))];

        var result = await other.SaveAsync(form, null, of, typed);

        Assert.Empty(result.Problems);
        Assert.Equal(code, result.Code);
        Assert.NotNull(result.ChangeSetId);
        Assert.Equal(result.ChangeSetId, result.Base);
        var stored = await other.StoredAsync(form, code);
        Assert.All(typed, t => Assert.Equal(
            DateReader.Read(t.Text) is { Date: { } date } ? date.ToDisplay() : t.Text, stored[t.Field]));
    }

    [Theory]
    [InlineData(null, "defense-spending")]
    [InlineData("cybersecurity", "cybersecurity")]
    public async Task Save_NewSpendingFigure_StandsInTheAreaAskedForElseWhereFiguresStand(string? of, string area)
    {
        var result = await stage.SaveAsync(
            FormNames.SpendingFigure, null, of,
            ("Country", "DK"), ("Measure", $"measure_{area}"), ("Unit", "DKK bn"), ("Year", "2025"), ("Value", "1"),
            ("Sources", "S-DL-DCA"));

        Assert.Empty(result.Problems);
        await using var db = stage.NewContext();
        Assert.Equal(area, (await db.SpendingFigures.SingleAsync(f => f.Code == result.Code, Ct)).FocusAreaSlug);
        Assert.Equal(new RecordReference(RecordKind.SpendingFigure, result.Code, Area: area), result.Place);
    }

    [Fact]
    public async Task Save_NewSourceInPlace_IsMadeAndCitedByTheMainFact()
    {
        var result = await stage.SaveAsync(
            FormNames.Reading, null, "IN-BE1-USED",
            ("Period", "2026-05"), ("Value", "2"),
            ("NewSource.Title", "A blog"), ("NewSource.Publisher", "Somebody"),
            ("NewSource.Url", "https://example.org/b"), ("NewSource.Tier", "Secondary"));

        Assert.Empty(result.Problems);
        var stored = await stage.StoredAsync(FormNames.Reading, result.Code!);
        Assert.StartsWith("S-0", stored["Sources"], StringComparison.Ordinal);
        Assert.Equal("A blog", (await stage.StoredAsync(FormNames.Source, stored["Sources"]))["Title"]);
        await using var db = stage.NewContext();
        Assert.True((await db.Readings.SingleAsync(r => r.Code == result.Code, Ct)).Attribution.NeedsPrimaryCheck);
        Assert.Equal(2, await db.RecordChanges.CountAsync(r => r.ChangeSetId == result.ChangeSetId, Ct));
    }

    [Fact]
    public async Task Save_NewSourceNamedInAField_IsCitedThereOnly()
    {
        var result = await stage.SaveAsync(
            FormNames.Initiative, "BE-2", null,
            ("Start", "2004"), ("StartProvenance", "confirmed"), ("StartSources", "new"),
            ("NewSource.Title", "A decree"), ("NewSource.Publisher", "A ministry"),
            ("NewSource.Url", "Archive, box 3"), ("NewSource.Tier", "Primary"));

        Assert.Empty(result.Problems);
        await using var db = stage.NewContext();
        var citation = await db.Citations.SingleAsync(c => c.Source.Title == "A decree", Ct);
        Assert.Equal((SubjectKind.Initiative, "BE-2", Aspect.Start), (citation.Kind, citation.SubjectCode, citation.Aspect));
    }

    [Fact]
    public async Task Save_SourcesAsTheyWere_LeaveWhatIsKnownOfThem()
    {
        await using var db = stage.NewContext();
        var reading = await db.Readings.AsNoTracking()
            .FirstAsync(r => r.Attribution.NeedsPrimaryCheck && r.Attribution.Derivation == null, Ct);

        var result = await stage.SaveAsync(FormNames.Reading, reading.Code, null, ("Value", "12345"), ("Note", "Corrected."));

        Assert.Empty(result.Problems);
        var now = await db.Readings.AsNoTracking().SingleAsync(r => r.Code == reading.Code, Ct);
        Assert.Equal((12345m, true, "Corrected."), (now.Value, now.Attribution.NeedsPrimaryCheck, now.Attribution.Note));
        Assert.Equal(reading.Attribution.Provenance, now.Attribution.Provenance);
    }

    [Fact]
    public async Task Save_BaselineAndTargetEmptied_AreRemovedWithTheirSources()
    {
        var result = await stage.SaveAsync(
            FormNames.Indicator, "IN-BE1-SITES", null, ("BaselineValue", ""),
            ("BaselinePeriod", ""), ("TargetValue", ""), ("TargetBy", ""));

        Assert.Empty(result.Problems);
        await using var db = stage.NewContext();
        var indicator = await db.Indicators.Include(i => i.Baseline).Include(i => i.Targets).SingleAsync(i => i.Code == "IN-BE1-SITES", Ct);
        Assert.Null(indicator.Baseline);
        Assert.Empty(indicator.Targets);
        Assert.False(await db.Citations.AnyAsync(c => c.SubjectCode == "IN-BE1-SITES-B" || c.SubjectCode == "IN-BE1-SITES-T0", Ct));
    }

    [Fact]
    public async Task Preview_Change_ShowsTheSameEffectsAsTheSaveAndChangesNothing()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "DT-1-M1");
        var values = EditStage.With(
            form.Values, ("Planned", "2024"), ("PlannedProvenance", "Illustrative"),
            ("Forecast", ""), ("Actual", ""), ("State", "Pending"), ("StatusAsOf", "2026-11-20"),
            ("Sources", "new"), ("NewSource.Title", "An answer to parliament"), ("NewSource.Publisher", "The ministry"),
            ("NewSource.Published", "2026-11-20"), ("NewSource.Url", "https://example.org/answer"), ("NewSource.Tier", "Primary"));
        var submission = new EditSubmission(form.Key, form.Base, values, "To see what it does");

        var preview = await stage.Commands.PreviewAsync(stage.Ann, submission, Ct);
        var before = await stage.StoredAsync(FormNames.Milestone, "DT-1-M1");
        var saved = await stage.Commands.SaveAsync(stage.Ann, submission, Ct);

        Assert.Empty(preview.Problems);
        Assert.NotEmpty(preview.Effects);
        Assert.Null(preview.ChangeSetId);
        Assert.Equal(form.Stored, before);
        Assert.NotNull(saved.ChangeSetId);
        Assert.Equal(
            preview.Effects.Select(e => (e.About.Code, e.Before, e.After, e.Because)),
            saved.Effects.Select(e => (e.About.Code, e.Before, e.After, e.Because)));
    }

    [Fact]
    public async Task Save_Cancel_EndsTheInitiativeFromThatDay()
    {
        var result = await stage.SaveAsync(
            FormNames.InitiativeCancel, "DT-2", null, ("CancelledOn", "2026-10"),
            ("Note", "Nobody wants it."), ("Sources", await SourceOfAsync("2026-10")));

        Assert.Empty(result.Problems);
        var stored = await stage.StoredAsync(FormNames.Initiative, "DT-2");
        Assert.Equal(("Cancelled", "Oct 2026", "Nobody wants it."), (stored["Stage"], stored["StatusAsOf"], stored["Note"]));
        Assert.Contains(
            "already", (await stage.OpenAsync(stage.Ann, FormNames.InitiativeCancel, "DT-2")).Blocked, StringComparison.Ordinal);
    }

    private async Task<string> SourceOfAsync(string published)
    {
        var saved = await stage.SaveAsync(
            FormNames.Source, null, null, ("Title", "A text of that time"), ("Publisher", "The ministry"),
            ("Published", published), ("Url", $"https://example.org/{Guid.NewGuid():N}"), ("Tier", "Primary"));
        Assert.Empty(saved.Problems);
        return saved.Code!;
    }

    [Fact]
    public async Task Save_Complete_NeedsAnEndWithItsSource()
    {
        var source = await SourceOfAsync("2026-10");
        var without = await stage.SaveAsync(FormNames.InitiativeComplete, "DT-3", null, ("End", ""), ("StatusAsOf", "2026-10"));
        var result = await stage.SaveAsync(
            FormNames.InitiativeComplete, "DT-3", null, ("End", "2026-09"),
            ("StatusAsOf", "2026-10"), ("EndProvenance", "confirmed"), ("EndSources", source));

        Assert.Contains(without.Problems, p => p.Field == "End");
        Assert.Empty(result.Problems);
        var stored = await stage.StoredAsync(FormNames.Initiative, "DT-3");
        Assert.Equal(("Completed", "Sep 2026", source), (stored["Stage"], stored["End"], stored["EndSources"]));
    }

    [Fact]
    public async Task Save_Withdraw_KeepsTheReadingAndCountsItNoMore()
    {
        var withdrawn = await stage.SaveAsync(FormNames.ReadingWithdraw, "IN-DT1-DELIV-R1", null, ("Reason", "A misprint."));
        var edit = await stage.SaveAsync(FormNames.Reading, "IN-DT1-DELIV-R1", null, ("Value", "1"));
        var again = await stage.SaveAsync(FormNames.ReadingWithdraw, "IN-DT1-DELIV-R1", null, ("Reason", "Once more."));
        var back = await stage.SaveAsync(FormNames.ReadingReinstate, "IN-DT1-DELIV-R1", null);

        Assert.Empty(withdrawn.Problems);
        Assert.Equal(
            "This reading is withdrawn, so it cannot be changed. Reinstate it first, or add another reading.",
            Assert.Single(edit.Problems).Message);
        Assert.Equal("This reading is withdrawn already. Nothing was changed.", Assert.Single(again.Problems).Message);
        Assert.Empty(back.Problems);
        Assert.NotNull(back.ChangeSetId);
        await using var db = stage.NewContext();
        Assert.False((await db.Readings.SingleAsync(r => r.Code == "IN-DT1-DELIV-R1", Ct)).IsWithdrawn);
    }

    [Fact]
    public async Task Save_RemovedContribution_CanBeRestored()
    {
        var before = (await stage.OpenAsync(stage.Ann, FormNames.Contribution, "JT-1:joint-training")) is var form ? form : null;
        var removed = await stage.SaveAsync(FormNames.ContributionRemove, "JT-1:joint-training", null);
        Assert.Empty(removed.Problems);
        Assert.Null(await stage.Queries.OpenAsync(stage.Ann, new FormKey(FormNames.Contribution, "JT-1:joint-training", null), null, Ct));

        var lost = await stage.OpenAsync(stage.Ann, FormNames.Contribution, "JT-1:joint-training", restore: removed.ChangeSetId - 1);
        var restored = await stage.SendAsync(stage.Ann, lost);

        Assert.Empty(restored.Problems);
        Assert.Equal("JT-1:joint-training", restored.Code);
        Assert.Equal(before!.Stored, await stage.StoredAsync(FormNames.Contribution, "JT-1:joint-training"));
    }
}
