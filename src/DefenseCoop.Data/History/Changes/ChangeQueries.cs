using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History.Changes;

/// <summary>Reads what was changed, by whom, when and why.</summary>
public sealed class ChangeQueries(IDbContextFactory<DefenseCoopContext> contexts)
{
    /// <summary>How many records of a change its own page shows at once.</summary>
    public const int RecordsPerPage = 25;

    /// <summary>How many records of a change a list names.</summary>
    public const int FirstRecords = 5;

    /// <summary>Changes, newest first, each with how many records it changed and the first of those asked for.</summary>
    /// <param name="query">Which.</param>
    /// <param name="first">How many records of each to name; a change may have tens of thousands.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<ChangeList> ListAsync(ChangeQuery query, CancellationToken ct, int first = FirstRecords)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var changes = ChangeFilter.Changes(db, query);
        var total = await changes.CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (total + query.Size - 1) / query.Size));
        var heads = await ChangeFilter.Heads(changes.OrderByDescending(c => c.Id).Skip((page - 1) * query.Size).Take(query.Size))
            .ToListAsync(ct);
        var ids = heads.ConvertAll(h => h.Id);
        var counts = await CountsAsync(db, ids, ct);
        var records = await FirstAsync(ChangeFilter.Records(db, query), counts, first, ct);
        var places = await SharedPlaces.ReadAsync(db, records.Values.SelectMany(lines => lines), ct);
        var rows = heads.ConvertAll(h => new ChangeRow(h, [.. counts[h.Id]], places.In(records.GetValueOrDefault(h.Id, []))));
        return new ChangeList(rows, total, page, query.Size);
    }

    /// <summary>
    /// What tells this installation from others, whatever it is called: the beginning of the hash of its first change, which
    /// no later change alters and every backup holds. Null where nothing was ever recorded.
    /// </summary>
    public async Task<string?> InstallationAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.ChangeSets.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Hash).FirstOrDefaultAsync(ct))?[..32];
    }

    /// <summary>How many changes a question finds.</summary>
    public async Task<int> CountAsync(ChangeQuery query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ChangeFilter.Changes(db, query).CountAsync(ct);
    }

    /// <summary>One change with a page of its records.</summary>
    /// <param name="id">Of the change.</param>
    /// <param name="kind">Only records of this kind; null for all.</param>
    /// <param name="page">From 1.</param>
    /// <param name="knownAt">UTC: a later change does not exist; null for all.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Null where there is no such change.</returns>
    public async Task<ChangeDetails?> FindAsync(long id, RecordKind? kind, int page, DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = ChangeFilter.Known(db.ChangeSets.AsNoTracking(), knownAt);
        if (await ChangeFilter.Heads(known.Where(c => c.Id == id)).SingleOrDefaultAsync(ct) is not { } head) return null;
        var counts = (await CountsAsync(db, [id], ct))[id].ToList();
        var total = counts.Where(c => kind is null || c.Kind == kind).Sum(c => c.Count);
        var shown = Math.Clamp(page, 1, Math.Max(1, (total + RecordsPerPage - 1) / RecordsPerPage));
        var lines = await ChangeFilter.Lines(db.RecordChanges
            .Where(r => r.ChangeSetId == id && (kind == null || r.Kind == kind))
            .OrderBy(r => r.Kind).ThenBy(r => r.Id)
            .Skip((shown - 1) * RecordsPerPage).Take(RecordsPerPage)).ToListAsync(ct);
        var records = (await SharedPlaces.ReadAsync(db, lines, ct)).In(lines);
        var hasLater = await known.AnyAsync(c => c.Id > id, ct);
        return new ChangeDetails(new ChangeRow(head, counts, records), total, shown, hasLater);
    }

    /// <summary>Everybody who has changed something, by name.</summary>
    /// <param name="knownAt">UTC: later changes do not exist; null for all.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<IReadOnlyList<ChangePerson>> PeopleAsync(DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = ChangeFilter.Known(db.ChangeSets.AsNoTracking(), knownAt);

        // The index on the account answers for the last change of each; the names are looked up.
        var last = known.GroupBy(c => c.AccountId).Select(g => g.Max(c => c.Id));
        var people = await db.ChangeSets.Where(c => last.Contains(c.Id))
            .Select(c => new ChangePerson(c.AccountId, c.Person))
            .ToListAsync(ct);
        return [.. people.OrderByText(p => p.Name).ThenBy(p => p.AccountId)];
    }

    private static async Task<ILookup<long, ChangeCount>> CountsAsync(DefenseCoopContext db, List<long> ids, CancellationToken ct)
    {
        var counts = await db.RecordChanges.Where(r => EF.Parameter(ids).Contains(r.ChangeSetId))
            .GroupBy(r => new { r.ChangeSetId, r.Kind, r.Action })
            .Select(g => new { g.Key.ChangeSetId, g.Key.Kind, g.Key.Action, Count = g.Count() })
            .ToListAsync(ct);
        return counts.OrderBy(c => c.Kind)
            .ThenBy(c => c.Action)
            .ToLookup(c => c.ChangeSetId, c => new ChangeCount(c.Kind, c.Action, c.Count));
    }

    /// <summary>In one query for the many changes of few records, and in one each for the few changes of many.</summary>
    private static async Task<Dictionary<long, List<RecordLine>>> FirstAsync(
        IQueryable<RecordChange> asked, ILookup<long, ChangeCount> counts, int first, CancellationToken ct)
    {
        const int many = 50;
        var sizes = counts.ToDictionary(c => c.Key, c => c.Sum(k => k.Count));
        var small = sizes.Where(s => s.Value <= many).Select(s => s.Key).ToList();
        var lines = await asked.Where(r => EF.Parameter(small).Contains(r.ChangeSetId)).OrderBy(r => r.Kind).ThenBy(r => r.Id)
            .Select(r => new
            {
                r.ChangeSetId,
                Line = new RecordLine(r.Kind, r.Subject, r.Title, r.InitiativeCode, r.CategorySlug, r.FocusAreaSlug, r.Action),
            })
            .ToListAsync(ct);
        var found = lines.GroupBy(l => l.ChangeSetId).ToDictionary(g => g.Key, g => g.Take(first).Select(l => l.Line).ToList());
        foreach (var id in sizes.Where(s => s.Value > many).Select(s => s.Key))
        {
            found[id] = await ChangeFilter.Lines(asked.Where(r => r.ChangeSetId == id).OrderBy(r => r.Kind).ThenBy(r => r.Id).Take(first))
                .ToListAsync(ct);
        }

        return found;
    }
}
