using System.Linq.Expressions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives.Reference;

/// <summary>What uses a category, organization or site. While anything does, it cannot be removed.</summary>
/// <param name="Initiatives">How many initiatives name it.</param>
/// <param name="First">Codes of the first of them.</param>
/// <param name="Events">How many events name it.</param>
/// <param name="FocusArea">Name of the focus area of the same short name, by which a category is assessed.</param>
internal sealed record ReferenceUses(int Initiatives, IReadOnlyList<string> First, int Events = 0, string? FocusArea = null)
{
    private const int Named = 5;

    public bool Any => Initiatives > 0 || Events > 0 || FocusArea is not null;

    /// <summary>"It is used by 3 initiatives (BE-1, BE-2, BE-3) and 1 event."</summary>
    public string Sentence
    {
        get
        {
            if (!Any) return "Nothing uses it.";
            List<string> users = [];
            var named = string.Join(", ", First) + (Initiatives > First.Count ? ", …" : "");
            if (Initiatives > 0) users.Add($"{Words.Count(Initiatives, "initiative", "initiatives")} ({named})");
            if (Events > 0) users.Add(Words.Count(Events, "event", "events"));
            if (FocusArea is { } area) users.Add($"the focus area {area}");
            return $"It is used by {string.Join(" and ", users)}.";
        }
    }

    /// <summary>Those of a record that initiatives alone use.</summary>
    public static async Task<ReferenceUses> ReadAsync(DefenseCoopContext db, Expression<Func<Initiative, bool>> uses, CancellationToken ct)
    {
        var users = db.Initiatives.Where(uses);
        return new ReferenceUses(
            await users.CountAsync(ct), await users.OrderBy(i => i.Id).Take(Named).Select(i => i.Code).ToListAsync(ct));
    }
}
