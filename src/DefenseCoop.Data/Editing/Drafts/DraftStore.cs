using System.Text.Json;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>Reads and writes drafts within a context.</summary>
internal static class DraftStore
{
    public static Task<Draft?> FindAsync(DefenseCoopContext db, int accountId, FormKey key, CancellationToken ct)
    {
        var form = key.ToText();
        return db.Drafts.SingleOrDefaultAsync(d => d.AccountId == accountId && d.Form == form, ct);
    }

    public static Task RemoveAsync(DefenseCoopContext db, int accountId, FormKey key, CancellationToken ct)
    {
        var form = key.ToText();
        return db.Drafts.Where(d => d.AccountId == accountId && d.Form == form).ExecuteDeleteAsync(ct);
    }

    /// <summary>The fields as they were typed.</summary>
    public static Dictionary<string, string> Read(this Draft draft) => JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Values) ?? [];

    /// <exception cref="InvalidInputException">It is too much.</exception>
    public static string Write(IReadOnlyDictionary<string, string> values)
    {
        var text = JsonSerializer.Serialize(values);
        return text.Length <= Draft.MaxValues
            ? text
            : throw new InvalidInputException("", $"This is too much to be kept as a draft: shorten the longest texts. It may have {Words.Of((decimal)Draft.MaxValues)} characters.");
    }
}
