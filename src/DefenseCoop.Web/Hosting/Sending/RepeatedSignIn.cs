using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Profile;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Shared.Forms.Posted;
using DefenseCoop.Web.Urls;

namespace DefenseCoop.Web.Hosting.Sending;

/// <summary>
/// A page of sign-in whose token is of another identity: it was sent a second time, or was open while its person signed in
/// or out elsewhere. That is no forgery, and it leads in. The token guards against sign-ins that other sites send; where
/// the browser says that the form is of our own page, there is none of those.
/// </summary>
/// <param name="Url">Where it leads; null where it does not.</param>
/// <param name="IsAccepted">Whether the form is carried out as if its token were good.</param>
internal readonly record struct RepeatedSignIn(string? Url, bool IsAccepted)
{
    private static readonly string[] Entries =
    [
        AccountUrls.SignInPath, AccountUrls.SecondFactorPath, AccountUrls.RecoveryCodePath, AccountUrls.DemonstrationPath,
        AccountUrls.PasskeySignInPath, AccountUrls.ProviderPath, AccountUrls.SetupPath, AccountUrls.InvitationPath,
    ];

    public static async Task<RepeatedSignIn> OfAsync(HttpContext http)
    {
        if (PostedForm.Of(http) is not { } form || form.One(PostedForm.TokenField) is null) return default;
        var path = http.Request.Path.Value!;
        var isSignedIn = http.User.IsSignedIn();
        var isProven = PostOrigins.IsProven(http.Request);
        if (path == AccountUrls.SignOutPath) return isSignedIn || !isProven ? default : new(AccountUrls.SignOutPath, false);
        if (!Entries.Contains(path, StringComparer.Ordinal) || PostOrigins.Of(http.Request) == PostOrigin.Foreign) return default;
        if (path == AccountUrls.SignInPath && isSignedIn)
        {
            // Somebody else's address is meant as it is written.
            if (await IsOwnAddressAsync(http, form)) return new(Return(http, form), false);
            return new(null, isProven);
        }

        if (!isProven) return default;
        return isSignedIn && path != AccountUrls.DemonstrationPath ? new(Return(http, form), false) : new(null, true);
    }

    private static async Task<bool> IsOwnAddressAsync(HttpContext http, PostedForm form) =>
        form.One("Input.Email")?.Trim() is { } email
        && string.Equals(
            email,
            (await http.RequestServices.GetRequiredService<ProfileQueries>().ReadAsync(http.User.Actor(), http.RequestAborted)).Email,
            StringComparison.OrdinalIgnoreCase);

    private static string Return(HttpContext http, PostedForm form) =>
        AccountUrls.Local(form.One(AccountUrls.ReturnUrl) ?? http.Request.Query[AccountUrls.ReturnUrl].ToString());
}
