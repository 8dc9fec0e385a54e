using System.Globalization;
using System.Linq.Expressions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Sources;

/// <summary>Applies the filters of a query to the sources, in SQL.</summary>
internal static class SourceFilter
{
    /// <summary>
    /// What is stored of the date, with the first month in place of a quarter or a half-year: the text then sorts as the
    /// dates do, and compares with a day as the first possible day does.
    /// </summary>
    private static readonly Expression<Func<Source, string>> DateKey = s => ((string)(object)s.Published!)
        .Replace("Q1", "01").Replace("H1", "01").Replace("Q2", "04").Replace("Q3", "07").Replace("H2", "07").Replace("Q4", "10");

    public static IQueryable<Source> NewestFirst(this IQueryable<Source> sources) => sources.OrderByDescending(DateKey);

    /// <summary>The sources that were published by a day, and undated ones.</summary>
    public static IQueryable<Source> PublishedBy(this IQueryable<Source> sources, DateOnly day)
    {
        var source = DateKey.Parameters[0];
        var isUndated = Expression.Equal(Expression.Property(source, nameof(Source.Published)), Expression.Constant(null));
        var comparison = Expression.Call(
            typeof(string), nameof(string.Compare), null, DateKey.Body, Expression.Constant(PartialDate.OfDay(day).ToString()));
        var isPublished = Expression.LessThanOrEqual(comparison, Expression.Constant(0));
        return sources.Where(Expression.Lambda<Func<Source, bool>>(Expression.OrElse(isUndated, isPublished), source));
    }

    /// <param name="found">The ids of those that the text of the query finds; null where it has none.</param>
    public static IQueryable<Source> Matching(
        this IQueryable<Source> sources, SourceQuery query, IReadOnlyList<int>? found, DefenseCoopContext db)
    {
        if (found is not null) sources = sources.Where(s => EF.Parameter(found).Contains(s.Id));
        if (query.Publishers.Count > 0) sources = sources.Where(s => query.Publishers.Contains(s.Publisher));
        if (query.Tiers.Count > 0) sources = sources.Where(s => query.Tiers.Contains(s.Tier));
        if (query.Year is { } year)
        {
            var prefix = year.ToString("0000", CultureInfo.InvariantCulture);
            sources = sources.Where(s => ((string)(object)s.Published!).StartsWith(prefix));
        }

        if (query.NeedsCheck)
        {
            sources = sources.Where(s => db.Set<Citation>().Any(c => c.SourceId == s.Id && !db.Set<Citation>()
                .Any(o =>
                    o.Kind == c.Kind && o.SubjectCode == c.SubjectCode && o.Aspect == c.Aspect && o.Source.Tier != SourceTier.Secondary)));
        }

        if (query.IsUnused) sources = sources.Where(s => !db.Set<Citation>().Any(c => c.SourceId == s.Id));
        return sources;
    }

    /// <summary>The ids of the sources that a text finds.</summary>
    public static async Task<IReadOnlyList<int>?> FindAsync(DefenseCoopContext db, string? text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var asked = Domain.Text.SearchQuery.Of(text);
        var all = await db.Set<Source>().Select(s => new { s.Id, s.Code, s.Title, s.Publisher, s.Url, s.Note }).ToListAsync(ct);
        return [.. all.Where(s => asked.IsIn(SearchText.Of([s.Code, s.Title, s.Publisher, s.Url, s.Note]))).Select(s => s.Id)];
    }
}
