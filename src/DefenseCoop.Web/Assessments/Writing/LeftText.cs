using DefenseCoop.Domain.Assessments;

namespace DefenseCoop.Web.Assessments.Writing;

/// <summary>What a person entered into a form that could not take it any more.</summary>
/// <param name="Name">Of the field, unique among them.</param>
/// <param name="Label">What people call the field.</param>
public sealed record LeftText(string Name, string Label, string Text)
{
    /// <summary>The changes, comments and reason of a form that was sent, those that are not empty.</summary>
    public static IReadOnlyList<LeftText> Of(IFormCollection form) =>
    [
        .. new SentAssessment(form).Changes
            .Where(c => c.Value.Trim().Length > 0)
            .Select(c => new LeftText(c.Name, TextPartNames.Words(c.Name), c.Value)),
        .. SentAssessment.CommentsOf(form)
            .Where(c => c.Value.Trim().Length > 0)
            .Select(c => new LeftText($"{SentAssessment.CommentPrefix}{c.Key}", $"Comment on {TextPartNames.Words(c.Key)}", c.Value)),
        .. SentAssessment.Text(form[SentAssessment.ReasonField]) is { } reason && reason.Trim().Length > 0
            ? [new LeftText(SentAssessment.ReasonField, "Why this has to be corrected", reason)]
            : Array.Empty<LeftText>(),
    ];
}
