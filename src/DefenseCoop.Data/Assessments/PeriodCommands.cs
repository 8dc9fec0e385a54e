using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Results;
using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Typing;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments;

/// <summary>Opens periods for assessment.</summary>
public sealed class PeriodCommands(
    CommandRunner runner,
    IDbContextFactory<DefenseCoopContext> contexts,
    RightsCheck rights,
    DayViews days,
    TimeProvider clock,
    AssessmentOptions options)
{
    /// <summary>Opens a period: every focus area gets a draft. Of a period that is open, those that have none yet.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="period">Its code, such as 2026-Q4.</param>
    /// <param name="due">The day by which its drafts are due, as typed; null or empty for
    /// <see cref="AssessmentPeriod.DueDay"/>. One that is open keeps its own.</param>
    /// <param name="progress">Is told how far it is; may be null.</param>
    /// <param name="ct">Ends it without a trace.</param>
    /// <exception cref="NotAllowedException">The person may not open periods.</exception>
    /// <exception cref="InvalidInputException">It is no period or lies ahead, or the day cannot be.</exception>
    /// <exception cref="ConflictException">It is open already.</exception>
    [Requires(Right.OpenPeriods)]
    public async Task<OpenedPeriod> OpenAsync(
        Actor actor, string period, string? due, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        ReportingPeriod wanted;
        DateOnly dueOn;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            await rights.RequireAsync(db, actor, Right.OpenPeriods, ct);
            wanted = Read(period);
            if (await IsWholeAsync(db, wanted, ct)) throw AlreadyOpen(wanted);
            dueOn = ReadDue(due, wanted);
        }

        // Before the transaction: with many initiatives it takes a while, and nobody has to wait for it.
        progress?.Report(new WorkProgress("Computing what the evidence says of each focus area", 0));
        var computed = await ComputedAsync(clock.Today < wanted.LastDay ? clock.Today : wanted.LastDay, ct);
        progress?.Report(new WorkProgress("Making a draft for each focus area", 0));
        var why = $"{wanted.Words} is opened for assessment";
        var outcome = await runner.ChangeAsync(
            actor, Right.OpenPeriods, why, work => OpenAsync(work, wanted, dueOn, computed, progress), ct);
        progress?.Report(new WorkProgress("Making a draft for each focus area", 1));
        return outcome.Result;
    }

    private ReportingPeriod Read(string text)
    {
        var now = ReportingPeriod.Of(clock.Today, options.Period);
        if (!ReportingPeriod.TryParse(DateReader.Read(text).Date?.ToString(), out var period))
        {
            throw new InvalidInputException("Period", $"{(text ?? "").ForMessage()} is no period: write for example {now.Code}.");
        }

        if (period.Length != options.Period)
        {
            var words = options.Period switch { PeriodLength.Quarter => "quarters", PeriodLength.HalfYear => "half-years", _ => "years" };
            throw new InvalidInputException(
                "Period",
                $"Here assessments are by {words}: write for example {now.Code}. "
                    + "An administrator can set Assessments:Period to another length.");
        }

        return period.FirstDay <= clock.Today
            ? period
            : throw new InvalidInputException(
                "Period",
                $"The {period.Words} has not begun: it can be opened from {Words.Of(period.FirstDay)} on. "
                    + $"The newest one to open is {now.Code}.");
    }

    private DateOnly ReadDue(string? text, ReportingPeriod period)
    {
        if (string.IsNullOrWhiteSpace(text)) return AssessmentPeriod.DueDay(period, clock.Today);
        var (read, problem) = DayText.Read(text);
        if (read is not { } day)
            throw new InvalidInputException("Due", problem ?? "Enter the day by which the drafts are due, such as 30 Jan 2027.");
        if (day < clock.Today)
            throw new InvalidInputException(
                "Due", $"{Words.Of(day)} has passed, so all drafts would be overdue at once: write today or a later day.");
        return day <= clock.Today.AddYears(1)
            ? day
            : throw new InvalidInputException("Due", $"{Words.Of(day)} is more than a year away: check the year.");
    }

    private static ConflictException AlreadyOpen(ReportingPeriod period) =>
        new($"The {period.Words} is open already, with a draft for each focus area: go on from the board of assessments.", "Period");

    private static async Task<bool> IsWholeAsync(DefenseCoopContext db, ReportingPeriod period, CancellationToken ct) =>
        await db.AssessmentPeriods.AnyAsync(p => p.Code == period.Code, ct)
        && !await db.FocusAreas.AnyAsync(f => !db.Assessments.Any(a => a.FocusAreaId == f.Id && a.Period == period.Code), ct);

    private async Task<Dictionary<string, AssessedStatus>> ComputedAsync(DateOnly day, CancellationToken ct)
    {
        await using var view = await days.OpenAsync(day, ct);
        return (await FocusAreaQueries.ListAsync(view, ct)).ToDictionary(a => a.Slug, a => a.Status, StringComparer.Ordinal);
    }

    private static async Task<OpenedPeriod> OpenAsync(
        CommandWork work,
        ReportingPeriod period,
        DateOnly dueOn,
        Dictionary<string, AssessedStatus> computed,
        IProgress<WorkProgress>? progress)
    {
        var (db, ct) = (work.Db, work.Ct);
        // Somebody else may have opened it since.
        if (await IsWholeAsync(db, period, ct)) throw AlreadyOpen(period);
        var opened = await db.AssessmentPeriods.SingleOrDefaultAsync(p => p.Code == period.Code, ct);
        if (opened is null)
        {
            opened = AssessmentPeriod.Open(period, work.Now, work.Person, dueOn);
            db.Add(opened);
        }

        var areas = await db.FocusAreas.Where(f => !db.Assessments.Any(a => a.FocusAreaId == f.Id && a.Period == period.Code))
            .OrderBy(f => f.Position)
            .ToListAsync(ct);
        foreach (var (index, area) in areas.Index())
        {
            db.Add(Assessment.Open(area, opened, work.Now, computed.GetValueOrDefault(area.Slug, AssessedStatus.NotAssessed)));
            progress?.Report(new WorkProgress("Making a draft for each focus area", (index + 1.0) / (areas.Count + 1)));
        }

        return new OpenedPeriod(period, opened.OpenedAt, opened.DueOn, opened.OpenedBy);
    }
}
