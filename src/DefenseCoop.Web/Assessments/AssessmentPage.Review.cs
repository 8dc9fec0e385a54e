using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Assessments.Reading;
using DefenseCoop.Web.Assessments.Writing;
using DefenseCoop.Web.Urls;

namespace DefenseCoop.Web.Assessments;

/// <summary>What reviewers and correctors do with an assessment.</summary>
public sealed partial class AssessmentPage
{
    private async Task ReviewAsync()
    {
        if (Missing() || _view is not { } view) return;
        _comments = SentAssessment.CommentsOf(Http.Request.Form);
        if (_asked == ReviewBar.Back) return;
        var isPublished = _asked is ReviewBar.Publish or ReviewBar.AskPublish;
        if (isPublished && _comments.Values.Any(c => c.Trim().Length > 0))
        {
            Errors.Add("", "You wrote comments, which are for writers and would be lost. Return the assessment with them, or clear them and publish.");
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        if (Question(view) is { } question)
        {
            _asks = question;
            return;
        }

        var isDone = isPublished
            ? await TryAsync(() => Commands.PublishAsync(Actor, view.Header.Code, Aborted))
            : await TryAsync(() => Commands.ReturnAsync(Actor, view.Header.Code, [.. _comments.Select(c => new CommentInput(c.Key, c.Value))], Aborted));
        if (isDone) GoTo(Self, isPublished ? "published" : "returned");
    }

    /// <summary>What is to be asked before it is done. What would be refused is not asked for, but refused.</summary>
    private string? Question(AssessmentView view) => _asked switch
    {
        ReviewBar.AskPublish when view.Rights.MayPublish => ReviewBar.Publish,
        ReviewBar.AskReturn when view.Rights.MayReturn && _comments.Values.Any(c => c.Trim().Length > 0) && _comments.Values.All(c => c.Trim().Length <= ReviewComment.MaxText) => ReviewBar.Return,
        _ => null,
    };

    private async Task CorrectAsync()
    {
        if (Missing() || _view is not { } view) return;
        _reason = SentAssessment.Text(Http.Request.Form[SentAssessment.ReasonField]);
        if (await TryAsync(() => Commands.CorrectAsync(Actor, view.Header.Code, _reason, Aborted))) GoTo(AssessmentUrls.Of(Slug, _period.Code), "correcting");
    }
}
