using DefenseCoop.Data.Results;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Recommendations;

/// <summary>The points of the article with their sources and what stands beside them.</summary>
/// <param name="Items">In their order.</param>
/// <param name="Areas">The focus areas that they are about, by slug, with their status on the day.</param>
/// <param name="Initiatives">By slug, how many initiatives the register of the day has of a category.</param>
/// <param name="Sources">Of the points.</param>
public sealed record RecommendationList(
    IReadOnlyList<Recommendation> Items, IReadOnlyDictionary<string, FocusAreaRow> Areas,
    IReadOnlyDictionary<string, int> Initiatives, SourceLookup Sources);

/// <summary>Reads the recommendations.</summary>
public sealed class RecommendationQueries(DayViews days)
{
    /// <summary>The points have no date: the day makes a difference to what answers them only.</summary>
    public async Task<RecommendationList> ListAsync(Moment moment, CancellationToken ct)
    {
        await using var view = await days.OpenAsync(moment, ct);
        var items = await view.Db.Set<Recommendation>().AsNoTracking().OrderBy(r => r.Position).ToListAsync(ct);
        var areas = await FocusAreaQueries.ListAsync(view, ct);
        var counts = await view.Entries.GroupBy(e => e.CategoryId).Select(g => new { CategoryId = g.Key, Count = g.Count() }).ReadAsync(ct);
        var slugs = await view.Db.Set<Category>().AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
        return new RecommendationList(
            items,
            areas.ToDictionary(a => a.Slug, StringComparer.Ordinal),
            counts.ToDictionary(c => slugs[c.CategoryId], c => c.Count, StringComparer.Ordinal),
            await SourceLookup.ReadAsync(view.Db, [.. items.Select(r => r.Code)], ct));
    }
}
