using DefenseCoop.Data.Editing;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.People;
using Microsoft.AspNetCore.Authorization;

namespace DefenseCoop.Web.Editing;

/// <summary>Who is let in to forms: whoever has the right of the one that the address names; where it names none, of any.</summary>
internal static class EditPolicy
{
    public const string Name = "Form";

    /// <summary>The parameter of addresses that names a form.</summary>
    public const string Parameter = nameof(EditPage.Form);
}

internal sealed record FormRequirement : IAuthorizationRequirement;

/// <summary>Asks the forms for their rights, for a request as for the page that is shown for it.</summary>
internal sealed class FormHandler : AuthorizationHandler<FormRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, FormRequirement requirement)
    {
        var roles = context.User.IsSignedIn() ? context.User.Roles() : Roles.None;
        var form = context.Resource switch
        {
            HttpContext http => http.GetRouteValue(EditPolicy.Parameter),
            Microsoft.AspNetCore.Components.RouteData page => page.RouteValues.GetValueOrDefault(EditPolicy.Parameter),
            _ => null,
        };
        if (form is string name ? Rights.Allow(roles, FormRights.Of(name)) : FormRights.AllowAny(roles)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
