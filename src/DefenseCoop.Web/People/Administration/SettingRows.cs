using System.Globalization;
using DefenseCoop.Web.Hosting.Settings;

namespace DefenseCoop.Web.People.Administration;

/// <summary>The settings in force, for people to read. Of a secret only whether it is set.</summary>
internal static class SettingRows
{
    public static IEnumerable<(string Name, string Value)> Of(AppSettings settings, IConfiguration configuration)
    {
        var (database, access, limits) = (settings.Database, settings.Access, settings.Limits);
        yield return ("urls", configuration["urls"] ?? "not set");
        yield return ("AllowedHosts", configuration["AllowedHosts"] ?? "not set: the names listened on");
        yield return ("Database:Provider", database.Provider.ToString());
        yield return ("Data:Folder", database.DataFolder);
        yield return ("ConnectionStrings:DefenseCoop", Hidden(database.ConnectionString));
        yield return ("Starter:File", database.StarterPath);
        yield return ("Access:AnonymousRead", Flag(access.AnonymousRead));
        yield return ("Access:Https", Flag(access.Https));
        yield return ("Authentication:LocalPasswords", Flag(access.LocalPasswords));
        yield return ("Authentication:MinimumPasswordLength", Number(access.MinimumPasswordLength));
        yield return ("Authentication:KeyCertificate:Path", access.KeyCertificate?.Path ?? "not set: keys are stored in clear");
        yield return ("Authentication:KeyCertificate:Password", Hidden(access.KeyCertificate?.Password));
        yield return ("Authentication:OpenIdConnect:Authority", access.OpenIdConnect?.Authority.ToString() ?? "not set");
        if (access.OpenIdConnect is { } provider)
        {
            yield return ("Authentication:OpenIdConnect:ClientId", provider.ClientId);
            yield return ("Authentication:OpenIdConnect:ClientSecret", Hidden(provider.ClientSecret));
            yield return ("Authentication:OpenIdConnect:RoleClaim", provider.RoleClaim);
            foreach (var (value, roles) in provider.Roles) yield return ("Authentication:OpenIdConnect:Roles", $"{value} gives {roles}");
        }

        yield return ("Proxy:Addresses", settings.Proxy.Networks.Count == 0 ? "not set: no proxy is believed" : string.Join(", ", settings.Proxy.Networks));
        yield return ("Circuits:MostPerPerson", Number(limits.PagesPerPerson));
        yield return ("Circuits:MostInAll", Number(limits.PagesInAll));
        yield return ("Circuits:CompressMessages", Flag(limits.CompressMessages));
        yield return ("Limits:SignInsPerMinute", Number(limits.SignInsPerMinute));
        yield return ("Limits:ConnectionsPerMinute", Number(limits.ConnectionsPerMinute));
        yield return ("Limits:ExportsPerMinute", Number(limits.ExportsPerMinute));
    }

    private static string Hidden(string? secret) => secret is null ? "not set" : "set, hidden";

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
