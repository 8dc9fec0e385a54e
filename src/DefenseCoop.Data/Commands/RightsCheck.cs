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
    private static readonly Func<DefenseCoopContext, int, Task<Person?>> PersonOfAccount = EF.CompileAsyncQuery(
        (DefenseCoopContext db, int id) => db.Set<Account>()
            .Where(a => a.Id == id && a.DisabledAt == null).Select(a => new Person(a.Roles, a.DisplayName)).SingleOrDefault());

    private static readonly Func<DefenseCoopContext, long, int, DateTime, DateTime, Task<Person?>> PersonOfSession = EF.CompileAsyncQuery(
        (DefenseCoopContext db, long session, int id, DateTime now, DateTime idleSince) => db.Set<AccountSession>()
            .Where(
                s => s.Id == session && s.AccountId == id && s.ExpiresAt > now && s.LastSeenAt > idleSince && s.Account.DisabledAt == null)
            .Select(s => new Person(s.Account.Roles, s.Account.DisplayName))
            .SingleOrDefault());

    private sealed record Person(Roles Roles, string Name);

    /// <summary>The roles that the person has now; a visitor is a reader where anonymous reading is on.</summary>
    public async Task<Roles> RolesAsync(DefenseCoopContext db, Actor actor) => (await PersonAsync(db, actor)).Roles;

    /// <returns>The name by which the person is shown; that of the program for a visitor.</returns>
    /// <exception cref="NotAllowedException">None of the person's roles holds the right.</exception>
    public async Task<string> RequireAsync(DefenseCoopContext db, Actor actor, Right right, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var person = await PersonAsync(db, actor);
        if (Rights.Allow(person.Roles, right)) return person.Name;
        log.Denied(actor, right);
        throw new NotAllowedException(right);
    }

    /// <summary>For what several rights allow: the first of them that the person has, else the first of all.</summary>
    public async Task<Right> FirstHeldAsync(DefenseCoopContext db, Actor actor, IReadOnlyList<Right> rights)
    {
        var roles = await RolesAsync(db, actor);
        return rights.Where(right => Rights.Allow(roles, right)).Append(rights[0]).First();
    }

    private async Task<Person> PersonAsync(DefenseCoopContext db, Actor actor)
    {
        if (actor.AccountId == 0) return new Person(options.AnonymousRead ? Roles.Reader : Roles.None, ChangeNote.Program);
        var now = clock.GetUtcNow().UtcDateTime;
        var person = actor.SessionId is { } session
            ? await PersonOfSession(db, session, actor.AccountId, now, now - PeopleOptions.IdleTime)
            : await PersonOfAccount(db, actor.AccountId);
        return person ?? new Person(Roles.None, ChangeNote.Program);
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
