using DefenseCoop.Web.Settings;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>
/// What all cookies of the program have in common. Beneath a path they are sent to that path only: what else is served by
/// the host does not get them. A browser ties a cookie to the host (<c>__Host-</c>) for the root alone.
/// </summary>
internal sealed class CookieRules(AppSettings settings)
{
    private readonly bool _https = settings.Access.Https;
    private readonly string _path = settings.Proxy.PathBase.Value is { Length: > 0 } path ? path : "/";

    /// <summary>Lax, not strict: a link in a colleague's message should find the reader signed in.</summary>
    public void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = (_https, _path) switch
        {
            (false, _) => name,
            (_, "/") => $"__Host-{name}",
            _ => $"__Secure-{name}",
        };
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = _https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = _path;
        cookie.IsEssential = true;
    }
}
