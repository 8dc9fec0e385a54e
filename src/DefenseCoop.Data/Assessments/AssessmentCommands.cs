using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.People;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.Assessments;

/// <summary>Writes, submits, reviews and corrects assessments.</summary>
public sealed class AssessmentCommands
{
    /// <summary>Keeps what a person typed since the last time, merged with what others typed, and tells what is new.</summary>
    /// <param name="actor">Who types.</param>
    /// <param name="code">Of the assessment.</param>
    /// <param name="seen">The newest version that the page has seen.</param>
    /// <param name="at">The field in which the person is; null for none.</param>
    /// <param name="changes">What they changed; empty to ask for news alone.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not write assessments.</exception>
    /// <exception cref="InvalidInputException">There is no such assessment.</exception>
    [Requires(Right.WriteAssessments)]
    public Task<SyncResult> SyncAsync(Actor actor, string code, long seen, string? at, IReadOnlyList<FieldChange> changes, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Settles what could not be merged: the value becomes that of the field, and what was kept aside goes.</summary>
    /// <param name="actor">Whose text was kept aside.</param>
    /// <param name="code">Of the assessment.</param>
    /// <param name="name">Of the field.</param>
    /// <param name="value">What is to stand there; the stored value to give up one’s own.</param>
    /// <param name="seenVersion">Of the value of others that the person has seen.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Conflict again where others changed the field since then.</returns>
    /// <exception cref="NotAllowedException">The person may not write assessments.</exception>
    /// <exception cref="InvalidInputException">There is no such assessment or field.</exception>
    [Requires(Right.WriteAssessments)]
    public Task<FieldResult> ResolveAsync(Actor actor, string code, string name, string value, long seenVersion, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Hands an assessment over for review, and freezes the evidence with it. What is typed is kept in any case.</summary>
    /// <param name="actor">Who submits.</param>
    /// <param name="code">Of the assessment.</param>
    /// <param name="changes">What is typed and was not kept yet, as for <see cref="SyncAsync"/>; null or empty for nothing.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not write assessments.</exception>
    /// <exception cref="InvalidInputException">There is no such assessment.</exception>
    [Requires(Right.WriteAssessments)]
    public Task<SubmitResult> SubmitAsync(Actor actor, string code, IReadOnlyList<FieldChange>? changes, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Gives a submitted assessment back to its writers, with comments.</summary>
    /// <returns>The change set.</returns>
    /// <exception cref="NotAllowedException">The person may not review.</exception>
    /// <exception cref="InvalidInputException">It does not wait for review, or there is no comment.</exception>
    [Requires(Right.PublishAssessments)]
    public Task<long?> ReturnAsync(Actor actor, string code, IReadOnlyList<CommentInput> comments, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Shows a submitted assessment to readers.</summary>
    /// <returns>The change set.</returns>
    /// <exception cref="NotAllowedException">The person may not review.</exception>
    /// <exception cref="InvalidInputException">It does not wait for review, or the person wrote a part of it.</exception>
    [Requires(Right.PublishAssessments)]
    public Task<long?> PublishAsync(Actor actor, string code, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Starts a new revision of a published assessment, with its content to start from.</summary>
    /// <returns>Code of the new revision, a draft.</returns>
    /// <exception cref="NotAllowedException">The person may not write assessments.</exception>
    /// <exception cref="InvalidInputException">It is not published, is being corrected already, or no reason is given.</exception>
    [Requires(Right.WriteAssessments)]
    public Task<string> CorrectAsync(Actor actor, string code, string reason, CancellationToken ct) => throw new NotImplementedException();
}
