using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status;

/// <summary>
/// What an initiative is found by: the names of it, of its parts, and of whom and what it has to do with. The search also
/// finds by the names of categories, focus areas and exercises (<see cref="RegisterFilter"/>).
/// </summary>
internal static class RegisterNames
{
    /// <summary>So many at once: their facts are read for it.</summary>
    private const int AtOnce = 500;

    // Compiled: it stands in saves.
    private static readonly Func<DefenseCoopContext, int, IAsyncEnumerable<Initiative>> NamedOne = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int id) => db.Initiatives.AsNoTracking().AsSplitQuery()
            .Include(i => i.Participations).ThenInclude(p => p.Organization)
            .Include(i => i.Sites)
            .Include(i => i.Agreement)
            .Where(i => i.Id == id));

    /// <summary>With what <see cref="Of"/> reads.</summary>
    public static IQueryable<Initiative> WithNames(this IQueryable<Initiative> initiatives) => initiatives.AsSplitQuery()
        .Include(i => i.Participations).ThenInclude(p => p.Organization)
        .Include(i => i.Sites)
        .Include(i => i.Agreement);

    public static async Task<Initiative> ReadAsync(DefenseCoopContext db, int id, CancellationToken ct)
    {
        await foreach (var initiative in NamedOne(db, id).WithCancellation(ct)) return initiative;
        throw new InvalidOperationException($"There is no initiative with the number {id}.");
    }

    /// <param name="initiative">Read by <see cref="WithNames"/>.</param>
    /// <param name="facts">Its milestones and indicators.</param>
    public static string Of(Initiative initiative, InitiativeFacts facts)
    {
        var text = SearchText.Of(All(initiative, facts));
        return text.Length <= RegisterEntry.MaxSearchText ? text : text[..(text.LastIndexOf(' ', RegisterEntry.MaxSearchText - 1) + 1)];
    }

    private static IEnumerable<string?> All(Initiative initiative, InitiativeFacts facts) =>
    [
        initiative.Code, initiative.Title, initiative.Description, initiative.Agreement?.Code, initiative.Agreement?.Title,
        .. initiative.Participations.OrderBy(p => p.Role).ThenBy(p => p.Position).ThenBy(p => p.OrganizationId)
            .SelectMany(p => new[] { p.Organization.Name, p.Organization.LocalName, p.Organization.Abbreviation }),
        .. initiative.Sites.OrderBy(s => s.Id).SelectMany(s => new[] { s.Name, s.Icao }),
        .. facts.Milestones.OrderBy(m => m.Code, StringComparer.Ordinal).SelectMany(m => new[] { m.Code, m.Title }),
        .. facts.Indicators.OrderBy(i => i.Code, StringComparer.Ordinal).SelectMany(i => new[] { i.Code, i.Name }),
    ];

    /// <summary>Gives stored rows their names anew, where those of organizations and sites were changed; the findings stay.</summary>
    public static async Task RenameAsync(DefenseCoopContext db, IEnumerable<string> codes, CancellationToken ct)
    {
        foreach (var chunk in codes.Chunk(AtOnce).Select(c => c.ToList()))
        {
            var facts = await FactsLoader.LoadAsync(db, i => EF.Parameter(chunk).Contains(i.Code), ct);
            var rows = await db.RegisterEntries.Where(e => EF.Parameter(chunk).Contains(e.Code)).ToDictionaryAsync(e => e.InitiativeId, ct);
            foreach (var initiative in await db.Initiatives.AsNoTracking()
                .WithNames().Where(i => EF.Parameter(chunk).Contains(i.Code)).ToListAsync(ct))
            {
                if (!rows.TryGetValue(initiative.Id, out var row)) continue;
                var stored = db.Entry(row);
                stored.Property(e => e.Leads).CurrentValue = RegisterEntryFactory.Leads(initiative.Participations);
                stored.Property(e => e.SearchText).CurrentValue = Of(initiative, facts[initiative.Code]);
            }
        }
    }

    /// <summary>
    /// The rows of a past instant whose search text and title key are of before both were folded, as those of today are. What
    /// was stored then stays in the history as it is, as hashes answer for it.
    /// </summary>
    public static async Task<IReadOnlyList<RegisterEntry>> FoldAsync(DefenseCoopContext then, CancellationToken ct)
    {
        var facts = await FactsLoader.LoadAsync(then, null, ct);
        var initiatives = await then.Set<Initiative>().AsNoTrackingWithIdentityResolution().WithNames()
            .Include(i => i.Category)
            .Include(i => i.Contributions).ThenInclude(c => c.Outcome).ThenInclude(o => o.Objective)
            .ToDictionaryAsync(i => i.Id, ct);
        var rows = await then.Set<RegisterEntry>().AsNoTracking().ToListAsync(ct);
        foreach (var row in rows)
        {
            row.Initiative = initiatives[row.InitiativeId];
            row.Category = row.Initiative.Category;
            row.TitleKey = RegisterEntryFactory.TitleKey(row.Title);
            row.SearchText = Of(row.Initiative, facts[row.Code]);
        }

        return rows;
    }
}
