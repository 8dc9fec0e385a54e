using System.Security.Cryptography;
using System.Text;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace DefenseCoop.Data.People.SignIn;

/// <summary>
/// Identity's store, with no secret in clear: the key of the authenticator app is encrypted, recovery codes are hashed
/// like passwords (both are plain text in the store that this one extends).
/// </summary>
public sealed class AccountStore(DefenseCoopContext context, IDataProtectionProvider protection)
    : UserOnlyStore<
        Account, DefenseCoopContext, int, IdentityUserClaim<int>, IdentityUserLogin<int>,
        IdentityUserToken<int>, IdentityUserPasskey<int>>(context)
{
    private const string Provider = "DefenseCoop";
    private const string KeyToken = "AuthenticatorKey";
    private const string CodesToken = "RecoveryCodes";
    private const int CodeHashRounds = 210_000;
    private const int CodeHashBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("DefenseCoop.AuthenticatorKey");

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        SetTokenAsync(user, Provider, KeyToken, _protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken)
    {
        var stored = await GetTokenAsync(user, Provider, KeyToken, cancellationToken);
        if (stored is null) return null;
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            // The keys were lost or exchanged: the app cannot be checked any more, and an administrator has to reset it.
            return null;
        }
    }

    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(CodeHashBytes);
        string[] parts = [Convert.ToBase64String(salt), .. recoveryCodes.Select(code => Hash(code, salt))];
        return SetTokenAsync(user, Provider, CodesToken, string.Join(';', parts), cancellationToken);
    }

    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var parts = await CodesAsync(user, cancellationToken);
        // The hash is computed also where there is nothing to compare it with, so that the answer takes as long.
        var salt = parts.Length > 0 ? Convert.FromBase64String(parts[0]) : new byte[CodeHashBytes];
        var hash = Hash(code, salt);
        if (!parts.Skip(1).Contains(hash, StringComparer.Ordinal)) return false;
        await SetTokenAsync(user, Provider, CodesToken, string.Join(';', parts.Where(p => p != hash)), cancellationToken);
        return true;
    }

    public override async Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) =>
        Math.Max(0, (await CodesAsync(user, cancellationToken)).Length - 1);

    public override Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken = default) =>
        Task.FromResult<DateTimeOffset?>(user.LockedUntil is { } until ? new DateTimeOffset(until, TimeSpan.Zero) : null);

    public override Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken = default)
    {
        user.LockedUntil = lockoutEnd?.UtcDateTime;
        return Task.CompletedTask;
    }

    private static string Hash(string code, byte[] salt) => Convert.ToBase64String(
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(RecoveryCodes.Normalize(code)), salt, CodeHashRounds, HashAlgorithmName.SHA512, CodeHashBytes));

    private async Task<string[]> CodesAsync(Account user, CancellationToken cancellationToken) =>
        (await GetTokenAsync(user, Provider, CodesToken, cancellationToken))?.Split(';') ?? [];
}

/// <summary>How people may write a recovery code: in either case, with or without hyphens and spaces.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    public static string Normalize(string code) =>
        string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
