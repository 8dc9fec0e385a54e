using DefenseCoop.Data.Commands;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments;

/// <summary>Follows what assessments decided to do.</summary>
public sealed class ActionCommands(CommandRunner runner)
{
    /// <summary>Ends an action with what came of it.</summary>
    /// <returns>The change set.</returns>
    /// <exception cref="NotAllowedException">The person may not follow actions.</exception>
    /// <exception cref="RecordGoneException">There is no such action.</exception>
    /// <exception cref="ConflictException">It is closed already, or cannot be followed yet.</exception>
    /// <exception cref="InvalidInputException">Nothing is said of what came of it.</exception>
    [Requires(Right.FollowActions)]
    public Task<long?> CloseAsync(Actor actor, string code, string outcome, CancellationToken ct) =>
        ChangeAsync(actor, code, (action, work) => action.Close(outcome, work.ReaderToday, work.Person), ct);

    /// <summary>Notes what a closed action changed in the end.</summary>
    /// <returns>The change set; null where it said the same before.</returns>
    /// <exception cref="NotAllowedException">The person may not follow actions.</exception>
    /// <exception cref="RecordGoneException">There is no such action.</exception>
    /// <exception cref="ConflictException">It is still open, or cannot be followed yet.</exception>
    /// <exception cref="InvalidInputException">Nothing is said.</exception>
    [Requires(Right.FollowActions)]
    public Task<long?> NoteEffectAsync(Actor actor, string code, string effect, CancellationToken ct) =>
        ChangeAsync(actor, code, (action, work) => action.NoteEffect(effect, work.ReaderToday), ct);

    private async Task<long?> ChangeAsync(Actor actor, string code, Action<AssessmentAction, CommandWork> change, CancellationToken ct)
    {
        var outcome = await runner.ChangeAsync(actor, Right.FollowActions, null, async work =>
        {
            var action = await FindAsync(work, code);
            change(action, work);
            return true;
        }, ct);
        return outcome.ChangeSetId;
    }

    private static async Task<AssessmentAction> FindAsync(CommandWork work, string code)
    {
        var action = await work.Db.AssessmentActions.Include(a => a.FocusArea).Include(a => a.Assessment)
            .SingleOrDefaultAsync(a => a.Code == code, work.Ct)
            ?? throw new RecordGoneException("There is no such action: it may have been taken out of its assessment. Look at the list of actions.");
        return action.Assessment.State == AssessmentState.Published
            ? action
            : throw new ConflictException("The assessment that proposes this action is not published yet: the action can be followed once it is.");
    }
}
