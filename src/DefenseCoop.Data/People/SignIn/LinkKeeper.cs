using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.SignIn;

/// <summary>A link that can be used now.</summary>
/// <param name="AccountId">Null for the first administrator.</param>
public sealed record UsableLink(LinkPurpose Purpose, int? AccountId, string? Email, string? Name, DateTime ExpiresAt);

/// <summary>
/// One-time links: the one that makes the first administrator, and those by which people set their password. Whoever
/// holds the link may do just this, once and in time.
/// </summary>
public sealed class LinkKeeper(
    IDbContextFactory<DefenseCoopContext> contexts,
    IPasswordHasher<Account> hasher,
    PasswordRules rules,
    TimeProvider clock,
    SecurityLog log)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Issues the link for the first administrator, in place of any earlier one.</summary>
    /// <returns>Its secret; null where somebody can administer the installation already.</returns>
    public async Task<string?> NewSetupLinkAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await HasAdministratorAsync(db, ct)) return null;
        await db.Links.Where(l => l.Purpose == LinkPurpose.Setup).ExecuteDeleteAsync(ct);
        var secret = Add(db, LinkPurpose.Setup, null, Now, PeopleOptions.SetupLinkTime);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return secret;
    }

    /// <summary>What a link is for; null when it does not exist, was used or is too old.</summary>
    public async Task<UsableLink?> FindAsync(string? secret, LinkPurpose purpose, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(secret)) return null;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Usable(db, Secret.Hash(secret), purpose, Now)
            .Select(l => new UsableLink(l.Purpose, l.AccountId, l.Account!.Email, l.Account.DisplayName, l.ExpiresAt))
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>Makes the first administrator.</summary>
    /// <returns>The account; null when the link cannot be used (any more).</returns>
    /// <exception cref="InvalidInputException">The input is wrong; the link can be used again.</exception>
    public async Task<int?> SetUpAsync(string secret, string email, string name, string password, CancellationToken ct)
    {
        var account = AccountFactory.New(email, name, Roles.Administrator, Now);
        account.PasswordHash = Hashed(account, password);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await UseAsync(db, secret, LinkPurpose.Setup, Now, ct) || await HasAdministratorAsync(db, ct)) return null;
        await AccountFactory.RequireUnusedAsync(db, account.NormalizedEmail!, ct);
        db.Accounts.Add(account);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        log.Event("FirstAdministratorMade", account.Id);
        return account.Id;
    }

    /// <summary>Sets the password of the account that the link was issued for, and ends its sessions.</summary>
    /// <returns>The account; null when the link cannot be used (any more).</returns>
    /// <exception cref="InvalidInputException">The input is wrong; the link can be used again.</exception>
    public async Task<int?> SetPasswordAsync(string secret, string password, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var account = await Usable(db, Secret.Hash(secret), LinkPurpose.SetPassword, Now).Select(l => l.Account).SingleOrDefaultAsync(ct);
        if (account is null) return null;
        account.PasswordHash = Hashed(account, password);
        account.SecurityStamp = Secret.New();
        account.AccessFailedCount = 0;
        account.LockedUntil = null;
        account.EmailConfirmed = true;
        if (!await UseAsync(db, secret, LinkPurpose.SetPassword, Now, ct)) return null;
        await db.SaveChangesAsync(ct);
        await db.Sessions.Where(s => s.AccountId == account.Id).ExecuteDeleteAsync(ct);
        await db.Links.Where(l => l.AccountId == account.Id && l.UsedAt == null).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        log.Event("PasswordSetByLink", account.Id);
        return account.Id;
    }

    /// <summary>Adds a link to what will be saved, and gives its secret.</summary>
    internal static string Add(DefenseCoopContext db, LinkPurpose purpose, Account? account, DateTime now, TimeSpan time)
    {
        var secret = Secret.New();
        var link = new OneTimeLink { SecretHash = Secret.Hash(secret), Purpose = purpose, CreatedAt = now, ExpiresAt = now + time };
        db.Links.Add(link);
        if (account is not null) db.Entry(link).Reference(l => l.Account).CurrentValue = account;
        return secret;
    }

    private static Task<bool> HasAdministratorAsync(DefenseCoopContext db, CancellationToken ct) =>
        db.Accounts.AnyAsync(a => (a.Roles & Roles.Administrator) != 0 && a.DisabledAt == null, ct);

    internal static IQueryable<OneTimeLink> Usable(DefenseCoopContext db, byte[] hash, LinkPurpose purpose, DateTime now) =>
        db.Links.Where(l => l.SecretHash == hash && l.Purpose == purpose && l.UsedAt == null && l.ExpiresAt > now
            && (l.Account == null || l.Account.DisabledAt == null));

    /// <summary>Takes the link out of use; of two at once only one succeeds.</summary>
    internal static async Task<bool> UseAsync(DefenseCoopContext db, string secret, LinkPurpose purpose, DateTime now, CancellationToken ct)
    {
        var hash = Secret.Hash(secret);
        return await db.Links.Where(l => l.SecretHash == hash && l.Purpose == purpose && l.UsedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.UsedAt, now), ct) == 1;
    }

    private string Hashed(Account account, string password) => rules.Problem(password, account.Email, account.DisplayName) is { } problem
        ? throw new InvalidInputException("Password", problem)
        : hasher.HashPassword(account, password);
}
