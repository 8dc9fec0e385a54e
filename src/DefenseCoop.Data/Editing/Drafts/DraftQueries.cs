using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>Reads the drafts of a person.</summary>
public sealed class DraftQueries(IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights, TimeProvider clock)
{
    /// <summary>The person's own drafts, the newest first.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public async Task<IReadOnlyList<DraftRow>> ListAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAnyAsync(db, actor, FormRights.All, ct);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.AccountId == actor.AccountId)
            .OrderByDescending(d => d.KeptAt)
            .Select(d => new { d.Id, d.Form, d.KeptAt })
            .ToListAsync(ct);
        List<DraftRow> rows = [];
        foreach (var draft in drafts)
        {
            var key = FormKey.FromText(draft.Form);
            rows.Add(
                new DraftRow(
                    draft.Id, key, await HeadingAsync(new FormScope(db, clock.ReaderToday, ct), key),
                    draft.KeptAt, rows.All(r => r.Key != key)));
        }

        return rows;
    }

    /// <summary>What the form is about; where that is gone, its code.</summary>
    private static async Task<string> HeadingAsync(FormScope scope, FormKey key)
    {
        if (FormCatalog.Find(key.Form) is not { } type) return key.Form;
        if (key.Code is null) return (await type.ProposeAsync(scope, key.Of))?.Heading ?? $"New {type.Noun}";
        return (await type.FindAsync(scope, key.Code))?.Heading ?? $"{type.Noun} {key.Code}";
    }
}
