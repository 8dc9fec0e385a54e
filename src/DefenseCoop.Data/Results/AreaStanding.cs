using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Results;

/// <summary>How the initiatives of a focus area stand: those that the register finds when it is filtered by the area.</summary>
/// <param name="Total">All of them.</param>
/// <param name="OffTrack">Those that are off track.</param>
/// <param name="AtRisk">Those that are at risk.</param>
/// <param name="Worst">The first that is off track, else the first at risk; null where none is either.</param>
public sealed record AreaStanding(int Total, int OffTrack, int AtRisk, WorstInitiative? Worst);

/// <summary>The worst initiative of a focus area, with the reason.</summary>
public sealed record WorstInitiative(string Code, string Title, string FirstCause);

/// <summary>Reads how the initiatives of each focus area stand.</summary>
public sealed class AreaStandings(DayViews days, TimeProvider clock)
{
    private volatile Known? _present;
    private volatile Known? _other;

    /// <summary>By the slug of the area; one without initiatives is not there.</summary>
    public async Task<IReadOnlyDictionary<string, AreaStanding>> ReadAsync(Moment moment, CancellationToken ct)
    {
        await using var view = await days.OpenAsync(moment, ct);
        return await ReadAsync(view, moment, ct);
    }

    /// <summary>Counted once for a revision and a day, as that looks at every initiative.</summary>
    internal async Task<IReadOnlyDictionary<string, AreaStanding>> ReadAsync(DayView view, Moment moment, CancellationToken ct)
    {
        var isPresent = view.Snapshot is null && moment.KnownAt is null;
        var key = (await FindingsKeeper.RevisionAsync(view.Db, ct), isPresent ? clock.Today : moment.Day);
        if ((isPresent ? _present : _other) is { } known && known.Key == key) return known.Areas;
        var read = new Known(key, await CountAsync(view, ct));
        if (isPresent) _present = read;
        else _other = read;
        return read.Areas;
    }

    private static async Task<IReadOnlyDictionary<string, AreaStanding>> CountAsync(DayView view, CancellationToken ct)
    {
        var counts = (await view.Entries
            .SelectMany(e => e.Initiative.Contributions, (e, c) => new { e.InitiativeId, e.Status, c.Outcome.Objective.FocusAreaId })
            .Distinct()
            .GroupBy(p => new { p.FocusAreaId, p.Status })
            .Select(g => new { g.Key.FocusAreaId, g.Key.Status, Count = g.Count() })
            .ReadAsync(ct)).ToLookup(c => c.FocusAreaId);
        Dictionary<string, AreaStanding> found = new(StringComparer.Ordinal);
        foreach (var area in await view.Db.Set<FocusArea>().AsNoTracking().Select(a => new { a.Id, a.Slug }).ToListAsync(ct))
        {
            if (!counts.Contains(area.Id)) continue;
            var (offTrack, atRisk) = (Of(area.Id, AssessedStatus.OffTrack), Of(area.Id, AssessedStatus.AtRisk));
            var worst = offTrack + atRisk == 0
                ? null
                : await WorstAsync(view.Entries, area.Id, offTrack > 0 ? AssessedStatus.OffTrack : AssessedStatus.AtRisk, ct);
            found[area.Slug] = new AreaStanding(counts[area.Id].Sum(c => c.Count), offTrack, atRisk, worst);
        }

        return found;

        int Of(int area, AssessedStatus status) => counts[area].Where(c => c.Status == status).Sum(c => c.Count);
    }

    private static async Task<WorstInitiative?> WorstAsync(
        IQueryable<RegisterEntry> entries, int area, AssessedStatus status, CancellationToken ct) =>
        (await entries
            .Where(e => e.Status == status && e.Initiative.Contributions.Any(c => c.Outcome.Objective.FocusAreaId == area))
            .OrderBy(e => e.CodeKey)
            .Take(1)
            .Select(e => new WorstInitiative(e.Code, e.Title, e.FirstCause))
            .ReadAsync(ct)).FirstOrDefault();

    /// <param name="Key">Of the newest change, and the day.</param>
    private sealed record Known((long Revision, DateOnly Day) Key, IReadOnlyDictionary<string, AreaStanding> Areas);
}
