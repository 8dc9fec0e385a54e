using DefenseCoop.Data.People;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>Keeps what a person has typed and not saved, so that nothing typed is lost.</summary>
public sealed class DraftCommands(CommandRunner runner, TimeProvider clock)
{
    /// <summary>So many drafts one person may have; who wants more discards some.</summary>
    public const int MaxPerPerson = 200;

    /// <summary>Keeps it in place of what was kept before.</summary>
    /// <param name="actor">Whose draft; needs an account.</param>
    /// <param name="key">Of which form.</param>
    /// <param name="seen">Id of the newest change set that the person has seen.</param>
    /// <param name="values">By field, exactly as typed.</param>
    /// <param name="why">The reason, as typed.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    /// <exception cref="InvalidInputException">It is too much, or there is no such form.</exception>
    [Requires(Right.RecordEvidence)]
    public Task KeepAsync(
        Actor actor, FormKey key, long seen, IReadOnlyDictionary<string, string> values, string? why, CancellationToken ct) =>
        runner.RunOwnAsync(actor, Right.RecordEvidence, async db =>
        {
            Require(key, why);
            var text = DraftStore.Write(values);
            if (await DraftStore.FindAsync(db, actor.AccountId, key, ct) is not { } draft)
            {
                if (await db.Drafts.CountAsync(d => d.AccountId == actor.AccountId, ct) >= MaxPerPerson)
                {
                    throw new InvalidInputException("", $"You have {MaxPerPerson} drafts already: save or discard some of them first.");
                }

                draft = new Draft { AccountId = actor.AccountId, Form = key.ToText(), Base = seen, Values = text, Why = "", KeptAt = default };
                db.Add(draft);
            }

            draft.Base = seen;
            draft.Values = text;
            draft.Why = why ?? "";
            draft.KeptAt = clock.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(ct);
        }, ct);

    /// <summary>Removes the draft; nothing where there is none.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    [Requires(Right.RecordEvidence)]
    public Task DiscardAsync(Actor actor, FormKey key, CancellationToken ct) =>
        runner.RunOwnAsync(actor, Right.RecordEvidence, db => DraftStore.RemoveAsync(db, actor.AccountId, key, ct), ct);

    private static void Require(FormKey key, string? why)
    {
        if (Forms.Find(key.Form) is null || key.ToText().Length > Draft.MaxKey || key.ToText().Count(c => c == '|') != 2)
        {
            throw new InvalidInputException("", "There is no such form, so nothing can be kept of it.");
        }

        if (why?.Length > Draft.MaxWhy) throw new InvalidInputException("Why", $"The reason has {why.Length} characters: shorten it.");
    }
}
