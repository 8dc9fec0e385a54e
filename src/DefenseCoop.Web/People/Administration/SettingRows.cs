using System.Globalization;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Settings;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace DefenseCoop.Web.People.Administration;

/// <summary>One setting in force.</summary>
/// <param name="Value">Of a secret only whether it is set.</param>
/// <param name="From">Where it was set.</param>
internal sealed record SettingRow(string Name, string Value, string From);

/// <summary>The settings in force, for people to read.</summary>
internal static class SettingRows
{
    public static IEnumerable<SettingRow> Of(AppSettings settings, IConfiguration configuration) =>
        Values(settings, configuration).Select(s => new SettingRow(s.Name, s.Value, Origin(configuration, s.Name)));

    private static IEnumerable<(string Name, string Value)> Values(AppSettings settings, IConfiguration configuration)
    {
        var (database, access, limits) = (settings.Database, settings.Access, settings.Limits);
        yield return ("urls", configuration["urls"] ?? "not set");
        yield return ("AllowedHosts", configuration["AllowedHosts"] ?? "not set: the names listened on");
        yield return ("Database:Provider", database.Provider.Name);
        yield return ("Data:Folder", database.DataFolder);
        yield return ("ConnectionStrings:DefenseCoop", Hidden(database.ConnectionString));
        yield return ("Starter:File", database.StarterPath);
        yield return ("Backup:Folder", settings.Backup.Folder ?? "not set: no backups are made");
        yield return ("Backup:EveryHours", Number(settings.Backup.EveryHours));
        yield return ("Backup:Keep", Number(settings.Backup.Keep));
        yield return ("Assessments:Period", settings.Assessments.Period.ToString());
        yield return (AccessSettings.AddressName, access.Address?.ToString() ?? "not set: taken from each request");
        yield return ("Access:AnonymousRead", Flag(access.AnonymousRead));
        yield return ("Access:Https", Flag(access.Https));
        yield return ("Authentication:LocalPasswords", Flag(access.LocalPasswords));
        yield return ("Authentication:MinimumPasswordLength", Number(access.MinimumPasswordLength));
        yield return ("Authentication:KeyCertificate:Path", access.KeyCertificate?.Path ?? "not set: keys are stored in clear");
        yield return ("Authentication:KeyCertificate:Password", Hidden(access.KeyCertificate?.Password));
        foreach (var row in Provider(access.OpenIdConnect)) yield return row;
        foreach (var row in Mail(settings.Mail)) yield return row;
        yield return ("Site:Contact", settings.Contact ?? "not set: no contact is shown");
        yield return (
            "Proxy:Addresses",
            settings.Proxy.Networks.Count == 0 ? "not set: no proxy is believed" : string.Join(", ", settings.Proxy.Networks));
        yield return (
            "Proxy:PathBase",
            settings.Proxy.PathBase.HasValue ? settings.Proxy.PathBase.Value! : "not set: the root, or what a proxy says");
        yield return ("Circuits:MostPerPerson", Number(limits.PagesPerPerson));
        yield return ("Circuits:MostInAll", Number(limits.PagesInAll));
        yield return ("Circuits:CompressMessages", Flag(limits.CompressMessages));
        yield return ("Limits:SignInsPerMinute", Number(limits.SignInsPerMinute));
        yield return ("Limits:ConnectionsPerMinute", Number(limits.ConnectionsPerMinute));
        yield return ("Limits:ExportsPerMinute", Number(limits.ExportsPerMinute));
    }

    private static IEnumerable<(string Name, string Value)> Provider(OpenIdConnectSettings? provider)
    {
        const string section = "Authentication:OpenIdConnect";
        yield return ($"{section}:Authority", provider?.Authority.ToString() ?? "not set");
        if (provider is null) yield break;
        yield return ($"{section}:Name", provider.Name);
        yield return ($"{section}:ClientId", provider.ClientId);
        yield return ($"{section}:ClientSecret", Hidden(provider.ClientSecret));
        yield return ($"{section}:Scopes", string.Join(' ', provider.Scopes));
        yield return ($"{section}:TrustEmail", Flag(provider.TrustEmail));
        yield return ($"{section}:RoleClaim", provider.RoleClaim);
        foreach (var role in RoleList.All)
        {
            var values = provider.Roles.Where(r => r.Value.HasFlag(role)).Select(r => r.Key).ToList();
            yield return ($"{section}:Roles:{role}", values.Count == 0 ? "not set" : string.Join(", ", values));
        }
    }

    private static IEnumerable<(string Name, string Value)> Mail(MailSettings? mail)
    {
        yield return ("Mail:Host", mail?.Host ?? "not set: no reminders are sent");
        if (mail is null) yield break;
        yield return ("Mail:Port", Number(mail.Port));
        yield return ("Mail:Security", mail.Security.ToString());
        yield return ("Mail:User", mail.User ?? "not set");
        yield return ("Mail:Password", Hidden(mail.Password));
        yield return ("Mail:From", mail.From.ToString());
        yield return ("Mail:Site", mail.Site.ToString());
        yield return ("Mail:DigestHour", Number(mail.DigestHour));
    }

    private static string Origin(IConfiguration configuration, string name) =>
        (configuration as IConfigurationRoot)?.Providers.LastOrDefault(p => p.TryGet(name, out _)) switch
        {
            null => "default",
            JsonConfigurationProvider json => json.Source.Path ?? "a file",
            EnvironmentVariablesConfigurationProvider => "environment",
            CommandLineConfigurationProvider => "argument",
            _ => "host",
        };

    private static string Hidden(string? secret) => secret is null ? "not set" : "set, hidden";

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
