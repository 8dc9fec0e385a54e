using CsCheck;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.Schedule;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>Two people on one record: nothing is overwritten unseen.</summary>
public sealed class MergeTests(EditStage stage) : IClassFixture<EditStage>
{
    private const string Milestone = "JT-1-M1";

    /// <summary>Fields that can be changed one by one, with texts that are read back as they are.</summary>
    private static readonly string[] Fields = ["Title", "Forecast", "Note"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_OtherFieldsOfTwoPeople_AreMergedForTheSecondToConfirm()
    {
        var (ann, bo) = await BothAsync("BE-1-M1");
        await stage.SendAsync(stage.Ann, ann, ("Title", "Ann’s title"));

        var first = await stage.SendAsync(stage.Bo, bo, ("Note", "Bo’s note"));

        Assert.Empty(first.Problems);
        Assert.Null(first.ChangeSetId);
        Assert.Equal("Ann", first.ChangedBy);
        var merge = Assert.Single(first.Merges);
        Assert.Equal(
            ("Title", bo.Stored["Title"], "Ann’s title", "Ann’s title", false),
            (merge.Field.Name, merge.Base, merge.Theirs, merge.Mine, merge.IsConflict));
        Assert.Equal(("Ann’s title", "Bo’s note"), (first.Values["Title"], first.Values["Note"]));
        Assert.Equal(bo.Stored["Note"], (await stage.StoredAsync(FormNames.Milestone, "BE-1-M1"))["Note"]);

        var second = await stage.Commands.SaveAsync(stage.Bo, new EditSubmission(bo.Key, first.Base, first.Values, null), Ct);

        Assert.NotNull(second.ChangeSetId);
        var stored = await stage.StoredAsync(FormNames.Milestone, "BE-1-M1");
        Assert.Equal(("Ann’s title", "Bo’s note"), (stored["Title"], stored["Note"]));
    }

    [Fact]
    public async Task Save_TheSameFieldOfTwoPeople_IsAConflictThatTheSecondDecides()
    {
        var (ann, bo) = await BothAsync("BE-1-M2");
        await stage.SendAsync(stage.Ann, ann, ("Title", "Ann’s title"));

        var first = await stage.SendAsync(stage.Bo, bo, ("Title", "Bo’s title"));

        var merge = Assert.Single(first.Merges);
        Assert.Equal((bo.Stored["Title"], "Ann’s title", "Bo’s title", true), (merge.Base, merge.Theirs, merge.Mine, merge.IsConflict));
        Assert.Equal("Bo’s title", first.Values["Title"]);
        Assert.Equal("Ann’s title", (await stage.StoredAsync(FormNames.Milestone, "BE-1-M2"))["Title"]);
    }

    [Fact]
    public async Task Save_TheSameTextOfTwoPeople_IsNoConflict()
    {
        var (ann, bo) = await BothAsync("BE-1-M3");
        await stage.SendAsync(stage.Ann, ann, ("Title", "One title"));

        var second = await stage.SendAsync(stage.Bo, bo, ("Title", "  One title "), ("Note", "And a note"));

        Assert.Empty(second.Merges);
        Assert.NotNull(second.ChangeSetId);
    }

    [Fact]
    public async Task Save_WhatTheFormWritesOverUnseen_IsShownFirst()
    {
        var ann = await stage.OpenAsync(stage.Ann, FormNames.Initiative, "CY-1");
        var bo = await stage.OpenAsync(stage.Bo, FormNames.InitiativeCancel, "CY-1");
        await stage.SendAsync(stage.Ann, ann, ("Stage", "Suspended"));

        var result = await stage.SendAsync(stage.Bo, bo, ("CancelledOn", "2026-10"));

        var merge = Assert.Single(result.Merges);
        Assert.Equal(("Stage", "Suspended", false), (merge.Field.Name, merge.Theirs, merge.IsConflict));
        Assert.Equal("Suspended", (await stage.StoredAsync(FormNames.Initiative, "CY-1"))["Stage"]);
    }

    [Fact]
    public async Task Save_ABaseThatIsUnknown_CountsAsNothingSeen()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M4");
        var typed = EditStage.With(form.Values, ("Title", "From another database"));

        var result = await stage.Commands.SaveAsync(stage.Ann, new EditSubmission(form.Key, long.MaxValue, typed, null), Ct);

        Assert.Null(result.ChangeSetId);
        Assert.Contains(result.Merges, m => m is { Field.Name: "Title", IsConflict: true });
    }

