using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Fields;
using Xunit;

namespace DefenseCoop.Tests.Editing.Drafts;

/// <summary>One person has one form open in several windows or devices: nothing that is typed in one is lost to another.</summary>
public sealed class DraftWindowTests(EditStage stage) : IClassFixture<EditStage>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoWindows_InDifferentFields_AreMerged()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M3");
        var (one, two) = (new Window(stage, form, "one"), new Window(stage, form, "two"));

        await one.TypeAsync("Title", "A title from the first");
        var kept = await two.TypeAsync("Note", "A note from the second");

        Assert.Equal("A title from the first", kept.News["Title"]);
        Assert.Empty(kept.Conflicts);
        var again = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M3");
        Assert.Equal(("A title from the first", "A note from the second"), (again.Values["Title"], again.Values["Note"]));
        Assert.Empty(again.Aside);
    }

    [Fact]
    public async Task TwoWindows_InOneField_KeepBothTextsUntilOneIsChosen()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M4");
        var (one, two) = (new Window(stage, form, "one"), new Window(stage, form, "two"));
        await one.TypeAsync("Note", "The first text");

        await two.TypeAsync("Note", "The sec");
        var kept = await two.TypeAsync("Note", "The second text");

        Assert.Equal("The first text", kept.Conflicts["Note"]);
        var both = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M4");
        Assert.Equal("The first text", both.Values["Note"]);
        Assert.Equal("The second text", Assert.Single(both.Aside["Note"]).Text);
        await one.TypeAsync("Title", "Goes on elsewhere");
        Assert.Single((await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M4")).Aside);

        two.Saw("Note", "The first text");
        await two.TypeAsync("Note", "The second text");
        var chosen = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M4");
        Assert.Equal("The second text", chosen.Values["Note"]);
        Assert.Empty(chosen.Aside);
    }

    /// <summary>A browser sends nothing at all of a list of which nothing is chosen any more.</summary>
    [Fact]
    public async Task LastSource_RemovedInOneWindow_IsGoneInTheOther()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-2-M1");
        var (one, two) = (new Window(stage, form, "one"), new Window(stage, form, "two"));
        Assert.NotEmpty(form.Values["Sources"]);

        await one.LeaveOutAsync("Sources");
        var kept = await two.TypeAsync("Note", "Typed in the second");

        Assert.Equal("", kept.News["Sources"]);
        Assert.Empty(kept.Conflicts);
        var again = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-2-M1");
        Assert.Equal(("", "Typed in the second"), (again.Values["Sources"], again.Values["Note"]));
    }

    [Fact]
    public async Task OneWindow_WhoseAnswerWasLost_IsNotInConflictWithItself()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M5");
        var one = new Window(stage, form, "one");
        await one.TypeAsync("Note", "Half", isHeard: false);

        var kept = await one.TypeAsync("Note", "Half and half");

        Assert.Empty(kept.Conflicts);
        Assert.Equal("Half and half", (await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M5")).Values["Note"]);
    }

    [Fact]
    public async Task SomethingNew_BegunInTwoWindows_HasTwoDrafts()
    {
        var form = await stage.OpenAsync(stage.Bo, FormNames.Reading, null, "IN-BE1-SITES");
        var (one, two) = (new Window(stage, form, "one", stage.Bo), new Window(stage, form, "two", stage.Bo));

        await one.TypeAsync("Value", "11");
        await two.TypeAsync("Value", "22");
        await one.TypeAsync("Note", "of the first");

        var rows = (await stage.Get<DraftQueries>().ListAsync(stage.Bo, Ct)).Where(r => r.Key == form.Key).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Single(rows, r => r.IsNewest);
        var values = new List<string>();
        foreach (var row in rows)
        {
            values.Add((await stage.Queries.OpenDraftAsync(stage.Bo, form.Key, null, new DraftChoice(row.Id), Ct))!.Values["Value"]);
        }
        Assert.Equal(["11", "22"], values.Order());
        Assert.Null((await stage.Queries.OpenDraftAsync(stage.Bo, form.Key, null, new DraftChoice(0), Ct))!.Draft);
        Assert.Single((await stage.OpenAsync(stage.Bo, FormNames.Reading, null, "IN-BE1-SITES")).Others);
    }

    [Fact]
    public async Task SomethingNew_WhoseFirstAnswerWasLost_HasOneDraft()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Reading, null, "IN-BE1-SITES");
        var one = new Window(stage, form, "lost answer");

        var first = await one.TypeAsync("Value", "1", isHeard: false);
        var second = await one.TypeAsync("Value", "12");

        Assert.Equal(first.Draft, second.Draft);
    }

    [Fact]
    public async Task Save_InOneWindow_LeavesWhatOnlyTheOtherHolds()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M6");
        var (one, two) = (new Window(stage, form, "one"), new Window(stage, form, "two"));
        await one.TypeAsync("Note", "Saved by the first");
        await two.TypeAsync("Title", "Typed in the second");

        var saved = await one.SaveAsync();

        Assert.Empty(saved.Problems);
        var left = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-1-M6");
        Assert.NotNull(left.Draft);
        Assert.Equal(("Typed in the second", "Saved by the first"), (left.Values["Title"], left.Values["Note"]));
        Assert.Equal(saved.ChangeSetId, left.Base);
    }

    [Fact]
    public async Task Save_ThatChangesNothing_LeavesTheRestOverWhatThePersonSaw()
    {
        var form = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-2-M2");
        var (one, two) = (new Window(stage, form, "one"), new Window(stage, form, "two"));
        await two.TypeAsync("Title", "Typed in the second");

        var saved = await one.SaveAsync();

        Assert.Null(saved.ChangeSetId);
        var left = await stage.OpenAsync(stage.Ann, FormNames.Milestone, "BE-2-M2");
        Assert.NotNull(left.Draft);
        Assert.Equal(("Typed in the second", form.Base), (left.Values["Title"], left.Base));
    }

    [Fact]
    public async Task Save_InTheOnlyWindow_LeavesNothing()
    {
        var form = await stage.OpenAsync(stage.Bo, FormNames.Milestone, "BE-1-M7");
        var one = new Window(stage, form, "one", stage.Bo);
        await one.TypeAsync("Note", "Typed and sav");
        one.Values["Note"] = "Typed and saved";

        var saved = await one.SaveAsync();

        Assert.Empty(saved.Problems);
        Assert.Null((await stage.OpenAsync(stage.Bo, FormNames.Milestone, "BE-1-M7")).Draft);
    }

    [Fact]
    public async Task Draft_OfBefore_IsReadAsItWas()
    {
        var key = new FormKey(FormNames.Milestone, "BE-2-M2", null);
        await using (var db = stage.NewContext())
        {
            db.Add(new Draft
            {
                AccountId = stage.Bo.AccountId, Form = key.ToText(), Base = 1, Values = """{"Title":"Typed before","Values":"x"}""",
                Why = "old", KeptAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc),
            });
            await db.SaveChangesAsync(Ct);
        }

        var form = await stage.OpenAsync(stage.Bo, key.Form, key.Code);

        Assert.Equal(("Typed before", "old"), (form.Values["Title"], form.Why));
    }

    /// <summary>A window as its script keeps it.</summary>
    private sealed class Window(EditStage stage, EditForm form, string tab, Data.Commands.Actor? actor = null)
    {
        private readonly Dictionary<string, string> _bases = new(form.Values);
        private int? _draft = form.Shown?.Id;
        private int _revision = form.Shown?.Revision ?? 0;

        public Dictionary<string, string> Values { get; } = new(form.Values);

        public void Saw(string field, string text) => _bases[field] = text;

        public async Task<KeptDraft> TypeAsync(string field, string text, bool isHeard = true)
        {
            Values[field] = text;
            var sent = Sending;
            var kept = await stage.Drafts.KeepWindowAsync(actor ?? stage.Ann, form.Key, form.Base, sent, Ct);
            if (!isHeard) return kept;
            (_draft, _revision) = (kept.Draft, kept.Revision);
            foreach (var (name, value) in sent.Values.Where(v => !kept.Conflicts.ContainsKey(v.Key) && !kept.News.ContainsKey(v.Key)))
            {
                _bases[name] = value;
            }
            foreach (var (name, value) in kept.News) Values[name] = _bases[name] = value;
            return kept;
        }

        public Task<KeptDraft> LeaveOutAsync(string field)
        {
            Values.Remove(field);
            return stage.Drafts.KeepWindowAsync(actor ?? stage.Ann, form.Key, form.Base, Sending, Ct);
        }

        public Task<EditResult> SaveAsync() =>
            stage.Commands.SaveAsync(actor ?? stage.Ann, new EditSubmission(form.Key, form.Base, Values, null) { Draft = Sending }, Ct);

        private DraftSending Sending =>
            new(new Dictionary<string, string>(Values), new Dictionary<string, string>(_bases))
            {
                Draft = _draft, Revision = _revision, Tab = tab,
            };
    }
}
