using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.Accounts;

/// <summary>What an administrator does with the accounts of others. Every change of access ends or renews what is open.</summary>
public sealed class AccountCommands(CommandRunner runner, TimeProvider clock, SecurityLog log)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The secret of the link by which the invited person sets a password, once and within three days.</returns>
    /// <exception cref="NotAllowedException">The acting person may not do it.</exception>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    [Requires(Right.InviteAccounts)]
    public Task<string> InviteAsync(Actor actor, string email, string name, Roles roles, CancellationToken ct) =>
        runner.RunAsync(actor, Right.InviteAccounts, async db =>
        {
            // Inviting gives roles, too.
            var account = AccountFactory.New(email, name, roles, Now);
            await AccountFactory.RequireUnusedAsync(db, account.NormalizedEmail!, ct);
            db.Accounts.Add(account);
            var secret = LinkKeeper.Add(db, LinkPurpose.SetPassword, account, Now, PeopleOptions.PasswordLinkTime);
            await db.SaveChangesAsync(ct);
            log.Changed("AccountInvited", actor, account.Id, roles.InWords());
            return secret;
        }, ct);

    /// <summary>A new link by which the person sets a password; earlier ones stop working.</summary>
    /// <returns>Its secret.</returns>
    [Requires(Right.InviteAccounts)]
    public Task<string> IssueLinkAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.InviteAccounts, async db =>
        {
            var account = await FindAsync(db, accountId, ct);
            await db.Links.Where(l => l.AccountId == accountId).ExecuteDeleteAsync(ct);
            var secret = LinkKeeper.Add(db, LinkPurpose.SetPassword, account, Now, PeopleOptions.PasswordLinkTime);
            await db.SaveChangesAsync(ct);
            log.Changed("LinkIssued", actor, accountId);
            return secret;
        }, ct);

    /// <exception cref="InvalidInputException">No role, or nobody would be left to administer.</exception>
    [Requires(Right.ChangeRoles)]
    public Task ChangeRolesAsync(Actor actor, int accountId, Roles roles, CancellationToken ct) =>
        runner.RunAsync(actor, Right.ChangeRoles, async db =>
        {
            var account = await FindAsync(db, accountId, ct);
            var before = account.Roles;
            account.Roles = AccountFactory.AtLeastOne(roles);
            await db.SaveChangesAsync(ct);
            await RequireAnAdministratorAsync(db, "Roles", ct);
            log.Changed("RolesChanged", actor, accountId, $"from {before.InWords()} to {roles.InWords()}");
        }, ct);

    /// <summary>The person cannot sign in any more, and what they have open ends.</summary>
    [Requires(Right.DisableAccounts)]
    public Task DisableAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.DisableAccounts, async db =>
        {
            var account = await FindAsync(db, accountId, ct);
            account.DisabledAt ??= Now;
            await db.SaveChangesAsync(ct);
            await RequireAnAdministratorAsync(db, "", ct);
            await EndAccessAsync(db, accountId, ct);
            log.Changed("AccountDisabled", actor, accountId);
        }, ct);

    [Requires(Right.DisableAccounts)]
    public Task EnableAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.DisableAccounts, async db =>
        {
            var account = await FindAsync(db, accountId, ct);
            account.DisabledAt = null;
            await db.SaveChangesAsync(ct);
            log.Changed("AccountEnabled", actor, accountId);
        }, ct);

    /// <summary>
    /// For a person who lost their device: removes authenticator app, recovery codes and passkeys, and ends their
    /// sessions.
    /// </summary>
    [Requires(Right.ResetSecondFactors)]
    public Task ResetSecondFactorAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.ResetSecondFactors, async db =>
        {
            var account = await FindAsync(db, accountId, ct);
            account.TwoFactorEnabled = false;
            account.LastCodeStep = null;
            await db.SaveChangesAsync(ct);
            await db.Set<IdentityUserToken<int>>().Where(t => t.UserId == accountId).ExecuteDeleteAsync(ct);
            await db.Set<IdentityUserPasskey<int>>().Where(p => p.UserId == accountId).ExecuteDeleteAsync(ct);
            await EndAccessAsync(db, accountId, ct);
            log.Changed("SecondFactorReset", actor, accountId);
        }, ct);

    /// <summary>What the person has open ends; they can sign in again.</summary>
    [Requires(Right.ResetSecondFactors)]
    public Task EndSessionsAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.ResetSecondFactors, async db =>
        {
            await FindAsync(db, accountId, ct);
            await db.Sessions.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(ct);
            log.Changed("SessionsEnded", actor, accountId);
        }, ct);

    private static async Task<Account> FindAsync(DefenseCoopContext db, int accountId, CancellationToken ct) =>
        await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, ct)
        ?? throw new RecordGoneException("There is no such account any more: go back to the list.");

    /// <summary>Within the transaction of the change, so that two administrators cannot remove each other.</summary>
    private static async Task RequireAnAdministratorAsync(DefenseCoopContext db, string field, CancellationToken ct)
    {
        if (!await db.Accounts.AnyAsync(a => (a.Roles & Roles.Administrator) != 0 && a.DisabledAt == null, ct))
        {
            throw new InvalidInputException(
                field, "Nobody would be left to administer this installation: make somebody else an administrator first.");
        }
    }

    private static async Task EndAccessAsync(DefenseCoopContext db, int accountId, CancellationToken ct)
    {
        await db.Sessions.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(ct);
        await db.Links.Where(l => l.AccountId == accountId).ExecuteDeleteAsync(ct);
    }
}
