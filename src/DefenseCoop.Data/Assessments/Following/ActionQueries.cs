using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Following;

/// <summary>Reads what published assessments decided to do, and what became of it.</summary>
public sealed class ActionQueries(Chronicle chronicle)
{
    /// <param name="filter">Which of them.</param>
    /// <param name="slug">Of the focus area; null for all.</param>
    /// <param name="moment">Actions of assessments published later do not exist for it; what was done later is open.</param>
    public async Task<ActionList> ActionsAsync(ActionFilter filter, string? slug, Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var rows = await RowsAsync(db.Set<AssessmentAction>().Where(a => slug == null || a.FocusArea.Slug == slug), moment.Day, ct);
        var then = rows.Select(r => r.On(moment.Day)).ToList();
        return new ActionList(
            [.. then.Where(r => r.Is(filter, moment.Day)).OrderBy(r => r.State).ThenByDescending(r => r.ClosedOn)],
            Enum.GetValues<ActionFilter>().ToDictionary(f => f, f => then.Count(r => r.Is(f, moment.Day))));
    }

    /// <summary>Those of a focus area that are not done on the day, what is due first.</summary>
    public async Task<IReadOnlyList<ActionRow>> OpenAsync(string slug, Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        return [
            .. (await RowsAsync(Open(db, moment.Day).Where(a => a.FocusArea.Slug == slug), moment.Day, ct)).Select(r => r.On(moment.Day))];
    }

    /// <summary>Those that are not done on the day, what is due first.</summary>
    internal static async Task<IReadOnlyList<ActionRow>> OpenAsync(DefenseCoopContext db, DateOnly day, CancellationToken ct) =>
        [.. (await RowsAsync(Open(db, day), day, ct)).Select(r => r.On(day))];

    /// <summary>The focus areas by which actions can be filtered: slug and name, in their order.</summary>
    public async Task<IReadOnlyList<(string Slug, string Name)>> AreasAsync(Moment moment, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(moment.KnownAt, ct);
        var areas = await db.FocusAreas.AsNoTracking().OrderBy(a => a.Position).Select(a => new { a.Slug, a.Name }).ToListAsync(ct);
        return [.. areas.Select(a => (a.Slug, a.Name))];
    }

    private static IQueryable<AssessmentAction> Open(DefenseCoopContext db, DateOnly day) =>
        db.Set<AssessmentAction>().Where(a => a.State == ActionState.Open || a.ClosedOn > day);

    private static Task<List<ActionRow>> RowsAsync(IQueryable<AssessmentAction> actions, DateOnly day, CancellationToken ct)
    {
        var end = day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return actions.AsNoTracking()
            .Where(a => a.Assessment.State == AssessmentState.Published && a.Assessment.ReviewedAt < end)
            .OrderBy(a => a.DueOn).ThenBy(a => a.Code)
            .Select(a => new ActionRow(
                a.Code, a.FocusArea.Slug, a.FocusArea.Name, a.Assessment.Period,
                a.Assessment.Revision, a.Text, a.Owner, a.DueOn, a.ExpectedOutcome,
                a.State, a.Outcome, a.ClosedOn, a.ClosedBy, a.Effect, a.EffectNotedOn))
            .ToListAsync(ct);
    }
}
