using System.Diagnostics;
using DefenseCoop.Data.Commands.Sending;
using DefenseCoop.Data.History;
using DefenseCoop.Data.History.Chain;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Commands;

/// <summary>What a change of the record came to.</summary>
/// <param name="Result">What the work gave.</param>
/// <param name="ChangeSetId">Null where nothing was changed, and for a preview.</param>
/// <param name="Effects">Statuses that are others than before, those of parts first.</param>
public sealed record ChangeOutcome<T>(T Result, long? ChangeSetId, IReadOnlyList<StatusEffect> Effects);

/// <summary>
/// The one way to change anything: checks the acting person's rights against the database and does the work, in one
/// transaction, so that a right which is taken away has no effect a moment later.
/// </summary>
public sealed class CommandRunner(
    IDbContextFactory<DefenseCoopContext> contexts,
    RightsCheck rights,
    FindingsKeeper keeper,
    IDatabase database,
    FormLedger ledger,
    IChangeBus bus,
    TimeProvider clock)
{
    /// <summary>
    /// Changes what the register says: the work changes tracked records and leaves saving to this. Versions, the change
    /// set and the findings that rest on the change are written in the same transaction.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="right">What it takes.</param>
    /// <param name="why">In the person's words; may be left out.</param>
    /// <param name="change">Changes tracked records; does not save them.</param>
    /// <param name="ct">Ends it without a trace, until it is committed.</param>
    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    /// <exception cref="RefusedException">The reason is too long, or the work refused something.</exception>
    /// <exception cref="ChangedMeanwhileException">Another writer was faster.</exception>
    public async Task<ChangeOutcome<T>> ChangeAsync<T>(
        Actor actor, Right right, string? why, Func<ChangeWork, Task<T>> change, CancellationToken ct)
    {
        var reason = Guard.OptionalParagraph(why, ChangeSet.MaxWhy, "Why", "The reason");
        await keeper.EnsureTodayAsync(ct);
        var (outcome, notice) = await RefusingAsync(() => ChangeInTurnAsync(actor, right, reason, change, ct));
        if (notice is not null) bus.Publish(notice);
        return outcome;
    }

    /// <summary>
    /// What a change would come to. Nothing is written, so that it waits for nobody who writes, and nobody waits for it;
    /// what others save while it computes is not in it.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="right">What it takes.</param>
    /// <param name="change">Changes tracked records, as for <see cref="ChangeAsync"/>, and nothing else.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    /// <exception cref="RefusedException">The work refused something.</exception>
    public async Task<ChangeOutcome<T>> PreviewAsync<T>(Actor actor, Right right, Func<ChangeWork, Task<T>> change, CancellationToken ct)
    {
        await keeper.EnsureTodayAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = keeper.Known;
        await using var reading = await database.BeginReadingAsync(db, ct);
        var person = await rights.RequireAsync(db, actor, right, ct);
        var newest = await ChangeSetTimes.NewestAsync(db, ct);
        var result = await change(new ChangeWork(db, actor.AccountId, person.Name, clock.Now, newest, ct));
        return new ChangeOutcome<T>(result, null, await keeper.PreviewAsync(db, known, newest, ct));
    }

    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    /// <exception cref="ChangedMeanwhileException">Another writer was faster.</exception>
    public Task<T> RunAsync<T>(Actor actor, Right right, Func<CommandWork, Task<T>> work, CancellationToken ct) =>
        RefusingAsync(() => RunInTurnAsync(actor, [right], work, ct));

    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    /// <exception cref="ChangedMeanwhileException">Another writer was faster.</exception>
    public Task RunAsync(Actor actor, Right right, Func<CommandWork, Task> work, CancellationToken ct) =>
        RunAsync(actor, right, Answering(work), ct);

    /// <summary>Like the other, for what people do to their own account: it needs one.</summary>
    /// <exception cref="NotAllowedException">The person is a visitor, or may not do it.</exception>
    public Task RunOwnAsync(Actor actor, Right right, Func<CommandWork, Task> work, CancellationToken ct) =>
        actor.AccountId == 0 ? throw new NotAllowedException(right) : RunAsync(actor, right, work, ct);

    /// <summary>Like the other, for what one of several rights allows.</summary>
    /// <exception cref="NotAllowedException">The person is a visitor, or has none of the rights.</exception>
    public Task RunOwnAsync(Actor actor, IReadOnlyList<Right> anyOf, Func<CommandWork, Task> work, CancellationToken ct) =>
        actor.AccountId == 0
            ? throw new NotAllowedException(anyOf[0])
            : RefusingAsync(() => RunInTurnAsync(actor, anyOf, Answering(work), ct));

    /// <summary>The check alone, for work that Identity does in a transaction of its own.</summary>
    /// <exception cref="NotAllowedException">The person is a visitor, or may not do it.</exception>
    public async Task RequireOwnAsync(Actor actor, Right right, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAccountAsync(db, actor, right, ct);
    }

    /// <summary>Like <see cref="RequireOwnAsync"/>, and the person must have signed in a short time ago.</summary>
    /// <exception cref="NotAllowedException">The person is a visitor, or may not do it.</exception>
    /// <exception cref="SignInAgainException">The sign-in is not recent.</exception>
    public async Task RequireRecentAsync(Actor actor, Right right, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAccountAsync(db, actor, right, ct);
        if (!await rights.IsRecentAsync(db, actor, ct)) throw new SignInAgainException();
    }

    private async Task<(ChangeOutcome<T> Outcome, ChangeNotice? Notice)> ChangeInTurnAsync<T>(
        Actor actor, Right right, string? reason, Func<ChangeWork, Task<T>> change, CancellationToken ct)
    {
        using var turn = await database.TakeTurnAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await rights.RequireAsync(db, actor, right, ct);
        var end = await ChainEnd.OfAsync(db);
        var work = new ChangeWork(db, actor.AccountId, person.Name, clock.Now, end.Id, ct);
        var before = await keeper.BeforeAsync(db, end.Id, ct);
        var result = await change(work);
        var note = new ChangeNote(actor.AccountId, work.Person, reason, Activity.Current?.TraceId.ToString());
        var refreshed = await keeper.RefreshAsync(db, before, await VersionedSave.RecordAsync(db, note, work.Now, ct, end), ct);
        var notice = refreshed.Notice;
        if (notice is not null) await ledger.NoteAsync(db, ct);
        await transaction.CommitAsync(ct);
        if (notice is not null) ledger.Noted();
        keeper.Keep(before, refreshed.Change);
        return (new ChangeOutcome<T>(result, notice?.ChangeSetId, refreshed.Effects), notice);
    }

    private async Task<T> RunInTurnAsync<T>(
        Actor actor, IReadOnlyList<Right> anyOf, Func<CommandWork, Task<T>> work, CancellationToken ct)
    {
        using var turn = await database.TakeTurnAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var person = await rights.RequireAnyAsync(db, actor, anyOf, ct);
        var result = await work(new CommandWork(db, actor.AccountId, person.Name, clock.Now, ct));
        await ledger.NoteAsync(db, ct);
        await transaction.CommitAsync(ct);
        ledger.Noted();
        return result;
    }

    private static Func<CommandWork, Task<bool>> Answering(Func<CommandWork, Task> work) => async given =>
    {
        await work(given);
        return true;
    };

    /// <summary>Rows that are others than they were read are a refusal like any other: the person looks again and decides.</summary>
    private static async Task<T> RefusingAsync<T>(Func<Task<T>> inTurn)
    {
        try
        {
            return await inTurn();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ChangedMeanwhileException();
        }
    }
}
