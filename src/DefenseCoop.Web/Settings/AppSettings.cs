using System.Net;
using System.Net.Mail;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;

namespace DefenseCoop.Web.Settings;

/// <summary>The product's own settings, checked.</summary>
/// <param name="Database">Where the data lives and what it starts from; all paths are full.</param>
/// <param name="Mail">Null where no mail is sent.</param>
/// <param name="Contact">Whom to write to about this installation, as the address of a link; null where nobody is named.</param>
public sealed record AppSettings(
    DatabaseOptions Database,
    BackupSettings Backup,
    AccessSettings Access,
    ProxySettings Proxy,
    LimitSettings Limits,
    AssessmentOptions Assessments,
    MailSettings? Mail,
    string? Contact)
{
    /// <exception cref="StartupException">Settings are wrong; each is named with what it may be.</exception>
    public static AppSettings Read(IConfiguration configuration, bool isDevelopment = false)
    {
        var reader = new SettingReader(configuration);
        reader.NameUnknown();
        var provider = Provider(reader);
        CheckAddresses(reader);
        CheckHostNames(reader);
        var settings = new AppSettings(
            new DatabaseOptions
            {
                Provider = provider,
                DataFolder = reader.FullPath(Setting.DataFolder) ?? SettingReader.Resolve("data"),
                ConnectionString = ConnectionString(reader, provider),
                StarterFile = reader.FullPath(Setting.StarterFile),
            },
            BackupSettings.Read(reader),
            AccessSettings.Read(reader, isDevelopment),
            ProxySettings.Read(reader),
            LimitSettings.Read(reader),
            AssessmentSettings.Read(reader),
            MailSettings.Read(reader),
            ContactOf(reader));
        return reader.Problems.Count == 0 ? settings : throw Wrong(reader.Problems);
    }

    private static string? ContactOf(SettingReader reader)
    {
        if (reader.Text(Setting.Contact) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp))
        {
            return uri.AbsoluteUri;
        }
        if (MailAddress.TryCreate(text, out var mail) && mail.Address == text) return $"mailto:{text}";
        reader.Problems.Add($"{Setting.Contact} is \"{text}\": write a mail address, or the https address of a page.");
        return null;
    }

    private static StartupException Wrong(List<string> problems) => new(
        $"{(problems.Count == 1 ? "A setting is" : $"{problems.Count} settings are")} wrong:\n  {string.Join("\n  ", problems)}\n"
        + "Settings come from appsettings.json beside the program, "
        + "environment variables (Data__Folder) and arguments (--Data:Folder=...).");

    private static IDatabaseProvider Provider(SettingReader reader)
    {
        var setting = Setting.Provider;
        if (reader[setting] is not { } text) return DatabaseProviders.Default;
        if (DatabaseProviders.Named(text) is { } provider) return provider;
        var names = string.Join(" or ", DatabaseProviders.Names);
        reader.Problems.Add(text.Equals("PostgreSql", StringComparison.OrdinalIgnoreCase)
            ? $"{setting} is PostgreSql, which this version does not run on yet: write {names}."
            : $"{setting} is \"{text}\": write {names}, the one that this version runs on.");
        return DatabaseProviders.Default;
    }

    private static void CheckAddresses(SettingReader reader)
    {
        foreach (var url in reader[Setting.Urls]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            try
            {
                var address = BindingAddress.Parse(url);
                if (address.Port <= IPEndPoint.MaxPort && address.Scheme.ToUpperInvariant() is ("HTTP" or "HTTPS")) continue;
            }
            catch (FormatException)
            {
                // Named below, like an address of another scheme.
            }

            reader.Problems.Add($"{Setting.Urls} holds \"{url}\", which is no address: write for example http://localhost:5080.");
        }
    }

    /// <summary>One that is written wrong never matches, and nobody would be answered.</summary>
    private static void CheckHostNames(SettingReader reader)
    {
        foreach (var name in reader[Setting.AllowedHosts]
            ?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            var plain = HostNames.WithoutPort(name);
            if (name is "*"
                || Uri.CheckHostName(plain.StartsWith("*.", StringComparison.Ordinal) ? plain[2..] : plain) != UriHostNameType.Unknown)
            {
                continue;
            }
            reader.Problems.Add(
                $"{Setting.AllowedHosts} holds \"{name}\", which is no host name: write for example tracker.example.org;*.example.org.");
        }
    }

    private static string? ConnectionString(SettingReader reader, IDatabaseProvider provider)
    {
        if (reader[Setting.ConnectionString] is not { } text) return null;
        try
        {
            return provider.Complete(SettingReader.NotBlank(text), SettingReader.Resolve);
        }
        catch (Exception e) when (e is StartupException or ArgumentException)
        {
            reader.Problems.Add($"{Setting.ConnectionString} is wrong. {e.Message}");
            return null;
        }
    }
}

internal static class SettingServices
{
    /// <summary>The settings, while services are still being registered.</summary>
    public static AppSettings Settings(this IServiceCollection services) =>
        (AppSettings)services.Single(s => s.ServiceType == typeof(AppSettings)).ImplementationInstance!;
}
