using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Citations;

/// <summary>What a citation leads to.</summary>
/// <param name="Code">As it is cited.</param>
/// <param name="Kind">Of the record.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Reference">The record with what it belongs to.</param>
public sealed record CitationTarget(string Code, RecordKind Kind, string Title, RecordReference Reference)
{
    /// <summary>What stands in a text in place of a code that says nothing to readers; null where the code does.</summary>
    public string? Words { get; init; }

    /// <summary>Of a reading: the last day of its period.</summary>
    public DateOnly? MeasuredUntil { get; init; }
}

/// <summary>Finds what assessments can cite: initiatives, milestones, indicators, readings and sources.</summary>
public sealed class CitationQueries(Chronicle chronicle)
{
    /// <summary>Of the codes those that exist, by code.</summary>
    public async Task<IReadOnlyDictionary<string, CitationTarget>> FindAsync(
        IReadOnlyCollection<string> codes, Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        return await CitationLookup.FindAsync(db, codes, ct);
    }

    /// <summary>What is likely to be cited for a focus area: its initiatives with all that belongs to them, and their sources.</summary>
    public async Task<IReadOnlyList<CitationTarget>> OfAreaAsync(string slug, Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        return await CitationLookup.OfAreaAsync(db, slug, ct);
    }

    /// <summary>Of initiatives by their codes and focus areas by their slugs those that exist.</summary>
    public async Task<IReadOnlySet<(RecordKind Kind, string Code)>> FindPagesAsync(
        IReadOnlyCollection<(RecordKind Kind, string Code)> pages, Moment moment, CancellationToken ct)
    {
        if (pages.Count == 0) return new HashSet<(RecordKind, string)>();
        var initiatives = pages.Where(p => p.Kind == RecordKind.Initiative).Select(p => p.Code).ToList();
        var areas = pages.Where(p => p.Kind == RecordKind.FocusArea).Select(p => p.Code).ToList();
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var found = await db.Initiatives.Where(i => EF.Parameter(initiatives).Contains(i.Code)).Select(i => new { Area = false, i.Code })
            .Concat(db.FocusAreas.Where(a => EF.Parameter(areas).Contains(a.Slug)).Select(a => new { Area = true, Code = a.Slug }))
            .ToListAsync(ct);
        return found.Select(f => (f.Area ? RecordKind.FocusArea : RecordKind.Initiative, f.Code)).ToHashSet();
    }
}
