using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>Reads and writes drafts within a context.</summary>
internal static class DraftStore
{
    /// <summary>
    /// The person's draft of a form: the one that is named, where it is of that form, else the newest. For a record that
    /// exists there is one; what is new may be begun several times.
    /// </summary>
    public static Task<Draft?> FindAsync(DefenseCoopContext db, int accountId, FormKey key, int? draft, CancellationToken ct)
    {
        var form = key.ToText();
        return db.Drafts.Where(d => d.AccountId == accountId && d.Form == form && (draft == null || d.Id == draft || key.Code != null))
            .OrderByDescending(d => d.Id == draft).ThenByDescending(d => d.KeptAt).ThenByDescending(d => d.Id)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>The draft that a window began, where it never learned of it because no answer came.</summary>
    public static async Task<Draft?> BegunAsync(DefenseCoopContext db, int accountId, FormKey key, string tab, CancellationToken ct)
    {
        if (tab.Length == 0) return null;
        var form = key.ToText();
        var drafts = await db.Drafts.Where(d => d.AccountId == accountId && d.Form == form).ToListAsync(ct);
        return drafts.Find(d => DraftContent.Of(d.Values).By.ContainsValue(tab));
    }

    /// <summary>Ids of the person's drafts of a form, the newest first.</summary>
    public static Task<List<DraftMark>> OthersAsync(DefenseCoopContext db, int accountId, FormKey key, int draft, CancellationToken ct)
    {
        var form = key.ToText();
        return db.Drafts.Where(d => d.AccountId == accountId && d.Form == form && d.Id != draft)
            .OrderByDescending(d => d.KeptAt).ThenByDescending(d => d.Id)
            .Select(d => new DraftMark(d.Id, d.KeptAt)).ToListAsync(ct);
    }

    public static Task RemoveAsync(DefenseCoopContext db, int accountId, FormKey key, CancellationToken ct)
    {
        var form = key.ToText();
        return db.Drafts.Where(d => d.AccountId == accountId && d.Form == form).ExecuteDeleteAsync(ct);
    }

    /// <summary>After a save: the draft goes, but for what the person typed in other windows.</summary>
    /// <param name="work">Holds what is saved.</param>
    /// <param name="key">Of which form.</param>
    /// <param name="saved">What the window that saves held.</param>
    public static async Task SavedAsync(ChangeWork work, FormKey key, DraftSending saved)
    {
        var (db, ct) = (work.Db, work.Ct);
        // What is new may be begun twice: a window that has kept nothing leaves what others have kept.
        if (key.Code is null && saved.Draft is null && saved.Bases is not null) return;
        if (await FindAsync(db, work.AccountId, key, saved.Draft, ct) is not { } draft) return;
        var isSeenWhole = draft.Id == saved.Draft && draft.Revision == saved.Revision;
        if (DraftMerge.Left(DraftContent.Of(draft.Values), saved, isSeenWhole) is not { } left)
        {
            await db.Drafts.Where(d => d.Id == draft.Id).ExecuteDeleteAsync(ct);
            db.Entry(draft).State = EntityState.Detached;
            return;
        }

        draft.Values = left.ToJson();
        draft.Revision++;
        // What is left is looked at over what is saved with the rest of it.
        draft.Base = work.OwnChange() ?? draft.Base;
    }
}
