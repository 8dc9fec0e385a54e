using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Editing.Drafts;

/// <summary>What is typed and not saved is kept, for its person alone, until it is saved or discarded.</summary>
public sealed class DraftTests(EditStage stage) : IClassFixture<EditStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_WhatWasTyped_ComesBackAsItWasWithItsBase()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M1");
        var typed = EditStage.With(form.Values, ("Title", "  <b>half a tit"), ("Planned", "2025-13"), ("NewSource.Title", "x\u0007y"));
        await stage.Drafts.KeepAsync(stage.Ann, form.Key, form.Base, typed, "Because", Ct);
        await stage.SaveAsync(FormNames.Milestone, "BE-1-M2", null, ("Note", "Something else changed"));

        var mine = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M1");
        var others = await stage.OpenAsync(stage.Bo, FormNames.Milestone, "BE-1-M1");

        Assert.Equal(typed, mine.Values);
        Assert.Equal((form.Base, "Because"), (mine.Base, mine.Why));
        Assert.NotNull(mine.Draft);
        Assert.Null(others.Draft);
        Assert.Equal(form.Stored, others.Values);
        Assert.Contains((await stage.Get<DraftQueries>().ListAsync(stage.Ann, Ct)), d => d.Key == form.Key && d.Heading == form.Heading);
        Assert.DoesNotContain(await stage.Get<DraftQueries>().ListAsync(stage.Bo, Ct), d => d.Key == form.Key);
    }

    [Fact]
    public async Task Keep_Again_TakesThePlaceOfTheOldOne()
    {
        var key = new FormKey(FormNames.Reading, null, "IN-BE1-SITES");
        await stage.Drafts.KeepAsync(stage.Bo, key, 0, new Dictionary<string, string> { ["Value"] = "1" }, null, Ct);
        await stage.Drafts.KeepAsync(stage.Bo, key, 0, new Dictionary<string, string> { ["Value"] = "2" }, null, Ct);

        Assert.Equal("2", (await stage.OpenAsync(stage.Bo, key.Form, null, key.Of)).Values["Value"]);
        await stage.Drafts.DiscardAsync(stage.Bo, key, Ct);
        await stage.Drafts.DiscardAsync(stage.Bo, key, Ct);
        Assert.Null((await stage.OpenAsync(stage.Bo, key.Form, null, key.Of)).Draft);
    }

    [Fact]
    public async Task Save_OfTheForm_RemovesTheDraftWithIt()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-2-M1");
        var typed = EditStage.With(form.Values, ("Note", "Kept, then saved"));
        await stage.Drafts.KeepAsync(stage.Ann, form.Key, form.Base, typed, null, Ct);

        await stage.Commands.PreviewAsync(stage.Ann, new EditSubmission(form.Key, form.Base, typed, null), Ct);
        Assert.NotNull((await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-2-M1")).Draft);
        var refused = await stage.Commands.SaveAsync(
            stage.Ann, new EditSubmission(form.Key, form.Base, EditStage.With(typed, ("Title", "")), null), Ct);
        Assert.NotEmpty(refused.Problems);
        Assert.NotNull((await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-2-M1")).Draft);

        await stage.Commands.SaveAsync(stage.Ann, new EditSubmission(form.Key, form.Base, typed, null), Ct);
        Assert.Null((await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-2-M1")).Draft);
    }

    [Fact]
    public async Task Open_DraftOfARecordThatIsGone_StillShowsWhatWasTyped()
    {
        var key = new FormKey(FormNames.Contribution, "CY-3:cybersecurity", null);
        await stage.Drafts.KeepAsync(
            stage.Bo, key, 0, new Dictionary<string, string> { ["Weight"] = "3", ["Note"] = "Long thoughts" }, null, Ct);
        await stage.SaveAsync(FormNames.ContributionRemove, key.Code, null);

        var form = await stage.OpenAsync(stage.Bo, key.Form, key.Code);

        Assert.StartsWith("There is no such contribution any more", form.Blocked, StringComparison.Ordinal);
        Assert.Equal(("3", "Long thoughts"), (form.Values["Weight"], form.Values["Note"]));
    }

    [Theory]
    [InlineData("no such form", null, null)]
    [InlineData("milestone", "a|b", null)]
    [InlineData("milestone", null, "long")]
    public async Task Keep_OfNoForm_IsRefused(string name, string? code, string? of)
    {
        var key = new FormKey(name, code, of == "long" ? new string('x', 300) : of);

        var refused = await Assert.ThrowsAsync<InvalidInputException>(
            () => stage.Drafts.KeepAsync(stage.Ann, key, 0, new Dictionary<string, string>(), null, Ct));

        Assert.Equal("There is no such form, so nothing can be kept of it.", refused.Message);
    }

    [Fact]
    public async Task Keep_TooMuch_IsRefusedWithTheLimit()
    {
        var key = new FormKey(FormNames.Milestone, "BE-1-M1", null);
        var values = new Dictionary<string, string> { ["Note"] = new string('x', Draft.MaxValues) };

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => stage.Drafts.KeepAsync(stage.Ann, key, 0, values, null, Ct));

        Assert.Contains("1\u202F000\u202F000 characters", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_AccountRemoved_GoesWithIt()
    {
        var gone = await stage.SignInAsync("Gil", Domain.People.Roles.Editor);
        await stage.Drafts.KeepAsync(gone, new FormKey(FormNames.Source, null, null), 0, new Dictionary<string, string>(), null, Ct);
        await using var db = stage.NewContext();
        await db.Accounts.Where(a => a.Id == gone.AccountId).ExecuteDeleteAsync(Ct);

        Assert.False(await db.Drafts.AnyAsync(d => d.AccountId == gone.AccountId, Ct));
    }
}
