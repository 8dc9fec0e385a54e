using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;
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
        var owners = await OwnersAsync(db, cited.Select(c => c.SubjectCode).ToHashSet(), ct);
        var shared = await SharedPlaces.ReadAsync(
            db,
            from c in cited
            where RecordDescriptors.Citing(c.Kind) is not null
            select (RecordDescriptors.Citing(c.Kind)!.Kind, c.SubjectCode),
            ct);
        return new RestingFacts(
            counts, cited.OrderBy(c => c.Kind).ToLookup(c => c.SourceId, c => Resting(c.Kind, c.SubjectCode, c.Aspect, owners, shared)));
    }

    private static RestingFact Resting(
        SubjectKind kind, string code, Aspect aspect, Dictionary<(SubjectKind, string), Owned> owners, SharedPlaces shared)
    {
        var owner = owners.GetValueOrDefault((kind, code));
        var place = RecordDescriptors.Citing(kind) is { } descriptor ? shared.Of(descriptor.Kind, code) : null;
        return kind switch
        {
            SubjectKind.Initiative => new RestingFact(kind, code, aspect, code, null, null),
            SubjectKind.SpendingFigure => new RestingFact(kind, code, aspect, null, SpendingFigure.FocusArea, null),
            _ when place is not null => new RestingFact(kind, code, aspect, place.Initiative, place.Area, null),
            _ => new RestingFact(
                kind, code, aspect, owner?.Owner, null, owner?.Indicator is { } indicator ? (indicator, owner.IndicatorName!) : null),
        };
    }

    /// <summary>The initiative on whose page each of the given records is shown.</summary>
    private static async Task<Dictionary<(SubjectKind, string), Owned>> OwnersAsync(
        DefenseCoopContext db, HashSet<string> codes, CancellationToken ct)
    {
        Dictionary<(SubjectKind, string), Owned> owners = [];
        await Add(SubjectKind.Milestone, db.Milestones.Select(m => new Owned { Code = m.Code, Owner = m.Initiative.Code }));
        await Add(SubjectKind.Contribution, db.Contributions.Select(c => new Owned { Code = c.Code, Owner = c.Initiative.Code }));
        await Add(
            SubjectKind.Reading,
            db.Readings.Select(r => new Owned
            {
                Code = r.Code, Owner = r.Indicator.Initiative.Code, Indicator = r.Indicator.Code, IndicatorName = r.Indicator.Name,
            }));
        await Add(
            SubjectKind.Baseline,
            db.Indicators.Where(i => i.Baseline != null)
                .Select(i => new Owned { Code = i.Baseline!.Code, Owner = i.Initiative.Code, Indicator = i.Code, IndicatorName = i.Name }));
        await Add(SubjectKind.Target, db.Indicators.SelectMany(
            i => i.Targets, (i, t) => new Owned { Code = t.Code, Owner = i.Initiative.Code, Indicator = i.Code, IndicatorName = i.Name }));
        await Add(
            SubjectKind.Provision,
            db.Initiatives.Where(i => i.Agreement != null)
                .SelectMany(i => i.Agreement!.Provisions, (i, p) => new Owned { Code = p.Code, Owner = i.Code }));
        await Add(
            SubjectKind.Edition,
            db.ExerciseEditions.Select(
                e => new Owned { Code = e.Code, Owner = e.Exercise.Initiative == null ? null : e.Exercise.Initiative.Code }));
        return owners;

        async Task Add(SubjectKind kind, IQueryable<Owned> all)
        {
            foreach (var owned in await all.Where(o => EF.Parameter(codes).Contains(o.Code)).ToListAsync(ct))
            {
                owners.TryAdd((kind, owned.Code), owned);
            }
        }
    }

    /// <summary>Members rather than a constructor, so that the filter on the code runs in SQL.</summary>
    private sealed record Owned
    {
        public required string Code { get; init; }

        public string? Owner { get; init; }

        public string? Indicator { get; init; }

        public string? IndicatorName { get; init; }
    }
}
