using System.Net;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Web.Settings;

/// <summary>Who is let in, and how.</summary>
/// <param name="AnonymousRead">Whether visitors without an account may read.</param>
/// <param name="Address">The address by which people reach the installation; null where nobody has said.</param>
/// <param name="Https">Whether every reader comes over HTTPS, here or at a proxy in front: cookies and headers insist on it.</param>
/// <param name="LocalPasswords">Whether people may sign in with a password of this installation.</param>
/// <param name="MinimumPasswordLength">Characters.</param>
/// <param name="OpenIdConnect">The provider that people sign in with; null for none.</param>
/// <param name="KeyCertificate">What encrypts the keys in the database; null where they are stored in clear.</param>
public sealed record AccessSettings(
    Uri? Address,
    bool AnonymousRead,
    bool Https,
    bool LocalPasswords,
    int MinimumPasswordLength,
    OpenIdConnectSettings? OpenIdConnect,
    KeyCertificateSettings? KeyCertificate)
{
    internal static AccessSettings Read(SettingReader reader, bool isDevelopment)
    {
        var provider = OpenIdConnectSettings.Read(reader);
        var local = reader.Flag(Setting.LocalPasswords);
        if (!local && provider is null && !reader.HasSectionOf(Setting.ProviderAuthority))
        {
            reader.Problems.Add(
                $"{Setting.LocalPasswords} is false, and no {Setting.ProviderAuthority.Section} is set: "
                    + "nobody could sign in. Set a provider, or write true.");
        }

        return new AccessSettings(
            reader.Site(Setting.Address),
            reader.Flag(Setting.AnonymousRead, isDevelopment),
            reader.Flag(Setting.Https, IsHttpsOnly(reader[Setting.Urls])),
            local,
            reader.Number(Setting.MinimumPasswordLength, 8, 64),
            provider,
            KeyCertificateSettings.Read(reader));
    }

    private static bool IsHttpsOnly(string? urls) =>
        !string.IsNullOrEmpty(urls)
            && urls.Split(';', StringSplitOptions.RemoveEmptyEntries)
                .All(u => u.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}

/// <summary>The OpenID Connect provider that people sign in with.</summary>
/// <param name="Authority">Its address, from which everything else about it is read.</param>
/// <param name="Name">What the sign-in page calls it.</param>
/// <param name="RoleClaim">The claim whose values say what a person may do.</param>
/// <param name="Roles">For each value of the claim the role that it gives.</param>
/// <param name="TrustEmail">Whether an e-mail address counts as verified where the provider does not say whether it is.</param>
/// <param name="Scopes">What the provider is asked for; some say the groups of a person only where they are named here.</param>
public sealed record OpenIdConnectSettings(
    Uri Authority, string ClientId, string? ClientSecret, string Name, string RoleClaim,
    IReadOnlyDictionary<string, Roles> Roles, bool TrustEmail, IReadOnlyList<string> Scopes)
{
    internal static OpenIdConnectSettings? Read(SettingReader reader)
    {
        if (!reader.HasSectionOf(Setting.ProviderAuthority)) return null;
        var authority = Address(reader);
        if (reader.Text(Setting.ProviderClientId) is not { } clientId)
        {
            reader.Problems.Add($"{Setting.ProviderClientId} is missing: write the name under which the provider knows this installation.");
            clientId = "";
        }

        var roles = new Dictionary<string, Roles>(StringComparer.Ordinal);
        foreach (var role in RoleList.All)
        {
            foreach (var value in reader[Setting.ProviderRoles[role]]?.Split(
                ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                ?? [])
            {
                roles[value] = roles.GetValueOrDefault(value) | role;
            }
        }

        if (roles.Count == 0)
        {
            var example = Setting.ProviderRoles[Domain.People.Roles.Editor];
            reader.Problems.Add(
                $"{example.Section} is missing: write which values of the claim give which role, for example {example}=coop-editors.");
        }
        string[] scopes =
        [
            "openid", .. Given(reader, Setting.ProviderScopes).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries),
        ];
        return authority is null
            ? null
            : new OpenIdConnectSettings(
                authority,
                clientId,
                reader.Text(Setting.ProviderClientSecret),
                reader.Text(Setting.ProviderName) ?? authority.Host,
                Given(reader, Setting.ProviderRoleClaim),
                roles,
                reader.Flag(Setting.ProviderTrustEmail),
                [.. scopes.Distinct(StringComparer.Ordinal)]);
    }

    private static string Given(SettingReader reader, Setting setting) => reader.Text(setting) ?? setting.Default;

    private static Uri? Address(SettingReader reader)
    {
        var text = reader.Text(Setting.ProviderAuthority);
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            return uri;
        }
        reader.Problems.Add(text is null
            ? $"{Setting.ProviderAuthority} is missing: write the https address of the provider."
            : $"{Setting.ProviderAuthority} is \"{text}\": write the https address of the provider.");
        return null;
    }
}

