using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.Typing;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace DefenseCoop.Web.People.SignIn.Provider;

/// <summary>What happens when somebody comes back from the provider, let in or not.</summary>
internal sealed class ProviderEvents(AppSettings settings, SecurityLog security, ILogger<ProviderEvents> log) : OpenIdConnectEvents
{
    private const int LongestReason = 300;

    public override Task TicketReceived(TicketReceivedContext context)
    {
        context.Principal = ProviderClaims.Kept(context.Principal!, settings.Access.OpenIdConnect!);
        return Task.CompletedTask;
    }

    /// <summary>Denied, too late, forged, or the provider broke down meanwhile: all lead to where it began.</summary>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        var isDown = IsDown(context.Failure);
        Note(context.Failure);
        context.Response.Redirect(ProviderMessages.Back(context.Properties.ReturnUrl(), isDown ? ProviderMessages.Down : ProviderMessages.Failed));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>Why it failed is for the operator: a wrong secret or redirect address shows nowhere else.</summary>
    public void Note(Exception? failure)
    {
        // What a stranger wrote into the address may be part of it.
        var reason = failure?.GetBaseException().Message ?? "unknown";
        log.LogWarning("The sign-in at the provider failed: {Reason}", reason.Cut(LongestReason));
        security.Warning("SignInFailed", null, "provider");
    }

    private static bool IsDown(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (e is HttpRequestException or TaskCanceledException or TimeoutException or IOException) return true;
        }

        return false;
    }
}

internal static class ProviderProperties
{
    /// <summary>Where the person wanted to go; it travels encrypted in the state.</summary>
    public static string? ReturnUrl(this AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(AccountUrls.ReturnUrl, out var url) == true ? url : null;

    /// <summary>The secret of the one-time link by which the person came.</summary>
    public static string? Invitation(this AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(AccountUrls.InvitationField, out var secret) == true ? secret : null;
}
