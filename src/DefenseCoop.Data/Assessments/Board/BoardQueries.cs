using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Board;

/// <summary>Reads the board of assessments for the person who looks at it.</summary>
public sealed class BoardQueries(
    Chronicle chronicle, RightsCheck rights, TimeProvider clock, PastStatuses statuses, AssessmentOptions options)
{
    /// <summary>Columns of the board.</summary>
    public const int Columns = 6;

    /// <summary>How many periods back one can still be opened.</summary>
    private const int PeriodsToOpen = 4;

    /// <summary>The board, with what is not published for those who may see it.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="moment">Its two clocks.</param>
    /// <param name="until">The newest period shown; null for the one that the day is in.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not even read.</exception>
    public async Task<BoardView> BoardAsync(Actor actor, Moment moment, ReportingPeriod? until, CancellationToken ct)
    {
        var isPresent = moment.KnownAt is null && moment.Day >= clock.Today;
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var roles = (await RequireAsync(actor, Right.Read, ct)).Roles;
        var seesDrafts = Rights.Allow(roles, Right.SeeDraftAssessments) && !moment.HasHindsight(clock.Today);
        var heads = await CellReader.HeadsAsync(db, null, moment.Day, seesDrafts, ct);
        var areas = await db.FocusAreas.AsNoTracking().OrderBy(a => a.Position).Select(a => new { a.Slug, a.Name }).ToListAsync(ct);
        var opened = await OpenedAsync(db, moment, ct);
        var newest = ReportingPeriod.Of(moment.Day, options.Period);
        var shown = Shown(until is { } last && last < newest ? last : newest, opened.Keys);
        var cells = (await CellReader.CellsAsync(statuses, heads, [.. areas.Select(a => a.Slug)], shown, moment, ct)).ToLookup(c => c.Slug);
        var now = await statuses.ReadAsync([.. areas.Select(a => a.Slug)], [moment.Day], moment.KnownAt, ct);
        return new BoardView(
            [.. shown.Select(p => new BoardPeriod(p, opened.TryGetValue(p.Code, out var dueOn) ? dueOn : null))],
            [.. areas.Select(a => new BoardRow(a.Slug, a.Name, now.GetValueOrDefault((a.Slug, moment.Day))?.Status, [.. cells[a.Slug]]))],
            isPresent && seesDrafts ? await WorkAsync(db, heads, actor.AccountId, roles, ct) : null,
            isPresent && Rights.Allow(roles, Right.OpenPeriods) ? await ToOpenAsync(db, ct) : [],
            shown.Contains(newest));
    }

    /// <summary>What waits for the person; null for who may not see what is not published, and of any other moment than now.</summary>
    public async Task<BoardWork?> WorkAsync(Actor actor, Moment moment, CancellationToken ct)
    {
        if (moment.KnownAt is not null || moment.Day < clock.Today) return null;
        await using var db = await chronicle.OpenAsync(null, ct);
        var roles = await rights.RolesAsync(db, actor);
        return Rights.Allow(roles, Right.SeeDraftAssessments)
            ? await WorkAsync(db, await CellReader.OpenHeadsAsync(db, ct), actor.AccountId, roles, ct)
            : null;
    }

    /// <summary>The periods that can be opened now, the newest first.</summary>
    /// <exception cref="NotAllowedException">The person may not open any.</exception>
    public async Task<IReadOnlyList<ReportingPeriod>> ToOpenAsync(Actor actor, CancellationToken ct)
    {
        await RequireAsync(actor, Right.OpenPeriods, ct);
        await using var db = await chronicle.OpenAsync(null, ct);
        return await ToOpenAsync(db, ct);
    }

    /// <summary>The person as they are now, also where the board is of the past.</summary>
    private async Task<ActingPerson> RequireAsync(Actor actor, Right right, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(null, ct);
        return await rights.RequireAsync(db, actor, right, ct);
    }

    private async Task<BoardWork> WorkAsync(
        DefenseCoopContext db, List<AssessmentHead> heads, int accountId, Roles roles, CancellationToken ct)
    {
        var open = heads.Where(h => h.State != AssessmentState.Published).ToList();
        if (open.Count == 0) return BoardWork.None;
        var ids = open.Select(h => h.Id).ToList();
        var writers = await db.Set<AssessmentWriter>()
            .AsNoTracking().Where(w => ids.Contains(w.AssessmentId)).Select(w => new { w.AssessmentId, w.AccountId }).ToListAsync(ct);
        return BoardWork.Of(
            open, writers.ToLookup(w => w.AssessmentId, w => w.AccountId), accountId,
            Rights.Allow(roles, Right.WriteAssessments), Rights.Allow(roles, Right.PublishAssessments), clock.Today);
    }

    private static async Task<Dictionary<string, DateOnly>> OpenedAsync(DefenseCoopContext db, Moment moment, CancellationToken ct)
    {
        var end = moment.Day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return await db.Set<AssessmentPeriod>()
            .AsNoTracking().Where(p => p.OpenedAt < end).ToDictionaryAsync(p => p.Code, p => p.DueOn, ct);
    }

    /// <summary>The periods of the length in force, and those opened under another one that fall among them.</summary>
    private List<ReportingPeriod> Shown(ReportingPeriod newest, IEnumerable<string> opened)
    {
        var regular = CellReader.Periods(newest, Columns);
        var others = opened.Select(ReportingPeriod.Parse)
            .Where(p => p.Length != options.Period && p.LastDay >= regular[0].FirstDay && p.LastDay <= newest.LastDay);
        return [.. regular.Concat(others).OrderBy(p => p.LastDay).ThenBy(p => p.Length)];
    }

    /// <summary>Those that nobody has opened, and those in which a newer focus area has no draft yet.</summary>
    private async Task<List<ReportingPeriod>> ToOpenAsync(DefenseCoopContext db, CancellationToken ct)
    {
        List<ReportingPeriod> periods = [];
        foreach (var period in CellReader.Periods(ReportingPeriod.Of(clock.Today, options.Period), PeriodsToOpen).Reverse())
        {
            var code = period.Code;
            if (await db.FocusAreas.AnyAsync(f => !db.Assessments.Any(a => a.FocusAreaId == f.Id && a.Period == code), ct))
            {
                periods.Add(period);
            }
        }

        return periods;
    }
}
