using System.Globalization;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Settings;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace DefenseCoop.Web.People.Administration.Installation;

/// <summary>One setting in force.</summary>
/// <param name="Value">Of a secret only whether it is set.</param>
/// <param name="From">Where it was set.</param>
internal sealed record SettingRow(Setting Setting, string Value, string From);

/// <summary>The settings in force, for people to read.</summary>
internal static class SettingRows
{
    /// <summary>What each comes to; of one that is not here the value is as it was written.</summary>
    private static readonly Dictionary<Setting, Func<AppSettings, string?>> InForce = new()
    {
        [Setting.DataFolder] = s => s.Database.DataFolder,
        [Setting.ConnectionString] = s => s.Database.ConnectionString,
        [Setting.Provider] = s => s.Database.Provider.Name,
        [Setting.StarterFile] = s => s.Database.StarterPath,
        [Setting.BackupFolder] = s => s.Backup.Folder,
        [Setting.BackupEveryHours] = s => Number(s.Backup.EveryHours),
        [Setting.BackupKeep] = s => Number(s.Backup.Keep),
        [Setting.AssessmentsPeriod] = s => s.Assessments.Period.ToString(),
        [Setting.MailHost] = s => s.Mail?.Host,
        [Setting.MailPort] = s => Number(s.Mail!.Port),
        [Setting.MailSecurity] = s => s.Mail!.Security.ToString(),
        [Setting.MailUser] = s => s.Mail!.User,
        [Setting.MailPassword] = s => s.Mail!.Password,
        [Setting.MailFrom] = s => s.Mail!.From.ToString(),
        [Setting.MailSite] = s => s.Mail!.Site.ToString(),
        [Setting.MailDigestHour] = s => Number(s.Mail!.DigestHour),
        [Setting.CompressMessages] = s => Flag(s.Limits.CompressMessages),
        [Setting.PagesPerPerson] = s => Number(s.Limits.PagesPerPerson),
        [Setting.PagesInAll] = s => Number(s.Limits.PagesInAll),
        [Setting.SignInsPerMinute] = s => Number(s.Limits.SignInsPerMinute),
        [Setting.ConnectionsPerMinute] = s => Number(s.Limits.ConnectionsPerMinute),
        [Setting.ExportsPerMinute] = s => Number(s.Limits.ExportsPerMinute),
        [Setting.Contact] = s => s.Contact,
        [Setting.ProxyAddresses] = s => List(s.Proxy.Networks),
        [Setting.ProxyPathBase] = s => s.Proxy.PathBase.HasValue ? s.Proxy.PathBase.Value : null,
        [Setting.Address] = s => s.Access.Address?.ToString(),
        [Setting.AnonymousRead] = s => Flag(s.Access.AnonymousRead),
        [Setting.Https] = s => Flag(s.Access.Https),
        [Setting.LocalPasswords] = s => Flag(s.Access.LocalPasswords),
        [Setting.MinimumPasswordLength] = s => Number(s.Access.MinimumPasswordLength),
        [Setting.ProviderAuthority] = s => s.Access.OpenIdConnect?.Authority.ToString(),
        [Setting.ProviderClientId] = s => s.Access.OpenIdConnect!.ClientId,
        [Setting.ProviderClientSecret] = s => s.Access.OpenIdConnect!.ClientSecret,
        [Setting.ProviderName] = s => s.Access.OpenIdConnect!.Name,
        [Setting.ProviderRoleClaim] = s => s.Access.OpenIdConnect!.RoleClaim,
        [Setting.ProviderScopes] = s => string.Join(' ', s.Access.OpenIdConnect!.Scopes),
        [Setting.ProviderTrustEmail] = s => Flag(s.Access.OpenIdConnect!.TrustEmail),
        [Setting.ProviderRoles[Roles.Reader]] = s => Giving(s, Roles.Reader),
        [Setting.ProviderRoles[Roles.Analyst]] = s => Giving(s, Roles.Analyst),
        [Setting.ProviderRoles[Roles.Editor]] = s => Giving(s, Roles.Editor),
        [Setting.ProviderRoles[Roles.Manager]] = s => Giving(s, Roles.Manager),
        [Setting.ProviderRoles[Roles.Administrator]] = s => Giving(s, Roles.Administrator),
        [Setting.KeyCertificatePath] = s => s.Access.KeyCertificate?.Path,
        [Setting.KeyCertificatePassword] = s => s.Access.KeyCertificate?.Password,
    };

    public static IEnumerable<SettingRow> Of(AppSettings settings, IConfiguration configuration) =>
        from setting in Setting.All
        where HasEffect(setting, settings)
        let value = InForce.TryGetValue(setting, out var inForce) ? inForce(settings) : configuration[setting.Name]
        select new SettingRow(setting, Text(setting, value), Origin(configuration, setting.Name));

    /// <summary>Without a mail server or a provider the rest of their settings means nothing.</summary>
    private static bool HasEffect(Setting setting, AppSettings settings) =>
        (settings.Mail is not null || IsNotBelow(Setting.MailHost, setting))
        && (settings.Access.OpenIdConnect is not null || IsNotBelow(Setting.ProviderAuthority, setting));

    private static bool IsNotBelow(Setting first, Setting setting) =>
        setting == first || !setting.Name.StartsWith(first.Section + ':', StringComparison.Ordinal);

    private static string Text(Setting setting, string? value) => value switch
    {
        null => setting.Default.Length == 0 || setting.IsSecret ? "not set" : $"not set: {setting.Default}",
        _ => setting.IsSecret ? "set, hidden" : value,
    };

    private static string Origin(IConfiguration configuration, string name) =>
        (configuration as IConfigurationRoot)?.Providers.LastOrDefault(p => p.TryGet(name, out _)) switch
        {
            null => "default",
            JsonConfigurationProvider json => json.Source.Path ?? "a file",
            EnvironmentVariablesConfigurationProvider => "environment",
            CommandLineConfigurationProvider => "argument",
            _ => "host",
        };

    private static string? Giving(AppSettings settings, Roles role) =>
        List(settings.Access.OpenIdConnect!.Roles.Where(r => r.Value.HasFlag(role)).Select(r => r.Key));

    private static string? List<T>(IEnumerable<T> all) => string.Join(", ", all) is { Length: > 0 } list ? list : null;

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
