using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;

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
    public async Task<IReadOnlyDictionary<string, CitationTarget>> FindAsync(IReadOnlyCollection<string> codes, Moment moment, CancellationToken ct)
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
}
