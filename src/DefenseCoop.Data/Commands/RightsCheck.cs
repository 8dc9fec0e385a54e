using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Commands;

/// <summary>Asks the database, at the time of the call, whether a person may do something.</summary>
public sealed class RightsCheck(PeopleOptions options, TimeProvider clock, SecurityLog log)
{
    // Compiled: the check stands before every command, and should cost nothing beside it.
    private static readonly Func<DefenseCoopContext, int, Task<ActingPerson?>> PersonOfAccount = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int id) => db.Set<Account>()
            .Where(a => a.Id == id && a.DisabledAt == null).Select(a => new ActingPerson(a.Roles, a.DisplayName)).SingleOrDefault());

    private static readonly Func<DefenseCoopContext, long, int, DateTime, DateTime, Task<ActingPerson?>> PersonOfSession =
        EF.CompileAsyncQuery((DefenseCoopContext db, long session, int id, DateTime now, DateTime idleSince) => db.Set<AccountSession>()
            .Where(
                s => s.Id == session && s.AccountId == id && s.ExpiresAt > now && s.LastSeenAt > idleSince && s.Account.DisabledAt == null)
            .Select(s => new ActingPerson(s.Account.Roles, s.Account.DisplayName))
            .SingleOrDefault());

    /// <summary>The roles that the person has now; a visitor is a reader where anonymous reading is on.</summary>
    public async Task<Roles> RolesAsync(DefenseCoopContext db, Actor actor) => (await PersonAsync(db, actor)).Roles;

    /// <returns>The person, as they are shown, with the roles that they have now.</returns>
    /// <exception cref="NotAllowedException">None of the person's roles holds the right.</exception>
    public Task<ActingPerson> RequireAsync(DefenseCoopContext db, Actor actor, Right right, CancellationToken ct) =>
        RequireAnyAsync(db, actor, [right], ct);

    /// <summary>Like <see cref="RequireAsync"/>, for what one of several rights allows.</summary>
    /// <exception cref="NotAllowedException">None of the person's roles holds one of the rights; names the first of them.</exception>
    public async Task<ActingPerson> RequireAnyAsync(DefenseCoopContext db, Actor actor, IReadOnlyList<Right> anyOf, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var person = await PersonAsync(db, actor);
        if (anyOf.Any(person.May)) return person;
        log.Denied(actor, anyOf[0]);
        throw new NotAllowedException(anyOf[0]);
    }

    private async Task<ActingPerson> PersonAsync(DefenseCoopContext db, Actor actor)
    {
        if (actor.AccountId == 0) return new ActingPerson(options.AnonymousRead ? Roles.Reader : Roles.None, ChangeNote.Program);
        var now = clock.GetUtcNow().UtcDateTime;
        var person = actor.SessionId is { } session
            ? await PersonOfSession(db, session, actor.AccountId, now, now - PeopleOptions.IdleTime)
            : await PersonOfAccount(db, actor.AccountId);
        return person ?? new ActingPerson(Roles.None, ChangeNote.Program);
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
