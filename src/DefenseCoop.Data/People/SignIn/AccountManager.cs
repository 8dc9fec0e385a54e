using DefenseCoop.Data.Commands;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DefenseCoop.Data.People.SignIn;

/// <summary>
/// Identity's manager, with our way of bounding guesses (<see cref="AttemptCounter"/>) in place of its own, which counts
/// after the fact. A lock bars passwords and codes only: whoever locks somebody else out does not bar their passkey.
/// </summary>
public sealed class AccountManager(
    IUserStore<Account> store,
    IOptions<IdentityOptions> identity,
    IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userValidators,
    IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Account>> log,
    AttemptCounter attempts,
    NobodysPassword nobody)
    : UserManager<Account>(store, identity, hasher, userValidators, passwordValidators, normalizer, errors, services, log)
{
    private const string CodeLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int CodeLength = 16;

    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(false);

    public override Task<IdentityResult> AccessFailedAsync(Account user) => Task.FromResult(IdentityResult.Success);

    public override Task<IdentityResult> ResetAccessFailedCountAsync(Account user) => Task.FromResult(IdentityResult.Success);

    public override async Task<bool> CheckPasswordAsync(Account user, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var mayTry = await attempts.CountAsync(user.Id);
        if (user.PasswordHash is not { } hash || !mayTry)
        {
            Pretend(password);
            await attempts.FailedAsync(user.Id, mayTry ? "no password is set" : "password while locked");
            return false;
        }

        var verified = PasswordHasher.VerifyHashedPassword(user, hash, password);
        if (verified == PasswordVerificationResult.Failed)
        {
            await attempts.FailedAsync(user.Id, "wrong password");
            return false;
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded) await RehashAsync(user, password);
        await (user.TwoFactorEnabled ? attempts.TakeBackAsync(user.Id) : attempts.ForgetAsync(user.Id));
        return true;
    }

    /// <summary>Takes as long as <see cref="CheckPasswordAsync"/>, for a person who does not exist.</summary>
    public async Task PretendToCheckAsync(string password)
    {
        await attempts.CountAsync(0);
        Pretend(password);
        await attempts.FailedAsync(0, "unknown account");
    }

    public override async Task<bool> VerifyTwoFactorTokenAsync(Account user, string tokenProvider, string token)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!await attempts.CountAsync(user.Id)) return await FailAsync(user, "code while locked");
        if (!await base.VerifyTwoFactorTokenAsync(user, tokenProvider, token)) return await FailAsync(user, "wrong code");
        await attempts.ForgetAsync(user.Id);
        return true;
    }

    public override async Task<IdentityResult> RedeemTwoFactorRecoveryCodeAsync(Account user, string code)
    {
        ArgumentNullException.ThrowIfNull(user);
        var result = await attempts.CountAsync(user.Id)
            ? await base.RedeemTwoFactorRecoveryCodeAsync(user, code)
            : IdentityResult.Failed();
        if (result.Succeeded) await attempts.ForgetAsync(user.Id);
        else await attempts.FailedAsync(user.Id, "wrong recovery code");
        return result;
    }

    /// <summary>
    /// Reads the account anew: counters are changed beside the
    /// tracked entity, which must not write old values over them.
    /// </summary>
    public Task ReloadAsync(Account account) => ((AccountStore)Store).Context.Entry(account).ReloadAsync();

    /// <summary>16 random letters and digits without those that look alike: 80 bits, hashed like a password.</summary>
    protected override string CreateTwoFactorRecoveryCode() => string.Join(
        '-',
        System.Security.Cryptography.RandomNumberGenerator.GetString(CodeLetters, CodeLength)
            .Chunk(CodeLength / 4)
            .Select(part => new string(part)));

    private void Pretend(string password) => PasswordHasher.VerifyHashedPassword(nobody.Account, nobody.Hash, password);

    /// <summary>The number of rounds was raised since the password was set: now is when the password is at hand.</summary>
    private async Task RehashAsync(Account user, string password)
    {
        await ReloadAsync(user);
        await UpdatePasswordHash(user, password, validatePassword: false);
        await UpdateUserAsync(user);
    }

    private async Task<bool> FailAsync(Account user, string what)
    {
        await attempts.FailedAsync(user.Id, what);
        return false;
    }
}

/// <summary>The password of a person who does not exist: checking it costs as much time as a real one.</summary>
public sealed class NobodysPassword
{
    public NobodysPassword(IPasswordHasher<Account> hasher) => Hash = hasher.HashPassword(Account, Secret.New());

    public Account Account { get; } = new() { DisplayName = "nobody" };

    public string Hash { get; }
}
