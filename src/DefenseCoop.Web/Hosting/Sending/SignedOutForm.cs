using System.Security.Claims;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared.Forms.Posted;
using Microsoft.AspNetCore.Antiforgery;

namespace DefenseCoop.Web.Hosting.Sending;

/// <summary>
/// A form of a page that everybody may read, sent once its person is not signed in any more: its token is of that person,
/// which is no forgery. It is given back to be sent again, with a token of nobody, which is no forgery after a sign-in either.
/// </summary>
internal static class SignedOutForm
{
    /// <summary>Whether its person has to sign in before it is carried out.</summary>
    public static bool Is(HttpContext http) =>
        !http.User.IsSignedIn()
            && PostedForm.Of(http) is { IsOfAccount: false } form && form.One(PostedForm.TokenField) is not null
            && PostOrigins.Of(http.Request) == PostOrigin.Own
            && http.Features.Get<IAntiforgeryValidationFeature>()?.Error?.InnerException is not InvalidDataException;

    /// <summary>Whether it was given back to nobody, and its person signed in before it was sent again.</summary>
    public static async Task<bool> IsSentAgainAsync(HttpContext http)
    {
        if (!http.User.IsSignedIn() || PostedForm.Of(http)?.One(PostedForm.OnceField) is null || !PostOrigins.IsProven(http.Request))
        {
            return false;
        }

        var (person, check) = (http.User, http.Features.Get<IAntiforgeryValidationFeature>());
        try
        {
            // The token is checked against whoever the request is of; and a form that failed a check is not read again.
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
            http.Features.Set<IAntiforgeryValidationFeature>(null);
            return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        }
        finally
        {
            http.User = person;
            http.Features.Set(check);
        }
    }
}
