using DefenseCoop.Data.History;
using DefenseCoop.Data.Sources;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Spending;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Results;

/// <summary>One focus area in the list of them.</summary>
/// <param name="PartsAssessed">Initiatives and indicators beneath it that have a status with points.</param>
/// <param name="PartsAssessable">Those that can have a status.</param>
/// <param name="PartsFresh">Those that can have a status and whose newest evidence is
/// within the limit of age; null where that was not kept at the instant asked for.</param>
public sealed record FocusAreaRow(
    string Slug,
    string Name,
    string Objective,
    string Outcome,
    AssessedStatus Status,
    string FirstCause,
    int PartsAssessed,
    int PartsAssessable,
    int? PartsFresh,
    EvidenceConfidence Confidence);

/// <summary>One focus area with its tree of findings.</summary>
/// <param name="Finding">The tree: focus area, objectives, outcomes, then initiatives and indicators.</param>
/// <param name="Category">The category of the same slug: the article's words on it; null where there is none.</param>
/// <param name="Events">Its events up to the day, the newest first.</param>
/// <param name="Spending">Spending figures of years that have ended, where the area has any.</param>
/// <param name="Sources">Sources of the category, the events and the figures.</param>
public sealed record FocusAreaDetails(
    RollUpFinding Finding,
    Category? Category,
    IReadOnlyList<CooperationEvent> Events,
    IReadOnlyList<SpendingFigure> Spending,
    SourceLookup Sources);

/// <summary>Reads the focus areas.</summary>
public sealed class FocusAreaQueries(Chronicle chronicle, DayViews days, Thresholds thresholds)
{
    public async Task<IReadOnlyList<FocusAreaRow>> ListAsync(Moment moment, CancellationToken ct)
    {
        await using var view = await days.OpenAsync(moment, ct);
        return await ListAsync(view, ct);
    }

    internal static async Task<IReadOnlyList<FocusAreaRow>> ListAsync(DayView view, CancellationToken ct)
    {
        var areas = await view.Db.Set<FocusArea>().AsNoTracking().OrderBy(a => a.Position)
            .Select(a => new
            {
                a.Id,
                a.Slug,
                a.Name,
                Objective = a.Objectives.OrderBy(o => o.Position).ThenBy(o => o.Id).Select(o => o.Text).FirstOrDefault(),
                Outcome = a.Objectives.SelectMany(o => o.Outcomes)
                    .OrderBy(o => o.Objective.Position)
                    .ThenBy(o => o.ObjectiveId).ThenBy(o => o.Position).ThenBy(o => o.Id).Select(o => o.Text).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var findings = view.Snapshot is { } snapshot
            ? snapshot.FocusAreas.ToDictionary(
                f => f.About.Code, f => (f.Status, f.FirstCause, f.LeavesAssessed, f.LeavesAssessable, (int?)f.LeavesFresh, f.Confidence))
            : await view.Db.Set<FocusAreaFinding>().AsNoTracking().ToDictionaryAsync(
                f => areas.Single(a => a.Id == f.FocusAreaId).Slug,
                f => (f.Status, f.FirstCause, f.PartsAssessed, f.PartsAssessable, f.PartsFresh, f.Confidence),
                ct);
        return [.. areas.Select(a =>
        {
            var (status, cause, assessed, assessable, fresh, confidence) = findings[a.Slug];
            return new FocusAreaRow(
                a.Slug, a.Name, a.Objective ?? "", a.Outcome ?? "", status, cause, assessed, assessable, fresh, confidence);
        })];
    }

    /// <summary>The focus area with that slug on a day; null where there is none.</summary>
    public async Task<FocusAreaDetails?> FindAsync(string slug, Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var day = moment.Day;
        if (await FactsLoader.TreesAsync(db, slug, ct) is not [var tree]) return null;

        var facts = await FactsLoader.LoadAsync(db, i => i.Contributions.Any(c => c.Outcome.Objective.FocusArea.Slug == slug), ct);
        var findings = facts.Values
            .Where(f => StageRule.IsListedOn(f, day))
            .ToDictionary(f => f.Code, f => InitiativeRule.Judge(f, day, thresholds));
        var category = await db.Set<Category>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        var events = await db.Set<CooperationEvent>().AsNoTracking()
            .Where(e => e.Categories.Any(c => c.Slug == slug))
            .ToListAsync(ct);
        var spending = await db.Set<SpendingFigure>().AsNoTracking()
            .Where(f => f.FocusAreaSlug == slug).OrderBy(f => f.Position).ToListAsync(ct);
        string[] cited = [slug, .. events.Select(e => e.Code), .. spending.Select(f => f.Code)];
        return new FocusAreaDetails(
            FocusAreaRule.Judge(tree, findings, thresholds),
            category,
            [.. events.OrderByDescending(e => e.Date)],
            spending,
            await SourceLookup.ReadAsync(db, cited, ct));
    }
}
