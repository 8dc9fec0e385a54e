using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Sources;

/// <summary>Sorts sources. In memory, as no database sorts text as people read it, and a page needs the place of each among all.</summary>
internal sealed record SourceOrder(int Id, string Code, string Publisher, string Title, PartialDate? Published, SourceTier Tier, int Facts)
{
    /// <summary>In the order asked for, undated ones last either way; equal ones by publisher and title.</summary>
    public static async Task<List<SourceOrder>> ReadAsync(
        IQueryable<Source> sources, SourceSort sort, bool descending, DefenseCoopContext db, CancellationToken ct)
    {
        var isByFacts = sort == SourceSort.Facts;
        var rows = await sources
            .Select(s => new SourceOrder(
                s.Id, s.Code, s.Publisher, s.Title, s.Published, s.Tier, isByFacts ? db.Set<Citation>().Count(c => c.SourceId == s.Id) : 0))
            .ToListAsync(ct);
        var sorted = sort switch
        {
            SourceSort.Title => rows.OrderByText(s => s.Title, descending),
            SourceSort.Date when descending => rows.OrderBy(s => s.Published is null).ThenByDescending(s => s.Published),
            SourceSort.Date => rows.OrderBy(s => s.Published is null).ThenBy(s => s.Published),
            SourceSort.Tier => descending ? rows.OrderByDescending(s => s.Tier) : rows.OrderBy(s => s.Tier),
            SourceSort.Facts => descending ? rows.OrderByDescending(s => s.Facts) : rows.OrderBy(s => s.Facts),
            _ => rows.OrderByText(s => s.Publisher, descending),
        };
        return [.. sorted.ThenByText(s => s.Publisher).ThenByText(s => s.Title).ThenBy(s => s.Id)];
    }
}
