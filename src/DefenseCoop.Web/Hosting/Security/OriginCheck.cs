using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.Typing;
using DefenseCoop.Web.Hosting.Addresses;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>
/// Lets only our own pages reach the circuits. The framework takes a WebSocket from any origin, and a browser sends its
/// cookies along. Long polling and server-sent events are closed: nothing needs them, and they are harder to bound.
/// </summary>
internal static class OriginCheck
{
    private const int LongestOrigin = 200;

    public static void UseOriginCheck(this WebApplication app)
    {
        app.UseWebSockets();
        var address = app.Services.GetRequiredService<AppSettings>().Access.Address?.GetLeftPart(UriPartial.Authority);
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(ProgramUrls.Circuit, StringComparison.OrdinalIgnoreCase),
            circuits =>
                circuits.Use((context, next) => Refusal(context, address) is { } status ? RefuseAsync(context, status) : next(context)));
    }

    private static int? Refusal(HttpContext context, string? address)
    {
        var request = context.Request;
        if (!IsOwn(request, address)) return StatusCodes.Status403Forbidden;
        var rest = request.Path.Value![ProgramUrls.Circuit.Length..].TrimEnd('/').ToUpperInvariant();
        var isKnown = (rest, request.Method.ToUpperInvariant()) switch
        {
            ("", _) => context.WebSockets.IsWebSocketRequest,
            ("/NEGOTIATE", "POST") or ("/DISCONNECT", "POST") or ("/INITIALIZERS", "GET") => true,
            _ => false,
        };
        return isKnown ? null : StatusCodes.Status404NotFound;
    }

    /// <summary>
    /// Browsers always name the origin of a WebSocket and of a post;
    /// programs that name none carry nobody's cookies by accident.
    /// </summary>
    private static bool IsOwn(HttpRequest request, string? address)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return false;
        var origins = request.Headers.Origin;
        if (origins.Count == 0) return true;
        return origins is [{ } origin] && (Origins.IsOwn(origin, request) || (address is not null && Origins.AreSame(origin, address)));
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status != StatusCodes.Status403Forbidden) return context.Response.WriteAsync("There is nothing here.");
        context.RequestServices.GetRequiredService<SecurityLog>().Warning("ForeignOrigin", context.User.Actor().AccountId);

        // Mostly it is no attack, but a proxy that does not hand on by which name it was asked.
        var (origin, own) = (context.Request.Headers.Origin.ToString().Shorten(LongestOrigin), Origins.Of(context.Request));
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OriginCheck)).LogWarning(
            "Refused an open page of {Origin}: the program was asked as {Own}. If people reach it as {Origin}, "
                + "set {Setting} to that, or have the proxy in front send X-Forwarded-Host and X-Forwarded-Proto and name it in {Proxies}",
            origin, own, origin, Setting.Address, Setting.ProxyAddresses);
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "Only pages of this program may connect here, and this page has another address than the program knows of itself. It "
                + "can be read, but does not follow changes. The log of the program tells its operator which setting allows the address.");
    }
}
