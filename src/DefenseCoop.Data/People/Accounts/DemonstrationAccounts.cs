using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.Accounts;

/// <summary>
/// Four people, one a role, to try the program with while it is developed. They have no password. Anywhere else they
/// are deleted at the start, should a database come from development.
/// </summary>
public sealed class DemonstrationAccounts(
    IDbContextFactory<DefenseCoopContext> contexts, PeopleOptions options, TimeProvider clock, SecurityLog log)
{
    public static IReadOnlyList<Roles> OfRoles { get; } = [Roles.Analyst, Roles.Editor, Roles.Manager, Roles.Administrator];

    public async Task PrepareAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!options.Demonstration)
        {
            var deleted = await db.Accounts.Where(a => a.IsDemonstration).ExecuteDeleteAsync(ct);
            if (deleted > 0) log.Warning("DemonstrationAccountsDeleted", null, $"{deleted} accounts of a development database");
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var role in OfRoles)
        {
            var account = AccountFactory.New(Email(role), $"Demo {role}", role, clock.GetUtcNow().UtcDateTime, isDemonstration: true);
            if (!await db.Accounts.AnyAsync(a => a.NormalizedEmail == account.NormalizedEmail, ct)) db.Accounts.Add(account);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <returns>The account of a role; null where demonstration accounts do not exist.</returns>
    public async Task<int?> FindAsync(Roles role, CancellationToken ct)
    {
        if (!options.Demonstration) return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var email = AccountFactory.Normalize(Email(role));
        return await db.Accounts.Where(a => a.IsDemonstration && a.NormalizedEmail == email && a.DisabledAt == null)
            .Select(a => (int?)a.Id)
            .SingleOrDefaultAsync(ct);
    }

    private static string Email(Roles role) => $"{role.ToString().ToLowerInvariant()}@demo.invalid";
}

