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
        reader.NameUnknown("Database", ["Provider"]);
        reader.NameUnknown("Data", ["Folder"]);
        reader.NameUnknown("Starter", ["File"]);
        var provider = Provider(reader);
        CheckAddresses(reader);
        CheckHostNames(reader);
        var settings = new AppSettings(
            new DatabaseOptions
            {
                Provider = provider,
                DataFolder = reader.FullPath("Data:Folder") ?? SettingReader.Resolve("data"),
                ConnectionString = ConnectionString(reader, provider),
                StarterFile = reader.FullPath("Starter:File"),
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
        const string name = "Site:Contact";
        reader.NameUnknown("Site", ["Contact"]);
        if (reader.Text(name) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp))
        {
            return uri.AbsoluteUri;
        }
        if (MailAddress.TryCreate(text, out var mail) && mail.Address == text) return $"mailto:{text}";
        reader.Problems.Add($"{name} is \"{text}\": write a mail address, or the https address of a page.");
        return null;
    }

    private static StartupException Wrong(List<string> problems) => new(
        $"{(problems.Count == 1 ? "A setting is" : $"{problems.Count} settings are")} wrong:\n  {string.Join("\n  ", problems)}\n"
        + "Settings come from appsettings.json beside the program, "
        + "environment variables (Data__Folder) and arguments (--Data:Folder=...).");

    private static IDatabaseProvider Provider(SettingReader reader)
    {
        const string name = "Database:Provider";
        if (reader[name] is not { } text) return DatabaseProviders.Default;
        if (DatabaseProviders.Named(text) is { } provider) return provider;
        var names = string.Join(" or ", DatabaseProviders.Names);
        reader.Problems.Add(text.Equals("PostgreSql", StringComparison.OrdinalIgnoreCase)
            ? $"{name} is PostgreSql, which this version does not run on yet: write {names}."
            : $"{name} is \"{text}\": write {names}, the one that this version runs on.");
        return DatabaseProviders.Default;
    }

    private static void CheckAddresses(SettingReader reader)
    {
        foreach (var url in reader["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [])
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

            reader.Problems.Add($"urls holds \"{url}\", which is no address: write for example http://localhost:5080.");
        }
    }

    /// <summary>One that is written wrong never matches, and nobody would be answered.</summary>
    private static void CheckHostNames(SettingReader reader)
    {
        foreach (var name in reader["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ?? [])
        {
            var plain = HostNames.WithoutPort(name);
            if (name is "*"
                || Uri.CheckHostName(plain.StartsWith("*.", StringComparison.Ordinal) ? plain[2..] : plain) != UriHostNameType.Unknown)
            {
                continue;
            }
            reader.Problems.Add(
                $"AllowedHosts holds \"{name}\", which is no host name: write for example tracker.example.org;*.example.org.");
        }
    }

    private static string? ConnectionString(SettingReader reader, IDatabaseProvider provider)
    {
        const string name = "ConnectionStrings:DefenseCoop";
        if (reader[name] is not { } text) return null;
        try
        {
            return provider.Complete(SettingReader.NotBlank(text), SettingReader.Resolve);
        }
        catch (Exception e) when (e is StartupException or ArgumentException)
        {
            reader.Problems.Add($"{name} is wrong. {e.Message}");
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
