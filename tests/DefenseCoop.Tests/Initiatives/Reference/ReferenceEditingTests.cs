using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Editing.Undo;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.People;
using Xunit;

namespace DefenseCoop.Tests.Initiatives.Reference;

/// <summary>Categories, organizations and sites have all that other kinds have, under rights of their own.</summary>
public sealed class ReferenceEditingTests : IAsyncLifetime
{
    private readonly ReferenceStage _stage = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, Right> Kinds { get; } = new()
    {
        { FormNames.Category, "cybersecurity", Right.EditCategories },
        { FormNames.Organization, "us-eucom", Right.EditOrganizations },
        { FormNames.Site, "narsarsuaq", Right.EditSites },
    };

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Draft_OfAnyKind_IsKeptListedAndGoneOnceItIsSaved(string form, string code, Right right)
    {
        var key = new FormKey(form, code, null);
        var opened = await _stage.OpenAsync(form, code);
        await _stage.Editing.Drafts.KeepAsync(
            _stage.Administrator, key, opened.Base,
            new Dictionary<string, string>(opened.Values) { ["Name"] = "Half a na" }, "Because", Ct);

        var kept = await _stage.OpenAsync(form, code);
        var row = Assert.Single(await DraftsAsync());
        var values = new Dictionary<string, string>(kept.Values) { ["Name"] = "Half a name" };
        var saved = await _stage.Editing.Commands.SaveAsync(
            _stage.Administrator,
            new EditSubmission(key, kept.Base, values, kept.Why)
            {
                Draft = new DraftSending(values, kept.Values) { Draft = kept.Shown!.Value.Id, Revision = kept.Shown.Value.Revision },
            },
            Ct);

        Assert.NotNull(saved.ChangeSetId);
        Assert.Equal(("Half a na", "Because", opened.Heading), (kept.Values["Name"], kept.Why, row.Heading));
        Assert.Empty(await DraftsAsync());
        Assert.Equal(right, FormRights.Of(form));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ChangeOfAnother_IsTakenOverAndWhatConflictsIsAsked(string form, string code, Right right)
    {
        var other = await _stage.Editing.SignInAsync("Olga", Roles.Administrator);
        var opened = await _stage.OpenAsync(form, code);
        var theirs = await _stage.Editing.SendAsync(other, opened, ("Name", "Theirs"), ("Note", "Of theirs."));

        var late = await _stage.Editing.SendAsync(_stage.Administrator, opened, ("Name", "Mine"));

        Assert.NotNull(theirs.ChangeSetId);
        Assert.Equal((null, "Olga"), (late.ChangeSetId, late.ChangedBy));
        Assert.Equal(
            [("Name", true), ("Note", false)],
            late.Merges.Select(m => (m.Field.Name, m.IsConflict)).OrderBy(m => m.Name, StringComparer.Ordinal));
        Assert.Equal(("Mine", "Of theirs."), (late.Values["Name"], late.Values["Note"]));
        Assert.NotEqual(Right.RecordEvidence, right);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EarlierVersion_IsToldFieldByFieldAndRestored(string form, string code, Right right)
    {
        var opened = await _stage.OpenAsync(form, code);
        var first = await _stage.SavedAsync(form, code, ("Name", "First"));
        var second = await _stage.SavedAsync(form, code, ("Name", "Second"), ("Note", "Twice."));

        var told = await _stage.Editing.Get<RecordDifferences>().OfAsync(KindOf(form), code, second, Ct);
        var then = await _stage.OpenAsync(form, code, restore: first);
        var restored = await _stage.Editing.SendAsync(_stage.Administrator, then);

        Assert.Equal([("Name", "First", "Second")], told.Where(d => d.Label == "Name").Select(d => (d.Label, d.Before, d.After)));
        Assert.Equal(2, told.Count);
        Assert.True(restored.ChangeSetId > second);
        var stored = (await _stage.OpenAsync(form, code)).Stored;
        Assert.Equal(("First", opened.Stored["Note"]), (stored["Name"], stored["Note"]));
        Assert.Equal(Roles.Administrator, Rights.Table.Single(r => r.Right == right).Holders);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Change_TakenBack_LeavesTheRecordAsItWas(string form, string code, Right right)
    {
        var before = (await _stage.OpenAsync(form, code)).Stored;
        var change = await _stage.SavedAsync(form, code, ("Name", "Another"));

        var refused = await Assert.ThrowsAsync<NotAllowedException>(
            () => _stage.Editing.Get<UndoCommands>().UndoAsync(_stage.Editing.Ann, change, Ct));
        await _stage.Editing.Get<UndoCommands>().UndoAsync(_stage.Administrator, change, Ct);

        Assert.Equal(right, refused.Right);
        Assert.Equal(before.OrderBy(v => v.Key), (await _stage.OpenAsync(form, code)).Stored.OrderBy(v => v.Key));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Form_OfAnyKind_TakesItsOwnRightAndNotThatOfEvidence(string form, string code, Right right)
    {
        var key = new FormKey(form, code, null);
        var opened = await _stage.OpenAsync(form, code);

        foreach (var asked in new Func<Task>[]
        {
            () => _stage.Editing.Queries.OpenAsync(_stage.Editing.Ann, key, null, Ct),
            () => _stage.Editing.SendAsync(_stage.Editing.Ann, opened, ("Name", "Of an editor")),
            () => _stage.Editing.Commands.PreviewAsync(
                _stage.Editing.Ann, new EditSubmission(key, opened.Base, opened.Values, null), Ct),
            () => _stage.Editing.Drafts.KeepAsync(_stage.Editing.Ann, key, opened.Base, opened.Values, null, Ct),
        })
        {
            Assert.Equal(right, (await Assert.ThrowsAsync<NotAllowedException>(asked)).Right);
        }

        var evidence = await Assert.ThrowsAsync<NotAllowedException>(
            () => _stage.Editing.Queries.OpenAsync(_stage.Administrator, new FormKey(FormNames.Source, null, null), null, Ct));
        Assert.Equal(Right.RecordEvidence, evidence.Right);
        Assert.Equal(opened.Heading, (await _stage.OpenAsync(form, code)).Heading);
    }

    /// <summary>A source is evidence: who may not record any cites those that are there.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task NewSource_InPlace_IsNotOffered(string form, string code, Right right)
    {
        var opened = await _stage.OpenAsync(form, code);

        Assert.DoesNotContain(opened.Spec.Fields, f => f.IsOfNewSource);
        var values = EditStageValues(opened.Values, "new");
        var result = await _stage.Editing.Commands.SaveAsync(
            _stage.Administrator, new EditSubmission(opened.Key, opened.Base, values, null), Ct);
        Assert.Null(result.ChangeSetId);
        Assert.True(result.Problems.Any(p => p.Field == "Sources"), right.ToString());
    }

    [Fact]
    public async Task Preview_OfANewName_SaysThatNoStatusChanges()
    {
        var opened = await _stage.OpenAsync(FormNames.Category, "cybersecurity");
        var values = new Dictionary<string, string>(opened.Values) { ["Name"] = "Cyber" };

        var result = await _stage.Editing.Commands.PreviewAsync(
            _stage.Administrator, new EditSubmission(opened.Key, opened.Base, values, null), Ct);

        Assert.Equal((0, 0), (result.Problems.Count, result.Effects.Count));
        Assert.Equal(opened.Stored["Name"], (await _stage.CategoryAsync("cybersecurity"))!.Name);
    }

    private static RecordKind KindOf(string form) => RecordDescriptors.Named(form)!.Kind;

    private static Dictionary<string, string> EditStageValues(IReadOnlyDictionary<string, string> values, string source) =>
        new(values) { ["Sources"] = source, ["NewSource.Title"] = "T", ["NewSource.Publisher"] = "P", ["NewSource.Url"] = "U" };

    private Task<IReadOnlyList<DraftRow>> DraftsAsync() => _stage.Editing.Get<DraftQueries>().ListAsync(_stage.Administrator, Ct);
}
