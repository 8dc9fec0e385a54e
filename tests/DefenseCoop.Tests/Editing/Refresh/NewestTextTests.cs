using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Refresh;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.Status;
using Xunit;

namespace DefenseCoop.Tests.Editing.Refresh;

/// <summary>The short form from the work list: what does the newest text say?</summary>
public sealed class NewestTextTests : IAsyncLifetime
{
    private readonly EditStage _stage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Initiative_StillUnderWay_IsOfTheDayOfItsTextAndLeavesTheList()
    {
        var row = await RowAsync(FactKind.Initiative);
        var source = await SourceAsync("2026-11-20");
        var before = await _stage.StoredAsync(FormNames.Initiative, row.About.Code);

        var saved = await SaveAsync(row, ("NewestSources", source), ("Says", "GoesOn"), ("Note", "Read."));

        var after = await _stage.StoredAsync(FormNames.Initiative, row.About.Code);
        Assert.Equal(("20 Nov 2026", before["Stage"], "Read."), (after["StatusAsOf"], after["Stage"], after["Note"]));
        Assert.Equal([.. before["Sources"].Split('\n', StringSplitOptions.RemoveEmptyEntries), source], after["Sources"].Split('\n'));
        Assert.Contains(saved.Effects, e => e.About.Code == row.About.Code && e.Before == AssessedStatus.Stale);
        Assert.DoesNotContain(await _stage.Get<RefreshQueries>().AllAsync(_stage.Ann, Ct), r => r.About.Code == row.About.Code);
    }

    [Fact]
    public async Task Initiative_Completed_EndsOnTheDayThatTheTextGives()
    {
        var row = await RowAsync(FactKind.Initiative);
        var source = await SourceAsync("2026-11-20");

        var without = await SendAsync(row, ("NewestSources", source), ("Says", "Completed"));
        await SaveAsync(row, ("NewestSources", source), ("Says", "Completed"), ("HappenedOn", "2026-10"));

        Assert.Equal("HappenedOn", Assert.Single(without.Problems).Field);
        var after = await _stage.StoredAsync(FormNames.Initiative, row.About.Code);
        Assert.Equal(("Completed", "Oct 2026", "20 Nov 2026"), (after["Stage"], after["End"], after["StatusAsOf"]));
        Assert.Contains(source, after["EndSources"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Initiative_CalledOff_IsSoFromThatDay()
    {
        var row = await RowAsync(FactKind.Initiative);

        await SaveAsync(row, ("NewestSources", await SourceAsync("2026-11-20")), ("Says", "CalledOff"), ("HappenedOn", "2026-11-03"));

        var after = await _stage.StoredAsync(FormNames.Initiative, row.About.Code);
        Assert.Equal(("Cancelled", "3 Nov 2026"), (after["Stage"], after["StatusAsOf"]));
    }

    [Fact]
    public async Task Initiative_AMilestoneMet_IsRecordedAtTheMilestone()
    {
        var row = await RowAsync(FactKind.Initiative);
        var made = await _stage.SaveAsync(
            FormNames.Milestone, null, row.About.Code, ("Title", "Handed over"),
            ("PlannedProvenance", "None"), ("Provenance", "illustrative"));
        Assert.Empty(made.Problems);
        var source = await SourceAsync("2026-11-20");

        await SaveAsync(row, ("NewestSources", source), ("Says", $"Met:{made.Code}"), ("HappenedOn", "2026-11-01"));

        var milestone = await _stage.StoredAsync(FormNames.Milestone, made.Code!);
        Assert.Equal(
            ("Met", "1 Nov 2026", "20 Nov 2026", "confirmed"),
            (milestone["State"], milestone["Actual"], milestone["StatusAsOf"], milestone["Provenance"]));
        Assert.Equal(source, milestone["Sources"]);
    }

    [Fact]
    public async Task Milestone_Met_LeavesTheList()
    {
        var row = await RowAsync(FactKind.Milestone);

        await SaveAsync(row, ("NewestSources", await SourceAsync("2026-11-20")), ("Says", "Met"), ("HappenedOn", "2026-11"));

        Assert.DoesNotContain(await _stage.Get<RefreshQueries>().AllAsync(_stage.Ann, Ct), r => r.About.Code == row.About.Code);
    }

    [Theory]
    [InlineData("NewestSources", "", "NewestSources", "Name the text")]
    [InlineData("NewestSources", "S-NOWHERE", "NewestSources", "No source is known by the code")]
    [InlineData("TextDay", "2026-11-21", "TextDay", "No source of this initiative is dated")]
    [InlineData("TextDay", "1999", "TextDay", "What is on record speaks for a later day")]
    [InlineData("TextDay", "sometime", "TextDay", "“sometime” is no date")]
    [InlineData("TextDay", "2031", "TextDay", "2031 has not come yet")]
    [InlineData("Says", "", "Says", "Choose what it says.")]
    [InlineData("Says", "Met:NO-SUCH", "Says", "“Met:NO-SUCH” is none of the choices")]
    public async Task WhatIsWrong_IsSaidAtItsField(string field, string text, string at, string message)
    {
        var row = await RowAsync(FactKind.Initiative);
        var fields = new Dictionary<string, string>
        {
            ["NewestSources"] = await SourceAsync("2026-11-20"), ["Says"] = "GoesOn", [field] = text,
        };

        var result = await SendAsync(row, [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Contains(result.Problems, p => p.Field == at && p.Message.StartsWith(message, StringComparison.Ordinal));
        Assert.Null(result.ChangeSetId);
    }

    [Fact]
    public async Task Rows_SaySinceWhenAndWhatHelps()
    {
        var rows = await _stage.Get<RefreshQueries>().AllAsync(_stage.Ann, Ct);

        Assert.All(rows, r => Assert.Matches("^Stale (since|from) .*: .* would refresh it\\.$", r.Words));
        var own = rows.First(r => r.About.Kind == FactKind.Initiative && !r.IsSoon);
        Assert.Contains("newest evidence of", own.Words, StringComparison.Ordinal);
    }

    private async Task<RefreshRow> RowAsync(FactKind kind) =>
        (await _stage.Get<RefreshQueries>().AllAsync(_stage.Ann, Ct)).First(r => r.About.Kind == kind && !r.IsSoon);

    private async Task<EditResult> SendAsync(RefreshRow row, params (string, string)[] changes) =>
        await _stage.SaveAsync(row.Form.Form, row.Form.Code, row.Form.Of, changes);

    private async Task<EditResult> SaveAsync(RefreshRow row, params (string, string)[] changes)
    {
        var saved = await SendAsync(row, changes);
        Assert.Empty(saved.Problems);
        Assert.NotNull(saved.ChangeSetId);
        return saved;
    }

    private async Task<string> SourceAsync(string published)
    {
        var saved = await _stage.SaveAsync(
            FormNames.Source, null, null, ("Title", "A text"), ("Publisher", "P"), ("Published", published),
            ("Url", $"https://example.org/{Guid.NewGuid():N}"), ("Tier", "Primary"));
        Assert.Empty(saved.Problems);
        return saved.Code!;
    }
}
