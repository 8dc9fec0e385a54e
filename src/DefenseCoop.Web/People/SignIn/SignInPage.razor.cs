using DefenseCoop.Data.Commands;
using DefenseCoop.Web.People.SignIn.Provider;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.SignIn;

/// <summary>Where people sign in. Every failure is told in the same words.</summary>
public sealed partial class SignInPage
{
    /// <summary>It must fit an unknown address, a wrong password, a locked and a disabled account alike.</summary>
    private const string Refused =
        "This e-mail address and password do not sign in. Check both. "
            + "After five wrong tries in a row an account does not take passwords for 15 minutes.";

    [Inject]
    private AccountSignIn SignIn { get; set; } = null!;

    [Inject]
    private PeopleOptions People { get; set; } = null!;

    [Inject]
    private AppSettings Settings { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    /// <summary>
    /// "true" where the person is signed in and has to prove it
    /// anew. Text: an address that says anything else must not fail.
    /// </summary>
    [SupplyParameterFromQuery]
    public string? Again { get; set; }

    private bool IsAgain => Again == "true";

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInInput? Input { get; set; }

    protected override void OnInitialized()
    {
        Input ??= new SignInInput();
        if (Done == "passkey") Errors.Add("", "The passkey does not sign in here. Choose another, or use your password.");
        if (Settings.Access.OpenIdConnect is { } provider && ProviderMessages.Text(Done, provider.Name) is { } problem)
        {
            Errors.Add("", problem);
        }
    }

    private async Task SignInAsync()
    {
        Errors.Clear();
        if (!People.LocalPasswords) return;
        var email = Input!.Email?.Trim() ?? "";
        if (email.Length is 0 or > Account.MaxEmail)
        {
            Errors.Add("Email", "The e-mail address is missing or too long: write the one that your account has.");
        }
        if (Input.Password is not { Length: > 0 and <= Data.People.SignIn.PasswordRules.MaxLength })
        {
            Errors.Add("Password", "The password is missing or too long: write yours.");
        }
        if (Errors.Any)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var result = Microsoft.AspNetCore.Identity.SignInResult.Failed;
        if (!await TryAsync(async () =>
            result = await SignIn.PasswordSignInAsync(email, Input.Password!, isPersistent: false, lockoutOnFailure: false)))
        {
            return;
        }

        if (result.Succeeded) GoTo(AccountUrls.Local(ReturnUrl));
        else if (result.RequiresTwoFactor) GoTo(AccountUrls.SecondFactor(ReturnUrl));
        else Refuse();
    }

    private void Refuse()
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Errors.Add("", Refused);
    }

    private sealed class SignInInput
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
