using System.Globalization;
using System.Security.Claims;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace DefenseCoop.Web.People.SignIn;

/// <summary>
/// Ties the cookie to a session in the database: it holds the session's secret and nothing else, and every request asks
/// the database who that is and what they are now.
/// </summary>
internal sealed class SessionCookieEvents(SessionKeeper sessions, SecurityLog log) : CookieAuthenticationEvents
{
    private static readonly string[] OfPrograms = [ProgramUrls.Circuit, ProgramUrls.Api, ProgramUrls.Export, ProgramUrls.Feeds, ProgramUrls.OpenApi];

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var http = context.HttpContext;
        var accountId = int.Parse(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

        // Whatever session the browser came with ends: a sign-in never goes on under a secret that was known before.
        if (http.User.Actor().SessionId is { } earlier) await sessions.EndAsync(earlier, http.RequestAborted);
        var method = http.RequestServices.GetRequiredService<AccountSignIn>().Method;
        var key = await sessions.StartAsync(
            new SessionStart(accountId, method, http.Connection.RemoteIpAddress?.ToString(), Device(http)), http.RequestAborted);
        context.Principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(PersonClaims.SessionKey, key)], context.Scheme.Name));
        log.Event("SignedIn", accountId, method);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var key = context.Principal?.FindFirstValue(PersonClaims.SessionKey);

        // Files are the same for everybody; they need no look at the database.
        if (key is null || http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            context.RejectPrincipal();
            return;
        }

        if (await sessions.VerifyAsync(key, http.RequestAborted) is { } person)
        {
            context.ReplacePrincipal(PersonClaims.Principal(person, context.Scheme.Name));
            return;
        }

        context.RejectPrincipal();
        context.Options.CookieManager.DeleteCookie(http, context.Options.Cookie.Name!, context.Options.Cookie.Build(http));
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        var actor = context.HttpContext.User.Actor();
        if (actor.SessionId is not { } session) return;
        await sessions.EndAsync(session, CancellationToken.None);

        // What the browser kept of pages goes with the session.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        log.Event("SignedOut", actor.AccountId);
    }

    /// <summary>The pages say where to go on, by addresses that they have checked; the framework would take the one in the query as it is.</summary>
    public override Task RedirectToReturnUrl(RedirectContext<CookieAuthenticationOptions> context) => Task.CompletedTask;

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsPage(context.Request)) context.Response.Redirect(AccountUrls.SignIn(context.Request.Path.ToUriComponent() + context.Request.QueryString));
        else context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        log.Warning("Denied", context.HttpContext.User.Actor().AccountId, "page");
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>What a person opens; programs get the status instead of a page to sign in.</summary>
    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !OfPrograms.Any(p => request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    private static string? Device(HttpContext http)
    {
        var agent = new string([.. http.Request.Headers.UserAgent.ToString().Where(c => !char.IsControl(c))]);
        return agent.Length == 0 ? null : agent;
    }
}
