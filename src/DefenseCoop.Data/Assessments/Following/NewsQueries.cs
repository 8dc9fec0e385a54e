using System.Globalization;
using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Results;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Following;

/// <summary>Tells whether a page of assessments is still as it was made.</summary>
public sealed class NewsQueries(IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights)
{
    private static readonly RecordKind[] Facts = [.. RecordDescriptors.All.Where(d => !d.IsOfAssessments).Select(d => d.Kind)];

    /// <param name="actor">Who looks; drafts count for those who may see them.</param>
    /// <param name="slug">Of the focus area; null for all.</param>
    /// <param name="period">Code of the period; null for all.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not even read.</exception>
    public async Task<AssessmentMark> MarkAsync(Actor actor, string? slug, string? period, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await rights.RequireAsync(db, actor, Right.Read, ct);
        return new AssessmentMark(await db.ChangeSets.MaxAsync(c => (long?)c.Id, ct) ?? 0, await StampAsync(db, person, slug, period, ct));
    }

    /// <summary>
    /// Whether the assessments, their actions, or of one focus area
    /// the facts beneath it are others than when the mark was made.
    /// </summary>
    /// <exception cref="NotAllowedException">The person may not even read.</exception>
    public async Task<bool> IsOtherAsync(Actor actor, string? slug, string? period, AssessmentMark seen, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await rights.RequireAsync(db, actor, Right.Read, ct);
        if (await StampAsync(db, person, slug, period, ct) != seen.Stamp) return true;
        if (slug is null) return false;
        var initiatives = db.Set<Contribution>().Where(c => c.Outcome.Objective.FocusArea.Slug == slug).Select(c => c.Initiative.Code);
        return await db.RecordChanges
            .Where(r => r.ChangeSetId > seen.Change && EF.Constant(Facts).Contains(r.Kind))
            .AnyAsync(r => r.FocusAreaSlug == slug || initiatives.Contains(r.InitiativeCode!), ct);
    }

    private static async Task<string> StampAsync(
        DefenseCoopContext db, ActingPerson person, string? slug, string? period, CancellationToken ct)
    {
        var seesDrafts = person.May(Right.SeeDraftAssessments);
        var rows = await db.Assessments.AsNoTracking()
            .Where(a => (slug == null || a.FocusArea.Slug == slug) && (period == null || a.Period == period))
            .Where(a => seesDrafts || a.State == AssessmentState.Published)
            .OrderBy(a => a.Id)
            .Select(a => new
            {
                a.Id, a.State, a.SubmittedAt, a.ReviewedAt, Done = a.Actions.Count(x => x.State != ActionState.Open),
                Effects = a.Actions.Count(x => x.Effect != null),
            })
            .ToListAsync(ct);
        var text = string.Join(
            ';',
            rows.Select(r => string.Create(
                CultureInfo.InvariantCulture, $"{r.Id} {r.State} {r.SubmittedAt?.Ticks} {r.ReviewedAt?.Ticks} {r.Done} {r.Effects}")));
        return EvidenceJson.Hash(text)[..16];
    }
}
