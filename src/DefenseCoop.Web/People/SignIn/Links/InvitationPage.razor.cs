using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.SignIn.Links;

/// <summary>Where the link of an invitation, or for a forgotten password, leads.</summary>
public sealed partial class InvitationPage
{
    private UsableLink? _link;

    [Inject]
    private LinkKeeper Links { get; set; } = null!;

    [Inject]
    private AccountSignIn SignIn { get; set; } = null!;

    [Inject]
    private Data.People.Accounts.AccountQueries Accounts { get; set; } = null!;

    [Inject]
    private PeopleOptions People { get; set; } = null!;

    [Inject]
    private AppSettings Settings { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "invitation")]
    private InvitationInput? Input { get; set; }

    private string Heading => People.LocalPasswords ? "Set your password" : "Your account";

    private string PasswordHint => $"At least {People.MinimumPasswordLength} characters, of any kind. A few words that nobody would put together do well.";

    protected override async Task OnInitializedAsync()
    {
        Input ??= new InvitationInput();
        _link = People.LocalPasswords || Settings.Access.OpenIdConnect is not null ? await Links.FindAsync(Token, LinkPurpose.SetPassword, Aborted) : null;
        if (_link is null) Http.Response.StatusCode = StatusCodes.Status410Gone;
    }

    private async Task SetAsync()
    {
        if (_link is null || !People.LocalPasswords) return;
        int? account = null;
        if (!await TryAsync(async () => account = await Links.SetPasswordAsync(Token!, Input!.Password ?? "", Aborted))) return;
        if (account is null) _link = null;

        // The link may have come into other hands than the phone: with a second factor, the new password has to be shown with it.
        else if (await Accounts.HasSecondFactorAsync(account.Value, Aborted)) GoTo(AccountUrls.SignInPath);
        else if (await SignIn.SignInByAsync("One-time link", account.Value)) GoTo(AccountUrls.Profile, "welcome");
    }

    private sealed class InvitationInput
    {
        public string? Password { get; set; }
    }
}
