using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.People.Profile;

/// <summary>
/// What people change of the means by which they sign in. All of it asks for a recent sign-in or the current password, so
/// that whoever finds an unlocked screen cannot keep the account; changes end the person's other sessions.
/// </summary>
public sealed class CredentialCommands(
    CommandRunner runner, AccountManager accounts, IDbContextFactory<DefenseCoopContext> contexts, PeopleOptions people, SecurityLog log)
{
    /// <exception cref="NotAllowedException">Nobody is signed in.</exception>
    /// <exception cref="InvalidInputException">The current password is wrong, or the new one is not good enough.</exception>
    [Requires(Right.ChangeOwnAccount)]
    public async Task ChangePasswordAsync(Actor actor, string currentPassword, string newPassword, CancellationToken ct)
    {
        await runner.RequireOwnAsync(actor, Right.ChangeOwnAccount, ct);
        var account = await FindAsync(actor);
        if (!people.LocalPasswords || account.PasswordHash is null)
        {
            throw new ConflictException("There is no password to change: this account signs in by other means.");
        }

        if (currentPassword.Length is 0 or > PasswordRules.MaxLength || !await accounts.CheckPasswordAsync(account, currentPassword))
        {
            throw new InvalidInputException(
                "CurrentPassword",
                "The current password is wrong: write the one that you sign in with. "
                    + "After five wrong tries in a row none is taken for 15 minutes.");
        }

        await ReloadAsync(account);
        Require("NewPassword", await accounts.ChangePasswordAsync(account, currentPassword, newPassword));

        // A link that was given out for the earlier password would go round the new one.
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            await db.Links.Where(l => l.AccountId == actor.AccountId && l.UsedAt == null).ExecuteDeleteAsync(ct);
        }

        await EndOthersAsync(actor, "PasswordChanged", ct);
    }

    /// <summary>The key that the person's app is to be given; a new one each time, until the app is confirmed.</summary>
    /// <exception cref="SignInAgainException">The sign-in is not recent.</exception>
    [Requires(Right.ChangeOwnAccount)]
    public async Task<string> NewAuthenticatorKeyAsync(Actor actor, CancellationToken ct)
    {
        await runner.RequireRecentAsync(actor, Right.ChangeOwnAccount, ct);
        var account = await FindAsync(actor);
        RequireOff(account);

        // Codes of an earlier key say nothing of this one.
        account.LastCodeStep = null;
        Require("", await accounts.ResetAuthenticatorKeyAsync(account));
        return (await accounts.GetAuthenticatorKeyAsync(account))!;
    }

    /// <summary>The key that was given last and is not confirmed yet; null where there is none.</summary>
    [Requires(Right.ChangeOwnAccount)]
    public async Task<string?> PendingAuthenticatorKeyAsync(Actor actor, CancellationToken ct)
    {
        await runner.RequireRecentAsync(actor, Right.ChangeOwnAccount, ct);
        var account = await FindAsync(actor);
        return account.TwoFactorEnabled ? null : await accounts.GetAuthenticatorKeyAsync(account);
    }

    /// <summary>Turns the second factor on, once the app has shown a right code.</summary>
    /// <returns>The recovery codes, which are shown this once.</returns>
    [Requires(Right.ChangeOwnAccount)]
    public async Task<IReadOnlyList<string>> ConfirmAuthenticatorAsync(Actor actor, string code, CancellationToken ct)
    {
        await runner.RequireRecentAsync(actor, Right.ChangeOwnAccount, ct);
        var account = await FindAsync(actor);
        RequireOff(account);
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            throw new InvalidInputException(
                "Code",
                "The code is not the one that the app should show: check that the key was taken whole and that the device’s "
                    + "clock is right, and write the code shown now. After five wrong tries in a row none is taken for 15 minutes.");
        }

        await ReloadAsync(account);
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes.Count);
        Require("", await accounts.SetTwoFactorEnabledAsync(account, true));
        await EndOthersAsync(actor, "SecondFactorOn", ct);
        return [.. codes!];
    }

    /// <returns>The recovery codes that take the place of all earlier ones.</returns>
    [Requires(Right.ChangeOwnAccount)]
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Actor actor, CancellationToken ct)
    {
        await runner.RequireRecentAsync(actor, Right.ChangeOwnAccount, ct);
        var account = await FindAsync(actor);
        if (!account.TwoFactorEnabled) throw new ConflictException("No authenticator app is set up: set one up first.");
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes.Count);
        log.Event("RecoveryCodesRenewed", actor.AccountId);
        return [.. codes!];
    }

    /// <summary>Turns the second factor off; the key and the recovery codes are deleted.</summary>
    [Requires(Right.ChangeOwnAccount)]
    public async Task RemoveAuthenticatorAsync(Actor actor, CancellationToken ct)
    {
        await runner.RequireRecentAsync(actor, Right.ChangeOwnAccount, ct);
        var account = await FindAsync(actor);
        if (!account.TwoFactorEnabled) throw new ConflictException("No authenticator app is set up: there is nothing to remove.");
        Require("", await accounts.SetTwoFactorEnabledAsync(account, false));
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<IdentityUserToken<int>>().Where(t => t.UserId == actor.AccountId).ExecuteDeleteAsync(ct);
        await EndOthersAsync(actor, "SecondFactorOff", ct);
    }

    /// <summary>How many recovery codes are left.</summary>
    [Requires(Right.ChangeOwnAccount)]
    public async Task<int> RecoveryCodesLeftAsync(Actor actor, CancellationToken ct)
    {
        await runner.RequireOwnAsync(actor, Right.ChangeOwnAccount, ct);
        return await accounts.CountRecoveryCodesAsync(await FindAsync(actor));
    }

    /// <summary>Whether the person may add a passkey now: asked before the browser is.</summary>
    /// <exception cref="SignInAgainException">The sign-in is not recent.</exception>
    [Requires(Right.ChangeOwnAccount)]
    public Task PreparePasskeyAsync(Actor actor, CancellationToken ct) => runner.RequireRecentAsync(actor, Right.ChangeOwnAccount, ct);

    /// <param name="passkey">As attested by the browser and verified.</param>
    /// <param name="name">What the person calls it.</param>
    /// <exception cref="InvalidInputException">The name is no line of text, or too long.</exception>
    [Requires(Right.ChangeOwnAccount)]
    public async Task AddPasskeyAsync(Actor actor, UserPasskeyInfo passkey, string? name, CancellationToken ct)
    {
        await runner.RequireRecentAsync(actor, Right.ChangeOwnAccount, ct);
        passkey.Name = string.IsNullOrWhiteSpace(name) ? "Passkey" : PasskeyName.Of(name);
        Require("", await accounts.AddOrUpdatePasskeyAsync(await FindAsync(actor), passkey));
        log.Event("PasskeyAdded", actor.AccountId);
    }

    /// <summary>Removes one of the person's own passkeys; another's is left alone.</summary>
    /// <exception cref="RecordGoneException">The person has no such passkey (any more).</exception>
    [Requires(Right.ChangeOwnAccount)]
    public async Task RemovePasskeyAsync(Actor actor, byte[] passkeyId, CancellationToken ct)
    {
        await runner.RequireRecentAsync(actor, Right.ChangeOwnAccount, ct);
        var account = await FindAsync(actor);
        if (await accounts.GetPasskeyAsync(account, passkeyId) is null)
        {
            throw new RecordGoneException("You have no such passkey any more: it was removed already.");
        }
        Require("", await accounts.RemovePasskeyAsync(account, passkeyId));
        await EndOthersAsync(actor, "PasskeyRemoved", ct);
    }

    private static void RequireOff(Account account)
    {
        if (account.TwoFactorEnabled) throw new ConflictException("An authenticator app is set up already: remove it first.");
    }

    private static void Require(string field, IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidInputException(field, string.Join(' ', result.Errors.Select(e => e.Description)));
    }

    private async Task<Account> FindAsync(Actor actor)
    {
        var account = (await accounts.FindByIdAsync(actor.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture)))!;
        await ReloadAsync(account);
        return account;
    }

    /// <summary>Counters are changed behind the tracked entity's back, which must not write old values over them.</summary>
    private Task ReloadAsync(Account account) => accounts.ReloadAsync(account);

    private async Task EndOthersAsync(Actor actor, string what, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Sessions.Where(s => s.AccountId == actor.AccountId && s.Id != actor.SessionId).ExecuteDeleteAsync(ct);
        log.Event(what, actor.AccountId);
    }
}

/// <summary>What a person calls a passkey.</summary>
internal static class PasskeyName
{
    public const int Max = 60;

    public static string Of(string name)
    {
        var text = name.Trim();
        if (text.Any(char.IsControl))
        {
            throw new InvalidInputException("Name", "The name holds a control character: write it in one line of text.");
        }
        return text.Length <= Max
            ? text
            : throw new InvalidInputException("Name", $"The name has {text.Length} characters: shorten it to {Max}.");
    }
}
