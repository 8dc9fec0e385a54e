using DefenseCoop.Data.People;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.Editing;

/// <summary>Saves forms.</summary>
public sealed class EditCommands
{
    /// <summary>Saves what a person sends; their draft of the form is removed with it.</summary>
    /// <returns>What came of it: problems at fields, or changes of others to look at, or the change.</returns>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    [Requires(Right.RecordEvidence)]
    public Task<EditResult> SaveAsync(Actor actor, EditSubmission submission, CancellationToken ct) =>
        throw new NotSupportedException($"{actor} {submission} {ct}");

    /// <summary>What a save would come to, with its effects on status; nothing is changed.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    [Requires(Right.RecordEvidence)]
    public Task<EditResult> PreviewAsync(Actor actor, EditSubmission submission, CancellationToken ct) =>
        throw new NotSupportedException($"{actor} {submission} {ct}");
}
