using System.Security.Cryptography;
using System.Text;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Typing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.SignIn;

/// <summary>A person as an OpenID Connect provider describes them.</summary>
/// <param name="Issuer">The provider; with <paramref name="Subject"/> it is all that a person is known by.</param>
/// <param name="IsEmailVerified">Whether the provider vouches for the e-mail address.</param>
/// <param name="Roles">What the values of the provider's claim give here.</param>
public sealed record ProviderPerson(string Issuer, string Subject, string? Name, string? Email, bool IsEmailVerified, Roles Roles);

/// <summary>Why a person whom the provider has let in is not let in here.</summary>
public enum ProviderRefusal
{
    /// <summary>No value of the claim gives a role.</summary>
    NoRole,

    Disabled,

    /// <summary>There is an account with the e-mail address, and the provider does not vouch for the address.</summary>
    EmailNotVerified,

    /// <summary>The account with the e-mail address belongs to somebody else at the same provider.</summary>
    EmailOfAnother,

    /// <summary>The one-time link by which they came was used meanwhile, or is too old.</summary>
    LinkGone,

    /// <summary>The account of the one-time link has a second factor, which the link does not replace.</summary>
    SecondFactor,
}

/// <summary>The account to sign in to, or why there is none.</summary>
public sealed record ProviderAnswer(int? AccountId, ProviderRefusal? Refusal = null);

/// <summary>
/// The accounts of people who sign in at a provider. What they may do is the provider's word at every sign-in, also where
/// that leaves nobody to administer: whoever runs the provider can give the role back.
/// </summary>
public sealed class ProviderAccounts(IDbContextFactory<DefenseCoopContext> contexts, TimeProvider clock, SecurityLog log)
{
    private const int MaxProvider = 128;
    private const int MaxKey = 256;

    /// <summary>Finds the account of a person, or makes it at their first sign-in, and gives it the roles that they have now.</summary>
    /// <param name="person">As the provider describes them.</param>
    /// <param name="invitation">Secret of the one-time link by which they came: its
    /// account becomes theirs, whatever the provider says of addresses.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<ProviderAnswer> FindOrMakeAsync(ProviderPerson person, string? invitation, CancellationToken ct)
    {
        var provider = Key(person.Issuer, MaxProvider);
        var subject = Key(person.Subject, MaxKey);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var known = await db.Accounts
            .Where(
                a => db.Set<IdentityUserLogin<int>>().Any(l => l.LoginProvider == provider && l.ProviderKey == subject && l.UserId == a.Id))
            .SingleOrDefaultAsync(ct);
        var answer = known is null
            ? await WelcomeAsync(db, person, invitation, provider, subject, ct)
            : await FollowAsync(db, known, person.Roles, ct);
        await transaction.CommitAsync(ct);
        if (answer.Refusal is { } refusal) log.Warning("ProviderRefused", known?.Id, refusal.ToString());
        return answer;
    }

    private async Task<ProviderAnswer> WelcomeAsync(
        DefenseCoopContext db, ProviderPerson person, string? invitation, string provider, string subject, CancellationToken ct)
    {
        if (person.Roles == Roles.None) return new(null, ProviderRefusal.NoRole);
        if (invitation is not null) return await AcceptAsync(db, person, invitation, provider, subject, ct);
        var email = AccountFactory.IsEmail(person.Email) ? person.Email : null;
        var normalized = email is null ? null : AccountFactory.Normalize(email);
        var account = normalized is null ? null : await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, ct);
        if (account is not null)
        {
            if (!person.IsEmailVerified) return new(null, ProviderRefusal.EmailNotVerified);
            if (account.IsDemonstration || await IsTakenAsync(db, account, provider, ct)) return new(null, ProviderRefusal.EmailOfAnother);
            if (account.DisabledAt is not null) return new(null, ProviderRefusal.Disabled);
            await LinkAsync(db, account, provider, subject, ct);
            log.Event("ProviderLinked", account.Id);
            return await FollowAsync(db, account, person.Roles, ct);
        }

