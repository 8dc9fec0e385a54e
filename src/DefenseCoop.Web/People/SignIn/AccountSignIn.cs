using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DefenseCoop.Web.People.SignIn;

/// <summary>Identity's sign-in, which tells a stranger nothing: every failure looks alike and takes as long.</summary>
public sealed class AccountSignIn(
    AccountManager accounts,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> principals,
    IOptions<IdentityOptions> identity,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    PeopleOptions people)
    : SignInManager<Account>(accounts, http, principals, identity, log, schemes, confirmation)
{
    /// <summary>How the person signs in, in words; it is shown among their sessions.</summary>
    public string Method { get; private set; } = "unknown";

    public override async Task<bool> CanSignInAsync(Account user) =>
        user is { DisabledAt: null } && (people.Demonstration || !user.IsDemonstration) && await base.CanSignInAsync(user);

    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        Method = "Password";
        if (people.LocalPasswords && await accounts.FindByNameAsync(userName) is { } account)
        {
            var result = await base.PasswordSignInAsync(account, password, isPersistent, lockoutOnFailure);
            // An account that may not be used is refused before its password is looked at: that must not show in the time.
            if (result.IsNotAllowed) await accounts.PretendToCheckAsync(password);
            return result;
        }

        await accounts.PretendToCheckAsync(password);
        return SignInResult.Failed;
    }

    public override Task<SignInResult> TwoFactorAuthenticatorSignInAsync(string code, bool isPersistent, bool rememberClient)
    {
        Method = "Password and authenticator app";
        return base.TwoFactorAuthenticatorSignInAsync(code, isPersistent, rememberClient);
    }

    public override Task<SignInResult> TwoFactorRecoveryCodeSignInAsync(string recoveryCode)
    {
        Method = "Password and recovery code";
        return base.TwoFactorRecoveryCodeSignInAsync(recoveryCode);
    }

    public override Task<SignInResult> PasskeySignInAsync(string credentialJson)
    {
        Method = "Passkey";
        return base.PasskeySignInAsync(credentialJson);
    }

    /// <summary>Signs in somebody whom another means has identified.</summary>
    public async Task<bool> SignInByAsync(string method, int accountId)
    {
        Method = method;
        var account = await accounts.FindByIdAsync(accountId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (account is null || !await CanSignInAsync(account)) return false;
        await SignInAsync(account, isPersistent: false);
        return true;
    }
}

/// <summary>A person at the moment of signing in: the number of the account is all that the session needs.</summary>
internal sealed class AccountPrincipals : IUserClaimsPrincipalFactory<Account>
{
    public Task<System.Security.Claims.ClaimsPrincipal> CreateAsync(Account user) => Task.FromResult(
        new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(
            [new(System.Security.Claims.ClaimTypes.NameIdentifier, user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            IdentityConstants.ApplicationScheme)));
}
