using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Citations;

/// <summary>Looks up what can be cited within a context.</summary>
internal static class CitationLookup
{
    public static async Task<IReadOnlyDictionary<string, CitationTarget>> FindAsync(DefenseCoopContext db, IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        Dictionary<string, CitationTarget> found = new(StringComparer.Ordinal);
        if (codes.Count == 0) return found;
        var wanted = codes.ToList();
        Add(found, await db.Initiatives.Where(i => EF.Parameter(wanted).Contains(i.Code))
            .Select(i => new CitedRow(RecordKind.Initiative, i.Code, i.Title, null, null)).ToListAsync(ct));
        Add(found, await db.Milestones.Where(m => EF.Parameter(wanted).Contains(m.Code))
            .Select(m => new CitedRow(RecordKind.Milestone, m.Code, m.Title, m.Initiative.Code, null)).ToListAsync(ct));
        Add(found, await db.Indicators.Where(i => EF.Parameter(wanted).Contains(i.Code))
            .Select(i => new CitedRow(RecordKind.Indicator, i.Code, i.Name, i.Initiative.Code, null)).ToListAsync(ct));
        Add(found, (await db.Readings.Where(r => EF.Parameter(wanted).Contains(r.Code))
            .Select(r => new { r.Code, r.Indicator.Name, r.Indicator.Unit, r.Value, r.Qualifier, r.Period, Indicator = r.Indicator.Code, Initiative = r.Indicator.Initiative.Code }).ToListAsync(ct))
            .ConvertAll(r => new CitedRow(RecordKind.Reading, r.Code, $"{r.Name}, {r.Period.ToDisplay()}", r.Initiative, r.Indicator)
            {
                Words = $"({Domain.Words.Of(r.Qualifier)}{Domain.Words.Of(r.Value, r.Unit)}, {r.Period.ToDisplay()})", MeasuredUntil = r.Period.LastDay,
            }));
        Add(found, await db.Sources.Where(s => EF.Parameter(wanted).Contains(s.Code))
            .Select(s => new CitedRow(RecordKind.Source, s.Code, s.Title, null, null)).ToListAsync(ct));
        return found;
    }

    public static async Task<IReadOnlyList<CitationTarget>> OfAreaAsync(DefenseCoopContext db, string slug, CancellationToken ct)
    {
        var initiatives = await db.Initiatives.Where(i => i.Contributions.Any(c => c.Outcome.Objective.FocusArea.Slug == slug)).Select(i => i.Code).ToListAsync(ct);
        Dictionary<string, CitationTarget> found = new(StringComparer.Ordinal);
        Add(found, await db.Initiatives.Where(i => EF.Parameter(initiatives).Contains(i.Code))
            .Select(i => new CitedRow(RecordKind.Initiative, i.Code, i.Title, null, null)).ToListAsync(ct));
        Add(found, await db.Milestones.Where(m => EF.Parameter(initiatives).Contains(m.Initiative.Code))
            .Select(m => new CitedRow(RecordKind.Milestone, m.Code, m.Title, m.Initiative.Code, null)).ToListAsync(ct));
        Add(found, await db.Indicators.Where(i => EF.Parameter(initiatives).Contains(i.Initiative.Code))
            .Select(i => new CitedRow(RecordKind.Indicator, i.Code, i.Name, i.Initiative.Code, null)).ToListAsync(ct));
        Add(found, (await db.Readings.Where(r => EF.Parameter(initiatives).Contains(r.Indicator.Initiative.Code) && r.WithdrawnBecause == null)
            .Select(r => new { r.Code, r.Indicator.Name, r.Indicator.Unit, r.Value, r.Qualifier, r.Period, Indicator = r.Indicator.Code, Initiative = r.Indicator.Initiative.Code }).ToListAsync(ct))
            .ConvertAll(r => new CitedRow(RecordKind.Reading, r.Code, $"{r.Name}, {r.Period.ToDisplay()}", r.Initiative, r.Indicator)
            {
                Words = $"({Domain.Words.Of(r.Qualifier)}{Domain.Words.Of(r.Value, r.Unit)}, {r.Period.ToDisplay()})", MeasuredUntil = r.Period.LastDay,
            }));
        var cited = found.Keys.ToList();
        Add(found, await db.Sources.Where(s => db.Citations.Any(c => c.SourceId == s.Id && EF.Parameter(cited).Contains(c.SubjectCode)))
            .Select(s => new CitedRow(RecordKind.Source, s.Code, s.Title, null, null)).ToListAsync(ct));
        return [.. found.Values.OrderBy(t => t.Kind).ThenBy(t => t.Code, StringComparer.Ordinal)];
    }

    private static void Add(Dictionary<string, CitationTarget> found, List<CitedRow> rows)
    {
        foreach (var row in rows)
        {
            var reference = new RecordReference(row.Kind, row.Code, row.Initiative, Part: row.Part);
            found.TryAdd(row.Code, new CitationTarget(row.Code, row.Kind, row.Title, reference) { Words = row.Words, MeasuredUntil = row.MeasuredUntil });
        }
    }

    private sealed record CitedRow(RecordKind Kind, string Code, string Title, string? Initiative, string? Part)
    {
        public string? Words { get; init; }

        public DateOnly? MeasuredUntil { get; init; }
    }
}