        // An address that nobody vouches for is not taken: it would lie in wait for the one whose address it is.
        account = AccountFactory.New(
            person.IsEmailVerified ? email : null, Name(person, email), person.Roles, clock.GetUtcNow().UtcDateTime);
        account.EmailConfirmed = account.Email is not null;
        db.Accounts.Add(account);
        await db.SaveChangesAsync(ct);
        await LinkAsync(db, account, provider, subject, ct);
        log.Event("ProviderAccountMade", account.Id, person.Roles.InWords());
        return new(account.Id);
    }

    /// <summary>Whoever holds the link of an account, and has proved at the provider who they are, is its owner from now on.</summary>
    private async Task<ProviderAnswer> AcceptAsync(
        DefenseCoopContext db, ProviderPerson person, string invitation, string provider, string subject, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var account = await LinkKeeper.Usable(db, Secret.Hash(invitation), LinkPurpose.SetPassword, now)
            .Select(l => l.Account)
            .SingleOrDefaultAsync(ct);
        if (account is null || account.IsDemonstration) return new(null, ProviderRefusal.LinkGone);
        if (await IsTakenAsync(db, account, provider, ct)) return new(null, ProviderRefusal.EmailOfAnother);

        // The link may have come into other hands than the phone: it alone does not open what a second factor guards.
        if (account.TwoFactorEnabled || await db.Set<IdentityUserPasskey<int>>().AnyAsync(p => p.UserId == account.Id, ct))
        {
            return new(null, ProviderRefusal.SecondFactor);
        }
        if (!await LinkKeeper.UseAsync(db, invitation, LinkPurpose.SetPassword, now, ct)) return new(null, ProviderRefusal.LinkGone);
        account.EmailConfirmed = account.Email is not null;
        await LinkAsync(db, account, provider, subject, ct);
        await db.Links.Where(l => l.AccountId == account.Id && l.UsedAt == null).ExecuteDeleteAsync(ct);
        log.Event("ProviderLinked", account.Id, "by one-time link");
        return await FollowAsync(db, account, person.Roles, ct);
    }

    private static Task<bool> IsTakenAsync(DefenseCoopContext db, Account account, string provider, CancellationToken ct) =>
        db.Set<IdentityUserLogin<int>>().AnyAsync(l => l.UserId == account.Id && l.LoginProvider == provider, ct);

    private async Task<ProviderAnswer> FollowAsync(DefenseCoopContext db, Account account, Roles roles, CancellationToken ct)
    {
        if (account.DisabledAt is not null) return new(null, ProviderRefusal.Disabled);
        if (account.Roles != roles) await ChangeRolesAsync(db, account, roles, ct);
        return roles == Roles.None ? new(null, ProviderRefusal.NoRole) : new(account.Id);
    }

    private async Task ChangeRolesAsync(DefenseCoopContext db, Account account, Roles roles, CancellationToken ct)
    {
        var before = account.Roles;
        account.Roles = roles;
        await db.SaveChangesAsync(ct);
        log.Event("RolesChanged", account.Id, $"from {before.InWords()} to {roles.InWords()}, by the provider");
        if (before.HasFlag(Roles.Administrator)
            && !await db.Accounts.AnyAsync(a => (a.Roles & Roles.Administrator) != 0 && a.DisabledAt == null, ct))
        {
            log.Warning("NoAdministratorLeft", account.Id, "by the provider");
        }
    }

    private static async Task LinkAsync(DefenseCoopContext db, Account account, string provider, string subject, CancellationToken ct)
    {
        db.Add(new IdentityUserLogin<int> { LoginProvider = provider, ProviderKey = subject, UserId = account.Id });
        await db.SaveChangesAsync(ct);
    }

    private static string Name(ProviderPerson person, string? email)
    {
        var text = string.Concat((person.Name ?? email ?? "").Where(c => !char.IsControl(c))).Trim();
        text = text.Cut(Account.MaxName).Trim();
        return text.Length == 0 ? "Without a name" : text;
    }

    private static string Key(string text, int max) => text.Length <= max ? text : $"sha256:{Hash(text)}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
