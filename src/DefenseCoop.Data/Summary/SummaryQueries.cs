using DefenseCoop.Data.Initiatives;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Summary;

/// <summary>An initiative that is late or at risk, with the reason.</summary>
public sealed record ConcernRow(string Code, string Title, AssessedStatus Status, string FirstCause);

/// <summary>A milestone or an exercise that lies ahead.</summary>
public sealed record UpcomingRow(
    string Code, string Title, string When, DateOnly By, string? InitiativeCode, string? InitiativeTitle, AssessedStatus? Status);

/// <summary>How fresh the evidence is, by initiative.</summary>
/// <param name="Newest">The initiative with the newest evidence.</param>
/// <param name="Oldest">The one with the oldest, of those under way.</param>
/// <param name="ByAge">How many initiatives there are of each age of evidence.</param>
public sealed record Freshness(EvidenceRow? Newest, EvidenceRow? Oldest, IReadOnlyDictionary<EvidenceAge, int> ByAge);

/// <summary>One initiative and the date of its newest evidence, as exact as it is known.</summary>
public sealed record EvidenceRow(string Code, string Title, Period Date);

/// <summary>What a manager reads in two minutes.</summary>
/// <param name="Finding">What there is to say of all initiatives first.</param>
/// <param name="AreaStandings">How the initiatives of each focus area stand, by its slug.</param>
/// <param name="Milestones">The next dated ones, what is due first.</param>
/// <param name="HasMoreMilestones">Whether more lie ahead than are listed.</param>
/// <param name="CollectedUpTo">When the newest source was published; null where none is dated.</param>
public sealed record SummaryResult(
    int Total,
    IReadOnlyList<CountedWords> Finding,
    IReadOnlyDictionary<AssessedStatus, int> ByStatus,
    IReadOnlyDictionary<Stage, int> ByStage,
    IReadOnlyList<FocusAreaRow> FocusAreas,
    IReadOnlyDictionary<string, AreaStanding> AreaStandings,
    IReadOnlyList<ConcernRow> Concerns,
    IReadOnlyList<UpcomingRow> Milestones,
    bool HasMoreMilestones,
    IReadOnlyList<UpcomingRow> Exercises,
    Freshness Freshness,
    PartialDate? CollectedUpTo);

/// <summary>Reads the summary of a day.</summary>
public sealed class SummaryQueries(DayViews days, AreaStandings areas, TimeProvider clock, Thresholds thresholds)
{
    /// <summary>So many rows stand on the summary; the register has the rest.</summary>
    public const int RowsShown = 8;

    /// <summary>So many milestones are read to tell how many lie ahead; where there are more, that is said.</summary>
    public const int MilestonesRead = 50;

    private static readonly AssessedStatus[] Concerning = [AssessedStatus.OffTrack, AssessedStatus.AtRisk];

    public async Task<SummaryResult> ReadAsync(Moment moment, CancellationToken ct)
    {
        await using var view = await days.OpenAsync(moment, ct);
        var counts = await view.Entries
            .GroupBy(e => new { e.Status, e.Stage })
            .Select(g => new { g.Key.Status, g.Key.Stage, Count = g.Count() })
            .ReadAsync(ct);
        var byStatus = Enum.GetValues<AssessedStatus>().ToDictionary(s => s, s => counts.Where(c => c.Status == s).Sum(c => c.Count));
        var total = counts.Sum(c => c.Count);
        var ages = EvidenceAges.On(moment.Day, thresholds);
        var stale = view.Entries.Where(e => e.Status == AssessedStatus.Stale);
        var tooOld = await stale.OfAges([EvidenceAge.TooOld], ages).TotalAsync(ct);
        var (milestones, hasMore) = await MilestonesAsync(view, moment.Day, ct);
        return new SummaryResult(
            total,
            MainFinding.Of(new StatusCounts(byStatus, tooOld), thresholds),
            byStatus,
            Enum.GetValues<Stage>().ToDictionary(s => s, s => counts.Where(c => c.Stage == s).Sum(c => c.Count)),
            await FocusAreaQueries.ListAsync(view, ct),
            await areas.ReadAsync(view, moment, ct),
            await ConcernsAsync(view, ct),
            milestones,
            hasMore,
            await ExercisesAsync(view, moment, ct),
            await FreshnessAsync(view, await AgesAsync(view, ages, total, ct), ct),
            await SourceQueries.CollectedUpToAsync(view.Db, moment.Day, ct));
    }

    private static async Task<List<ConcernRow>> ConcernsAsync(DayView view, CancellationToken ct)
    {
        List<ConcernRow> rows = [];
        foreach (var status in Concerning)
        {
            if (rows.Count == RowsShown) break;
            rows.AddRange(await view.Entries
                .Where(e => e.Status == status)
                .OrderBy(e => e.CodeKey)
                .Take(RowsShown - rows.Count)
                .Select(e => new ConcernRow(e.Code, e.Title, e.Status, e.FirstCause))
                .ReadAsync(ct));
        }

        return rows;
    }

