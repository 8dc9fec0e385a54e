using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

public sealed class SettingsTests
{
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "Database:Provider", "PostgreSql", "this version does not run on yet: write Sqlite" },
        { "Database:Provider", "Oracle", "is \"Oracle\": write Sqlite" },
        { "Database:Provider", "", "is \"\": write Sqlite" },
        { "Database:Providr", "Sqlite", "is not known: Database has Provider" },
        { "Data:Folder", " ", "It is empty: give it a value" },
        { "Data:Folder", "a\0b", "is no path" },
        { "Data:Path", "x", "is not known: Data has Folder" },
        { "Starter:File", "", "It is empty: give it a value" },
        { "Starter:File:Name", "x", "write one value" },
        { "ConnectionStrings:DefenseCoop", "Server=db", "connection string is broken" },
        { "ConnectionStrings:DefenseCoop", "Data Source=:memory:", "names no file: write \"Data Source=" },
        { "ConnectionStrings:DefenseCoop", "", "It is empty: give it a value" },
        { "Circuits:CompressMessages", "perhaps", "write true or false" },
        { "Circuits:MostPerPerson", "0", "write a whole number from 1 to 100000" },
        { "Circuits:MostInAll", "many", "write a whole number from 1 to 100000" },
        { "Circuits:MostPerPersn", "5", "is not known: Circuits has CompressMessages, MostPerPerson, MostInAll" },
        { "Limits:SignInsPerMinute", "-1", "write a whole number from 1 to 100000" },
        { "Limits:ConnectionsPerMinute", "1.5", "write a whole number from 1 to 1000000" },
        { "Limits:ExportsPerMinute", "", "write a whole number from 1 to 100000" },
        { "Limits:SignIns", "5", "is not known: Limits has SignInsPerMinute" },
        { "Access:AnonymousRead", "yes", "write true or false" },
        { "Access:Https", "on", "write true or false" },
        { "Access:Http", "true", "is not known: Access has Address, AnonymousRead, Https" },
        { "Proxy:Addresses", "10.0.0.5, proxy", "holds \"proxy\", which is no address: write for example 10.0.0.5, 10.1.0.0/16" },
        { "Proxy:Addresses", "10.0.0.0/33", "holds \"10.0.0.0/33\", which is no address" },
        { "Proxy:Addresses", " ", "It is empty: give it a value" },
        { "Proxy:Address", "10.0.0.5", "is not known: Proxy has Addresses" },
        { "AllowedHosts", "https://tracker.example.org", "which is no host name: write for example tracker.example.org;*.example.org" },
        { "AllowedHosts", "tracker.example.org:5080", "which is no host name" },
        { "AllowedHosts", "tracker.example.org,example.org", "which is no host name" },
        { "AllowedHosts", "tracker.*", "which is no host name" },
        { "Authentication:LocalPasswords", "no", "write true or false" },
        { "Authentication:LocalPasswords", "false", "nobody could sign in. Set a provider, or write true" },
        { "Authentication:MinimumPasswordLength", "7", "write a whole number from 8 to 64" },
        { "Authentication:Passwords", "false", "is not known: Authentication has LocalPasswords" },
        { "Authentication:KeyCertificate:Path", "no-such-file.pfx", "where no file is: write the path of a PKCS #12 file" },
        { "Authentication:KeyCertificate:Path", "", "It is empty: give it a value" },
        { "urls", "localhost", "write for example http://localhost:5080" },
        { "urls", "ftp://localhost:21", "write for example http://localhost:5080" },
        { "urls", "http://localhost:80000", "write for example http://localhost:5080" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Read_OneMistake_NamesTheSettingAndTheRemedy(string name, string value, string remedy)
    {
        var mistake = Assert.Throws<StartupException>(() => AppSettings.Read(Configuration((name, value))));

        Assert.StartsWith("A setting is wrong:", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(name.Replace(":Name", "", StringComparison.Ordinal), mistake.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authority", "http://id.example.org", "write the https address of the provider")]
    [InlineData("Authority", "id.example.org", "write the https address of the provider")]
    [InlineData("Authority", null, "Authority is missing: write the https address of the provider")]
    [InlineData("ClientId", null, "ClientId is missing: write the name under which the provider knows this installation")]
    [InlineData("Roles:Editor", null, "Roles is missing: write which values of the claim give which role")]
    [InlineData("Roles:Editr", "editors", "is not known: Authentication:OpenIdConnect:Roles has Reader")]
    [InlineData("Secret", "x", "is not known: Authentication:OpenIdConnect has Authority")]
    public void Read_OneMistakeInTheProvider_NamesTheSettingAndTheRemedy(string name, string? value, string remedy)
    {
        var provider = new Dictionary<string, string?>
        {
            ["Authority"] = "https://id.example.org", ["ClientId"] = "coop", ["Roles:Editor"] = "editors", [name] = value,
        };
        var settings = provider.Where(s => s.Value is not null).Select(s => ($"Authentication:OpenIdConnect:{s.Key}", s.Value!)).ToArray();

        var mistake = Assert.Throws<StartupException>(() => AppSettings.Read(Configuration(settings)));

        Assert.StartsWith("A setting is wrong:", mistake.Message, StringComparison.Ordinal);
        Assert.Contains($"Authentication:OpenIdConnect:{name.Split(':')[0]}", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host", null, "Host is missing: write the name of the mail server, or leave the whole section out")]
    [InlineData("Host", "", "It is empty: give it a value")]
    [InlineData("Port", "0", "write a whole number from 1 to 65535")]
    [InlineData("Security", "ssl", "Security is \"ssl\": write StartTls, Tls or None")]
    [InlineData("From", null, "From is missing: write whom mail is from, for example DefenseCoop <tracker@example.org>")]
    [InlineData("From", "the tracker", "which is no address: write for example DefenseCoop <tracker@example.org>")]
    [InlineData("Site", null, "Site is missing: write the address of this installation")]
    [InlineData("Site", "tracker.example.org", "which is no address: write for example https://tracker.example.org")]
    [InlineData("Password", "x", "User is missing: a password alone signs nobody in")]
    [InlineData("DigestHour", "24", "write a whole number from 0 to 23")]
    [InlineData("Server", "x", "is not known: Mail has Host, Port")]
    public void Read_OneMistakeInTheMail_NamesTheSettingAndTheRemedy(string name, string? value, string remedy)
    {
        var mail = new Dictionary<string, string?>
        {
            ["Host"] = "smtp.example.org",
            ["From"] = "DefenseCoop <tracker@example.org>",
            ["Site"] = "https://tracker.example.org",
            [name] = value,
        };

        var mistake = Assert.Throws<StartupException>(
            () => AppSettings.Read(Configuration([.. mail.Where(s => s.Value is not null).Select(s => ($"Mail:{s.Key}", s.Value!))])));

        Assert.StartsWith("A setting is wrong:", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MailSettings_AreTakenAsWritten()
    {
        var mail = AppSettings.Read(Configuration(
            ("Mail:Host", "smtp.example.org"),
            ("Mail:From", "DefenseCoop <tracker@example.org>"),
            ("Mail:Site", "https://tracker.example.org"))).Mail!;

        Assert.Equal(
            (587, MailSecurity.StartTls, 6, "DefenseCoop", "tracker@example.org"),
            (mail.Port, mail.Security, mail.DigestHour, mail.From.DisplayName, mail.From.Address));
        Assert.Null(AppSettings.Read(Configuration()).Mail);
    }

    [Fact]
    public void Read_NetworkSettings_AreTakenAsWritten()
    {
        var settings = AppSettings.Read(Configuration(
            ("Proxy:Addresses", "10.0.0.5, 10.1.0.0/16, ::1"),
            ("AllowedHosts", "tracker.example.org;tracker.example.org:443;*.example.org;[::1];10.0.0.5"),
            ("Circuits:MostPerPerson", "3"), ("Circuits:MostInAll", "4"), ("Limits:SignInsPerMinute", "5"),
            ("Limits:ConnectionsPerMinute", "6"), ("Limits:ExportsPerMinute", "7")));

        Assert.Equal(["10.0.0.5/32", "10.1.0.0/16", "::1/128"], settings.Proxy.Networks.Select(n => n.ToString()));
        Assert.Equal(new LimitSettings(3, 4, 5, 6, 7, false), settings.Limits);
    }

    [Theory]
    [InlineData("https://localhost:1;https://localhost:2", true)]
    [InlineData("https://localhost:1;http://localhost:2", false)]
    [InlineData("http://localhost:1", false)]
    public void Read_AddressesListenedOn_SayWhetherHttpsIsMeant(string urls, bool https) =>
        Assert.Equal(https, AppSettings.Read(Configuration(("urls", urls))).Access.Https);

    [Fact]
    public void Read_NothingSet_IsADataFolderBesideTheProgram()
    {
        var settings = AppSettings.Read(Configuration());

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "data", "defensecoop.db"), SqliteSource.PathOf(settings.Database));
        Assert.Equal(new LimitSettings(20, 1_000, 20, 120, 30, false), settings.Limits);
        Assert.Empty(settings.Proxy.Networks);
        Assert.False(settings.Access.AnonymousRead);
        Assert.False(settings.Access.Https);
        Assert.True(settings.Access.LocalPasswords);
        Assert.True(AppSettings.Read(Configuration(), isDevelopment: true).Access.AnonymousRead);
    }

    [Theory]
    [InlineData("Data:Folder", "../there", "../there/defensecoop.db")]
    [InlineData("Data:Folder", "/srv/there", "/srv/there/defensecoop.db")]
    [InlineData("ConnectionStrings:DefenseCoop", "Data Source=there/my.db", "there/my.db")]
    public void Read_APath_IsRelativeToTheProgram(string name, string value, string path)
    {
        var settings = AppSettings.Read(Configuration((name, value), ("Database:Provider", "sqlite")));

        Assert.Equal(Path.GetFullPath(path, AppContext.BaseDirectory), SqliteSource.PathOf(settings.Database));
    }

    [Fact]
    public async Task Start_SeveralMistakes_NamesThemAllAndTouchesNothing()
    {
        using var folder = new TestFolder();
        var data = folder.File("data");

        var (code, output, errors) = await AppProcess.RunAsync(
            ["--Data:Folder", data, "--Data:Foldr=x", "--urls=nonsense"], ("Database__Provider", "PostgreSql"));

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith("3 settings are wrong:", errors, StringComparison.Ordinal);
        Assert.All(["Data:Foldr", "urls", "Database:Provider"], name => Assert.Contains(name, errors, StringComparison.Ordinal));
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task Start_LogLevelThatIsNone_NamesTheSection()
    {
        using var folder = new TestFolder();

        var (code, _, errors) = await AppProcess.RunAsync(
            ["--Data:Folder", folder.File("data")], ("Serilog__MinimumLevel__Default", "Loud"));

        Assert.Equal(1, code);
        Assert.Contains("Serilog", errors, StringComparison.Ordinal);
        Assert.Contains("Loud", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SettingsFileThatIsNoJson_NamesTheFileAndThePlace()
    {
        using var folder = new TestFolder();
        AppProcess.Copy(folder.Path);
        await File.WriteAllTextAsync(folder.File("appsettings.json"), "{\n  \"Data\": {\n", TestContext.Current.CancellationToken);

        var (code, output, errors) = await AppProcess.RunCopyAsync(folder.Path);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(folder.File("appsettings.json"), errors, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 2", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value)))
            .Build();
}
