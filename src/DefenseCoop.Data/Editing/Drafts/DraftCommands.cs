using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>Keeps what a person has typed and not saved, so that nothing typed is lost.</summary>
public sealed class DraftCommands(CommandRunner runner)
{
    /// <summary>So many drafts one person may have; who wants more discards some.</summary>
    public const int MaxPerPerson = 200;

    /// <summary>Among the fields of a draft, the reason.</summary>
    public const string WhyField = "Why";

    /// <summary>Keeps it in place of what was kept before.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    /// <exception cref="InvalidInputException">It is too much, or there is no such form.</exception>
    [RequiresRightOfForm]
    public Task<KeptDraft> KeepAsync(
        Actor actor, FormKey key, long seen, IReadOnlyDictionary<string, string> values, string? why, CancellationToken ct) =>
        KeepWindowAsync(actor, key, seen, new DraftSending(WithWhy(values, why), null), ct);

    /// <summary>
    /// Keeps what one window of the person holds, together with what others hold: where both changed a field, both texts
    /// are kept. A form for something new has a draft of its own for every window that began it.
    /// </summary>
    /// <param name="actor">Whose draft; needs an account.</param>
    /// <param name="key">Of which form.</param>
    /// <param name="seen">Id of the newest change set that the person has seen.</param>
    /// <param name="sent">What the window holds; the reason is the field <see cref="WhyField"/>.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    /// <exception cref="InvalidInputException">It is too much, or there is no such form.</exception>
    [RequiresRightOfForm]
    public async Task<KeptDraft> KeepWindowAsync(Actor actor, FormKey key, long seen, DraftSending sent, CancellationToken ct)
    {
        KeptDraft? kept = null;
        await runner.RunOwnAsync(actor, FormRights.Of(key.Form), async work =>
        {
            Require(key, sent.Values.GetValueOrDefault(WhyField));
            var isBegun = key.Code is null && sent.Draft is null && sent.Bases is not null;
            var draft = isBegun
                ? await DraftStore.BegunAsync(work.Db, work.AccountId, key, sent.Tab, work.Ct)
                : await DraftStore.FindAsync(work.Db, work.AccountId, key, sent.Draft, work.Ct);
            var isAlone = draft is null || (draft.Id == sent.Draft && draft.Revision == sent.Revision);
            draft ??= await BeginAsync(work, key, seen);
            var content = DraftContent.Of(draft.Values);
            if (draft.Id != 0) content.Values[WhyField] = draft.Why;
            var (news, conflicts) = DraftMerge.Into(content, sent);
            content.Values.Remove(WhyField, out var why);
            draft.Why = why ?? draft.Why;
            draft.Values = content.ToJson();

            // What another window typed was typed over what it had seen.
            draft.Base = isAlone || sent.Bases is null ? seen : Math.Min(draft.Base, seen);
            draft.Revision++;
            draft.KeptAt = work.Now;
            await work.Db.SaveChangesAsync(work.Ct);
            kept = new KeptDraft(draft.Id, draft.Revision, news, conflicts);
        }, ct);
        return kept!;
    }

    /// <summary>Removes the draft; nothing where there is none.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    [RequiresRightOfForm]
    public Task DiscardAsync(Actor actor, FormKey key, CancellationToken ct) =>
        runner.RunOwnAsync(actor, FormRights.Of(key.Form), work => DraftStore.RemoveAsync(work.Db, work.AccountId, key, work.Ct), ct);

    /// <summary>Removes one of the person's drafts; nothing where there is none of that id.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    [RequiresRightOfForm]
    public Task DiscardOneAsync(Actor actor, int draft, CancellationToken ct) => runner.RunOwnAsync(
        actor, FormRights.All,
        work => work.Db.Drafts.Where(d => d.AccountId == work.AccountId && d.Id == draft).ExecuteDeleteAsync(work.Ct), ct);

    private static async Task<Draft> BeginAsync(CommandWork work, FormKey key, long seen)
    {
        if (await work.Db.Drafts.CountAsync(d => d.AccountId == work.AccountId, work.Ct) >= MaxPerPerson)
        {
            throw new InvalidInputException("", $"You have {MaxPerPerson} drafts already: save or discard some of them first.");
        }

        var draft = new Draft { AccountId = work.AccountId, Form = key.ToText(), Base = seen, Values = "{}", Why = "", KeptAt = work.Now };
        work.Db.Add(draft);
        return draft;
    }

    private static Dictionary<string, string> WithWhy(IReadOnlyDictionary<string, string> values, string? why) =>
        new(values, StringComparer.Ordinal) { [WhyField] = why ?? "" };

    private static void Require(FormKey key, string? why)
    {
        if (FormCatalog.Find(key.Form) is null || key.ToText().Length > Draft.MaxKey || key.ToText().Count(c => c == '|') != 2)
        {
            throw new InvalidInputException("", "There is no such form, so nothing can be kept of it.");
        }

        if (why?.Length > Draft.MaxWhy) throw new InvalidInputException("Why", $"The reason has {why.Length} characters: shorten it.");
    }
}
