using System.Globalization;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
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
    public static async Task<string> StartAsync(CommandWork work, Assessment published, string reason)
    {
        var (db, ct) = (work.Db, work.Ct);
        if (published.State != AssessmentState.Published)
        {
            throw new ConflictException("Only what is published is corrected. This assessment is not: change it as long as it is a draft, or ask a manager to return it.");
        }

        var newest = await db.Assessments.Where(a => a.FocusAreaId == published.FocusAreaId && a.Period == published.Period)
            .OrderByDescending(a => a.Revision).Select(a => new { a.Revision, a.State }).FirstAsync(ct);
        if (newest.Revision != published.Revision)
        {
            throw new ConflictException(newest.State == AssessmentState.Published
                ? string.Create(CultureInfo.InvariantCulture, $"Revision {newest.Revision} is published in place of this one: start the correction from there.")
                : string.Create(CultureInfo.InvariantCulture, $"A correction is under way already: go on with revision {newest.Revision}."));
        }

        var words = Guard.Paragraph(reason, Assessment.MaxRevisionReason, "Reason", "The reason of the correction");
        var correction = published.Correct(published.FocusArea, words, work.Now);
        db.Add(correction);
        foreach (var (index, (name, value)) in FrozenFields.Of(published, withActions: false).Where(f => f.Value.Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal).Index())
        {
            db.Add(new AssessmentField
            {
                Assessment = correction,
                Name = name,
                Value = value,
                Version = index + 1,
                AccountId = work.AccountId,
                Person = published.SubmittedBy ?? "",
                At = work.Now,
            });
        }

        // Who wrote the old text wrote most of the new one.
        var writers = await db.AssessmentWriters.AsNoTracking().Where(w => w.AssessmentId == published.Id).ToListAsync(ct);
        db.AddRange(writers.Select(w => new AssessmentWriter { Assessment = correction, AccountId = w.AccountId, Person = w.Person }));
        if (writers.TrueForAll(w => w.AccountId != work.AccountId))
        {
            db.Add(new AssessmentWriter { Assessment = correction, AccountId = work.AccountId, Person = work.Person });
        }

        return correction.Code;
    }
}
