using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Submission;

/// <summary>What a review takes.</summary>
internal static class Review
{
    public const string FourEyes = "You wrote a part of this assessment, so somebody else has to publish it: "
        + "four eyes see more than two. Ask another manager.";

    /// <summary>Whether the person wrote any part of it.</summary>
    public static async Task<bool> WroteAsync(CommandWork work, Assessment assessment) =>
        assessment.SubmittedById == work.AccountId
        || await work.Db.AssessmentWriters.AnyAsync(w => w.AssessmentId == assessment.Id && w.AccountId == work.AccountId, work.Ct);

    /// <exception cref="InvalidInputException">There is none, or one is wrong.</exception>
    public static void AddComments(CommandWork work, Assessment assessment, IReadOnlyList<CommentInput> comments)
    {
        var said = comments.Where(c => !string.IsNullOrWhiteSpace(c.Text)).ToList();
        if (said.Count == 0)
        {
            throw new InvalidInputException(
                "", "Say what has to change: write at least one comment, at its field or for the assessment as a whole.");
        }
        foreach (var (field, text) in said)
        {
            if (!string.IsNullOrEmpty(field) && !TextPartNames.IsKnown(field))
            {
                throw new InvalidInputException(
                    field, "This comment is for a field that the form does not have: reload the page, and write it again.");
            }
            var trimmed = text.Trim();
            if (trimmed.Length > ReviewComment.MaxText)
            {
                throw new InvalidInputException(
                    field ?? "",
                    $"The comment on {TextPartNames.Words(field ?? "")} has {Words.Of((decimal)trimmed.Length)} characters: "
                        + $"shorten it to {Words.Of((decimal)ReviewComment.MaxText)}.");
            }

            work.Db.Add(ReviewComment.Create(assessment, field ?? "", trimmed, work.AccountId, work.Person, work.Now));
        }
    }
}
