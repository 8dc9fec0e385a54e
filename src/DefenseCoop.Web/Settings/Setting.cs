using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Web.Settings;

/// <summary>
/// A setting of the product. All of them are in this table, and settings are read by what stands in it: README and the page
/// of the system list the same.
/// </summary>
public sealed class Setting
{
    private static readonly List<Setting> Table = [];

    public static readonly Setting DataFolder = New(
        "Data:Folder", ".data in development, else data beside the program",
        "where the database lies");

    public static readonly Setting ConnectionString = New(
        "ConnectionStrings:DefenseCoop", "",
        "Data Source=/path/to/file.db, in place of the folder", isSecret: true);

    public static readonly Setting Provider = New("Database:Provider", DatabaseProviders.Default.Name, "the kind of database");

    public static readonly Setting StarterFile = New("Starter:File", "Starter/starter.json", "what a new database is filled from");

    public static readonly Setting BackupFolder = New(
        "Backup:Folder", "no backups are made",
        "where the server backs itself up, as defensecoop-20261123-120000.db");

    public static readonly Setting BackupEveryHours = New("Backup:EveryHours", "24", "how often it does so");

    public static readonly Setting BackupKeep = New(
        "Backup:Keep", "14",
        "how many backups are kept; older ones go once a new one was checked");

    public static readonly Setting AssessmentsPeriod = New(
        "Assessments:Period", "Quarter",
        "how long one round of assessments is: Quarter, HalfYear or Year");

    public static readonly Setting MailHost = New(
        "Mail:Host", "no reminders are sent",
        "the SMTP server through which people are reminded of assessments");

    public static readonly Setting MailPort = New("Mail:Port", "587", "its port");

    public static readonly Setting MailSecurity = New(
        "Mail:Security", "StartTls",
        "how the way to it is protected: StartTls, Tls from the first byte, None for a server on the same machine");

    public static readonly Setting MailUser = New("Mail:User", "", "where the server asks for one");

    public static readonly Setting MailPassword = New("Mail:Password", "", "of that user", isSecret: true);

    public static readonly Setting MailFrom = New(
        "Mail:From", "",
        "whom mail is from, as DefenseCoop <tracker@example.org>; needed with a server");

    public static readonly Setting MailSite = New(
        "Mail:Site", "Access:Address",
        "the address of this installation that links in mail start with; needed with a server");

    public static readonly Setting MailDigestHour = New("Mail:DigestHour", "6", "the hour, UTC, from which the mail of a day is sent");

    public static readonly Setting CompressMessages = New(
        "Circuits:CompressMessages", "false",
        "compress what open pages exchange: for slow networks, at 290 KB an open page");

    public static readonly Setting PagesPerPerson = New(
        "Circuits:MostPerPerson", "20",
        "pages that one person (or the network address of a visitor) has open at once; beyond that pages can be "
            + "read, but do not follow changes");

    public static readonly Setting PagesInAll = New("Circuits:MostInAll", "1000", "pages that all have open at once");

    public static readonly Setting SignInsPerMinute = New("Limits:SignInsPerMinute", "20", "tries to sign in from one network address");

    public static readonly Setting ConnectionsPerMinute = New(
        "Limits:ConnectionsPerMinute", "120",
        "new open pages of one person or network address");

    public static readonly Setting ExportsPerMinute = New("Limits:ExportsPerMinute", "30", "exports of one person or network address");

    public static readonly Setting Contact = New(
        "Site:Contact", "no contact is shown",
        "whom to write to about this installation: a mail address or the address of a page, in the foot of every "
            + "page");

    public static readonly Setting Urls = New("urls", "http://localhost:5080", "where it listens; in the environment ASPNETCORE_URLS");

    public static readonly Setting AllowedHosts = New(
        "AllowedHosts", "the names listened on, and localhost",
        "the host names by which it answers, as tracker.example.org;*.example.org; /health/live and /health/ready "
            + "answer by any");

    public static readonly Setting ProxyAddresses = New(
        "Proxy:Addresses", "no proxy is believed",
        "the proxies in front, as 10.0.0.5, 10.1.0.0/16: only their word on the reader’s address, scheme, host and "
            + "path (X-Forwarded-For, -Proto, -Host, -Prefix) is believed");

