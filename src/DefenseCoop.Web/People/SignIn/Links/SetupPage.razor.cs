using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.SignIn.Links;

/// <summary>Where the one-time link of the first start leads.</summary>
public sealed partial class SetupPage
{
    [SupplyParameterFromForm(FormName = "setup")]
    private SetupInput? Input { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new SetupInput();
        await FindAsync(People.LocalPasswords, LinkPurpose.Setup);
    }

    private async Task SetUpAsync()
    {
        if (Link is null) return;
        int? account = null;
        if (!await TryAsync(
            async () => account = await Links.SetUpAsync(Token!, Input!.Email ?? "", Input.Name ?? "", Input.Password ?? "", Aborted)))
        {
            return;
        }
        if (account is null) Link = null;
        else if (await SignIn.SignInByAsync("Setup link", account.Value)) GoTo(AccountUrls.Accounts, "welcome");
    }

    private sealed class SetupInput
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
