using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.History;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>What changed, in words; and earlier versions opened to be saved again.</summary>
public sealed class HistoryOfRecordsTests(EditStage stage) : IClassFixture<EditStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_AChange_NamesEachFieldBeforeAndAfterInWords()
    {
        var saved = await stage.SaveAsync(
            FormNames.Initiative, "BE-1", null,
            ("Stage", "Suspended"), ("End", "2031-02"), ("EndProvenance", "illustrative"), ("Sites", "karup"), ("Note", ""));

        var differences = (await stage.Get<RecordDifferences>().OfAsync(RecordKind.Initiative, "BE-1", saved.ChangeSetId!.Value, Ct))
            .ToDictionary(d => d.Label);

        Assert.Equal(("Under way", "Suspended"), (differences["Stage"].Before, differences["Stage"].After));
        Assert.Equal(("", "Feb 2031"), (differences["End"].Before, differences["End"].After));
        Assert.Equal(
            ("Not known", "Ours, illustrative"),
            (differences["Where the end comes from"].Before, differences["Where the end comes from"].After));
        Assert.Equal("Karup Air Base", differences["Sites"].After);
        Assert.DoesNotContain("Title", differences.Keys);
    }

    [Fact]
    public async Task Of_ARecordThatIsMadeAndRemoved_NamesAllItsFieldsAndThenNone()
    {
        var made = await stage.SaveAsync(FormNames.Contribution, null, "MA-1", ("Outcome", "cybersecurity-o1-1"), ("Weight", "3"));
        var removed = await stage.SaveAsync(FormNames.ContributionRemove, made.Code, null);

        var all = await stage.Get<RecordDifferences>()
            .OfAsync(RecordKind.Contribution, made.Code!, [made.ChangeSetId!.Value, removed.ChangeSetId!.Value], Ct);

        Assert.Contains(all[made.ChangeSetId.Value], d => d is { Label: "Weight", Before: "", After: "3" });
        Assert.Contains(all[removed.ChangeSetId.Value], d => d is { Label: "Weight", Before: "3", After: "" });
        Assert.Empty(await stage.Get<RecordDifferences>().OfAsync(RecordKind.Milestone, "BE-1-M1", made.ChangeSetId.Value, Ct));
    }

    [Fact]
    public async Task Of_AWithdrawnReading_SaysWhy()
    {
        var saved = await stage.SaveAsync(FormNames.ReadingWithdraw, "IN-JT1-AC-R1", null, ("Reason", "Misread."));

        var difference = Assert.Single(
            await stage.Get<RecordDifferences>().OfAsync(RecordKind.Reading, "IN-JT1-AC-R1", saved.ChangeSetId!.Value, Ct));

        Assert.Equal(new FieldDifference("Withdrawn because", "", "Misread."), difference);
    }

    [Fact]
    public async Task Open_ToRestore_ShowsTheValuesOfThenAndSavingThemIsANewChange()
    {
        var original = await stage.StoredAsync(FormNames.Milestone, "BE-1-M1");
        var first = await stage.SaveAsync(FormNames.Milestone, "BE-1-M1", null, ("Title", "First"), ("Note", "One"));
        var second = await stage.SaveAsync(FormNames.Milestone, "BE-1-M1", null, ("Title", "Second"), ("Sources", "S-DL-DCA"));

        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M1", restore: first.ChangeSetId);
        Assert.Equal(("First", "One", original["Sources"]), (form.Values["Title"], form.Values["Note"], form.Values["Sources"]));
        Assert.Equal("Second", form.Stored["Title"]);
        Assert.Equal($"Restores the version of change {first.ChangeSetId}.", form.Why);
        var restored = await stage.SendAsync(stage.Ann, form);

        Assert.True(restored.ChangeSetId > second.ChangeSetId);
        Assert.Equal(
            form.Values.Where(v => !v.Key.StartsWith("NewSource", StringComparison.Ordinal)).OrderBy(v => v.Key),
            (await stage.StoredAsync(FormNames.Milestone, "BE-1-M1"))
                .Where(v => !v.Key.StartsWith("NewSource", StringComparison.Ordinal))
                .OrderBy(v => v.Key));
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    public async Task Open_ToRestoreAChangeThatIsNotThere_IsNothing(long id) =>
        Assert.Null(await stage.Queries.OpenAsync(stage.Ann, new FormKey(FormNames.Milestone, "BE-1-M1", null), id, Ct));
}
