using System.Globalization;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Submission;

/// <summary>Starts a new revision from a published one.</summary>
internal static class Correction
{
    /// <returns>Code of the new revision.</returns>
    /// <exception cref="ConflictException">It is not published, or is being corrected already.</exception>
    /// <exception cref="InvalidInputException">No reason is given, or it is too long.</exception>
    public static async Task<string> StartAsync(
        DefenseCoopContext db, Assessment published, int accountId, string reason, DateTime now, CancellationToken ct)
    {
        if (published.State != AssessmentState.Published)
        {
            throw new ConflictException(
                "Only what is published is corrected. This assessment is not: "
                    + "change it as long as it is a draft, or ask a manager to return it.");
        }

        var newest = await db.Assessments.Where(a => a.FocusAreaId == published.FocusAreaId && a.Period == published.Period)
            .OrderByDescending(a => a.Revision).Select(a => new { a.Revision, a.State }).FirstAsync(ct);
        if (newest.Revision != published.Revision)
        {
            throw new ConflictException(newest.State == AssessmentState.Published
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"Revision {newest.Revision} is published in place of this one: start the correction from there.")
                : string.Create(
                    CultureInfo.InvariantCulture, $"A correction is under way already: go on with revision {newest.Revision}."));
        }

        var words = Guard.Paragraph(reason, Assessment.MaxRevisionReason, "Reason", "The reason of the correction");
        var correction = published.Correct(published.FocusArea, words, now);
        db.Add(correction);
        // Its text needs its id.
        await db.SaveChangesAsync(ct);
        foreach (var (index, (name, value)) in FrozenFields.Of(published, withActions: false)
            .Where(f => f.Value.Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal).Index())
        {
            db.Add(new AssessmentField
            {
                AssessmentId = correction.Id, Name = name, Value = value, Version = index + 1,
                AccountId = accountId, Person = published.SubmittedBy ?? "", At = now,
            });
        }

        // Who wrote the old text wrote most of the new one.
        var writers = await db.AssessmentWriters.AsNoTracking().Where(w => w.AssessmentId == published.Id).ToListAsync(ct);
        db.AddRange(writers.Select(w => new AssessmentWriter { AssessmentId = correction.Id, AccountId = w.AccountId, Person = w.Person }));
        if (writers.TrueForAll(w => w.AccountId != accountId))
        {
            db.Add(new AssessmentWriter
            {
                AssessmentId = correction.Id, AccountId = accountId, Person = await WorkingStore.PersonAsync(db, accountId),
            });
        }

        return correction.Code;
    }
}
