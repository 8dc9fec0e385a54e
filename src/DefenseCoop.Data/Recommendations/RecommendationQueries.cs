using DefenseCoop.Data.History;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Recommendations;

/// <summary>The article's recommendations with their sources.</summary>
public sealed record RecommendationList(IReadOnlyList<Recommendation> Items, SourceLookup Sources);

/// <summary>Reads the recommendations.</summary>
public sealed class RecommendationQueries(Chronicle chronicle)
{
    /// <summary>In their order. They have no date: the day makes no difference.</summary>
    /// <param name="knownAt">UTC; null for now.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<RecommendationList> ListAsync(DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(knownAt, ct);
        var items = await db.Set<Recommendation>().AsNoTracking().OrderBy(r => r.Position).ToListAsync(ct);
        return new RecommendationList(items, await SourceLookup.ReadAsync(db, [.. items.Select(r => r.Code)], ct));
    }
}
