using System.Linq.Expressions;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Editing.Refresh;

/// <summary>Reads what the work list needs of the whole register: only columns, in a few queries.</summary>
internal static class RefreshFacts
{
    /// <summary>Those of one initiative, where one is asked for.</summary>
    public static IQueryable<T> Of<T>(this IQueryable<T> rows, int? only, Expression<Func<T, bool>> isOfIt) =>
        only is null ? rows : rows.Where(isOfIt);

    /// <summary>Every indicator with a target and evidence.</summary>
    /// <param name="db">The present.</param>
    /// <param name="only">The id of the initiative that is asked for; null for all.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<List<(int InitiativeId, IndicatorFacts Facts)>> IndicatorsAsync(
        DefenseCoopContext db, int? only, CancellationToken ct)
    {
        var readings = (await db.Readings.Of(only, r => r.Indicator.InitiativeId == only)
                .Where(r => (r.Kind == ReadingKind.Actual || r.Kind == ReadingKind.Estimate) && r.WithdrawnBecause == null)
                .Select(r => new { r.IndicatorId, r.Code, r.Value, r.Period, r.Kind })
                .ToListAsync(ct))
            .ToLookup(r => r.IndicatorId);
        var weights = await WeightsAsync(
            db,
            [.. readings.Where(g => g.Select(r => r.Period.LastDay).Distinct().Count() < g.Count()).SelectMany(g => g).Select(r => r.Code)],
            ct);
        var indicators = await db.Indicators.Of(only, i => i.InitiativeId == only)
            .SelectMany(i => i.Targets.Where(t => t.Position == 0), (i, t) => new
            {
                i.Id,
                i.InitiativeId,
                i.Code,
                i.Name,
                i.Unit,
                i.Direction,
                i.ReportingMonths,
                Target = t.Value,
                t.By,
                t.Kind,
                Baseline = i.Baseline == null ? (decimal?)null : i.Baseline.Value,
                Period = i.Baseline == null ? null : i.Baseline.Period,
            })
            .ToListAsync(ct);
        return
        [
            .. from i in indicators
               where readings.Contains(i.Id)
               select (i.InitiativeId, new IndicatorFacts
               {
                   Code = i.Code,
                   Name = i.Name,
                   Unit = i.Unit,
                   Direction = i.Direction,
                   ReportingMonths = i.ReportingMonths,
                   Baseline = i.Baseline is { } baseline ? new BaselineFacts(baseline, i.Period) : null,
                   Target = new TargetFacts(i.Target, i.By, i.Kind),
                   Readings = [.. readings[i.Id].Select(r => Facts(r.Code, r.Value, r.Period, r.Kind))],
               }),
        ];

        ReadingFacts Facts(string code, decimal value, Period period, ReadingKind kind)
        {
            var weight = weights.GetValueOrDefault(code);
            return new ReadingFacts(code, value, period, kind, weight.Tier, weight.Date);
        }
    }

    /// <summary>Every milestone that is due by the day and not met.</summary>
    /// <param name="db">The present.</param>
    /// <param name="due">The day.</param>
    /// <param name="only">The id of the initiative that is asked for; null for all.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<List<(int InitiativeId, MilestoneFacts Facts)>> MilestonesAsync(
        DefenseCoopContext db, DateOnly due, int? only, CancellationToken ct)
    {
        var milestones = await db.Milestones.Of(only, m => m.InitiativeId == only)
            .Where(m => m.DueOn <= due
                && m.Actual == null && (m.ReportedState == MilestoneState.Pending || m.ReportedState == MilestoneState.Unknown))
            .Select(m => new { m.InitiativeId, m.Code, m.Title, m.Planned, m.Forecast, m.ReportedState, m.StatusAsOf })
            .ToListAsync(ct);
        return
        [
            .. milestones.Select(m => (m.InitiativeId, new MilestoneFacts
            {
                Code = m.Code, Title = m.Title, Planned = m.Planned, Forecast = m.Forecast,
                ReportedState = m.ReportedState, StatusAsOf = m.StatusAsOf,
            })),
        ];
    }

    /// <summary>What decides between readings of one period. Most indicators have none such, and need no sources.</summary>
    private static async Task<Dictionary<string, SourceWeight>> WeightsAsync(
        DefenseCoopContext db, List<string> codes, CancellationToken ct)
    {
        Dictionary<string, SourceWeight> weights = [];
        if (codes.Count == 0) return weights;
        var cited = await db.Citations.Where(c => c.Kind == SubjectKind.Reading && EF.Parameter(codes).Contains(c.SubjectCode))
            .Select(c => new { c.SubjectCode, c.Source.Tier, c.Source.Published })
            .ToListAsync(ct);
        foreach (var citation in cited)
        {
            weights[citation.SubjectCode] = weights.GetValueOrDefault(citation.SubjectCode).With(citation.Tier, citation.Published);
        }
        return weights;
    }
}
