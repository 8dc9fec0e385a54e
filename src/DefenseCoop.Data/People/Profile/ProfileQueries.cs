using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.Profile;

/// <summary>What people see of their own account.</summary>
/// <param name="IsRecent">Whether the sign-in is recent enough to change the means of signing in.</param>
public sealed record ProfileView(
    string Name,
    string? Email,
    Roles Roles,
    string? TimeZone,
    string? Theme,
    bool WantsDigest,
    bool HasPassword,
    bool HasSecondFactor,
    bool HasProvider,
    bool IsRecent,
    IReadOnlyList<PasskeyRow> Passkeys,
    IReadOnlyList<SessionRow> Sessions);

public sealed record PasskeyRow(byte[] Id, string? Name, DateTimeOffset CreatedAt);

/// <summary>One open session of the person.</summary>
public sealed record SessionRow(
    long Id, string Method, string? Address, string? Device, DateTime CreatedAt, DateTime LastSeenAt, bool IsThisOne);

/// <summary>Reads the acting person's own account.</summary>
public sealed class ProfileQueries(IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights, TimeProvider clock)
{
    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    public async Task<ProfileView> ReadAsync(Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var idleSince = now - PeopleOptions.IdleTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAccountAsync(db, actor, Right.ChangeOwnAccount, ct);
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => s.AccountId == actor.AccountId && s.ExpiresAt > now && s.LastSeenAt > idleSince)
            .OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id)
            .Select(s => new SessionRow(s.Id, s.Method, s.Address, s.Device, s.CreatedAt, s.LastSeenAt, s.Id == actor.SessionId))
            .ToListAsync(ct);
        var passkeys = await db.Set<IdentityUserPasskey<int>>().AsNoTracking().Where(p => p.UserId == actor.AccountId).ToListAsync(ct);
        var hasProvider = await db.Set<IdentityUserLogin<int>>().AnyAsync(l => l.UserId == actor.AccountId, ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == actor.AccountId, ct);
        return new ProfileView(
            account.DisplayName,
            account.Email,
            account.Roles,
            account.TimeZone,
            account.Theme,
            !account.WantsNoDigest,
            account.PasswordHash is not null,
            account.TwoFactorEnabled,
            hasProvider,
            await rights.IsRecentAsync(db, actor, ct),
            [.. passkeys.Select(p => new PasskeyRow(p.CredentialId, p.Data.Name, p.Data.CreatedAt)).OrderBy(p => p.CreatedAt)],
            sessions);
    }
}
