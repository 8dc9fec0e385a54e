using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People;

/// <summary>Asks the database, at the time of the call, whether a person may do something.</summary>
public sealed class RightsCheck(PeopleOptions options, TimeProvider clock, SecurityLog log)
{
    // Compiled: the check stands before every command, and should cost nothing beside it.
    private static readonly Func<DefenseCoopContext, int, Task<Roles>> RolesOfAccount = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int id) => db.Accounts.Where(a => a.Id == id && a.DisabledAt == null).Select(a => a.Roles).SingleOrDefault());

    private static readonly Func<DefenseCoopContext, long, int, DateTime, DateTime, Task<Roles>> RolesOfSession = EF.CompileAsyncQuery(
        (DefenseCoopContext db, long session, int id, DateTime now, DateTime idleSince) => db.Sessions
            .Where(s => s.Id == session && s.AccountId == id && s.ExpiresAt > now && s.LastSeenAt > idleSince && s.Account.DisabledAt == null)
            .Select(s => s.Account.Roles)
            .SingleOrDefault());

    /// <summary>The roles that the person has now; a visitor is a reader where anonymous reading is on.</summary>
    public async Task<Roles> RolesAsync(DefenseCoopContext db, Actor actor)
    {
        if (actor.AccountId == 0) return options.AnonymousRead ? Roles.Reader : Roles.None;
        if (actor.SessionId is not { } session) return await RolesOfAccount(db, actor.AccountId);
        var now = clock.GetUtcNow().UtcDateTime;
        return await RolesOfSession(db, session, actor.AccountId, now, now - PeopleOptions.IdleTime);
    }

    /// <exception cref="NotAllowedException">None of the person's roles holds the right.</exception>
    public async Task RequireAsync(DefenseCoopContext db, Actor actor, Right right, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (Rights.Allow(await RolesAsync(db, actor), right)) return;
        log.Denied(actor, right);
        throw new NotAllowedException(right);
    }

    /// <summary>Like <see cref="RequireAsync"/>, and visitors without an account are refused.</summary>
    /// <exception cref="NotAllowedException">None of the person's roles holds the right.</exception>
    public Task RequireAccountAsync(DefenseCoopContext db, Actor actor, Right right, CancellationToken ct) =>
        actor.AccountId == 0 ? throw new NotAllowedException(right) : RequireAsync(db, actor, right, ct);

    /// <summary>Whether the person signed in so recently that they may change how they sign in.</summary>
    public Task<bool> IsRecentAsync(DefenseCoopContext db, Actor actor, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime - PeopleOptions.RecentTime;
        return db.Sessions.AnyAsync(s => s.Id == actor.SessionId && s.AccountId == actor.AccountId && s.CreatedAt > since, ct);
    }
}
