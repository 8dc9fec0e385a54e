using DefenseCoop.Data.People;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.Assessments;

/// <summary>Follows what assessments decided to do.</summary>
public sealed class ActionCommands
{
    /// <summary>Ends an action with what came of it.</summary>
    /// <returns>The change set.</returns>
    /// <exception cref="NotAllowedException">The person may not follow actions.</exception>
    /// <exception cref="InvalidInputException">There is no such action, it is closed already, or nothing is said of what came of it.</exception>
    [Requires(Right.FollowActions)]
    public Task<long?> CloseAsync(Actor actor, string code, string outcome, CancellationToken ct) => throw new NotImplementedException();

    /// <summary>Notes what a closed action changed in the end.</summary>
    /// <returns>The change set; null where it said the same before.</returns>
    /// <exception cref="NotAllowedException">The person may not follow actions.</exception>
    /// <exception cref="InvalidInputException">There is no such action, it is still open, or nothing is said.</exception>
    [Requires(Right.FollowActions)]
    public Task<long?> NoteEffectAsync(Actor actor, string code, string effect, CancellationToken ct) => throw new NotImplementedException();
}
