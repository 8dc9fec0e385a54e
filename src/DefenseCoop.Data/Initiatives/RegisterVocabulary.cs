using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives;

/// <summary>One value that a filter of the register can take.</summary>
public sealed record Term(int Id, string Code, string Name);

/// <summary>The values of one filter, in the order in which they are offered.</summary>
public sealed class Terms(IReadOnlyList<Term> all)
{
    private readonly Dictionary<string, Term> _byCode = all.ToDictionary(t => t.Code, FoldedText.Comparer);

    public IReadOnlyList<Term> All => all;

    public Term? Find(string code) => _byCode.GetValueOrDefault(code);

    internal List<int> IdsOf(IEnumerable<string> codes) => [.. codes.Select(Find).OfType<Term>().Select(t => t.Id)];
}

/// <summary>An exercise by whose names an initiative is found.</summary>
/// <param name="InitiativeId">Of the initiative that it is part of.</param>
/// <param name="SearchText">Its name and those of its editions.</param>
internal sealed record NamedExercise(int InitiativeId, string SearchText);

/// <summary>The values that the filters of the register know: categories, focus areas, lead organizations, sites.</summary>
public sealed record RegisterVocabulary(Terms Categories, Terms FocusAreas, Terms Leads, Terms Sites)
{
    /// <summary>Those that are part of an initiative. No filter offers them; the search finds by them.</summary>
    internal IReadOnlyList<NamedExercise> Exercises { get; init; } = [];

    internal static async Task<RegisterVocabulary> ReadAsync(DefenseCoopContext db, CancellationToken ct) => new(
        new Terms(await db.Set<Category>().OrderBy(c => c.Position).Select(c => new Term(c.Id, c.Slug, c.Name)).ToListAsync(ct)),
        new Terms(await db.Set<FocusArea>().OrderBy(a => a.Position).Select(a => new Term(a.Id, a.Slug, a.Name)).ToListAsync(ct)),
        ByName(
            await db.Set<Organization>()
                .Where(o => db.Set<Participation>().Any(p => p.OrganizationId == o.Id && p.Role == OrganizationRole.Lead))
                .Select(o => new Term(o.Id, o.Code, o.Name))
                .ToListAsync(ct)),
        ByName(await db.Set<Site>().Select(s => new Term(s.Id, s.Code, s.Name)).ToListAsync(ct)))
    {
        Exercises = await ExercisesAsync(db, ct),
    };

    private static async Task<IReadOnlyList<NamedExercise>> ExercisesAsync(DefenseCoopContext db, CancellationToken ct)
    {
        var exercises = await db.Set<Exercise>().Where(e => e.InitiativeId != null)
            .Select(e => new { e.InitiativeId, e.Name, Labels = e.Editions.Select(d => d.Label).ToList() })
            .ToListAsync(ct);
        return [.. exercises.Select(e => new NamedExercise(e.InitiativeId!.Value, SearchText.Of([e.Name, .. e.Labels])))];
    }

    private static Terms ByName(List<Term> terms) => new([.. terms.OrderByText(t => t.Name).ThenBy(t => t.Id)]);
}
