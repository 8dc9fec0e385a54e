using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Editing.Refresh;
using DefenseCoop.Data.Editing.Undo;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>The cases of forms, drafts and the work list. Each makes or keeps something of its own.</summary>
internal static class EditCases
{
    public static IReadOnlyList<CommandCase> All { get; } =
    [
        new("Edit.Save", c => c.Get<EditCommands>().SaveAsync(c.Actor, Source(), Ct), Needs: Evidence),
        new("Edit.Preview", c => c.Get<EditCommands>().PreviewAsync(c.Actor, Source(), Ct), Writes: false, Needs: Evidence),
        new(
            "Undo.Undo", async c => await c.Get<UndoCommands>().UndoAsync(c.Actor, await ChangeIdAsync(c), Ct), ChangeAsync,
            Needs: Evidence),
        new(
            "Draft.Keep",
            c => c.Get<DraftCommands>().KeepAsync(c.Actor, Key, 0, new Dictionary<string, string> { ["Title"] = "A text" }, null, Ct),
            Needs: Evidence),
        new(
            "Draft.KeepWindow",
            c => c.Get<DraftCommands>()
                .KeepWindowAsync(c.Actor, Key, 0, new DraftSending(new Dictionary<string, string> { ["Title"] = "A text" }, null), Ct),
            Needs: Evidence),
        new("Draft.Discard", c => c.Get<DraftCommands>().DiscardAsync(c.Actor, Key, Ct), DraftAsync, Needs: Evidence),
        new(
            "Draft.DiscardOne", async c => await c.Get<DraftCommands>().DiscardOneAsync(c.Actor, await DraftIdAsync(c), Ct), DraftAsync,
            Needs: FormRights.All),

        new("EditQueries.Open", c => c.Get<EditQueries>().OpenAsync(c.Actor, Key, null, Ct), Writes: false, Needs: Evidence),
        new(
            "EditQueries.OpenDraft", c => c.Get<EditQueries>().OpenDraftAsync(c.Actor, Key, null, DraftChoice.Newest, Ct),
            Writes: false, Needs: Evidence),
        new("EditQueries.Begun", c => c.Get<EditQueries>().BegunAsync(c.Actor, Key, Ct), Writes: false, Needs: Evidence),
        new("DraftQueries.List", c => c.Get<DraftQueries>().ListAsync(c.Actor, Ct), Writes: false, Needs: FormRights.All),
        new("RefreshQueries.All", c => c.Get<RefreshQueries>().AllAsync(c.Actor, Ct), Writes: false, Needs: Evidence),
        new(
            "RefreshQueries.Find", c => c.Get<RefreshQueries>().FindAsync(c.Actor, new(FormNames.InitiativeRefresh, "BE-1", null), Ct),
            Writes: false, Needs: Evidence),
        new("RefreshQueries.Next", c => c.Get<RefreshQueries>().NextAsync(c.Actor, null, Ct), Writes: false, Needs: Evidence),
        new("RefreshQueries.List", c => c.Get<RefreshQueries>().ListAsync(c.Actor, 1, Ct), Writes: false, Needs: Evidence),
    ];

    private static IReadOnlyList<Right> Evidence => [Right.RecordEvidence];

    private static FormKey Key => new(FormNames.Source, null, null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static EditSubmission Source() => new(Key, 0, new Dictionary<string, string>
    {
        ["Code"] = $"S-{Guid.NewGuid():N}"[..20],
        ["Title"] = "A text",
        ["Publisher"] = "A paper",
        ["Url"] = "Archive, box 3",
        ["Tier"] = "Press",
    }, null);

    /// <summary>A change that is recorded as the person's own, whether they may still make one or not.</summary>
    private static async Task ChangeAsync(CommandCall call)
    {
        var editor = await call.Stage.People.SignInAsync(await call.Stage.AddAsync(Roles.Editor));
        var saved = await call.Get<EditCommands>().SaveAsync(editor, Source(), Ct);
        await using var db = call.Stage.People.NewContext();
        await db.ChangeSets.Where(c => c.Id == saved.ChangeSetId)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.AccountId, call.Person.Id), Ct);
    }

    private static async Task<long> ChangeIdAsync(CommandCall call)
    {
        await using var db = call.Stage.People.NewContext();
        return await db.ChangeSets.Where(c => c.AccountId == call.Person.Id).MaxAsync(c => (long?)c.Id, Ct) ?? 0;
    }

    private static Task DraftAsync(CommandCall call) => call.Stage.ChangeAsync(db =>
    {
        db.Add(new Draft
        {
            AccountId = call.Person.Id, Form = Key.ToText(), Base = 0, Values = "{}",
            Why = "", KeptAt = call.Stage.People.Clock.GetUtcNow().UtcDateTime,
        });
        return db.SaveChangesAsync(Ct);
    });

    private static async Task<int> DraftIdAsync(CommandCall call)
    {
        await using var db = call.Stage.People.NewContext();
        return (await db.Drafts.Where(d => d.AccountId == call.Person.Id).Select(d => (int?)d.Id).FirstOrDefaultAsync(Ct)) ?? 0;
    }
}
