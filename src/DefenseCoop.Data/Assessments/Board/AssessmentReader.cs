using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Board;

/// <summary>What one who asks may see at a moment.</summary>
/// <param name="Areas">Slugs of the focus areas, in their order.</param>
/// <param name="SeesDrafts">Whether also what is not published.</param>
public sealed record AssessmentScope(Moment Moment, IReadOnlyList<string> Areas, bool SeesDrafts);

/// <summary>Which assessments are asked for; an empty list is no filter.</summary>
/// <param name="Page">From 1.</param>
public sealed record AssessmentFilter(
    IReadOnlyList<string> Areas, IReadOnlyList<string> Periods, IReadOnlyList<AssessmentState> States, int Page, int Size);

/// <summary>Reads whole assessments, for programs, and counts those that wait.</summary>
public sealed class AssessmentReader(Chronicle chronicle, RightsCheck rights, TimeProvider clock)
{
    public async Task<AssessmentScope> ScopeAsync(Actor actor, Moment moment, CancellationToken ct)
    {
        bool seesDrafts;
        await using (var now = await chronicle.OpenAsync(null, ct))
        {
            seesDrafts = Rights.Allow(await rights.RolesAsync(now, actor), Right.SeeDraftAssessments) && !moment.HasHindsight(clock.Today);
        }

        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        return new AssessmentScope(moment, await db.FocusAreas.OrderBy(a => a.Position).Select(a => a.Slug).ToListAsync(ct), seesDrafts);
    }

    /// <summary>One page of them without their evidence, the newest period first, and how many there are.</summary>
    public async Task<(IReadOnlyList<Assessment> Rows, int Total)> ListAsync(AssessmentScope scope, AssessmentFilter filter, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(scope.Moment.KnownAt, ct);
        var query = Seen(db, scope);
        if (filter.Areas.Count > 0) query = query.Where(a => filter.Areas.Contains(a.FocusArea.Slug));
        if (filter.Periods.Count > 0) query = query.Where(a => filter.Periods.Contains(a.Period));
        if (filter.States.Count > 0) query = query.Where(a => filter.States.Contains(a.State));
        var total = await query.CountAsync(ct);
        var skipped = Math.Min((long)(filter.Page - 1) * filter.Size, int.MaxValue);
        var rows = await Whole(query.OrderByDescending(a => a.LastDay).ThenBy(a => a.FocusArea.Position).ThenByDescending(a => a.Revision).Skip((int)skipped).Take(filter.Size)).ToListAsync(ct);
        return (rows, total);
    }

    /// <summary>One with its evidence; null where there is none that may be seen.</summary>
    public async Task<Assessment?> FindAsync(AssessmentScope scope, string code, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(scope.Moment.KnownAt, ct);
        return await Whole(Seen(db, scope).Where(a => a.Code == code)).SingleOrDefaultAsync(ct);
    }

    /// <summary>How many assessments wait for the person; 0 for who may not see any before it is published.</summary>
    public async Task<int> WaitingAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(null, ct);
        var roles = await rights.RolesAsync(db, actor);
        if (!Rights.Allow(roles, Right.SeeDraftAssessments)) return 0;
        var writers = db.Set<AssessmentWriter>().Where(w => w.AccountId == actor.AccountId).Select(w => w.AssessmentId);
        var mayPublish = Rights.Allow(roles, Right.PublishAssessments);
        return await db.Set<Assessment>().CountAsync(
            a => a.State == AssessmentState.Submitted
                ? mayPublish && !writers.Contains(a.Id)
                : a.State != AssessmentState.Published && writers.Contains(a.Id),
            ct);
    }

    private static IQueryable<Assessment> Seen(DefenseCoopContext db, AssessmentScope scope)
    {
        var end = scope.Moment.Day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return db.Assessments.AsNoTracking().Where(a => a.State == AssessmentState.Published ? a.ReviewedAt < end : scope.SeesDrafts);
    }

    private static IQueryable<Assessment> Whole(IQueryable<Assessment> query) =>
        query.Include(a => a.FocusArea).Include(a => a.Objectives).Include(a => a.Actions).AsSplitQuery();
}
