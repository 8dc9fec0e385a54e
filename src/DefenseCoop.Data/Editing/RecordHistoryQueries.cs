using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing;

/// <summary>The history of one record.</summary>
/// <param name="Kind">Of the record.</param>
/// <param name="Code">Code or slug.</param>
/// <param name="Title">What it was called last.</param>
/// <param name="InitiativeCode">The initiative that it belongs to; itself for an initiative.</param>
/// <param name="FocusAreaSlug">The focus area that it is part of; itself for a focus area.</param>
/// <param name="Exists">Whether it is there, and was not removed.</param>
/// <param name="NewestOwn">The last change of the record itself; null where it has none.</param>
/// <param name="Changes">Newest first; the records of each are the record itself and what belongs to it.</param>
public sealed record RecordHistory(
    RecordKind Kind, string Code, string Title, string? InitiativeCode,
    string? FocusAreaSlug, bool Exists, long? NewestOwn, ChangeList Changes)
{
    /// <summary>What leads to it where it stands today.</summary>
    public required RecordReference Reference { get; init; }

    /// <summary>Whether its history goes back to when it was made: older databases begin theirs later.</summary>
    public bool HasBeginning { get; init; }
}

/// <summary>Reads what happened to one record, and to what belongs to it.</summary>
public sealed class RecordHistoryQueries(IDbContextFactory<DefenseCoopContext> contexts, Chronicle chronicle, EditableRecords records)
{
    /// <summary>How many changes a page of a history shows.</summary>
    public const int Size = 20;

    /// <summary>How many records of a change it names.</summary>
    public const int MostRecords = 25;

    /// <summary>What a focus area is made of, and what is judged of it.</summary>
    private static readonly RecordKind[] Tree = [.. RecordDescriptors.All.Where(d => d.IsOfFocusArea).Select(d => d.Kind)];

    /// <summary>
    /// The changes of a record; of an initiative also those of all that belongs
    /// to it, of a focus area those of its tree and of what was judged of it.
    /// </summary>
    /// <param name="kind">Of the record.</param>
    /// <param name="code">Code or slug.</param>
    /// <param name="page">From 1.</param>
    /// <param name="knownAt">UTC: later changes do not exist; null for all.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Null where there is no such record, and never was.</returns>
    public async Task<RecordHistory?> FindAsync(RecordKind kind, string code, int page, DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = Known(db, knownAt);
        var own = all.Where(r => r.Kind == kind && r.Subject == code);
        var newest = await own.OrderByDescending(r => r.Id)
            .Select(r => new { r.ChangeSetId, r.Title, r.InitiativeCode, r.FocusAreaSlug, r.Action, First = own.Min(f => f.Id) })
            .FirstOrDefaultAsync(ct);

        // Recorded before there were histories, and not changed since.
        var present = newest is null ? await PresentAsync(kind, code, knownAt, ct) : null;
        if (newest is null && present is null) return null;
        var changes = await ListAsync(db, Belonging(all, kind, code), page, ct);
        var begun = newest is not null && await own.AnyAsync(r => r.Id == newest.First && r.Action == ChangeAction.Created, ct);
        var initiative = newest?.InitiativeCode ?? (kind == RecordKind.Initiative ? code : null);
        var area = newest?.FocusAreaSlug ?? (kind == RecordKind.FocusArea ? code : null);
        var shared = (await SharedPlaces.ReadAsync(db, [(kind, code)], ct)).Of(kind, code);
        return new RecordHistory(
            kind,
            code,
            newest?.Title ?? present!.Heading,
            initiative,
            area,
            newest?.Action != ChangeAction.Removed,
            newest?.ChangeSetId,
            changes)
        {
            HasBeginning = begun, Reference = shared ?? new RecordReference(kind, code, initiative, area),
        };
    }

    /// <summary>How many changes the history of a record tells of.</summary>
    public async Task<int> CountAsync(RecordKind kind, string code, DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Belonging(Known(db, knownAt), kind, code).Select(r => r.ChangeSetId).Distinct().CountAsync(ct);
    }

    private static IQueryable<RecordChange> Known(DefenseCoopContext db, DateTime? knownAt) =>
        knownAt is { } instant ? db.RecordChanges.AsNoTracking().Where(r => r.ChangeSet.At <= instant) : db.RecordChanges.AsNoTracking();

    private static IQueryable<RecordChange> Belonging(IQueryable<RecordChange> all, RecordKind kind, string code) => kind switch
    {
        RecordKind.Initiative => all.Where(r => (r.Kind == kind && r.Subject == code) || r.InitiativeCode == code),

        // By kind as well, for which there is an index.
        RecordKind.FocusArea => all.Where(r => EF.Constant(Tree).Contains(r.Kind) && r.FocusAreaSlug == code),
        _ => all.Where(r => r.Kind == kind && r.Subject == code),
    };

    private static async Task<ChangeList> ListAsync(
        DefenseCoopContext db, IQueryable<RecordChange> belonging, int page, CancellationToken ct)
    {
        var ids = belonging.Select(r => r.ChangeSetId).Distinct();
        var total = await ids.CountAsync(ct);
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + Size - 1) / Size));
        var heads = await ChangeFilter.Heads(db.ChangeSets.AsNoTracking()
            .Where(c => ids.Contains(c.Id)).OrderByDescending(c => c.Id).Skip((shown - 1) * Size).Take(Size)).ToListAsync(ct);
        var wanted = heads.ConvertAll(h => h.Id);
        var records = await belonging.Where(r => EF.Parameter(wanted).Contains(r.ChangeSetId)).OrderBy(r => r.Kind).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.ChangeSetId,
                Line = new RecordLine(r.Kind, r.Subject, r.Title, r.InitiativeCode, r.CategorySlug, r.FocusAreaSlug, r.Action),
            })
            .ToListAsync(ct);
        var byChange = records.ToLookup(r => r.ChangeSetId, r => r.Line);
        var places = await SharedPlaces.ReadAsync(db, records.Select(r => r.Line), ct);
        var rows = heads.ConvertAll(h => new ChangeRow(h, Counts(byChange[h.Id]), places.In(byChange[h.Id].Take(MostRecords))));
        return new ChangeList(rows, total, shown, Size);
    }

    private static List<ChangeCount> Counts(IEnumerable<RecordLine> lines) =>
        [.. lines.GroupBy(l => (l.Kind, l.Action)).Select(g => new ChangeCount(g.Key.Kind, g.Key.Action, g.Count()))];

    private async Task<RecordValues?> PresentAsync(RecordKind kind, string code, DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(knownAt, ct);
        return await records.ReadAsync(db, kind, code, ct);
    }
}
