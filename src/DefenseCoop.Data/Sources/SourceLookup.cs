using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Sources;

/// <summary>A source as a page cites it.</summary>
public sealed record SourceRef(string Code, string Title, string Publisher, PartialDate? Published, SourceTier Tier, string Url);

/// <summary>The sources of every fact of a page, read in one query.</summary>
public sealed class SourceLookup
{
    private readonly ILookup<(SubjectKind, string, Aspect), SourceRef> _sources;

    private SourceLookup(ILookup<(SubjectKind, string, Aspect), SourceRef> sources) => _sources = sources;

    public IReadOnlyList<SourceRef> Of(SubjectKind kind, string code, Aspect aspect = Aspect.Record) =>
        [.. _sources[(kind, code, aspect)]];

    /// <summary>Every source of the page once, the best tier first.</summary>
    public IReadOnlyList<SourceRef> All =>
        [.. _sources.SelectMany(s => s).DistinctBy(s => s.Code).OrderBy(s => s.Tier).ThenByDescending(s => s.Published).ThenBy(s => s.Title, StringComparer.Ordinal)];

    internal static async Task<SourceLookup> ReadAsync(DefenseCoopContext db, IReadOnlyCollection<string> subjectCodes, CancellationToken ct)
    {
        var cited = await db.Set<Citation>().AsNoTracking()
            .Where(c => EF.Parameter(subjectCodes).Contains(c.SubjectCode))
            .OrderBy(c => c.Position)
            .Select(c => new
            {
                c.Kind,
                c.SubjectCode,
                c.Aspect,
                Source = new SourceRef(c.Source.Code, c.Source.Title, c.Source.Publisher, c.Source.Published, c.Source.Tier, Source.Address(c.Source.Url)),
            })
            .ToListAsync(ct);
        return new SourceLookup(cited.ToLookup(c => (c.Kind, c.SubjectCode, c.Aspect), c => c.Source));
    }
}
