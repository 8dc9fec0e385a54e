using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People;

/// <summary>
/// The one way to change anything: checks the acting person's rights against the database and does the work, in one
/// transaction, so that a right which is taken away has no effect a moment later.
/// </summary>
public sealed class CommandRunner(IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights)
{
    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    public async Task<T> RunAsync<T>(Actor actor, Right right, Func<DefenseCoopContext, Task<T>> work, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await rights.RequireAsync(db, actor, right, ct);
        var result = await work(db);
        await transaction.CommitAsync(ct);
        return result;
    }

    /// <exception cref="NotAllowedException">The person may not do it.</exception>
    public Task RunAsync(Actor actor, Right right, Func<DefenseCoopContext, Task> work, CancellationToken ct) =>
        RunAsync(
            actor,
            right,
            async db =>
            {
                await work(db);
                return true;
            },
            ct);

    /// <summary>Like the other, for what people do to their own account: it needs one.</summary>
    /// <exception cref="NotAllowedException">The person is a visitor, or may not do it.</exception>
    public Task RunOwnAsync(Actor actor, Right right, Func<DefenseCoopContext, Task> work, CancellationToken ct) =>
        actor.AccountId == 0 ? throw new NotAllowedException(right) : RunAsync(actor, right, work, ct);

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
}
