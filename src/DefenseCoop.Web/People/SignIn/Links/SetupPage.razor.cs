using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.SignIn.Links;

/// <summary>Where the one-time link of the first start leads.</summary>
public sealed partial class SetupPage
{
    private UsableLink? _link;

    [Inject]
    private LinkKeeper Links { get; set; } = null!;

    [Inject]
    private AccountSignIn SignIn { get; set; } = null!;

    [Inject]
    private PeopleOptions People { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "setup")]
    private SetupInput? Input { get; set; }

    private string PasswordHint => $"At least {People.MinimumPasswordLength} characters, of any kind. A few words that nobody would put together do well.";

    protected override async Task OnInitializedAsync()
    {
        Input ??= new SetupInput();
        _link = People.LocalPasswords ? await Links.FindAsync(Token, LinkPurpose.Setup, Aborted) : null;
        if (_link is null) Http.Response.StatusCode = StatusCodes.Status410Gone;
    }

    private async Task SetUpAsync()
    {
        if (_link is null) return;
        int? account = null;
        if (!await TryAsync(async () => account = await Links.SetUpAsync(Token!, Input!.Email ?? "", Input.Name ?? "", Input.Password ?? "", Aborted))) return;
        if (account is null) _link = null;
        else if (await SignIn.SignInByAsync("Setup link", account.Value)) GoTo(AccountUrls.Accounts, "welcome");
    }

    private sealed class SetupInput
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
