using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Status;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>Assessments in any state, put into a database as the commands leave them.</summary>
internal static class Given
{
    public const string Evidence = """{"schema":1,"area":"as it was"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>An instant of a day, UTC.</summary>
    public static DateTime At(int year, int month, int day, int hour = 12) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    /// <summary>Opens a period on a day, with a draft for each focus area.</summary>
    public static async Task OpenAsync(DefenseCoopContext db, string period, DateTime at)
    {
        var opened = AssessmentPeriod.Open(ReportingPeriod.Parse(period), at, "Mia");
        db.Add(opened);
        foreach (var area in await db.FocusAreas.ToListAsync(Stop)) db.Add(Assessment.Open(area, opened, at, AssessedStatus.OnTrack));
        await db.SaveRecordsAsync();
    }

    public static Task<Assessment> FindAsync(DefenseCoopContext db, string code) =>
        db.Assessments.Include(a => a.FocusArea).Include(a => a.Objectives).SingleAsync(a => a.Code == code, Stop);

    /// <summary>Somebody writes in it.</summary>
    public static async Task WriteAsync(DefenseCoopContext db, string code, Account writer)
    {
        var assessment = await FindAsync(db, code);
        db.Add(new AssessmentWriter { AssessmentId = assessment.Id, AccountId = writer.Id, Person = writer.DisplayName });
        await db.SaveChangesAsync(Stop);
    }

    public static async Task SubmitAsync(
        DefenseCoopContext db, string code, Account by, DateTime at,
        AssessedStatus judgement = AssessedStatus.AtRisk, AssessedStatus computed = AssessedStatus.OnTrack)
    {
        if (!await db.AssessmentWriters.AnyAsync(
            w => w.AccountId == by.Id && db.Assessments.Any(a => a.Id == w.AssessmentId && a.Code == code), Stop))
        {
            await WriteAsync(db, code, by);
        }
        var assessment = await FindAsync(db, code);
        var content = new AssessmentContent(
            judgement, EvidenceConfidence.Medium, AssessmentDecision.Adjust,
            "Because of the delay", "It went on.", "It may slip.", "More staff.");
        assessment.Submit(
            content, new EvidenceSeal(computed, Evidence, new string('a', Assessment.HashLength), at),
            at, by.Id, by.DisplayName, by.DisplayName);
        await db.SaveRecordsAsync();
    }

    public static async Task ReturnAsync(DefenseCoopContext db, string code, Account by, DateTime at)
    {
        (await FindAsync(db, code)).Return(at, by.Id, by.DisplayName);
        await db.SaveRecordsAsync();
    }

    public static async Task PublishAsync(DefenseCoopContext db, string code, Account by, DateTime at)
    {
        (await FindAsync(db, code)).Publish(at, by.Id, by.DisplayName);
        await db.SaveRecordsAsync();
    }

    /// <summary>An action that an assessment decided.</summary>
    public static async Task<AssessmentAction> ActionAsync(
        DefenseCoopContext db, string assessment, int number, string text, DateOnly dueOn)
    {
        var decided = await FindAsync(db, assessment);
        var action = AssessmentAction.Create(decided, number, text, "The office", dueOn, "It is done.");
        db.Add(action);
        await db.SaveRecordsAsync();
        return action;
    }
}
