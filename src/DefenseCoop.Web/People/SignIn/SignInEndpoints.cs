using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.People.SignIn.Provider;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.People.SignIn;

/// <summary>The posts of sign-in that no page of their own answers. All are checked against forgery.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost(AccountUrls.PasskeyRequestPath, PasskeyOptionsAsync).AllowAnonymous();
        app.MapPost(AccountUrls.PasskeySignInPath, PasskeyAsync).AllowAnonymous();
        app.MapProvider();

        // Elsewhere the address does not exist.
        if (app.Services.GetRequiredService<PeopleOptions>().Demonstration)
        {
            app.MapPost(AccountUrls.DemonstrationPath, DemonstrationAsync).AllowAnonymous();
        }
    }

    private static async Task<IResult> PasskeyOptionsAsync(HttpContext http, [FromServices] IAntiforgery antiforgery, [FromServices] AccountSignIn signIn)
    {
        try
        {
            if (!await antiforgery.IsRequestValidAsync(http)) return HttpResults.StatusCode(StatusCodes.Status400BadRequest);
        }
        catch (AntiforgeryValidationException)
        {
            // It is no form that can be read.
            return HttpResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        // For nobody in particular: the answer is the same whoever has an account.
        return HttpResults.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");
    }

    private static async Task<IResult> PasskeyAsync(
        [FromForm] string? credential, [FromForm] string? returnUrl, [FromServices] AccountSignIn signIn, [FromServices] SecurityLog log)
    {
        try
        {
            if (!string.IsNullOrEmpty(credential) && (await signIn.PasskeySignInAsync(credential)).Succeeded) return HttpResults.LocalRedirect(AccountUrls.Local(returnUrl));
        }
        catch (InvalidOperationException)
        {
            // There is no challenge to answer: the sign-in was begun too long ago, or elsewhere.
        }

        log.Warning("SignInFailed", null, "passkey");
        return HttpResults.LocalRedirect($"{AccountUrls.SignIn(returnUrl)}{(AccountUrls.Local(returnUrl) == AppUrls.SummaryPath ? '?' : '&')}done=passkey");
    }

    private static async Task<IResult> DemonstrationAsync(
        [FromForm] Roles role, [FromForm] string? returnUrl, [FromServices] DemonstrationAccounts demonstration, [FromServices] AccountSignIn signIn, CancellationToken ct) =>
        await demonstration.FindAsync(role, ct) is { } account && await signIn.SignInByAsync("Demonstration", account)
            ? HttpResults.LocalRedirect(AccountUrls.Local(returnUrl))
            : HttpResults.NotFound();
}
