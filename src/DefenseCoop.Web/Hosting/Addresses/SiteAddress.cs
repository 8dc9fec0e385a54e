using DefenseCoop.Web.Hosting.Security;
using DefenseCoop.Web.Settings;

namespace DefenseCoop.Web.Hosting.Addresses;

/// <summary>The address that the program gives of itself where no request tells by which it is reached.</summary>
public static class SiteAddress
{
    /// <param name="settings">What the operator says goes first.</param>
    /// <param name="names">By which the program answers.</param>
    /// <param name="urls">Where it listens.</param>
    /// <returns>Without a slash at its end; null where no address is known by which it surely answers.</returns>
    public static string? Of(AppSettings settings, HostNames names, IEnumerable<string> urls)
    {
        if ((settings.Access.Address ?? settings.Mail?.Site) is { } said) return said.GetLeftPart(UriPartial.Path).TrimEnd('/');
        var listened = urls.Select(BindingAddress.Parse).Where(a => !a.IsUnixPipe && !a.IsNamedPipe).ToList();
        var isProxied = settings.Access.Https && listened.All(a => !IsHttps(a));

        // Of several the one that is nearest to whoever starts the program; plain HTTP is sent on to HTTPS where that is insisted on.
        var candidates = isProxied ? names.Named.Select(n => $"https://{n}")
            : listened.Where(a => !settings.Access.Https || IsHttps(a)).SelectMany(a => HostsOf(a, names).Select(host => (Address: a, Host: host)))
                .OrderBy(c => !HostNames.IsLoopback(c.Host)).ThenBy(c => IsHttps(c.Address))
                .Select(c => $"{c.Address.Scheme}://{c.Host}{Port(c.Address)}");
        return candidates.FirstOrDefault() is { } site ? site + settings.Proxy.PathBase : null;
    }

    /// <summary>An address that stands for all of the machine is reached by its own name, and by any that the program is told of.</summary>
    private static IEnumerable<string> HostsOf(BindingAddress address, HostNames names)
    {
        IEnumerable<string> hosts = HostNames.IsWildcard(address.Host) ? ["localhost", "127.0.0.1", .. names.Named]
            : HostNames.IsLoopback(address.Host) ? ["localhost", address.Host]
            : [address.Host, .. names.Named];
        return hosts.Where(h => names.Has(new HostString(h)));
    }

    private static bool IsHttps(BindingAddress address) => address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase);

    private static string Port(BindingAddress address) => address.Port == (IsHttps(address) ? 443 : 80) ? "" : $":{address.Port}";
}
