using DefenseCoop.Data.People;
using DefenseCoop.Web.People;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>
/// Lets only our own pages reach the circuits. The framework takes a WebSocket from any origin, and a browser sends its
/// cookies along. Long polling and server-sent events are closed: nothing needs them, and they are harder to bound.
/// </summary>
internal static class OriginCheck
{
    public static void UseOriginCheck(this WebApplication app)
    {
        app.UseWebSockets();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase),
            circuits => circuits.Use((context, next) => Refusal(context) is { } status ? RefuseAsync(context, status) : next(context)));
    }

    private static int? Refusal(HttpContext context)
    {
        var request = context.Request;
        if (!IsOwn(request)) return StatusCodes.Status403Forbidden;
        var rest = request.Path.Value!["/_blazor".Length..].TrimEnd('/').ToUpperInvariant();
        var isKnown = (rest, request.Method.ToUpperInvariant()) switch
        {
            ("", _) => context.WebSockets.IsWebSocketRequest,
            ("/NEGOTIATE", "POST") or ("/DISCONNECT", "POST") or ("/INITIALIZERS", "GET") => true,
            _ => false,
        };
        return isKnown ? null : StatusCodes.Status404NotFound;
    }

    /// <summary>Browsers always name the origin of a WebSocket and of a post; programs that name none carry nobody's cookies by accident.</summary>
    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site") return false;
        var origins = request.Headers.Origin;
        if (origins.Count == 0) return true;
        return origins.Count == 1 && string.Equals(origins[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    private static Task RefuseAsync(HttpContext context, int status)
    {
        if (status == StatusCodes.Status403Forbidden)
        {
            context.RequestServices.GetRequiredService<SecurityLog>().Warning("ForeignOrigin", context.User.Actor().AccountId);
        }

        context.Response.StatusCode = status;
        return context.Response.WriteAsync(status == StatusCodes.Status403Forbidden ? "Only pages of this program may connect here." : "There is nothing here.");
    }
}
