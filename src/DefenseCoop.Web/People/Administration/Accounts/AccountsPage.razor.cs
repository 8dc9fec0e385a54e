using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.Administration.Accounts;

/// <summary>All accounts, and the invitation of another person.</summary>
public sealed partial class AccountsPage
{
    private IReadOnlyList<AccountRow> _rows = [];

    /// <summary>Shown in the answer to the form and nowhere else: an address would keep it.</summary>
    private string? _secret;

    private string? _invited;

    [Inject]
    private AccountQueries Accounts { get; set; } = null!;

    [Inject]
    private AccountCommands Commands { get; set; } = null!;

    [Inject]
    private PeopleOptions People { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "invite")]
    private InviteInput? Input { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new InviteInput();
        _rows = await Accounts.ListAsync(Actor, Aborted);
    }

    private async Task InviteAsync()
    {
        if (!await TryAsync(
            async () => _secret = await Commands.InviteAsync(Actor, Input!.Email ?? "", Input.Name ?? "", Input.Chosen, Aborted)))
        {
            return;
        }
        _rows = await Accounts.ListAsync(Actor, Aborted);
        _invited = Input!.Name;
        Input = new InviteInput();
    }

    private sealed class InviteInput : RoleInput
    {
        public string? Name { get; set; }

        public string? Email { get; set; }
    }
}

/// <summary>The boxes for roles, as a form sends them.</summary>
public class RoleInput
{
    public List<Roles>? Roles { get; set; }

    public Roles Chosen => (Roles ?? []).Aggregate(Domain.People.Roles.None, (all, role) => all | role);
}
