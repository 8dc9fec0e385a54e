using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Sources;

/// <summary>A source as a page cites it.</summary>
public sealed record SourceRef(string Code, string Title, string Publisher, PartialDate? Published, SourceTier Tier, string Url)
{
    /// <summary>Its number on the page, from 1; 0 where the page numbers none.</summary>
    public int Number { get; init; }
}

/// <summary>A fact that a page tells: what its sources are asked by.</summary>
public readonly record struct CitedFact(SubjectKind Kind, string Code, Aspect Aspect = Aspect.Record);

/// <summary>The sources of every fact of a page, read in one query.</summary>
public sealed class SourceLookup
{
    private readonly ILookup<CitedFact, SourceRef> _sources;

    private SourceLookup(ILookup<CitedFact, SourceRef> sources, IReadOnlyList<SourceRef> numbered) =>
        (_sources, Numbered) = (sources, numbered);

    /// <summary>The sources that the page cites, by their numbers; empty where it numbers none.</summary>
    public IReadOnlyList<SourceRef> Numbered { get; }

    public IReadOnlyList<SourceRef> Of(SubjectKind kind, string code, Aspect aspect = Aspect.Record) =>
        [.. _sources[new CitedFact(kind, code, aspect)]];

    /// <summary>The same with a number for each source that is cited, in the order in which the page comes to it.</summary>
    /// <param name="facts">Every fact that the page tells, in its order.</param>
    public SourceLookup InOrderOf(IEnumerable<CitedFact> facts)
    {
        var numbered = facts.SelectMany(f => _sources[f])
            .DistinctBy(s => s.Code).Select((s, i) => s with { Number = i + 1 }).ToDictionary(s => s.Code, StringComparer.Ordinal);
        var cited = from fact in _sources
                    from source in fact
                    let known = numbered.GetValueOrDefault(source.Code, source)
                    orderby known.Number
                    select (fact.Key, known);
        return new SourceLookup(cited.ToLookup(c => c.Key, c => c.known), [.. numbered.Values.OrderBy(s => s.Number)]);
    }

    internal static async Task<SourceLookup> ReadAsync(
        DefenseCoopContext db, IReadOnlyCollection<string> subjectCodes, CancellationToken ct)
    {
        var cited = await db.Set<Citation>().AsNoTracking()
            .Where(c => EF.Parameter(subjectCodes).Contains(c.SubjectCode))
            .OrderBy(c => c.Position)
            .Select(c => new
            {
                c.Kind,
                c.SubjectCode,
                c.Aspect,
                Source = new SourceRef(
                    c.Source.Code, c.Source.Title, c.Source.Publisher, c.Source.Published, c.Source.Tier, Source.Address(c.Source.Url)),
            })
            .ToListAsync(ct);
        return new SourceLookup(cited.ToLookup(c => new CitedFact(c.Kind, c.SubjectCode, c.Aspect), c => c.Source), []);
    }
}
