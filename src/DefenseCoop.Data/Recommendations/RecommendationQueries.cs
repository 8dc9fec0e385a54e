using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Recommendations;

/// <summary>The article's recommendations with their sources.</summary>
public sealed record RecommendationList(IReadOnlyList<Recommendation> Items, SourceLookup Sources);

/// <summary>Reads the recommendations.</summary>
public sealed class RecommendationQueries(IDbContextFactory<DefenseCoopContext> contexts)
{
    public async Task<RecommendationList> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var items = await db.Set<Recommendation>().AsNoTracking().OrderBy(r => r.Position).ToListAsync(ct);
        return new RecommendationList(items, await SourceLookup.ReadAsync(db, [.. items.Select(r => r.Code)], ct));
    }
}
