using DefenseCoop.Data.Assessments;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Web.Assessments.Writing;

namespace DefenseCoop.Web.Assessments.Reviewing;

/// <summary>Publishes a submitted assessment, or returns it with comments.</summary>
public sealed partial class ReviewPart
{
    public const string FormName = "review";

    private string? _asks;
    private IReadOnlyDictionary<string, string> _comments = new Dictionary<string, string>();

    private Task SendAsync()
    {
        _comments = SentAssessment.CommentsOf(Http.Request.Form);
        return AnswerAsync(ReviewAsync);
    }

    private async Task<bool> ReviewAsync(string code)
    {
        if (Asked == ReviewBar.Back) return false;
        var isPublished = Asked is ReviewBar.Publish or ReviewBar.AskPublish;
        if (isPublished && _comments.Values.Any(c => c.Trim().Length > 0))
        {
            Errors.Add(
                "",
                "You wrote comments, which are for writers and would be lost. Return the assessment with them, or clear them and publish.");
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return false;
        }

        _asks = await QuestionAsync();
        if (_asks is not null) return false;
        var isDone = isPublished
            ? await TryAsync(() => Commands.PublishAsync(Actor, code, Aborted))
            : await TryAsync(
                () => Commands.ReturnAsync(Actor, code, [.. _comments.Select(c => new CommentInput(c.Key, c.Value))], Aborted));
        if (isDone) GoTo(Sheet.Self, isPublished ? "published" : "returned");
        return isDone;
    }

    /// <summary>What is to be asked before it is done. What would be refused is not asked for, but refused.</summary>
    private async Task<string?> QuestionAsync()
    {
        if (Asked is not (ReviewBar.AskPublish or ReviewBar.AskReturn)) return null;
        await Read();
        return Asked switch
        {
            ReviewBar.AskPublish when Sheet.View is { Rights.MayPublish: true } => ReviewBar.Publish,
            ReviewBar.AskReturn when Sheet.View is { Rights.MayReturn: true } && _comments.Values.Any(c => c.Trim().Length > 0)
                && _comments.Values.All(c => c.Trim().Length <= ReviewComment.MaxText) => ReviewBar.Return,
            _ => null,
        };
    }
}
