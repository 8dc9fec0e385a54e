using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.Accounts;

/// <summary>One account as its administrator sees it.</summary>
public sealed record AccountRow(
    int Id,
    string Name,
    string? Email,
    Roles Roles,
    bool HasPassword,
    bool HasSecondFactor,
    int Passkeys,
    bool HasProvider,
    int OpenSessions,
    bool IsDemonstration,
    DateTime CreatedAt,
    DateTime? LastSignInAt,
    DateTime? DisabledAt,
    DateTime? LockedUntil,
    DateTime? LinkExpiresAt);

/// <summary>Reads accounts. Like every page of administration it asks for the right at the time of reading.</summary>
public sealed class AccountQueries(IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights, TimeProvider clock)
{
    /// <summary>All accounts, by name.</summary>
    /// <exception cref="NotAllowedException">The acting person may not see them.</exception>
    public async Task<IReadOnlyList<AccountRow>> ListAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAsync(db, actor, Right.SeeAccounts, ct);
        var rows = await Rows(db, db.Accounts.OrderBy(a => a.Id)).ToListAsync(ct);
        return [.. rows.OrderByText(a => a.Name)];
    }

    /// <returns>Null when there is no such account.</returns>
    /// <exception cref="NotAllowedException">The acting person may not see it.</exception>
    public async Task<AccountRow?> FindAsync(Actor actor, int accountId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAsync(db, actor, Right.SeeAccounts, ct);
        return await Rows(db, db.Accounts.Where(a => a.Id == accountId)).SingleOrDefaultAsync(ct);
    }

    /// <summary>Whether signing in to an account takes a second factor. For the sign-in itself, which acts for nobody yet.</summary>
    public async Task<bool> HasSecondFactorAsync(int accountId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Accounts.AnyAsync(a => a.Id == accountId && a.TwoFactorEnabled, ct);
    }

    private IQueryable<AccountRow> Rows(DefenseCoopContext db, IQueryable<Account> accounts)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var idleSince = now - PeopleOptions.IdleTime;
        return accounts.AsNoTracking().Select(a => new AccountRow(
            a.Id,
            a.DisplayName,
            a.Email,
            a.Roles,
            a.PasswordHash != null,
            a.TwoFactorEnabled,
            db.Set<IdentityUserPasskey<int>>().Count(p => p.UserId == a.Id),
            db.Set<IdentityUserLogin<int>>().Any(l => l.UserId == a.Id),
            db.Set<AccountSession>().Count(s => s.AccountId == a.Id && s.ExpiresAt > now && s.LastSeenAt > idleSince),
            a.IsDemonstration,
            a.CreatedAt,
            a.LastSignInAt,
            a.DisabledAt,
            a.LockedUntil > now ? a.LockedUntil : null,
            db.Set<OneTimeLink>().Where(l => l.AccountId == a.Id && l.UsedAt == null && l.ExpiresAt > now).Max(l => (DateTime?)l.ExpiresAt)));
    }
}
