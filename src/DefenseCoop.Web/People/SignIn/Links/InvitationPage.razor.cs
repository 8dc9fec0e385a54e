using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.SignIn.Links;

/// <summary>Where the link of an invitation, or for a forgotten password, leads.</summary>
public sealed partial class InvitationPage
{
    [Inject]
    private Data.People.Accounts.AccountQueries Accounts { get; set; } = null!;

    [Inject]
    private AppSettings Settings { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "invitation")]
    private InvitationInput? Input { get; set; }

    private string Heading => People.LocalPasswords ? "Set your password" : "Your account";

    protected override async Task OnInitializedAsync()
    {
        Input ??= new InvitationInput();
        await FindAsync(People.LocalPasswords || Settings.Access.OpenIdConnect is not null, LinkPurpose.SetPassword);
    }

    private async Task SetAsync()
    {
        if (Link is null || !People.LocalPasswords) return;
        int? account = null;
        if (!await TryAsync(async () => account = await Links.SetPasswordAsync(Token!, Input!.Password ?? "", Aborted))) return;
        if (account is null) Link = null;

        // The link may have come into other hands than the phone: with a second factor, the new password has to be shown with it.
        else if (await Accounts.HasSecondFactorAsync(account.Value, Aborted)) GoTo(AccountUrls.SignInPath);
        else if (await SignIn.SignInByAsync("One-time link", account.Value)) GoTo(AccountUrls.Profile, "welcome");
    }

    private sealed class InvitationInput
    {
        public string? Password { get; set; }
    }
}
