using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Trend;

/// <summary>What the page of a focus area says of its assessments: for readers, so of published ones only.</summary>
/// <param name="Cells">The periods up to the day, the oldest first.</param>
/// <param name="Published">Every published one, the newest first, each with its earlier revisions.</param>
public sealed record TrendView(IReadOnlyList<PeriodCell> Cells, IReadOnlyList<AssessmentHead> Published)
{
    public AssessmentHead? Latest => Published.Count > 0 ? Published[0] : null;
}

/// <summary>Reads how the computed status of a focus area and the judgements on it went over the periods.</summary>
public sealed class TrendQueries(Chronicle chronicle, PastStatuses statuses, AssessmentOptions options)
{
    /// <summary>Three years of quarters.</summary>
    public const int DefaultPeriods = 12;

    /// <returns>Null where there is no such focus area.</returns>
    public async Task<TrendView?> TrendAsync(string slug, Moment moment, int periods, CancellationToken ct)
    {
        List<AssessmentHead> heads;
        await using (var db = await chronicle.OpenAsync(moment.KnownAt, ct))
        {
            if (!await db.FocusAreas.AnyAsync(a => a.Slug == slug, ct)) return null;
            heads = await CellReader.HeadsAsync(db, slug, moment.Day, withOpen: false, ct);
        }

        var cells = await CellReader.CellsAsync(
            statuses, heads, [slug], CellReader.Periods(ReportingPeriod.Of(moment.Day, options.Period), periods), moment, ct);
        return new TrendView(cells, heads);
    }

    /// <summary>
    /// Computes what boards and trends of today show, so that their first reader does not wait for it: area by area, with
    /// rests in which the machine is there for people.
    /// </summary>
    /// <param name="today">UTC.</param>
    /// <param name="rest">After each area.</param>
    /// <param name="ct">Ends it.</param>
    public async Task WarmUpAsync(DateOnly today, Func<CancellationToken, Task> rest, CancellationToken ct)
    {
        List<string> slugs;
        await using (var db = await chronicle.OpenAsync(null, ct))
        {
            slugs = await db.FocusAreas.OrderBy(a => a.Position).Select(a => a.Slug).ToListAsync(ct);
        }
        var periods = CellReader.Periods(ReportingPeriod.Of(today, options.Period), DefaultPeriods);
        foreach (var slug in slugs)
        {
            await CellReader.CellsAsync(statuses, [], [slug], periods, today, ct);
            await rest(ct);
        }
    }
}
