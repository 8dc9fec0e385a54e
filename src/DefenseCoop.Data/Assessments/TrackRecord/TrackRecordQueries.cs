using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.TrackRecord;

/// <summary>Compares published judgements with what the evidence showed four quarters after their period.</summary>
public sealed class TrackRecordQueries(Chronicle chronicle, PastStatuses statuses)
{
    /// <summary>Four quarters.</summary>
    private const int MonthsLater = 12;

    /// <summary>A case is the newest published judgement of a period whose day four quarters later has passed.</summary>
    public async Task<TrackRecordView> TrackRecordAsync(Moment moment, CancellationToken ct)
    {
        var cases = await CasesAsync(moment, ct);
        return new TrackRecordView(
            [.. cases.GroupBy(c => c.Slug).Select(g => new TrackGroup(g.First().Area, g.Key, [.. g]))],
            [.. cases.GroupBy(c => c.Author).OrderByText(g => g.Key).Select(g => new TrackGroup(g.Key, null, [.. g]))],
            new TrackGroup("All", null, cases));
    }

    private async Task<List<TrackCase>> CasesAsync(Moment moment, CancellationToken ct)
    {
        var end = moment.Day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        List<Judged> judged;
        await using (var db = await chronicle.OpenAsync(moment.KnownAt, ct))
        {
            judged = await db.Set<Assessment>().AsNoTracking()
                .Where(a => a.State == AssessmentState.Published && a.ReviewedAt < end && a.Judgement != null)
                .OrderBy(a => a.FocusArea.Position).ThenBy(a => a.LastDay).ThenByDescending(a => a.Revision)
                .Select(a => new Judged(a.FocusArea.Slug, a.FocusArea.Name, a.SubmittedBy ?? "", a.Period, a.Judgement!.Value))
                .ToListAsync(ct);
        }

        var due = judged.DistinctBy(j => (j.Slug, j.Period)).Where(j => j.LaterDay <= moment.Day).ToList();
        if (due.Count == 0) return [];
        var later = await statuses.ReadAsync(
            [.. due.Select(j => j.Slug).Distinct()], [.. due.Select(j => j.LaterDay).Distinct()], moment.KnownAt, ct);
        return
        [
            .. from j in due
               let found = later.GetValueOrDefault((j.Slug, j.LaterDay))
               where found is not null
               select new TrackCase(j.Slug, j.Area, j.Author, ReportingPeriod.Parse(j.Period), j.Judgement, found.Status),
        ];
    }

    private sealed record Judged(string Slug, string Area, string Author, string Period, AssessedStatus Judgement)
    {
        /// <summary>The last day of the quarter, half-year or year that ends four quarters later.</summary>
        public DateOnly LaterDay { get; } = Later(ReportingPeriod.Parse(Period)).LastDay;

        private static ReportingPeriod Later(ReportingPeriod period) =>
            ReportingPeriod.Of(period.FirstDay.AddMonths(MonthsLater), period.Length);
    }
}
