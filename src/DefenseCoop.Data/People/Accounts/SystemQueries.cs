using DefenseCoop.Data.Commands;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.Accounts;

/// <summary>What the database holds, for whoever runs the installation.</summary>
/// <param name="Head">The newest change set; null before the first.</param>
public sealed record SystemState(string LastMigration, int Migrations, int Accounts, int Sessions, int Initiatives, int Sources, ChainHead? Head);

/// <summary>Reads the state of the database.</summary>
public sealed class SystemQueries(IDbContextFactory<DefenseCoopContext> contexts, RightsCheck rights, TimeProvider clock)
{
    /// <summary>The names of those who administer, and whom their password alone lets in.</summary>
    /// <exception cref="NotAllowedException">The acting person may not see it.</exception>
    public async Task<IReadOnlyList<string>> WithoutSecondFactorAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAsync(db, actor, Right.SeeSystem, ct);
        var names = await db.Accounts
            .Where(a => (a.Roles & Roles.Administrator) != 0 && a.DisabledAt == null && a.PasswordHash != null && !a.TwoFactorEnabled && !a.IsDemonstration)
            .Where(a => !db.Set<IdentityUserPasskey<int>>().Any(p => p.UserId == a.Id))
            .Select(a => a.DisplayName).ToListAsync(ct);
        return [.. names.Order(FoldedText.Order)];
    }

    /// <exception cref="NotAllowedException">The acting person may not see it.</exception>
    public async Task<SystemState> ReadAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await rights.RequireAsync(db, actor, Right.SeeSystem, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var idleSince = now - PeopleOptions.IdleTime;
        var migrations = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        return new SystemState(
            migrations[^1],
            migrations.Count,
            await db.Accounts.CountAsync(ct),
            await db.Sessions.CountAsync(s => s.ExpiresAt > now && s.LastSeenAt > idleSince, ct),
            await db.Initiatives.CountAsync(ct),
            await db.Sources.CountAsync(ct),
            await db.ChangeSets.OrderByDescending(c => c.Id).Select(c => new ChainHead(c.Id, c.At, c.Hash)).FirstOrDefaultAsync(ct));
    }
}
