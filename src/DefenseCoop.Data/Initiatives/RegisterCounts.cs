using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Initiatives;

/// <summary>How many rows each choice of a filter finds, beside what the other filters say. What finds none is not there.</summary>
/// <param name="FocusAreas">By slug.</param>
public sealed record RegisterCounts(
    IReadOnlyDictionary<AssessedStatus, int> Statuses,
    IReadOnlyDictionary<Stage, int> Stages,
    IReadOnlyDictionary<string, int> FocusAreas)
{
    public bool IsSameAs(RegisterCounts other) =>
        Same(Statuses, other.Statuses) && Same(Stages, other.Stages) && Same(FocusAreas, other.FocusAreas);

    internal static async Task<RegisterCounts> ReadAsync(
        IQueryable<RegisterEntry> entries, RegisterQuery query, RegisterVocabulary words, EvidenceAges ages, CancellationToken ct)
    {
        var statuses = await entries.Matching(query with { Statuses = [] }, words, ages)
            .GroupBy(e => e.Status).Select(g => new { g.Key, Count = g.Count() }).ReadAsync(ct);
        var stages = await entries.Matching(query with { Stages = [] }, words, ages)
            .GroupBy(e => e.Stage).Select(g => new { g.Key, Count = g.Count() }).ReadAsync(ct);
        var areas = await entries.Matching(query with { FocusAreas = [] }, words, ages)
            .SelectMany(e => e.Initiative.Contributions, (e, c) => new { e.InitiativeId, c.Outcome.Objective.FocusAreaId })
            .Distinct()
            .GroupBy(p => p.FocusAreaId).Select(g => new { g.Key, Count = g.Count() }).ReadAsync(ct);
        var slugs = words.FocusAreas.All.ToDictionary(a => a.Id, a => a.Code);
        return new RegisterCounts(
            statuses.ToDictionary(c => c.Key, c => c.Count),
            stages.ToDictionary(c => c.Key, c => c.Count),
            areas.Where(c => slugs.ContainsKey(c.Key)).ToDictionary(c => slugs[c.Key], c => c.Count));
    }

    private static bool Same<T>(IReadOnlyDictionary<T, int> one, IReadOnlyDictionary<T, int> other) where T : notnull =>
        one.Count == other.Count && one.All(p => other.GetValueOrDefault(p.Key) == p.Value);
}