    [Fact]
    public async Task Save_ARecordRemovedMeanwhile_SaysSoAndKeepsWhatWasTyped()
    {
        var open = await stage.OpenAsync(stage.Bo, FormNames.Contribution, "CY-2:cybersecurity");
        await stage.SaveAsync(FormNames.ContributionRemove, "CY-2:cybersecurity", null);

        var result = await stage.SendAsync(stage.Bo, open, ("Weight", "7"));

        Assert.StartsWith("There is no such contribution any more", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("7", result.Values["Weight"]);
        Assert.Null(result.ChangeSetId);
    }

    /// <summary>
    /// Whatever two people change and in whichever order they save, a field ends as it was, as one of them intended, or as
    /// the merge that one of them confirmed; and what is confirmed is what is stored.
    /// </summary>
    [Fact]
    public async Task Save_AnyInterleavingOfTwoEdits_EndsAsIntendedOrConfirmed()
    {
        var edit = Gen.Select(Gen.Int[0, 7], Gen.Int[0, 4], (which, seed) => (Which: which, Seed: seed));
        var takesTheirs = Gen.Bool;
        await Gen.Select(edit, edit, Gen.Bool, takesTheirs).SampleAsync(
            async run =>
            {
                var (first, second, annFirst, theirs) = run;
                var before = await stage.StoredAsync(FormNames.Milestone, Milestone);
                var (ann, bo) = await BothAsync(Milestone);
                var intendedFirst = Intended(before, first);
                var intendedSecond = Intended(before, second);

                await SaveUntilDoneAsync(annFirst, annFirst ? ann : bo, intendedFirst, theirs);
                var confirmed = await SaveUntilDoneAsync(!annFirst, annFirst ? bo : ann, intendedSecond, theirs);

                var after = await stage.StoredAsync(FormNames.Milestone, Milestone);
                foreach (var field in Fields)
                {
                    Assert.Equal(confirmed[field], after[field]);
                    var (a, b) = (intendedFirst[field], intendedSecond[field]);
                    var allowed = (a == before[field], b == before[field]) switch
                    {
                        (true, true) => new[] { before[field] },
                        (false, true) => [a],
                        (true, false) => [b],
                        _ => theirs && a != b ? [a] : [b],
                    };
                    Assert.Contains(after[field], allowed);
                }
            },
            iter: 60, threads: 1);
    }

    private static Dictionary<string, string> Intended(IReadOnlyDictionary<string, string> before, (int Which, int Seed) edit)
    {
        var intended = new Dictionary<string, string>(before, StringComparer.Ordinal);
        if ((edit.Which & 1) != 0) intended["Title"] = $"Title {edit.Seed}";
        if ((edit.Which & 2) != 0) intended["Forecast"] = edit.Seed == 0 ? ""
            : PartialDate.OfMonth(2030 + edit.Seed, edit.Seed).ToDisplay();
        if ((edit.Which & 4) != 0) intended["Note"] = edit.Seed == 0 ? "" : $"Note {edit.Seed}";
        return intended;
    }

    /// <summary>Saves, and at every merge takes theirs or mine, until it is saved; gives what was confirmed last.</summary>
    private async Task<IReadOnlyDictionary<string, string>> SaveUntilDoneAsync(
        bool isAnn, EditForm form, Dictionary<string, string> intended, bool theirs)
    {
        var actor = isAnn ? stage.Ann : stage.Bo;
        var submission = new EditSubmission(form.Key, form.Base, intended, null);
        for (var turn = 0; turn < 3; turn++)
        {
            var result = await stage.Commands.SaveAsync(actor, submission, Ct);
            Assert.Empty(result.Problems);
            if (result.Merges.Count == 0) return submission.Values;
            var values = new Dictionary<string, string>(result.Values, StringComparer.Ordinal);
            foreach (var conflict in result.Merges.Where(m => m.IsConflict && theirs)) values[conflict.Field.Name] = conflict.Theirs;
            submission = submission with { Base = result.Base, Values = values };
        }

        throw new InvalidOperationException("Nobody else saves, and yet it is never saved.");
    }

    private async Task<(EditForm Ann, EditForm Bo)> BothAsync(string code) =>
        (await stage.OpenAsync(stage.Ann, FormNames.Milestone, code), await stage.OpenAsync(stage.Bo, FormNames.Milestone, code));
}
