using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Trend;

/// <summary>Puts together what was assessed in periods, and what the rules say of those in which nothing was.</summary>
internal static class CellReader
{
    /// <summary>So many periods up to one, the oldest first.</summary>
    public static IReadOnlyList<ReportingPeriod> Periods(ReportingPeriod newest, int count) =>
        [.. Enumerable.Range(1 - count, count).Select(newest.Add)];

    /// <summary>The assessments that a moment knows: published by then, and where <paramref name="withOpen"/> also the others.</summary>
    /// <param name="db">Of the moment.</param>
    /// <param name="slug">Null for all focus areas.</param>
    /// <param name="day">Published later does not exist for it.</param>
    public static async Task<List<AssessmentHead>> HeadsAsync(
        DefenseCoopContext db, string? slug, DateOnly day, bool withOpen, CancellationToken ct)
    {
        var end = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return await HeadsAsync(
            db.Set<Assessment>()
                .Where(a => slug == null || a.FocusArea.Slug == slug)
                .Where(a => a.State == AssessmentState.Published ? a.ReviewedAt < end : withOpen),
            ct);
    }

    /// <summary>Those that are not published.</summary>
    public static Task<List<AssessmentHead>> OpenHeadsAsync(DefenseCoopContext db, CancellationToken ct) =>
        HeadsAsync(db.Set<Assessment>().Where(a => a.State != AssessmentState.Published), ct);

    /// <param name="statuses">Reads what the rules say.</param>
    /// <param name="heads">Of <see cref="HeadsAsync"/>.</param>
    public static async Task<IReadOnlyList<PeriodCell>> CellsAsync(
        PastStatuses statuses, IReadOnlyList<AssessmentHead> heads, IReadOnlyCollection<string> slugs,
        IReadOnlyList<ReportingPeriod> periods, Moment moment, CancellationToken ct)
    {
        var days = periods.Select(p => DayOf(p, moment)).Distinct().ToList();
        var computed = await statuses.ReadAsync(slugs, days, moment.KnownAt, ct);
        var byCell = heads.ToLookup(h => (h.Slug, h.Period));
        return
        [
            .. from slug in slugs
               from period in periods
               let ofCell = byCell[(slug, period.Code)]
               let published = ofCell.FirstOrDefault(h => h.State == AssessmentState.Published)
               let open = ofCell.FirstOrDefault(h => h.State != AssessmentState.Published)
               let found = computed.GetValueOrDefault((slug, DayOf(period, moment)))
               select new PeriodCell(
                   period, slug, published?.Computed ?? found?.Status, published is null && period.LastDay < moment.Day, published, open),
        ];
    }

    private static Task<List<AssessmentHead>> HeadsAsync(IQueryable<Assessment> assessments, CancellationToken ct) =>
        assessments.AsNoTracking()
            .OrderByDescending(a => a.LastDay).ThenBy(a => a.FocusArea.Position).ThenByDescending(a => a.Revision)
            .Select(a => new AssessmentHead(
                a.Id, a.Code, a.FocusArea.Slug, a.AreaName, a.Period, a.Revision, a.State, a.DueOn,
                a.Judgement, a.Computed, a.SubmittedBy, a.SubmittedAt, a.ReviewedBy, a.ReviewedAt))
            .ToListAsync(ct);

    private static DateOnly DayOf(ReportingPeriod period, Moment moment) => period.LastDay < moment.Day ? period.LastDay : moment.Day;
}
