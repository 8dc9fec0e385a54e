using System.Text;
using System.Text.Encodings.Web;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.People.SignIn.Provider;

/// <summary>The way to the provider, and the end of the way back. The middle, the callback, is the framework's.</summary>
internal static class ProviderEndpoints
{
    public static void MapProvider(this WebApplication app)
    {
        if (app.Services.GetRequiredService<AppSettings>().Access.OpenIdConnect is null) return;
        app.MapPost(AccountUrls.ProviderPath, StartAsync).AllowAnonymous();
        app.MapGet(AccountUrls.ProviderReturnPath, ReturnAsync).AllowAnonymous();
    }

    private static async Task<IResult> StartAsync(
        HttpContext http, [FromForm] string? returnUrl, [FromForm] bool? again, [FromForm] string? invitation, [FromServices] AppSettings settings, [FromServices] ProviderEvents events)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = AccountUrls.ProviderReturnPath };
        properties.Items[AccountUrls.ReturnUrl] = AccountUrls.Local(returnUrl);
        if (!string.IsNullOrEmpty(invitation)) properties.Items[AccountUrls.InvitationField] = invitation;
        if (again is true)
        {
            // That the provider remembers the browser is not enough for what needs a recent sign-in.
            properties.Prompt = "login";
            properties.MaxAge = TimeSpan.Zero;
        }

        try
        {
            await http.ChallengeAsync(ProviderClaims.Scheme, properties);
        }
        catch (Exception e) when (e is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            events.Note(e);
            return HttpResults.LocalRedirect(ProviderMessages.Back(returnUrl, ProviderMessages.Down));
        }

        var address = http.Response.Headers.Location.ToString();
        http.Response.Headers.Remove("Location");
        return HttpResults.Content(Onward(address, settings.Access.OpenIdConnect!.Name), "text/html", Encoding.UTF8, StatusCodes.Status200OK);
    }

    private static async Task<IResult> ReturnAsync(
        HttpContext http, [FromServices] AppSettings settings, [FromServices] ProviderAccounts accounts, [FromServices] AccountSignIn signIn)
    {
        var ticket = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        var returnUrl = ticket.Properties.ReturnUrl();
        if (ProviderClaims.Person(ticket.Principal) is not { } person) return Back(ProviderMessages.Failed);
        var answer = await accounts.FindOrMakeAsync(person, ticket.Properties.Invitation(), http.RequestAborted);
        if (answer.Refusal is { } refusal) return Back(ProviderMessages.Done(refusal));
        return await signIn.SignInByAsync(settings.Access.OpenIdConnect!.Name, answer.AccountId!.Value)
            ? HttpResults.LocalRedirect(AccountUrls.Local(returnUrl))
            : Back(ProviderMessages.Failed);

        IResult Back(string done) => HttpResults.LocalRedirect(ProviderMessages.Back(returnUrl, done));
    }

    /// <summary>
    /// A page that leads on at once. A redirect would do, were it not the answer to a form: browsers hold the whole chain
    /// of redirects that a form starts against the policy of its page, and providers send people on to hosts that nobody
    /// here knows.
    /// </summary>
    private static string Onward(string address, string provider)
    {
        var encode = HtmlEncoder.Default;
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" type="image/svg+xml" href="{ProgramUrls.Icon}">
            <meta http-equiv="refresh" content="0; url={encode.Encode(address)}">
            <title>Sign in – DefenseCoop</title>
            </head>
            <body><main><h1>Sign in</h1><p><a href="{encode.Encode(address)}">Go on to {encode.Encode(provider)}</a></p></main></body>
            </html>
            """;
    }
}
