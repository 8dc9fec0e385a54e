using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Sources;

/// <summary>A fact that rests on a source, and the page where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its code.</param>
/// <param name="Aspect">Which fact of the record it is.</param>
/// <param name="InitiativeCode">The initiative on whose page it stands, if it does.</param>
/// <param name="FocusAreaSlug">The focus area on whose page it stands, if it does.</param>
/// <param name="Indicator">The indicator that it belongs to, if it does: code and name.</param>
public sealed record RestingFact(
    SubjectKind Kind, string Code, Aspect Aspect, string? InitiativeCode, string? FocusAreaSlug, (string Code, string Name)? Indicator);

/// <summary>What rests on the sources of one page of the list.</summary>
internal sealed class RestingFacts
{
    /// <summary>So many facts are told of one source.</summary>
    private const int Most = 60;

    private readonly Dictionary<int, int> _counts;
    private readonly ILookup<int, RestingFact> _facts;

    private RestingFacts(Dictionary<int, int> counts, ILookup<int, RestingFact> facts) => (_counts, _facts) = (counts, facts);

    public int CountOf(int sourceId) => _counts.GetValueOrDefault(sourceId);

    public IReadOnlyList<RestingFact> Of(int sourceId) => [.. _facts[sourceId]];

    public static async Task<RestingFacts> ReadAsync(DefenseCoopContext db, List<int> sourceIds, CancellationToken ct)
    {
        var counts = await db.Set<Citation>().Where(c => EF.Parameter(sourceIds).Contains(c.SourceId))
            .GroupBy(c => c.SourceId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var cited = await db.Set<Source>().Where(s => EF.Parameter(sourceIds).Contains(s.Id))
            .SelectMany(s => db.Set<Citation>()
                .Where(c => c.SourceId == s.Id)
                .OrderBy(c => c.Kind).ThenBy(c => c.Id)
                .Take(Most)
                .Select(c => new { c.SourceId, c.Kind, c.SubjectCode, c.Aspect }))
            .ToListAsync(ct);
        var places = await PlacesAsync(db, cited.Select(c => (c.Kind, c.SubjectCode)), ct);
        return new RestingFacts(counts, cited.OrderBy(c => c.Kind).ToLookup(
            c => c.SourceId, c => Resting(c.Kind, c.SubjectCode, c.Aspect, places.GetValueOrDefault((c.Kind, c.SubjectCode)))));
    }

    private static RestingFact Resting(SubjectKind kind, string code, Aspect aspect, RecordPlace? place) => new(
        kind, code, aspect, place?.Initiative, place?.Area,
        place?.Indicator is { } indicator ? (indicator, place.IndicatorName!) : null);

    /// <summary>Where each of the given records, or parts of them, stands; of several places the first.</summary>
    private static async Task<Dictionary<(SubjectKind, string), RecordPlace>> PlacesAsync(
        DefenseCoopContext db, IEnumerable<(SubjectKind Kind, string Code)> cited, CancellationToken ct)
    {
        var loader = new RecordOwners(db, ct);
        Dictionary<(SubjectKind, string), RecordPlace> places = [];
        foreach (var of in cited.Distinct().GroupBy(c => c.Kind, c => c.Code))
        {
            if (RecordDescriptors.PlacesCited(of.Key, loader) is not { } all) continue;
            var codes = of.ToList();
            foreach (var place in await all.Where(p => EF.Parameter(codes).Contains(p.Code)).ToListAsync(ct))
            {
                places.TryAdd((of.Key, place.Code), place);
            }
        }

        return places;
    }
}
