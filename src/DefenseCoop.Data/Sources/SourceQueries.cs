using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Sources;

/// <summary>A fact that rests on a source, and the page where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">Its code.</param>
/// <param name="InitiativeCode">The initiative on whose page it stands, if it does.</param>
/// <param name="FocusAreaSlug">The focus area on whose page it stands, if it does.</param>
public sealed record RestingFact(SubjectKind Kind, string Code, string? InitiativeCode, string? FocusAreaSlug);

/// <summary>A source with what rests on it.</summary>
/// <param name="Source">The source.</param>
/// <param name="FactCount">How many facts cite it.</param>
/// <param name="Facts">The first of them, by record.</param>
public sealed record SourceRow(Source Source, int FactCount, IReadOnlyList<RestingFact> Facts);

/// <summary>Reads the sources and the notes on the data set.</summary>
public sealed class SourceQueries(Chronicle chronicle)
{
    /// <summary>So many facts are listed for one source.</summary>
    public const int FactsListed = 20;

    /// <summary>The sources that were published by the day (undated ones always), by publisher and title.</summary>
    public async Task<IReadOnlyList<SourceRow>> ListAsync(Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var sources = await db.Set<Source>().AsNoTracking().OrderBy(s => s.Publisher).ThenBy(s => s.Title).ToListAsync(ct);
        var counts = await db.Set<Citation>().GroupBy(c => c.SourceId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var cited = await db.Set<Source>()
            .SelectMany(s => db.Set<Citation>()
                .Where(c => c.SourceId == s.Id)
                .OrderBy(c => c.Kind).ThenBy(c => c.Id)
                .Take(FactsListed)
                .Select(c => new { c.SourceId, c.Kind, c.SubjectCode }))
            .Distinct()
            .ToListAsync(ct);
        var owners = await OwnersAsync(db, cited.Select(c => c.SubjectCode).ToHashSet(), ct);
        var facts = cited.ToLookup(c => c.SourceId, c => Resting(c.Kind, c.SubjectCode, owners));
        return [.. sources
            .Where(s => s.Published is not { } published || published.FirstDay <= moment.Day)
            .Select(s => new SourceRow(s, counts.GetValueOrDefault(s.Id), [.. facts[s.Id].OrderBy(f => f.Kind)]))];
    }

    /// <summary>How far the collection reaches: when the newest source was published, of those up to the day; null where none is dated.</summary>
    public async Task<PartialDate?> CollectedUpToAsync(Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        return await CollectedUpToAsync(db, moment.Day, ct);
    }

    /// <inheritdoc cref="CollectedUpToAsync(Moment, CancellationToken)"/>
    internal static async Task<PartialDate?> CollectedUpToAsync(DefenseCoopContext db, DateOnly day, CancellationToken ct)
    {
        // Of the present the first one is it: those published after the day are left out here, as a partial date begins on its first day.
        await foreach (var published in db.Set<Source>().Where(s => s.Published != null).OrderByDescending(s => s.Published).Select(s => s.Published).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (published!.Value.FirstDay <= day) return published;
        }

        return null;
    }

    /// <summary>Every source to choose from, by publisher and title.</summary>
    public async Task<IReadOnlyList<SourceRef>> AllAsync(CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(null, ct);
        return await db.Set<Source>().OrderBy(s => s.Publisher).ThenBy(s => s.Title)
            .Select(s => new SourceRef(s.Code, s.Title, s.Publisher, s.Published, s.Tier, s.Url))
            .ToListAsync(ct);
    }

    /// <summary>The notes on the data set as a whole, by key.</summary>
    /// <param name="knownAt">UTC; null for now.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<DataSetNote>> NotesAsync(DateTime? knownAt, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(knownAt, ct);
        return await db.Set<DataSetNote>().AsNoTracking().OrderBy(n => n.Id).ToListAsync(ct);
    }

    private static RestingFact Resting(SubjectKind kind, string code, Dictionary<(SubjectKind, string), string?> owners) => kind switch
    {
        SubjectKind.Initiative => new RestingFact(kind, code, code, null),
        SubjectKind.Contribution => new RestingFact(kind, code, code.Split(':')[0], null),
        SubjectKind.Category => new RestingFact(kind, code, null, owners.GetValueOrDefault((kind, code))),
        SubjectKind.SpendingFigure => new RestingFact(kind, code, null, "defense-spending"),
        SubjectKind.Event => new RestingFact(kind, code, null, owners.GetValueOrDefault((kind, code))),
        _ => new RestingFact(kind, code, owners.GetValueOrDefault((kind, code)), null),
    };

    /// <summary>Where each of the given records is shown: the first initiative it belongs to, or for an event its focus area.</summary>
    private static async Task<Dictionary<(SubjectKind, string), string?>> OwnersAsync(
        DefenseCoopContext db, HashSet<string> codes, CancellationToken ct)
    {
        Dictionary<(SubjectKind, string), string?> owners = [];
        await Add(SubjectKind.Milestone, db.Milestones.Select(m => new Owned { Code = m.Code, Owner = m.Initiative.Code }));
        await Add(SubjectKind.Reading, db.Readings.Select(r => new Owned { Code = r.Code, Owner = r.Indicator.Initiative.Code }));
        await Add(SubjectKind.Baseline, db.Indicators.Where(i => i.Baseline != null).Select(i => new Owned { Code = i.Baseline!.Code, Owner = i.Initiative.Code }));
        await Add(SubjectKind.Target, db.Indicators.SelectMany(i => i.Targets, (i, t) => new Owned { Code = t.Code, Owner = i.Initiative.Code }));
        await Add(SubjectKind.Organization, db.Initiatives.SelectMany(i => i.Participations, (i, p) => new Owned { Code = p.Organization.Code, Owner = i.Code }));
        await Add(SubjectKind.Site, db.Initiatives.SelectMany(i => i.Sites, (i, s) => new Owned { Code = s.Code, Owner = i.Code }));
        await Add(SubjectKind.Agreement, db.Initiatives.Where(i => i.Agreement != null).Select(i => new Owned { Code = i.Agreement!.Code, Owner = i.Code }));
        await Add(SubjectKind.Provision, db.Initiatives.Where(i => i.Agreement != null).SelectMany(i => i.Agreement!.Provisions, (i, p) => new Owned { Code = p.Code, Owner = i.Code }));
        await Add(SubjectKind.Edition, db.ExerciseEditions.Select(e => new Owned { Code = e.Code, Owner = e.Exercise.Initiative == null ? null : e.Exercise.Initiative.Code }));
        await Add(SubjectKind.Category, db.FocusAreas.Select(a => new Owned { Code = a.Slug, Owner = a.Slug }));
        await Add(SubjectKind.Event, db.Events.SelectMany(e => e.Categories, (e, c) => new Owned { Code = e.Code, Owner = c.Slug }));
        return owners;

        async Task Add(SubjectKind kind, IQueryable<Owned> all)
        {
            foreach (var owned in await all.Where(o => EF.Parameter(codes).Contains(o.Code)).ToListAsync(ct))
            {
                owners.TryAdd((kind, owned.Code), owned.Owner);
            }
        }
    }

    /// <summary>Members rather than a constructor, so that the filter on the code runs in SQL.</summary>
    private sealed record Owned
    {
        public required string Code { get; init; }

        public string? Owner { get; init; }
    }
}
