using System.Net;
using Microsoft.Extensions.Primitives;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>
/// The names by which the program answers. By any name, a page of another site could reach a program on this machine
/// (DNS rebinding), and a forged name would stand in redirects.
/// </summary>
public sealed class HostNames
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly List<StringSegment> _names;
    private readonly bool _anyAddress;

    private HostNames(IEnumerable<string> names, bool anyAddress) => (_names, _anyAddress) = ([.. names.Select(n => new StringSegment(n))], anyAddress);

    /// <summary>Names that are whole, and not of this machine alone.</summary>
    public IEnumerable<string> Named => _names.Select(n => n.Value!).Where(n => !n.Contains('*', StringComparison.Ordinal) && !IsLoopback(n));

    public bool IsAny => _names.Contains("*");

    /// <summary>What the setting AllowedHosts says, else what follows from the addresses listened on.</summary>
    public static HostNames Of(IConfiguration configuration)
    {
        string[] address = Uri.TryCreate(configuration["Access:Address"], UriKind.Absolute, out var uri) ? [uri.Host] : [];
        if (Split(configuration["AllowedHosts"]) is { Length: > 0 } set)
        {
            return new HostNames(set.Any(IsWildcard) ? ["*"] : [.. set.Select(WithoutPort), .. address], anyAddress: false);
        }

        var hosts = ListenedOn(configuration).Select(a => a.IsUnixPipe ? "*" : a.Host).ToList();
        if (hosts.Any(IsWildcard)) return new HostNames(["*"], anyAddress: true);

        // A number is nobody's name: no other site can make a browser take it for its own.
        return new HostNames([.. Loopback, .. hosts, .. address], anyAddress: hosts.Any(h => !IsLoopback(h)));
    }

    /// <summary>The addresses that the settings name; the server takes them in this order of precedence.</summary>
    public static IReadOnlyList<BindingAddress> ListenedOn(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>().ToArray();
        string[] urls = endpoints.Length > 0 ? endpoints : Split(configuration["urls"]);
        if (urls.Length == 0) urls = [.. Split(configuration["http_ports"]).Select(p => $"http://*:{p}"), .. Split(configuration["https_ports"]).Select(p => $"https://*:{p}")];
        return [.. urls.Select(BindingAddress.Parse)];
    }

    public bool Has(HostString host)
    {
        if (IsAny) return true;
        if (!host.HasValue) return false;
        return HostString.MatchesAny(host.Value, _names) || (_anyAddress && IPAddress.TryParse(host.Host.Trim('[', ']'), out _));
    }

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>A name with a default port is the name: a port never counts.</summary>
    public static string WithoutPort(string name) => name.EndsWith(":80", StringComparison.Ordinal) && !name.EndsWith("::80", StringComparison.Ordinal) ? name[..^3]
        : name.EndsWith(":443", StringComparison.Ordinal) && !name.EndsWith("::443", StringComparison.Ordinal) ? name[..^4]
        : name;

    public static bool IsWildcard(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";

    private static string[] Split(string? text) => text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

/// <summary>Refuses what was sent to another host, and sends plain HTTP to HTTPS where the program is reached by that.</summary>
internal static class HostNameSetup
{
    /// <summary>After the proxy's word on the name was taken, for that one counts; hence not the framework's filter, which stands before it.</summary>
    public static void UseHostNames(this WebApplication app)
    {
        var names = HostNames.Of(app.Configuration);
        app.Use((context, next) => names.Has(context.Request.Host) || HealthSetup.IsHealth(context.Request.Path) ? next(context) : RefuseAsync(context));
        if (app.Services.GetRequiredService<Settings.AppSettings>().Access.Https)
        {
            app.UseWhen(context => !HealthSetup.IsHealth(context.Request.Path), pages => pages.UseHttpsRedirection());
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This program does not answer by that host name. Its operator names those that it answers by in the setting AllowedHosts.");
    }

    /// <summary>Where a proxy speaks HTTPS for the program, it does so at the usual port.</summary>
    public static int HttpsPort(IConfiguration configuration) =>
        configuration.GetValue<int?>("https_port")
        ?? HostNames.ListenedOn(configuration).FirstOrDefault(a => a.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))?.Port
        ?? 443;
}
