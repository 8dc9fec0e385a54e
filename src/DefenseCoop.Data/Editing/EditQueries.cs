using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing.Drafts;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing;

/// <summary>Opens forms.</summary>
public sealed class EditQueries(IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights, Chronicle chronicle, TimeProvider clock)
{
    /// <summary>
    /// A form with the person's draft of it, or with what is stored, or as the record was at a change set.
    /// </summary>
    /// <param name="actor">Who asks; needs the right of the form.</param>
    /// <param name="key">Which form.</param>
    /// <param name="restore">Id of the change set whose values to show; null for what is stored, or the draft.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Null where there is no such form or record.</returns>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public Task<EditForm?> OpenAsync(Actor actor, FormKey key, long? restore, CancellationToken ct) =>
        OpenDraftAsync(actor, key, restore, DraftChoice.Newest, ct);

    /// <summary>The same with a choice among the person's drafts of the form.</summary>
    public async Task<EditForm?> OpenDraftAsync(Actor actor, FormKey key, long? restore, DraftChoice choice, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAsync(db, actor, FormRights.Of(key.Form), ct);
        if (FormCatalog.Find(key.Form) is not { } type) return null;
        // Read before the values: what is changed in between is brought to the person's eyes when they save.
        var newest = await ChangeSetTimes.NewestAsync(db, ct);
        var scope = new FormScope(db, clock.ReaderToday, ct);
        var draft = restore is null && (choice.Draft != 0 || key.Code is not null)
            ? await DraftStore.FindAsync(db, actor.AccountId, key, choice.Draft, ct)
            : null;
        var form = key.Code is { } code
            ? await ExistingAsync(scope, type, key, code, newest)
            : await NewAsync(scope, type, key, newest);
        if (form is not null) form = form with { Beside = await type.BesideAsync(scope, key) };
        if (form is null && restore is { } gone) return await LostAsync(scope, type, key, gone, newest, ct);
        if (form is null) return draft is null ? null : await OrphanAsync(db, type, key, draft, newest, ct);
        if (restore is { } id && key.Code is not null) return await RestoredAsync(form, type, key, id, ct);
        if (form is not null)
        {
            form = form with
            {
                Others = key.Code is null ? await DraftStore.OthersAsync(db, actor.AccountId, key, draft?.Id ?? 0, ct) : [],
            };
        }
        return draft is null ? form : With(form!, draft);
    }

    private static EditForm With(EditForm form, Draft draft)
    {
        var content = DraftContent.Of(draft.Values);
        return form with
        {
            Base = draft.Base,
            Values = Complete(form.Spec, content.Values),
            Draft = draft.KeptAt,
            Why = draft.Why,
            Shown = (draft.Id, draft.Revision),
            Aside = content.Aside.ToDictionary(a => a.Key, a => (IReadOnlyList<AsideText>)a.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>A field of a form with the records that it offers; null where there is none that offers any.</summary>
    public async Task<FieldSpec?> ChoicesAsync(string form, string field, CancellationToken ct)
    {
        if (FormCatalog.Find(form) is not { } type
            || type.Fields(SpecUse.New).FirstOrDefault(f => f.Name == field && f.Source != OptionSource.None) is null)
        {
            return null;
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await FormCatalog.SpecAsync(type, SpecUse.New, db, ct)).Fields.First(f => f.Name == field);
    }

    /// <summary>Where new records of a form are begun, and what they are called; null where there is no such form.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public async Task<RecordOrigin?> BegunAsync(Actor actor, FormKey key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAsync(db, actor, FormRights.Of(key.Form), ct);
        if (FormCatalog.Find(key.Form) is not { } type) return null;
        return new RecordOrigin(type.Noun, (await type.ProposeAsync(new FormScope(db, clock.ReaderToday, ct), key.Of))?.Place);
    }

    private static async Task<EditForm?> ExistingAsync(FormScope scope, FormType type, FormKey key, string code, long newest)
    {
        if (await type.FindAsync(scope, code) is not { } record) return null;
        var spec = (await FormCatalog.SpecAsync(type, SpecUse.Existing, scope.Db, scope.Ct, code)).In(record.Unit);
        var stored = Complete(spec, record.Read());
        return new EditForm(key, spec, record.Heading, newest, stored, stored, null, record.Reference) { Blocked = record.Blocked };
    }

    private static async Task<EditForm?> NewAsync(FormScope scope, FormType type, FormKey key, long newest)
    {
        if (await type.ProposeAsync(scope, key.Of) is not { } proposal) return null;
        var spec = (await FormCatalog.SpecAsync(type, SpecUse.New, scope.Db, scope.Ct)).In(proposal.Unit);
        var stored = Complete(spec, proposal.Values);
        return new EditForm(key, spec, proposal.Heading, newest, stored, stored, null, proposal.Place);
    }

    /// <summary>What was typed into a form whose record is gone is still to be had.</summary>
    private static async Task<EditForm> OrphanAsync(
        DefenseCoopContext db, FormType type, FormKey key, Draft draft, long newest, CancellationToken ct)
    {
        var spec = await FormCatalog.SpecAsync(type, key.Code is null ? SpecUse.New : SpecUse.Existing, db, ct);
        return new EditForm(
            key, spec, $"{type.Noun} {key.Code ?? key.Of}", newest, Complete(spec, new Dictionary<string, string>()),
            Complete(spec, DraftContent.Of(draft.Values).Values), draft.KeptAt, null)
        {
            Why = draft.Why,
            Shown = (draft.Id, draft.Revision),
            Blocked = EditMessages.Gone(type.Noun),
        };
    }

    /// <summary>The values as of a change set. None where the record was not there then.</summary>
    private async Task<EditForm?> RestoredAsync(EditForm form, FormType type, FormKey key, long changeSetId, CancellationToken ct)
    {
        if (await ThenAsync(type, key.Code!, changeSetId, ct) is not { } then) return null;
        return form with { Values = Complete(form.Spec, then.Values), Why = EditMessages.Restores(changeSetId) };
    }

    /// <summary>A record that was removed, as it was, to be made again.</summary>
    private async Task<EditForm?> LostAsync(
        FormScope scope, FormType type, FormKey key, long changeSetId, long newest, CancellationToken ct)
    {
        if (key.Code is null || !type.ComesBack || await ThenAsync(type, key.Code, changeSetId, ct) is not { } then) return null;
        var made = await NewAsync(scope, type, new FormKey(key.Form, null, then.Of), newest);
        return made is null ? null : made with { Values = Complete(made.Spec, then.Values), Why = EditMessages.Restores(changeSetId) };
    }

    private async Task<PastRecord?> ThenAsync(
        FormType type, string code, long changeSetId, CancellationToken ct)
    {
        await using var now = await contexts.CreateDbContextAsync(ct);
        if (await ChangeSetTimes.AtAsync(now, changeSetId, ct) is not { } at) return null;
        await using var then = await chronicle.OpenAsync(at, ct);
        return await type.FindAsync(new FormScope(then, clock.ReaderToday, ct), code) is { } record
            ? new PastRecord(record.Read(), record.Of)
            : null;
    }

    /// <summary>The fields of the form and no others; what is missing is empty.</summary>
    private static Dictionary<string, string> Complete(FormSpec spec, IReadOnlyDictionary<string, string> values) =>
        spec.Fields.ToDictionary(f => f.Name, f => values.GetValueOrDefault(f.Name, ""), StringComparer.Ordinal);

    /// <summary>A record as it once was.</summary>
    private sealed record PastRecord(IReadOnlyDictionary<string, string> Values, string? Of);
}
