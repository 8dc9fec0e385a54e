using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Typing;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.SignIn;

/// <summary>A person who is signed in, as the database knows them now.</summary>
public sealed record SignedInPerson(
    int AccountId, long SessionId, string Name, Roles Roles, string? Theme, string? TimeZone, DateTime SignedInAt);

/// <summary>What a new session is started with.</summary>
/// <param name="Method">How the person signed in, in words.</param>
public sealed record SessionStart(int AccountId, string Method, string? Address, string? Device);

/// <summary>Starts, verifies and ends sessions.</summary>
public sealed class SessionKeeper(IDbContextFactory<DefenseCoopContext> contexts, PeopleOptions options, TimeProvider clock)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The secret that the browser keeps.</returns>
    public async Task<string> StartAsync(SessionStart start, CancellationToken ct)
    {
        var now = Now;
        var key = Secret.New();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Sessions.Where(s => s.AccountId == start.AccountId && (s.ExpiresAt <= now || s.LastSeenAt <= now - PeopleOptions.IdleTime))
            .ExecuteDeleteAsync(ct);
        db.Sessions.Add(new AccountSession
        {
            AccountId = start.AccountId,
            KeyHash = Secret.Hash(key),
            Method = Short(start.Method, AccountSession.MaxMethod)!,
            Address = Short(start.Address, AccountSession.MaxAddress),
            Device = Short(start.Device, AccountSession.MaxDevice),
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + PeopleOptions.SessionTime,
        });
        await db.SaveChangesAsync(ct);
        await db.Accounts.Where(a => a.Id == start.AccountId).ExecuteUpdateAsync(s => s.SetProperty(a => a.LastSignInAt, now), ct);
        await transaction.CommitAsync(ct);
        return key;
    }

    /// <summary>Who holds this secret; null when the session has ended or its account may not be used.</summary>
    public async Task<SignedInPerson?> VerifyAsync(string key, CancellationToken ct)
    {
        var now = Now;
        var hash = Secret.Hash(key);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await Alive(db, now)
            .Where(s => s.KeyHash == hash)
            .Select(s => new
            {
                Person = new SignedInPerson(
                    s.AccountId, s.Id, s.Account.DisplayName, s.Account.Roles, s.Account.Theme, s.Account.TimeZone, s.CreatedAt),
                s.LastSeenAt,
            })
            .SingleOrDefaultAsync(ct);
        if (found is null) return null;
        if (now - found.LastSeenAt > SeenEvery) await NoteAsync(found.Person.SessionId, ct);
        return found.Person;
    }

    /// <summary>The people of those of these sessions that are alive, by session.</summary>
    public async Task<Dictionary<long, SignedInPerson>> AliveAsync(IReadOnlyCollection<long> sessionIds, CancellationToken ct)
    {
        var people = new Dictionary<long, SignedInPerson>(sessionIds.Count);
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var some in sessionIds.Chunk(500))
        {
            var alive = Alive(db, Now).Where(s => some.Contains(s.Id))
                .Select(s => new SignedInPerson(
                    s.AccountId, s.Id, s.Account.DisplayName, s.Account.Roles, s.Account.Theme, s.Account.TimeZone, s.CreatedAt));
            await foreach (var person in alive.AsAsyncEnumerable().WithCancellation(ct)) people[person.SessionId] = person;
        }

        return people;
    }

    /// <summary>Notes that these sessions are in use.</summary>
    public async Task SeenAsync(IReadOnlyCollection<long> sessionIds, CancellationToken ct)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var some in sessionIds.Chunk(500))
        {
            await db.Sessions.Where(s => some.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), ct);
        }
    }

    /// <summary>Nobody is shut out because the disk is full: pages can be read all the same.</summary>
    private async Task NoteAsync(long sessionId, CancellationToken ct)
    {
        try
        {
            await SeenAsync([sessionId], ct);
        }
        catch (Exception e) when (StorageFailure.Explain(e) is not null)
        {
            // Noted with one of the next requests.
        }
    }

    /// <summary>Deletes the sessions and links that can no longer be used.</summary>
    public async Task CleanUpAsync(CancellationToken ct)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.ExpiresAt <= now || s.LastSeenAt <= now - PeopleOptions.IdleTime).ExecuteDeleteAsync(ct);
        await db.Links.Where(l => l.ExpiresAt <= now || l.UsedAt != null).ExecuteDeleteAsync(ct);
    }

    public async Task EndAsync(long sessionId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.Id == sessionId).ExecuteDeleteAsync(ct);
    }

    private static string? Short(string? text, int max) => text?.Cut(max);

    private IQueryable<AccountSession> Alive(DefenseCoopContext db, DateTime now)
    {
        var idleSince = now - PeopleOptions.IdleTime;
        var demonstration = options.Demonstration;
        return db.Sessions.AsNoTracking().Where(s =>
            s.ExpiresAt > now && s.LastSeenAt > idleSince && s.Account.DisabledAt == null && (demonstration || !s.Account.IsDemonstration));
    }
}
