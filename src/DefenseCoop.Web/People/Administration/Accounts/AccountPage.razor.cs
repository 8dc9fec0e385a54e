using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.Administration.Accounts;

/// <summary>One account, and what an administrator does with it.</summary>
public sealed partial class AccountPage
{
    private AccountRow? _row;
    private string? _secret;

    [Inject]
    private AccountQueries Accounts { get; set; } = null!;

    [Inject]
    private AccountCommands Commands { get; set; } = null!;

    [Inject]
    private PeopleOptions People { get; set; } = null!;

    [Inject]
    private AppSettings Settings { get; set; } = null!;

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromForm(FormName = "roles")]
    private RoleInput? Input { get; set; }

    private string Means => string.Join(", ", new[]
    {
        _row!.HasPassword ? "password" : null, _row.HasProvider ? "provider" : null,
        _row.Passkeys > 0 ? "passkey" : null, _row.IsDemonstration ? "demonstration button" : null,
    }.OfType<string>().DefaultIfEmpty("nothing yet"));

    private string? DoneWords => Done switch
    {
        "roles" => "The roles were changed.",
        "enabled" => "The account was enabled.",
        _ => AccountUrls.ActionOf(Done) is { } action ? AccountActions.Done(action) : null,
    };

    /// <summary>A link sets a password, or leads to the provider.</summary>
    private bool CanHaveLink =>
        (People.LocalPasswords || Settings.Access.OpenIdConnect is not null) && _row is { IsDemonstration: false, DisabledAt: null };

    private string LinkHint => (People.LocalPasswords, Settings.Access.OpenIdConnect) switch
    {
        (true, null) => "By which the person sets a new password. Earlier links stop working.",
        (true, { } provider) =>
            $"By which the person sets a new password, or from then on signs in with {provider.Name}. Earlier links stop working.",
        (_, var provider) => $"By which the person, once signed in with {provider!.Name}, gets this account. Earlier links stop working.",
    };

    protected override async Task OnInitializedAsync()
    {
        Input ??= new RoleInput();
        _row = await Accounts.FindAsync(Actor, Id, Aborted);
        if (_row is null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private Task ChangeRolesAsync() => DoAsync(() => Commands.ChangeRolesAsync(Actor, Id, Input!.Chosen, Aborted), "roles");

    private Task EnableAsync() => DoAsync(() => Commands.EnableAsync(Actor, Id, Aborted), "enabled");

    private async Task IssueLinkAsync()
    {
        if (await TryAsync(async () => _secret = await Commands.IssueLinkAsync(Actor, Id, Aborted)))
        {
            _row = await Accounts.FindAsync(Actor, Id, Aborted);
        }
    }

    private async Task DoAsync(Func<Task> command, string done)
    {
        if (await TryAsync(command)) GoTo(AccountUrls.Account(Id), done);
    }
}
