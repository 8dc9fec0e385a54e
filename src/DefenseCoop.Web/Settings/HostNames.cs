using System.Net;
using Microsoft.Extensions.Primitives;

namespace DefenseCoop.Web.Settings;

/// <summary>
/// The names by which the program answers. By any name, a page of another site could reach a program on this machine
/// (DNS rebinding), and a forged name would stand in redirects.
/// </summary>
public sealed class HostNames
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly List<StringSegment> _names;
    private readonly bool _anyAddress;

    private HostNames(IEnumerable<string> names, bool anyAddress) =>
        (_names, _anyAddress) = ([.. names.Select(n => new StringSegment(n))], anyAddress);

    /// <summary>Names that are whole, and not of this machine alone.</summary>
    public IEnumerable<string> Named =>
        _names.Select(n => n.Value!).Where(n => !n.Contains('*', StringComparison.Ordinal) && !IsLoopback(n));

    public bool IsAny => _names.Contains("*");

    /// <summary>What the setting AllowedHosts says, else what follows from the addresses listened on.</summary>
    public static HostNames Of(IConfiguration configuration)
    {
        string[] address = Uri.TryCreate(configuration[Setting.Address.Name], UriKind.Absolute, out var uri) ? [uri.Host] : [];
        if (Split(configuration[Setting.AllowedHosts.Name]) is { Length: > 0 } set)
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
        string[] urls = endpoints.Length > 0 ? endpoints : Split(configuration[Setting.Urls.Name]);
        if (urls.Length == 0)
        {
            urls =
            [
                .. Split(configuration["http_ports"]).Select(p => $"http://*:{p}"),
                .. Split(configuration["https_ports"]).Select(p => $"https://*:{p}"),
            ];
        }
        return [.. urls.Select(BindingAddress.Parse)];
    }

    public bool Has(HostString host)
    {
        if (IsAny) return true;
        if (!host.HasValue) return false;
        return HostString.MatchesAny(host.Value, _names) || (_anyAddress && IPAddress.TryParse(host.Host.Trim('[', ']'), out _));
    }

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>A name with a default port is the name: a port never counts.</summary>
    public static string WithoutPort(string name) =>
        name.EndsWith(":80", StringComparison.Ordinal) && !name.EndsWith("::80", StringComparison.Ordinal) ? name[..^3]
            : name.EndsWith(":443", StringComparison.Ordinal) && !name.EndsWith("::443", StringComparison.Ordinal) ? name[..^4]
            : name;

    public static bool IsWildcard(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";

    private static string[] Split(string? text) =>
        text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
