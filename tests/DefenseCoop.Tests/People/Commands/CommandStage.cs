using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Commands;

/// <summary>A database that visitors may read, with people who come and go, and a watch on whether anything is written.</summary>
public sealed class CommandStage : IAsyncLifetime
{
    public const Roles EveryRole = Roles.Reader | Roles.Analyst | Roles.Editor | Roles.Manager | Roles.Administrator;

    private SqliteConnection _watch = null!;

    public PeopleDatabase People { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        People = await PeopleDatabase.CreateAsync(new PeopleOptions { AnonymousRead = true });
        _watch = new SqliteConnection($"Data Source={People.Path};Pooling=False");
        await _watch.OpenAsync(Ct);

        // The first command of a day brings the findings up to it, whoever asks.
        await People.Get<FindingsKeeper>().EnsureTodayAsync(Ct);

        // Whoever else goes, somebody is left to administer.
        await AddAsync(Roles.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.DisposeAsync();
        await People.DisposeAsync();
    }

    internal Task<Account> AddAsync(Roles roles) =>
        TestPeople.AddAsync(People.Get<IDbContextFactory<DefenseCoopContext>>(), "Somebody", $"{Guid.NewGuid():N}@example.org", roles);

    /// <summary>SQLite's own count of what other connections have written.</summary>
    public async Task<long> WritesAsync()
    {
        await using var command = _watch.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    public Task DisableAsync(int accountId) => ChangeAsync(db => db.Accounts.Where(a => a.Id == accountId)
        .ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, People.Clock.GetUtcNow().UtcDateTime), Ct));

    private DateTime Now => People.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Signs somebody in, at another machine.</summary>
    public Task OpenSessionAsync(int accountId) => ChangeAsync(db =>
    {
        db.Sessions.Add(new AccountSession
        {
            AccountId = accountId,
            KeyHash = System.Security.Cryptography.RandomNumberGenerator.GetBytes(AccountSession.KeyHashLength), Method = "Password",
            CreatedAt = Now, LastSeenAt = Now, ExpiresAt = Now.AddDays(1),
        });
        return db.SaveChangesAsync(Ct);
    });

    public Task UseSecondFactorAsync(int accountId) => ChangeAsync(db => db.Accounts.Where(a => a.Id == accountId)
        .ExecuteUpdateAsync(s => s.SetProperty(a => a.TwoFactorEnabled, true), Ct));

    public async Task ChangeAsync(Func<DefenseCoopContext, Task> change)
    {
        await using var db = People.NewContext();
        await change(db);
    }
}

/// <summary>Who asks for a command, and whether the table of rights should let them.</summary>
/// <param name="Name">In words.</param>
/// <param name="Roles">Of the account.</param>
/// <param name="Spoil">What happens to the account or its session before the command; gives the actor who asks all the same.</param>
internal sealed record Persona(string Name, Roles Roles, Func<CommandStage, Account, Actor, Task<Actor>>? Spoil = null)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IReadOnlyList<Persona> All { get; } =
    [
        .. RoleList.All.Select(role => new Persona(role.ToString(), role)),
        new("every role", CommandStage.EveryRole),
        new("no role", Roles.None),
        new("visitor", CommandStage.EveryRole, (_, _, _) => Task.FromResult(Actor.Visitor)),
        new("visitor with somebody’s session", CommandStage.EveryRole, (_, _, actor) => Task.FromResult(actor with { AccountId = 0 })),
        new("nobody known", CommandStage.EveryRole, (_, _, actor) => Task.FromResult(actor with { AccountId = int.MaxValue })),
        new("disabled account", CommandStage.EveryRole, async (stage, account, actor) =>
        {
            await stage.DisableAsync(account.Id);
            return actor;
        }),
        new("ended session", CommandStage.EveryRole, async (stage, _, actor) =>
        {
            await stage.People.Sessions.EndAsync(actor.SessionId!.Value, Ct);
            return actor;
        }),
        new("idle session", CommandStage.EveryRole, async (stage, _, actor) =>
        {
            var then = stage.People.Clock.GetUtcNow().UtcDateTime - PeopleOptions.IdleTime;
            await stage.ChangeAsync(
                db => db.Sessions.Where(s => s.Id == actor.SessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, then), Ct));
            return actor;
        }),
        new("session past its time", CommandStage.EveryRole, async (stage, _, actor) =>
        {
            var now = stage.People.Clock.GetUtcNow().UtcDateTime;
            await stage.ChangeAsync(
                db => db.Sessions.Where(s => s.Id == actor.SessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.ExpiresAt, now), Ct));
            return actor;
        }),
        new("session of somebody else", CommandStage.EveryRole, async (stage, _, actor) =>
            actor with { SessionId = (await stage.People.SignInAsync(await stage.AddAsync(CommandStage.EveryRole))).SessionId }),
    ];

    /// <summary>Visitors may read here, and need no account for it.</summary>
    public bool MayHave(Right right) =>
        (Spoil is null && Rights.Allow(Roles, right)) || (right == Right.Read && Name.StartsWith("visitor", StringComparison.Ordinal));
}
