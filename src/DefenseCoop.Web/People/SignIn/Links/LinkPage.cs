using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Shared.Forms;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.People.SignIn.Links;

/// <summary>Where a one-time link leads: whoever has it may set a password, and is signed in then.</summary>
public abstract class LinkPage : FormPage
{
    [Inject]
    protected LinkKeeper Links { get; set; } = null!;

    [Inject]
    protected AccountSignIn SignIn { get; set; } = null!;

    [Inject]
    protected PeopleOptions People { get; set; } = null!;

    /// <summary>The secret of the link.</summary>
    [SupplyParameterFromQuery]
    public string? Token { get; set; }

    /// <summary>Null where it is good for nothing any more.</summary>
    protected UsableLink? Link { get; set; }

    protected string PasswordHint =>
        $"At least {People.MinimumPasswordLength} characters, of any kind. A few words that nobody would put together do well.";

    /// <summary>Finds what the link is good for; a link that is good for nothing is answered as gone.</summary>
    /// <param name="isOffered">Whether links of the purpose are good for anything in this installation.</param>
    /// <param name="purpose">For which it must have been made.</param>
    protected async Task FindAsync(bool isOffered, LinkPurpose purpose)
    {
        Link = isOffered ? await Links.FindAsync(Token, purpose, Aborted) : null;
        if (Link is null) Http.Response.StatusCode = StatusCodes.Status410Gone;
    }
}