    private async Task<(IReadOnlyList<UpcomingRow> Rows, bool HasMore)> MilestonesAsync(DayView view, DateOnly day, CancellationToken ct)
    {
        var due = view.Db.Set<Milestone>().AsNoTracking().Where(m => m.DueOn >= day);
        if (view.Snapshot is null)
        {
            due = due.Where(m => view.Db.Set<RegisterEntry>().Any(e => e.InitiativeId == m.InitiativeId
                && e.Stage != Stage.Cancelled && e.Stage != Stage.Completed));
        }

        var listed = view.Snapshot?.Entries
            .Where(e => e.Stage is not (Stage.Cancelled or Stage.Completed))
            .Select(e => e.Code).ToHashSet();
        // Whether one is met or cancelled by the day is for the rule to say: they are read in portions until there are enough.
        var portion = view.Snapshot is null ? MilestonesRead : int.MaxValue;
        List<UpcomingRow> rows = [];
        for (var read = 0; ; read += portion)
        {
            var open = await due.OrderBy(m => m.DueOn).ThenBy(m => m.Code).Skip(read).Take(portion)
                .Select(m => new { Milestone = m, m.Initiative.Code, m.Initiative.Title })
                .ToListAsync(ct);
            rows.AddRange(open
                .Where(m => listed is null || listed.Contains(m.Code))
                .Select(
                    m => (m.Code, m.Title, m.Milestone, Finding: MilestoneRule.Judge(m.Milestone.ToFacts(null), m.Code, day, thresholds)))
                .Where(m => m.Finding is { IsMet: false, IsCancelled: false })
                .Select(m => new UpcomingRow(
                    m.Milestone.Code,
                    m.Milestone.Title,
                    (m.Milestone.Forecast ?? m.Milestone.Planned)!.Value.ToDisplay(),
                    m.Milestone.DueOn!.Value,
                    m.Code,
                    m.Title,
                    m.Finding.Status)));
            var isAll = open.Count < portion;
            if (isAll && rows.Count <= MilestonesRead) return (rows, false);
            if (isAll || rows.Count >= RowsShown) return ([.. rows.Take(RowsShown)], true);
        }
    }

    /// <summary>
    /// What lies ahead is told only where nothing is known from after the day: with hindsight, an edition that began later
    /// is not yet a fact.
    /// </summary>
    private async Task<List<UpcomingRow>> ExercisesAsync(DayView view, Moment moment, CancellationToken ct) =>
        moment.HasHindsight(clock.Today)
            ? []
            : await view.Db.Set<ExerciseEdition>().AsNoTracking()
                .Where(e => e.StartsOn >= moment.Day)
                .OrderBy(e => e.StartsOn)
                .Take(RowsShown)
                .Select(e => new UpcomingRow(
                    e.Code,
                    e.Exercise.Name + " " + e.Label,
                    e.Start.ToDisplay(),
                    e.StartsOn,
                    e.Exercise.Initiative == null ? null : e.Exercise.Initiative.Code,
                    e.Exercise.Initiative == null ? null : e.Exercise.Initiative.Title,
                    null))
                .ToListAsync(ct);

    /// <summary>Age by age, each as the register finds it, so that each is read from an index; the rest have no dated evidence.</summary>
    private static async Task<IReadOnlyDictionary<EvidenceAge, int>> AgesAsync(
        DayView view, EvidenceAges ages, int total, CancellationToken ct)
    {
        Dictionary<EvidenceAge, int> counts = [];
        foreach (var age in Enum.GetValues<EvidenceAge>())
        {
            counts[age] = age == EvidenceAge.Never ? total - counts.Values.Sum() : await view.Entries.OfAges([age], ages).TotalAsync(ct);
        }

        return counts;
    }

    private static async Task<Freshness> FreshnessAsync(DayView view, IReadOnlyDictionary<EvidenceAge, int> byAge, CancellationToken ct)
    {
        // A range, and stages told by what they are not: so the database goes by the date, from one end on, and not through all rows.
        var dated = view.Entries.Where(e => e.EvidenceOn >= DateOnly.MinValue);
        var newest = await dated.OrderByDescending(e => e.EvidenceOn).ThenBy(e => e.CodeKey).Take(1)
            .Select(e => new EvidenceRow(e.Code, e.Title, e.EvidenceIn ?? Period.Of(e.EvidenceOn!.Value))).ReadAsync(ct);
        var oldest = await dated
            .Where(e => e.Stage != Stage.Proposed && e.Stage != Stage.Suspended && e.Stage != Stage.Completed && e.Stage != Stage.Cancelled)
            .OrderBy(e => e.EvidenceOn).ThenBy(e => e.CodeKey).Take(1)
            .Select(e => new EvidenceRow(e.Code, e.Title, e.EvidenceIn ?? Period.Of(e.EvidenceOn!.Value))).ReadAsync(ct);
        return new Freshness(newest.FirstOrDefault(), oldest.FirstOrDefault(), byAge);
    }
}
