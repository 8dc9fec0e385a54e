using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.SignIn;

/// <summary>
/// Bounds how often passwords and codes of an account may be guessed. An attempt is counted before it is tried, in one
/// statement, so that many at once are not let through; one that succeeds is taken back.
/// </summary>
public sealed class AttemptCounter(IDbContextFactory<DefenseCoopContext> contexts, TimeProvider clock, SecurityLog log)
{
    /// <returns>Whether the attempt may be tried: false while the account is locked, or does not exist.</returns>
    public async Task<bool> CountAsync(int accountId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        DateTime? until = now + PeopleOptions.LockTime;
        await using var db = await contexts.CreateDbContextAsync();
        var counted = await db.Accounts
            .Where(a => a.Id == accountId && (a.LockedUntil == null || a.LockedUntil <= now))
            .ExecuteUpdateAsync(s => s
                .SetProperty(
                    a => a.LockedUntil, a => a.LockedUntil == null && a.AccessFailedCount + 1 >= PeopleOptions.MostFailures ? until : null)
                .SetProperty(a => a.AccessFailedCount, a => a.LockedUntil == null ? a.AccessFailedCount + 1 : 1));
        return counted == 1;
    }

    /// <summary>The attempt was right, but the person is not signed in yet: earlier failures go on to count.</summary>
    public async Task TakeBackAsync(int accountId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Accounts.Where(a => a.Id == accountId && a.AccessFailedCount > 0)
            .ExecuteUpdateAsync(s =>
                s.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount - 1).SetProperty(a => a.LockedUntil, (DateTime?)null));
    }

    /// <summary>The person is who they say: earlier failures are forgotten.</summary>
    public async Task ForgetAsync(int accountId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Accounts.Where(a => a.Id == accountId && (a.AccessFailedCount > 0 || a.LockedUntil != null))
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockedUntil, (DateTime?)null));
    }

    /// <summary>Notes a wrong attempt in the log, and the lock where it was the last one.</summary>
    public async Task FailedAsync(int accountId, string what)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var isLocked = await db.Accounts.Where(a => a.Id == accountId).Select(a => a.LockedUntil != null).SingleOrDefaultAsync();
        log.Warning("SignInFailed", accountId, what);
        if (isLocked) log.Warning("AccountLocked", accountId, what);
    }
}
