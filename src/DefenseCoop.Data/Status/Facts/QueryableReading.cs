using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status.Facts;

/// <summary>Reads a query that runs either in the database or over a computed day.</summary>
internal static class QueryableReading
{
    public static async Task<List<T>> ReadAsync<T>(this IQueryable<T> query, CancellationToken ct) =>
        query is IAsyncEnumerable<T> ? await query.ToListAsync(ct) : [.. query];

    public static async Task<int> TotalAsync<T>(this IQueryable<T> query, CancellationToken ct) =>
        query is IAsyncEnumerable<T> ? await query.CountAsync(ct) : query.Count();
}
