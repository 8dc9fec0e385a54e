using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Initiatives;

/// <summary>What the register shows of one initiative.</summary>
public sealed record RegisterRow(
    string Code,
    string Title,
    string CategorySlug,
    string Category,
    Stage Stage,
    AssessedStatus Status,
    string FirstCause,
    PartialDate? Start,
    PartialDate? End,
    string Leads,
    int MilestonesMet,
    int MilestonesTotal,
    PartialDate? StatusAsOf,
    Provenance Provenance);

/// <summary>One page of the register. <see cref="Page"/> is the page shown: the last one where a later one was asked for.</summary>
public sealed record RegisterResult(IReadOnlyList<RegisterRow> Rows, int Total, int Page, int Pages);

/// <summary>Reads the register of a day, by what is known now or was at an instant.</summary>
public sealed class RegisterQueries(Chronicle chronicle, DayViews days, Thresholds thresholds)
{
    private volatile KnownWords? _known;
    private volatile KnownWords? _knownThen;

    /// <summary>The values of the filters, as they were last changed.</summary>
    public ValueTask<RegisterVocabulary> VocabularyAsync(CancellationToken ct) => VocabularyAsync((DateTime?)null, ct);

    /// <summary>The values of the filters, as they were last changed by then.</summary>
    /// <param name="knownAt">UTC; null for now.</param>
    /// <param name="ct">Ends the reading.</param>
    public async ValueTask<RegisterVocabulary> VocabularyAsync(DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(knownAt, ct);
        return await VocabularyAsync(db, ct);
    }

    public async Task<RegisterResult> ReadAsync(RegisterQuery query, Moment moment, CancellationToken ct)
    {
        await using var view = await days.OpenAsync(moment, ct, byNames: IsByNames(query));
        var words = await VocabularyAsync(view.Db, ct);
        var matching = view.Entries.Matching(query, words, EvidenceAges.On(moment.Day, thresholds));
        var total = await matching.TotalAsync(ct);
        var pages = Math.Max(1, (total + query.Size - 1) / query.Size);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await matching
            .Sorted(query.Sort, query.Descending)
            .Skip((page - 1) * query.Size)
            .Take(query.Size)
            .Select(e => new RegisterRow(
                e.Code, e.Title, e.Category.Slug, e.Category.Name, e.Stage, e.Status, e.FirstCause, e.Start, e.End,
                e.Leads, e.MilestonesMet, e.MilestonesTotal, e.StatusAsOf, e.Provenance))
            .ReadAsync(ct);
        return new RegisterResult(rows, total, page, pages);
    }

    /// <summary>How many rows each choice of the filters finds.</summary>
    public async Task<RegisterCounts> ChoicesAsync(RegisterQuery query, Moment moment, CancellationToken ct)
    {
        await using var view = await days.OpenAsync(moment, ct);
        return await RegisterCounts.ReadAsync(
            view.Entries, query, await VocabularyAsync(view.Db, ct), EvidenceAges.On(moment.Day, thresholds), ct);
    }

    /// <summary>How many rows each of the given looser queries would find: what to advise when a query finds none.</summary>
    public async Task<IReadOnlyList<int>> CountAsync(IEnumerable<RegisterQuery> queries, Moment moment, CancellationToken ct)
    {
        var all = queries.ToList();
        await using var view = await days.OpenAsync(moment, ct, byNames: all.Any(IsByNames));
        var words = await VocabularyAsync(view.Db, ct);
        var ages = EvidenceAges.On(moment.Day, thresholds);
        List<int> counts = [];
        foreach (var query in all) counts.Add(await view.Entries.Matching(query, words, ages).TotalAsync(ct));
        return counts;
    }

    private static bool IsByNames(RegisterQuery query) => query.Sort == RegisterSort.Title || !string.IsNullOrWhiteSpace(query.Text);

    /// <summary>Read once a revision: they hardly ever change.</summary>
    private async Task<RegisterVocabulary> VocabularyAsync(DefenseCoopContext db, CancellationToken ct)
    {
        var revision = await FindingsKeeper.RevisionAsync(db, ct);
        var isPast = db is HistoricContext;
        if (revision > 0 && (isPast ? _knownThen : _known) is { } known && known.Revision == revision) return known.Words;
        var read = new KnownWords(revision, await RegisterVocabulary.ReadAsync(db, ct));
        if (isPast) _knownThen = read;
        else _known = read;
        return read.Words;
    }

    private sealed record KnownWords(long Revision, RegisterVocabulary Words);
}
