using DefenseCoop.Data.Assessments.Board;
using DefenseCoop.Data.Assessments.Trend;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Reminders;

/// <summary>What waits for one person, to be told by mail.</summary>
public sealed record Digest(int AccountId, string Name, string Email, BoardWork Work)
{
    /// <summary>What is overdue and not already named as the person's own.</summary>
    public IReadOnlyList<AssessmentHead> OthersOverdue { get; } =
    [
        .. Work.Overdue.Where(h => !Work.Mine.Contains(h) && !Work.ToReview.Contains(h)),
    ];
}

/// <summary>Finds who is to be reminded on a day, and remembers who was.</summary>
public sealed class DigestQueries(Chronicle chronicle, IDatabase database)
{
    /// <summary>Everybody for whom something waits, who wants to be told and was not told on this day yet.</summary>
    /// <param name="today">UTC.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<IReadOnlyList<Digest>> DueAsync(DateOnly today, CancellationToken ct)
    {
        await using var db = await chronicle.OpenAsync(null, ct);
        var people = await db.Accounts.AsNoTracking()
            .Where(
                a => a.DisabledAt == null && !a.WantsNoDigest && !a.IsDemonstration && (a.DigestSentOn == null || a.DigestSentOn < today))
            .OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.DisplayName, a.Email, a.Roles })
            .ToListAsync(ct);
        people.RemoveAll(p => p.Email is null || !Rights.Allow(p.Roles, Right.SeeDraftAssessments));
        if (people.Count == 0) return [];
        var open = (await CellReader.HeadsAsync(db, null, today, withOpen: true, ct))
            .Where(h => h.State != AssessmentState.Published)
            .ToList();
        if (open.Count == 0) return [];
        var writers = (await db.AssessmentWriters.AsNoTracking().Select(w => new { w.AssessmentId, w.AccountId }).ToListAsync(ct))
            .ToLookup(w => w.AssessmentId, w => w.AccountId);
        return
        [
            .. from person in people
               let work = BoardWork.Of(
                   open, writers, person.Id, Rights.Allow(person.Roles, Right.WriteAssessments),
                   Rights.Allow(person.Roles, Right.PublishAssessments), today)
               where work.Waiting > 0 || work.Overdue.Count > 0
               select new Digest(person.Id, person.DisplayName, person.Email, work),
        ];
    }

    /// <summary>Notes that the person was told on this day, so that a restart does not tell them twice.</summary>
    public async Task MarkAsync(int accountId, DateOnly day, CancellationToken ct)
    {
        using var turn = await database.TakeTurnAsync(ct);
        await using var db = await chronicle.OpenAsync(null, ct);
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(s => s.SetProperty(a => a.DigestSentOn, day), ct);
    }
}
