using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.Accounts;

/// <summary>What an administrator does with the accounts of others. Every change of access ends or renews what is open.</summary>
public sealed class AccountCommands(CommandRunner runner, SecurityLog log)
{
    /// <returns>The secret of the link by which the invited person sets a password, once and within three days.</returns>
    /// <exception cref="NotAllowedException">The acting person may not do it.</exception>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    [Requires(Right.InviteAccounts)]
    public Task<string> InviteAsync(Actor actor, string email, string name, Roles roles, CancellationToken ct) =>
        runner.RunAsync(actor, Right.InviteAccounts, async work =>
        {
            // Inviting gives roles, too.
            var account = AccountFactory.New(email, name, roles, work.Now);
            await AccountFactory.RequireUnusedAsync(work.Db, account.NormalizedEmail!, work.Ct);
            work.Db.Accounts.Add(account);
            var secret = LinkKeeper.Add(work.Db, LinkPurpose.SetPassword, account, work.Now, PeopleOptions.PasswordLinkTime);
            await work.Db.SaveChangesAsync(work.Ct);
            log.Changed("AccountInvited", actor, account.Id, roles.InWords());
            return secret;
        }, ct);

    /// <summary>A new link by which the person sets a password; earlier ones stop working.</summary>
    /// <returns>Its secret.</returns>
    [Requires(Right.InviteAccounts)]
    public Task<string> IssueLinkAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.InviteAccounts, async work =>
        {
            var account = await FindAsync(work, accountId);
            await work.Db.Links.Where(l => l.AccountId == accountId).ExecuteDeleteAsync(work.Ct);
            var secret = LinkKeeper.Add(work.Db, LinkPurpose.SetPassword, account, work.Now, PeopleOptions.PasswordLinkTime);
            await work.Db.SaveChangesAsync(work.Ct);
            log.Changed("LinkIssued", actor, accountId);
            return secret;
        }, ct);

    /// <exception cref="InvalidInputException">No role, or nobody would be left to administer.</exception>
    [Requires(Right.ChangeRoles)]
    public Task ChangeRolesAsync(Actor actor, int accountId, Roles roles, CancellationToken ct) =>
        runner.RunAsync(actor, Right.ChangeRoles, async work =>
        {
            var account = await FindAsync(work, accountId);
            var before = account.Roles;
            account.Roles = AccountFactory.AtLeastOne(roles);
            await work.Db.SaveChangesAsync(work.Ct);
            await RequireAnAdministratorAsync(work, "Roles");
            log.Changed("RolesChanged", actor, accountId, $"from {before.InWords()} to {roles.InWords()}");
        }, ct);

    /// <summary>The person cannot sign in any more, and what they have open ends.</summary>
    [Requires(Right.DisableAccounts)]
    public Task DisableAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.DisableAccounts, async work =>
        {
            var account = await FindAsync(work, accountId);
            account.DisabledAt ??= work.Now;
            await work.Db.SaveChangesAsync(work.Ct);
            await RequireAnAdministratorAsync(work, "");
            await EndAccessAsync(work, accountId);
            log.Changed("AccountDisabled", actor, accountId);
        }, ct);

    [Requires(Right.DisableAccounts)]
    public Task EnableAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.DisableAccounts, async work =>
        {
            var account = await FindAsync(work, accountId);
            account.DisabledAt = null;
            await work.Db.SaveChangesAsync(work.Ct);
            log.Changed("AccountEnabled", actor, accountId);
        }, ct);

    /// <summary>
    /// For a person who lost their device: removes authenticator app, recovery codes and passkeys, and ends their
    /// sessions.
    /// </summary>
    [Requires(Right.ResetSecondFactors)]
    public Task ResetSecondFactorAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.ResetSecondFactors, async work =>
        {
            var account = await FindAsync(work, accountId);
            account.TwoFactorEnabled = false;
            account.LastCodeStep = null;
            await work.Db.SaveChangesAsync(work.Ct);
            await work.Db.Set<IdentityUserToken<int>>().Where(t => t.UserId == accountId).ExecuteDeleteAsync(work.Ct);
            await work.Db.Set<IdentityUserPasskey<int>>().Where(p => p.UserId == accountId).ExecuteDeleteAsync(work.Ct);
            await EndAccessAsync(work, accountId);
            log.Changed("SecondFactorReset", actor, accountId);
        }, ct);

    /// <summary>What the person has open ends; they can sign in again.</summary>
    [Requires(Right.ResetSecondFactors)]
    public Task EndSessionsAsync(Actor actor, int accountId, CancellationToken ct) =>
        runner.RunAsync(actor, Right.ResetSecondFactors, async work =>
        {
            await FindAsync(work, accountId);
            await work.Db.Sessions.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(work.Ct);
            log.Changed("SessionsEnded", actor, accountId);
        }, ct);

    private static async Task<Account> FindAsync(CommandWork work, int accountId) =>
        await work.Db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId, work.Ct)
        ?? throw new RecordGoneException("There is no such account any more: go back to the list.");

    /// <summary>Within the transaction of the change, so that two administrators cannot remove each other.</summary>
    private static async Task RequireAnAdministratorAsync(CommandWork work, string field)
    {
        if (!await work.Db.Accounts.AnyAsync(a => (a.Roles & Roles.Administrator) != 0 && a.DisabledAt == null, work.Ct))
        {
            throw new InvalidInputException(field, "Nobody would be left to administer this installation: make somebody else an administrator first.");
        }
    }

    private static async Task EndAccessAsync(CommandWork work, int accountId)
    {
        await work.Db.Sessions.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(work.Ct);
        await work.Db.Links.Where(l => l.AccountId == accountId).ExecuteDeleteAsync(work.Ct);
    }
}