    public static readonly Setting ProxyPathBase = New(
        "Proxy:PathBase", "the root, or what a proxy says",
        "the path beneath which people find it, as /tracker, whether the proxy takes it off or hands it on; cookies "
            + "are then sent to that path only. X-Forwarded-Prefix of a proxy that is believed goes before it");

    public static readonly Setting Address = New(
        "Access:Address", "taken from each request",
        "the address by which people reach it, as https://tracker.example.org: for the link of the first "
            + "administrator and for mail, and where a proxy does not hand on the name");

    public static readonly Setting AnonymousRead = New(
        "Access:AnonymousRead", "true in development, else false",
        "people who are not signed in may read");

    public static readonly Setting Https = New(
        "Access:Https", "true where all of urls is https",
        "it is reached by HTTPS only: cookies and headers insist on it, plain HTTP is redirected");

    public static readonly Setting LocalPasswords = New(
        "Authentication:LocalPasswords", "true",
        "people may sign in with a password of this installation");

    public static readonly Setting MinimumPasswordLength = New("Authentication:MinimumPasswordLength", "15", "characters, 8 to 64");

    public static readonly Setting ProviderAuthority = New(
        "Authentication:OpenIdConnect:Authority", "nobody signs in with a provider",
        "the address of the OpenID Connect provider that people sign in with, over https");

    public static readonly Setting ProviderClientId = New(
        "Authentication:OpenIdConnect:ClientId", "",
        "as registered there; needed with a provider");

    public static readonly Setting ProviderClientSecret = New(
        "Authentication:OpenIdConnect:ClientSecret", "",
        "as registered there; it belongs in the environment, not in a file", isSecret: true);

    public static readonly Setting ProviderName = New(
        "Authentication:OpenIdConnect:Name", "the host of the provider",
        "what the sign-in page calls it");

    public static readonly Setting ProviderRoleClaim = New(
        "Authentication:OpenIdConnect:RoleClaim", "roles",
        "the claim that says the groups of a person");

    public static readonly Setting ProviderScopes = New(
        "Authentication:OpenIdConnect:Scopes", "profile email",
        "what is asked for beside openid");

    public static readonly Setting ProviderTrustEmail = New(
        "Authentication:OpenIdConnect:TrustEmail", "false",
        "an e-mail address counts also where the provider does not say whether it is verified");

    /// <summary>What gives each role to those who sign in with the provider.</summary>
    public static readonly IReadOnlyDictionary<Roles, Setting> ProviderRoles = RoleList.All.ToDictionary(
        role => role,
        role => New($"Authentication:OpenIdConnect:Roles:{role}", "", "the values of the claim that give it, with commas between them"));

    public static readonly Setting KeyCertificatePath = New(
        "Authentication:KeyCertificate:Path", "keys are stored in clear",
        "a PKCS #12 file that encrypts the keys of cookies and forms in the database");

    public static readonly Setting KeyCertificatePassword = New(
        "Authentication:KeyCertificate:Password", "",
        "of that file", isSecret: true);

    private Setting(string name, string @default, string words, bool isSecret) =>
        (Name, Default, Words, IsSecret) = (name, @default, words, isSecret);

    public static IReadOnlyList<Setting> All => Table;

    /// <summary>As it is written, with the sections that it is in.</summary>
    public string Name { get; }

    /// <summary>What holds where it is not set: the value, or how it is found; empty for nothing.</summary>
    public string Default { get; }

    /// <summary>What it is, for whoever sets it.</summary>
    public string Words { get; }

    /// <summary>Whether nobody is shown its value.</summary>
    public bool IsSecret { get; }

    /// <summary>The sections that it is in; empty for none.</summary>
    public string Section => Name.LastIndexOf(':') is > 0 and var end ? Name[..end] : "";

    public override string ToString() => Name;

    private static Setting New(string name, string @default, string words, bool isSecret = false)
    {
        var setting = new Setting(name, @default, words, isSecret);
        Table.Add(setting);
        return setting;
    }
}
