using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments;

/// <summary>Follows what assessments decided to do.</summary>
public sealed class ActionCommands(CommandRunner runner, FindingsKeeper keeper)
{
    /// <summary>Ends an action with what came of it.</summary>
    /// <returns>The change set.</returns>
    /// <exception cref="NotAllowedException">The person may not follow actions.</exception>
    /// <exception cref="RecordGoneException">There is no such action.</exception>
    /// <exception cref="ConflictException">It is closed already, or cannot be followed yet.</exception>
    /// <exception cref="InvalidInputException">Nothing is said of what came of it.</exception>
    [Requires(Right.FollowActions)]
    public Task<long?> CloseAsync(Actor actor, string code, string outcome, CancellationToken ct) =>
        ChangeAsync(actor, code, (action, person) => action.Close(outcome, keeper.ReaderToday, person), ct);

    /// <summary>Notes what a closed action changed in the end.</summary>
    /// <returns>The change set; null where it said the same before.</returns>
    /// <exception cref="NotAllowedException">The person may not follow actions.</exception>
    /// <exception cref="RecordGoneException">There is no such action.</exception>
    /// <exception cref="ConflictException">It is still open, or cannot be followed yet.</exception>
    /// <exception cref="InvalidInputException">Nothing is said.</exception>
    [Requires(Right.FollowActions)]
    public Task<long?> NoteEffectAsync(Actor actor, string code, string effect, CancellationToken ct) =>
        ChangeAsync(actor, code, (action, _) => action.NoteEffect(effect, keeper.ReaderToday), ct);

    private async Task<long?> ChangeAsync(Actor actor, string code, Action<AssessmentAction, string> change, CancellationToken ct)
    {
        var outcome = await runner.ChangeAsync(actor, Right.FollowActions, null, async db =>
        {
            var action = await FindAsync(db, code, ct);
            change(action, await WorkingStore.PersonAsync(db, actor.AccountId));
            return true;
        }, ct);
        return outcome.ChangeSetId;
    }

    private static async Task<AssessmentAction> FindAsync(DefenseCoopContext db, string code, CancellationToken ct)
    {
        var action = await db.AssessmentActions.Include(a => a.FocusArea)
            .Include(a => a.Assessment)
            .SingleOrDefaultAsync(a => a.Code == code, ct)
            ?? throw new RecordGoneException(
                "There is no such action: it may have been taken out of its assessment. Look at the list of actions.");
        return action.Assessment.State == AssessmentState.Published
            ? action
            : throw new ConflictException(
                "The assessment that proposes this action is not published yet: the action can be followed once it is.");
    }
}
