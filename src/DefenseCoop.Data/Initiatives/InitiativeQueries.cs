using DefenseCoop.Data.History;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Initiatives;

/// <summary>Everything known about one initiative on a day.</summary>
/// <param name="Initiative">The record with all that belongs to it.</param>
/// <param name="IsListed">Whether anything of it was known on the day.</param>
/// <param name="Finding">Its status with causes.</param>
/// <param name="Events">Events of its category, the newest first; those after the day, too.</param>
/// <param name="Sources">The sources of every fact.</param>
public sealed record InitiativeDetails(
    Initiative Initiative,
    bool IsListed,
    InitiativeFinding Finding,
    IReadOnlyList<CooperationEvent> Events,
    SourceLookup Sources);

/// <summary>Reads one initiative.</summary>
public sealed class InitiativeQueries(Chronicle chronicle, Thresholds thresholds)
{
    /// <summary>The initiative with that code on a day; null where there is none.</summary>
    public async Task<InitiativeDetails?> FindAsync(string code, Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var day = moment.Day;
        var initiative = await WithEverything(db.Set<Initiative>()).SingleOrDefaultAsync(i => i.Code == code, ct);
        if (initiative is null) return null;

        var events = await db.Set<CooperationEvent>().AsNoTracking()
            .Where(e => e.Categories.Any(c => c.Id == initiative.CategoryId))
            .ToListAsync(ct);
        var weights = await FactsLoader.WeightsAsync(db, db.Set<Initiative>().Where(i => i.Code == code), ct);
        var facts = initiative.ToFacts(weights);
        return new InitiativeDetails(
            initiative,
            StageRule.IsListedOn(facts, day),
            InitiativeRule.Judge(facts, day, thresholds),
            [.. events.OrderByDescending(e => e.Date)],
            await SourceLookup.ReadAsync(db, SubjectCodes(initiative, events), ct));
    }

    private static IQueryable<Initiative> WithEverything(IQueryable<Initiative> initiatives) => initiatives
        .AsNoTrackingWithIdentityResolution()
        .AsSplitQuery()
        .Include(i => i.Category)
        .Include(i => i.Participations).ThenInclude(p => p.Organization)
        .Include(i => i.Sites)
        .Include(i => i.Agreement!).ThenInclude(a => a.Provisions)
        .Include(i => i.Milestones)
        .Include(i => i.Indicators).ThenInclude(i => i.Baseline)
        .Include(i => i.Indicators).ThenInclude(i => i.Targets)
        .Include(i => i.Indicators).ThenInclude(i => i.Readings)
        .Include(i => i.Contributions).ThenInclude(c => c.Outcome).ThenInclude(o => o.Objective).ThenInclude(o => o.FocusArea)
        .Include(i => i.Exercises).ThenInclude(e => e.Editions);

    private static HashSet<string> SubjectCodes(Initiative initiative, IEnumerable<CooperationEvent> events) =>
    [
        initiative.Code,
        .. initiative.Participations.Select(p => p.Organization.Code),
        .. initiative.Sites.Select(s => s.Code),
        .. initiative.Agreement is { } agreement ? agreement.Provisions.Select(p => p.Code).Append(agreement.Code) : [],
        .. initiative.Milestones.Select(m => m.Code),
        .. initiative.Indicators.SelectMany(CodesOf),
        .. initiative.Contributions.Select(c => c.Code),
        .. initiative.Exercises.SelectMany(e => e.Editions).Select(e => e.Code),
        .. events.Select(e => e.Code),
    ];

    private static IEnumerable<string> CodesOf(Indicator indicator)
    {
        if (indicator.Baseline is { } baseline) yield return baseline.Code;
        foreach (var target in indicator.Targets) yield return target.Code;
        foreach (var reading in indicator.Readings) yield return reading.Code;
    }
}
