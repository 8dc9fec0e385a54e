using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Authorization;

namespace DefenseCoop.Web.People;

/// <summary>A page that needs a right says so by <c>[Requires(Right.…)]</c>-like policies named after the rights.</summary>
internal sealed record RightRequirement(Right Right) : IAuthorizationRequirement;

/// <summary>Decides what is shown, by the table of rights and the roles that the request or the open page knows.</summary>
internal sealed class RightHandler(PeopleOptions options) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        var isVisitor = !context.User.IsSignedIn();
        var roles = isVisitor && options.AnonymousRead ? Roles.Reader : context.User.Roles();
        if (Rights.Allow(roles, requirement.Right) && (!isVisitor || requirement.Right == Right.Read)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
