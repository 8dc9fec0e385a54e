using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments;

/// <summary>Reads assessments and periods.</summary>
public sealed class AssessmentQueries(
    IDbContextFactory<DefenseCoopContext> contexts, Chronicle chronicle, RightsCheck rights, EvidenceCache evidence, TimeProvider clock)
{
    /// <summary>Who is likely to be named as the owner of an action: people with an account, and those who were named before.</summary>
    public async Task<IReadOnlyList<string>> OwnersAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var people = await db.Accounts.Where(a => a.DisabledAt == null).Select(a => a.DisplayName).ToListAsync(ct);
        var named = await db.AssessmentActions.Select(a => a.Owner).Distinct().ToListAsync(ct);
        return [.. people.Concat(named).Distinct(FoldedText.Comparer).Order(FoldedText.Order)];
    }

    /// <summary>One assessment; unpublished ones only for those who may see drafts.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="slug">Of the focus area.</param>
    /// <param name="period">Code of the period.</param>
    /// <param name="revision">Null for the newest one that the person may see.</param>
    /// <param name="moment">Its two clocks: what was published later does not exist
    /// for its day, and what is not published exists for the present only.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Null where there is none, or none that the person may see.</returns>
    /// <exception cref="NotAllowedException">The person may not even read.</exception>
    public async Task<AssessmentView?> FindAsync(
        Actor actor, string slug, string period, int? revision, Moment moment, CancellationToken ct)
    {
        await using var now = await contexts.CreateDbContextAsync(ct);
        var person = await rights.RequireAsync(now, actor, Right.Read, ct);
        if (!ReportingPeriod.TryParse(period, out var wanted)) return null;
        var reader = new ViewReader(actor, person.Roles);
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var revisions = await db.Assessments.AsNoTracking()
            .Where(a => a.FocusArea.Slug == slug && a.Period == wanted.Code)
            .OrderByDescending(a => a.Revision)
            .Select(a => new { a.Id, a.Revision, a.State, a.OpenedAt, a.SubmittedAt, a.ReviewedAt, a.RevisionReason })
            .ToListAsync(ct);
        var end = moment.Day < DateOnly.MaxValue
            ? moment.Day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
            : DateTime.MaxValue;
        var seesDrafts = reader.SeesDrafts && moment.KnownAt is null && !moment.HasHindsight(clock.Today);
        var visible = revisions.Where(r => r.State == AssessmentState.Published ? r.ReviewedAt < end : seesDrafts).ToList();
        if (visible.FirstOrDefault(r => revision is null || r.Revision == revision) is not { } found) return null;

        var assessment = await db.Assessments.AsNoTracking().AsSplitQuery()
            .Include(a => a.FocusArea).Include(a => a.Objectives).Include(a => a.Comments).Include(a => a.Actions)
            .SingleAsync(a => a.Id == found.Id, ct);
        var day = DateOnly.FromDateTime(moment.KnownAt ?? clock.Now);
        return await new ViewBuilder(db, evidence, moment.KnownAt is null, ct).BuildAsync(
            assessment,
            wanted,
            reader,
            day < assessment.LastDay ? day : assessment.LastDay,
            [
                .. visible.Select(r => new RevisionRow(
                    r.Revision,
                    r.State,
                    r.State switch { AssessmentState.Published => r.ReviewedAt, AssessmentState.Draft => null, _ => r.SubmittedAt }
                        ?? r.OpenedAt,
                    r.RevisionReason)),
            ]);
    }

    /// <summary>Finds the assessment that a form was sent to, and reads nothing else of it.</summary>
    /// <param name="actor">Who sent it.</param>
    /// <param name="slug">Of the focus area.</param>
    /// <param name="period">Its period.</param>
    /// <param name="revision">Null for the newest one that the person may see.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Its code; null where there is none, or none that the person may see.</returns>
    /// <exception cref="NotAllowedException">The person may not even read.</exception>
    public async Task<string?> CodeOfAsync(Actor actor, string slug, ReportingPeriod period, int? revision, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var person = await rights.RequireAsync(db, actor, Right.Read, ct);
        var seesDrafts = person.May(Right.SeeDraftAssessments);
        return await db.Assessments
            .Where(a => a.FocusArea.Slug == slug && a.Period == period.Code && (revision == null || a.Revision == revision))
            .Where(a => seesDrafts || a.State == AssessmentState.Published)
            .OrderByDescending(a => a.Revision)
            .Select(a => a.Code)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>The published assessments of a focus area, the newest period first, and of each the newest revision first.</summary>
    public async Task<IReadOnlyList<PublishedRow>> OfAreaAsync(string slug, Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var day = moment.Day;
        var rows = await db.Assessments.AsNoTracking()
            .Where(a => a.FocusArea.Slug == slug && a.State == AssessmentState.Published && a.FirstDay <= day)
            .OrderByDescending(a => a.LastDay).ThenByDescending(a => a.FirstDay).ThenByDescending(a => a.Revision)
            .Select(a => new
            {
                a.Code, a.Period, a.Revision, a.Judgement, a.Computed, a.Confidence,
                a.Decision, a.SubmittedBy, a.Writers, a.ReviewedBy, a.ReviewedAt, a.Reason,
            })
            .ToListAsync(ct);
        HashSet<string> seen = new(StringComparer.Ordinal);
        return
        [
            .. rows.Select(a => new PublishedRow(
                a.Code, slug, ReportingPeriod.Parse(a.Period), a.Revision, seen.Add(a.Period),
                a.Judgement!.Value, a.Computed, a.Confidence!.Value, a.Decision!.Value,
                a.SubmittedBy!, ViewBuilder.Lines(a.Writers), a.ReviewedBy!, a.ReviewedAt!.Value, a.Reason)),
        ];
    }
}

/// <summary>Who looks at an assessment.</summary>
internal readonly record struct ViewReader(Actor Actor, Roles Roles)
{
    public bool SeesDrafts => May(Right.SeeDraftAssessments);

    public bool May(Right right) => Domain.People.Rights.Allow(Roles, right);
}
