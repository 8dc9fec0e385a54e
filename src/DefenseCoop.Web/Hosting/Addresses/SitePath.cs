using System.Text.RegularExpressions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Web.Settings;
using Microsoft.AspNetCore.Routing.Patterns;

namespace DefenseCoop.Web.Hosting.Addresses;

/// <summary>
/// The path beneath which the program is served, such as <c>/tracker</c>: what a proxy in front says of a request, else
/// the setting. The program itself knows no such path: every address in it begins at its own root. The path is put in
/// front of addresses where they leave it: in answers (<see cref="HtmlAddresses"/>), in redirects (here), and in what an
/// open page adds (wwwroot/beneath.js).
/// </summary>
public static partial class SitePath
{
    public static void UseSitePath(this WebApplication app)
    {
        var configured = app.Services.GetRequiredService<AppSettings>().Proxy.PathBase;
        var own = new Lazy<HashSet<string>>(() => OwnSegments(app));
        app.Use((context, next) =>
        {
            var request = context.Request;

            // So far it is the word of a proxy that is believed. Not all of them drop what they were sent by others.
            var path = ServedPath.Read(request.PathBase.Value) is { HasValue: true } said && !own.Value.Contains(FirstSegment(said)) ? said : configured;

            // Some proxies take the path off, others hand it on.
            if (path.HasValue && request.Path.StartsWithSegments(path, StringComparison.Ordinal, out var rest)) request.Path = rest.HasValue ? rest : "/";
            request.PathBase = path;
            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.Location is [{ } location]) context.Response.Headers.Location = Redirection(location, request);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    /// <exception cref="StartupException">The program has pages of its own beneath the path that is set.</exception>
    public static void RequireFreeSitePath(this WebApplication app)
    {
        var path = app.Services.GetRequiredService<AppSettings>().Proxy.PathBase;
        if (path.HasValue && OwnSegments(app).Contains(FirstSegment(path)))
        {
            throw new StartupException($"Proxy:PathBase is \"{path}\", and /{FirstSegment(path)} is a page of this program: choose another path, for example /tracker.");
        }
    }

    /// <summary>An address of the program with the path in front, which is put there once only.</summary>
    public static string Beneath(PathString path, string address)
    {
        if (!path.HasValue || address is not ['/', ..] || address is ['/', '/' or '\\', ..]) return address;
        var isThere = address.StartsWith(path.Value!, StringComparison.Ordinal) && (address.Length == path.Value!.Length || address[path.Value.Length] is '/' or '?' or '#');
        return isThere ? address : path + address;
    }

    /// <summary>Without scheme and host where they are ours: behind a proxy the program may not know by which it is reached.</summary>
    private static string Redirection(string location, HttpRequest request)
    {
        var start = location.IndexOf("://", StringComparison.Ordinal);
        if (start < 0) return Beneath(request.PathBase, location);
        var end = location.IndexOfAny(['/', '?', '#'], start + 3);
        if (end < 0) end = location.Length;
        if (!Origins.IsOwn(location[..end], request)) return location;

        // One slash: with two, what was a path of ours would be another host's name.
        return Beneath(request.PathBase, $"/{location[end..].TrimStart('/', '\\')}");
    }

    private static HashSet<string> OwnSegments(WebApplication app) =>
    [
        .. from source in ((IEndpointRouteBuilder)app).DataSources
           from endpoint in source.Endpoints.OfType<RouteEndpoint>()
           where endpoint.RoutePattern.PathSegments is [{ Parts: [RoutePatternLiteralPart] }, ..]
           select ((RoutePatternLiteralPart)endpoint.RoutePattern.PathSegments[0].Parts[0]).Content,
    ];

    private static string FirstSegment(PathString path) => path.Value!.Split('/')[1];
}
