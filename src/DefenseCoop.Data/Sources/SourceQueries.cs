using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Sources;

/// <summary>Reads the sources and the notes on the data set.</summary>
public sealed class SourceQueries(Chronicle chronicle)
{
    /// <summary>One page of the sources that were published by the day, and of undated ones.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="moment">The day, and by what was known.</param>
    /// <param name="at">The code of the source whose page is asked for, where it is among them; null for the page of the query.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<SourceResult> ReadAsync(SourceQuery query, Moment moment, string? at, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var matching = db.Set<Source>()
            .AsNoTracking().PublishedBy(moment.Day).Matching(query, await SourceFilter.FindAsync(db, query.Text, ct), db);
        var sorted = await SourceOrder.ReadAsync(matching, query.Sort, query.Descending, db, ct);
        var pages = Math.Max(1, (sorted.Count + SourceQuery.Size - 1) / SourceQuery.Size);
        var page = Math.Clamp(at is null ? query.Page : PageOf(sorted, at) ?? query.Page, 1, pages);
        List<int> shown = [.. sorted.Skip((page - 1) * SourceQuery.Size).Take(SourceQuery.Size).Select(s => s.Id)];
        var sources = await db.Set<Source>().AsNoTracking().Where(s => EF.Parameter(shown).Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var resting = await RestingFacts.ReadAsync(db, shown, ct);
        return new SourceResult(
            [.. shown.Select(id => new SourceRow(sources[id], resting.CountOf(id), resting.Of(id)))], sorted.Count, page, pages);
    }

    /// <summary>The publishers and years to choose from.</summary>
    public async Task<SourceVocabulary> VocabularyAsync(Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var sources = db.Set<Source>().PublishedBy(moment.Day);
        var publishers = await sources.Select(s => s.Publisher).Distinct().ToListAsync(ct);
        var dates = await sources.Where(s => s.Published != null).Select(s => s.Published!.Value).Distinct().ToListAsync(ct);
        return new SourceVocabulary(
            [.. publishers.Order(FoldedText.Order)], [.. dates.Select(d => d.FirstDay.Year).Distinct().OrderDescending()]);
    }

    /// <summary>The sources with the given codes, numbered in their order. Of one that is not known there is the code alone.</summary>
    public async Task<IReadOnlyList<SourceRef>> NumberedAsync(IReadOnlyList<string> codes, DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(knownAt, ct);
        var known = await db.Set<Source>().Where(s => EF.Parameter(codes).Contains(s.Code))
            .Select(s => new SourceRef(s.Code, s.Title, s.Publisher, s.Published, s.Tier, s.Url))
            .ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, ct);
        return [.. codes.Distinct(StringComparer.Ordinal).Select((code, i) =>
            known.GetValueOrDefault(code, new SourceRef(code, code, "", null, SourceTier.Secondary, "")) with { Number = i + 1 })];
    }

    /// <summary>
    /// How far the collection reaches: when the newest source was
    /// published, of those up to the day; null where none is dated.
    /// </summary>
    public async Task<PartialDate?> CollectedUpToAsync(Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        return await CollectedUpToAsync(db, moment.Day, ct);
    }

    /// <inheritdoc cref="CollectedUpToAsync(Moment, CancellationToken)"/>
    internal static Task<PartialDate?> CollectedUpToAsync(DefenseCoopContext db, DateOnly day, CancellationToken ct) =>
        db.Set<Source>().Where(s => s.Published != null).PublishedBy(day).NewestFirst().Select(s => s.Published).FirstOrDefaultAsync(ct);

    /// <summary>Every source to choose from, by publisher and title.</summary>
    public async Task<IReadOnlyList<SourceRef>> AllAsync(CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(null, ct);
        var sources = await db.Set<Source>()
            .Select(s => new SourceRef(s.Code, s.Title, s.Publisher, s.Published, s.Tier, Source.Address(s.Url)))
            .ToListAsync(ct);
        return [.. sources.OrderByText(s => s.Publisher).ThenByText(s => s.Title).ThenBy(s => s.Code, StringComparer.Ordinal)];
    }

    /// <summary>The sources of the codes, in no order; what is no code is left out.</summary>
    public async Task<IReadOnlyList<SourceRef>> NamedAsync(IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        if (codes.Count == 0) return [];
        await using var db = await chronicle.OpenAsync(null, ct);
        return await db.Set<Source>().Where(s => EF.Parameter(codes).Contains(s.Code))
            .Select(s => new SourceRef(s.Code, s.Title, s.Publisher, s.Published, s.Tier, s.Url))
            .ToListAsync(ct);
    }

    /// <summary>What to offer for what somebody wrote to find a source.</summary>
    public async Task<SourceOffer> OfferAsync(string typed, CancellationToken ct) => SourceSearch.Of(typed, await AllAsync(ct));

    /// <summary>The one source that the text names beyond doubt, by its code or its address; null where it names none.</summary>
    public async Task<SourceRef?> FindAsync(string typed, CancellationToken ct) => SourceSearch.Named(typed, await AllAsync(ct));

    /// <summary>The notes on the data set as a whole, by key.</summary>
    /// <param name="knownAt">UTC; null for now.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<DataSetNote>> NotesAsync(DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(knownAt, ct);
        return await db.Set<DataSetNote>().AsNoTracking().OrderBy(n => n.Id).ToListAsync(ct);
    }

    private static int? PageOf(List<SourceOrder> sorted, string code)
    {
        var place = sorted.FindIndex(s => string.Equals(s.Code, code, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? null : (place / SourceQuery.Size) + 1;
    }
}