/// <summary>A certificate with its private key, in a PKCS #12 file.</summary>
public sealed record KeyCertificateSettings(string Path, string? Password)
{
    internal static KeyCertificateSettings? Read(SettingReader reader)
    {
        var setting = Setting.KeyCertificatePath;
        if (!reader.HasSectionOf(setting)) return null;
        var path = reader.FullPath(setting);
        if (path is not null && !File.Exists(path))
        {
            reader.Problems.Add($"{setting} is {path}, where no file is: write the path of a PKCS #12 file.");
        }
        if (path is null && reader[setting] is null)
        {
            reader.Problems.Add($"{setting} is missing: write the path of a PKCS #12 file.");
        }
        return path is null ? null : new KeyCertificateSettings(path, reader[Setting.KeyCertificatePassword]);
    }
}

/// <summary>The proxies in front, whose word on the reader's address, scheme, host and path is believed.</summary>
/// <param name="Networks">Empty where there is no proxy: then nobody's word is believed.</param>
/// <param name="PathBase">The path beneath which people find the program where no proxy says another; empty for the root.</param>
public sealed record ProxySettings(IReadOnlyList<IPNetwork> Networks, PathString PathBase)
{
    internal static ProxySettings Read(SettingReader reader)
    {
        var setting = Setting.ProxyAddresses;
        var networks = new List<IPNetwork>();
        foreach (var text in reader.Text(setting)
            ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            if (IPNetwork.TryParse(text, out var network)) networks.Add(network);
            else if (IPAddress.TryParse(text, out var address)) networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else reader.Problems.Add($"{setting} holds \"{text}\", which is no address: write for example 10.0.0.5, 10.1.0.0/16.");
        }

        var path = reader.Text(Setting.ProxyPathBase);
        var read = ServedPath.Read(path);
        if (read is null) reader.Problems.Add($"{Setting.ProxyPathBase} is \"{path}\", which is no path: write for example /tracker.");
        return new ProxySettings(networks, read ?? PathString.Empty);
    }
}

/// <summary>How much one person may ask of the server, and all together.</summary>
/// <param name="PagesPerPerson">Open pages of one person, or of one network address where nobody is signed in.</param>
/// <param name="PagesInAll">Open pages of everybody.</param>
/// <param name="SignInsPerMinute">Tries to sign in from one network address.</param>
/// <param name="ConnectionsPerMinute">New connections of one person or network address.</param>
/// <param name="ExportsPerMinute">Exports of one person or network address.</param>
/// <param name="CompressMessages">Whether open pages trade memory and processor time for bytes on the wire.</param>
public sealed record LimitSettings(
    int PagesPerPerson, int PagesInAll, int SignInsPerMinute, int ConnectionsPerMinute, int ExportsPerMinute, bool CompressMessages)
{
    internal static LimitSettings Read(SettingReader reader)
    {
        return new LimitSettings(
            reader.Number(Setting.PagesPerPerson, 1, 100_000),
            reader.Number(Setting.PagesInAll, 1, 100_000),
            reader.Number(Setting.SignInsPerMinute, 1, 100_000),
            reader.Number(Setting.ConnectionsPerMinute, 1, 1_000_000),
            reader.Number(Setting.ExportsPerMinute, 1, 100_000),
            reader.Flag(Setting.CompressMessages));
    }
}
