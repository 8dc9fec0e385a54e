using System.Globalization;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Recommendations;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Spending;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Verification;

/// <summary>
/// Looks for records whose fields cannot all be right together, by the rules of the forms. Such a record is no sign that
/// anything was altered: it may be published so, or come from before a rule.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="today">After which nothing has happened yet.</param>
internal sealed class ConsistencyCheck(DefenseCoopContext db, DateOnly today)
{
    /// <summary>As many are named as somebody reads.</summary>
    private const int Named = 5;

    private readonly List<string> _first = [];
    private int _count;

    /// <returns>What was found, in words; null where there is nothing.</returns>
    public async Task<string?> RunAsync(CancellationToken ct)
    {
        var sources = await SourcesAsync(ct);
        var initiatives = db.Initiatives.AsNoTrackingWithIdentityResolution().OrderBy(i => i.Id).Include(i => i.Milestones);
        await foreach (var initiative in initiatives.AsAsyncEnumerable().WithCancellation(ct))
        {
            // Of a milestone before its initiative the milestone speaks.
            Note("initiative", initiative.Code, InitiativeConsistency.Of(initiative, today).Where(f => f.Fields is not ["Start"]));
            foreach (var milestone in initiative.Milestones)
            {
                var own = sources[(SubjectKind.Milestone, milestone.Code)].ToList();
                Note(
                    "milestone", milestone.Code,
                    MilestoneConsistency.Of(milestone, initiative).Concat(MilestoneConsistency.WithSources(milestone, own)));
            }
        }

        var indicators = db.Indicators.AsNoTracking().OrderBy(i => i.Id).Include(i => i.Baseline).Include(i => i.Targets);
        await EachAsync(indicators, "indicator", i => i.Code, IndicatorConsistency.Of, ct);
        await EachAsync(
            db.Readings.AsNoTracking(), "reading", r => r.Code,
            r => ReadingConsistency.Of(r, today)
                .Concat(ReadingConsistency.WithSources(r, [.. sources[(SubjectKind.Reading, r.Code)]])),
            ct);
        await EachAsync(db.Set<ExerciseEdition>().AsNoTracking(), "edition", e => e.Code, EditionConsistency.Of, ct);
        await EachAsync(db.Set<SpendingFigure>().AsNoTracking(), "spending figure", f => f.Code, f => SpendingConsistency.Of(f, today), ct);
        await EachAsync(db.Set<Recommendation>().AsNoTracking(), "recommendation", r => r.Code, RecommendationConsistency.Of, ct);
        return Summary();
    }

    /// <summary>What is cited of that which has happened on some day.</summary>
    private async Task<ILookup<(SubjectKind Kind, string Code), Source>> SourcesAsync(CancellationToken ct)
    {
        var sources = await db.Sources.AsNoTracking().ToDictionaryAsync(s => s.Id, ct);
        var citations = await db.Citations.AsNoTracking()
            .Where(c => (c.Kind == SubjectKind.Milestone || c.Kind == SubjectKind.Reading) && c.Aspect == Aspect.Record)
            .Select(c => new { c.Kind, c.SubjectCode, c.SourceId })
            .ToListAsync(ct);
        return citations.ToLookup(c => (c.Kind, c.SubjectCode), c => sources[c.SourceId]);
    }

    private async Task EachAsync<T>(
        IQueryable<T> records, string noun, Func<T, string> code, Func<T, IEnumerable<Inconsistency>> rule, CancellationToken ct)
    {
        await foreach (var record in records.AsAsyncEnumerable().WithCancellation(ct)) Note(noun, code(record), rule(record));
    }

    private void Note(string noun, string code, IEnumerable<Inconsistency> found)
    {
        if (found.FirstOrDefault() is not { } first) return;
        if (_count++ < Named) _first.Add($"the {noun} {code} ({first.Words.TrimEnd('.')})");
    }

    private string? Summary()
    {
        if (_count == 0) return null;
        var named = string.Join("; ", _first);
        var more = _count > Named ? string.Create(CultureInfo.InvariantCulture, $"; and {_count - Named:N0} more") : "";
        var say = _count == 1 ? "record says" : "records say";
        return string.Create(CultureInfo.InvariantCulture, $"{_count:N0} {say} what no form would take: {named}{more}");
    }
}
