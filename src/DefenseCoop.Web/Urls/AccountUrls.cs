using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace DefenseCoop.Web.Urls;

/// <summary>Every address of sign-in, profile and administration.</summary>
public static class AccountUrls
{
    /// <summary>All that people do to their own account stands beneath it.</summary>
    public const string Root = "/account";

    /// <summary>All of the administration stands beneath it.</summary>
    public const string Administration = "/admin";

    public const string ReturnUrl = "returnUrl";
    public const string Token = "token";

    /// <summary>The one-time link with which somebody goes to the provider.</summary>
    public const string InvitationField = "invitation";

    public const string SignInPath = "/account/sign-in";
    public const string SecondFactorPath = "/account/second-factor";
    public const string RecoveryCodePath = "/account/recovery-code";
    public const string DemonstrationPath = "/account/demo-sign-in";
    public const string PasskeyRequestPath = "/account/sign-in/passkey-options";
    public const string PasskeySignInPath = "/account/sign-in/passkey";
    public const string PasskeyCreationPath = "/account/passkeys/options";
    public const string PasskeyAdditionPath = "/account/passkeys/add";

    /// <summary>In the address of the page of passkeys, the name of one that was not added.</summary>
    public const string PasskeyName = "name";
    public const string ProviderPath = "/account/provider";
    public const string ProviderCallbackPath = "/account/provider-callback";
    public const string ProviderReturnPath = "/account/provider-return";
    public const string SignOutPath = "/account/sign-out";
    public const string SetupPath = "/account/setup";
    public const string InvitationPath = "/account/invitation";
    public const string Profile = "/account/profile";
    public const string Password = "/account/password";
    public const string Authenticator = "/account/authenticator";
    public const string Passkeys = "/account/passkeys";
    public const string Sessions = "/account/sessions";

    public const string Accounts = "/admin/accounts";
    public const string Categories = "/admin/categories";
    public const string Organizations = "/admin/organizations";
    public const string Sites = "/admin/sites";
    public const string System = "/admin/system";
    public const string RightsTable = "/admin/rights";

    public static string SignIn(string? returnUrl) => With(SignInPath, ReturnUrl, Local(returnUrl));

    /// <summary>For what needs a recent sign-in.</summary>
    public static string SignInAgain(string returnUrl) => QueryHelpers.AddQueryString(SignIn(returnUrl), "again", "true");

    public static string SecondFactor(string? returnUrl) => With(SecondFactorPath, ReturnUrl, Local(returnUrl));

    public static string RecoveryCode(string? returnUrl) => With(RecoveryCodePath, ReturnUrl, Local(returnUrl));

    public static string Setup(string secret) => With(SetupPath, Token, secret);

    public static string Invitation(string secret) => With(InvitationPath, Token, secret);

    public static string Account(int id) => string.Create(CultureInfo.InvariantCulture, $"{Accounts}/{id}");

    /// <summary>The page that asks before something is done to an account.</summary>
    public static string AccountAction(int id, AccountAction action) => $"{Account(id)}/{Slug(action)}";

    /// <summary>An action as the end of an address.</summary>
    public static string Slug(AccountAction action) => action switch
    {
        Urls.AccountAction.Disable => "disable",
        Urls.AccountAction.EndSessions => "end-sessions",
        _ => "reset-second-factor",
    };

    /// <summary>Reads what <see cref="Slug"/> wrote; null where it is no action.</summary>
    public static AccountAction? ActionOf(string? slug) =>
        Enum.GetValues<AccountAction>().Where(a => Slug(a) == slug).Select(a => (AccountAction?)a).FirstOrDefault();

    /// <summary>Whether a path is one of accounts: of sign-in, profile or administration.</summary>
    public static bool Is(PathString path) =>
        path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments(Administration, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A path of this program, or the summary: an address that came with a request must never lead elsewhere, nor back
    /// to where people sign in or out.
    /// </summary>
    public static string Local(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) && !url.Contains('\\', StringComparison.Ordinal)
        && !url.StartsWith(SignInPath, StringComparison.OrdinalIgnoreCase)
        && !url.StartsWith(SignOutPath, StringComparison.OrdinalIgnoreCase)
        && !url.StartsWith("/_", StringComparison.Ordinal)
            ? Ascii(url)
            : AppUrls.SummaryPath;

    /// <summary>What else there is cannot stand in a header.</summary>
    private static string Ascii(string url) =>
        string.Concat(url.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private static string With(string path, string name, string value) =>
        value == AppUrls.SummaryPath ? path : QueryHelpers.AddQueryString(path, name, value);
}
