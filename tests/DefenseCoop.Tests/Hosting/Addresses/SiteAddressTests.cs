using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Hosting.Addresses;
using DefenseCoop.Web.Hosting.Security;
using DefenseCoop.Web.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Addresses;

/// <summary>The link for the first administrator leads to where the program answers.</summary>
public sealed class SiteAddressTests
{
    private const string Mail = "Mail:Host=mail.example.org Mail:From=tracker@example.org";

    /// <summary>Settings, and the address that follows.</summary>
    public static TheoryData<string, string?> Cases { get; } = new()
    {
        { "urls=http://localhost:5080", "http://localhost:5080" },
        { "urls=http://127.0.0.1:5080", "http://localhost:5080" },
        { "urls=http://0.0.0.0:5080", "http://localhost:5080" },
        { "urls=http://[::]:5080", "http://localhost:5080" },
        { "urls=http://*:5080", "http://localhost:5080" },
        { "urls=http://+:80", "http://localhost" },
        { "urls=http://10.0.0.5:81", "http://10.0.0.5:81" },
        { "urls=http://tracker.example.org:81", "http://tracker.example.org:81" },
        { "urls=http://10.0.0.5:81;http://localhost:82", "http://localhost:82" },
        { "urls=http://10.0.0.5:81;http://0.0.0.0:82", "http://localhost:82" },
        { "urls=https://*:443", "https://localhost" },
        { "urls=http://*:80;https://*:443 Access:Https=true", "https://localhost" },
        { "urls=http://0.0.0.0:5080 AllowedHosts=tracker.example.org", "http://tracker.example.org:5080" },
        { "urls=http://0.0.0.0:5080 AllowedHosts=tracker.example.org:80;localhost", "http://localhost:5080" },
        { "urls=http://0.0.0.0:5080 AllowedHosts=*", "http://localhost:5080" },
        { "urls=http://127.0.0.1:5080 AllowedHosts=127.0.0.1", "http://127.0.0.1:5080" },
        { "urls=http://0.0.0.0:5080 AllowedHosts=*.example.org", null },
        { "urls=http://127.0.0.1:5080 AllowedHosts=tracker.example.org", null },
        { "urls=http://127.0.0.1:5080 Access:Https=true", null },
        { "urls=http://127.0.0.1:5080 Access:Https=true AllowedHosts=tracker.example.org", "https://tracker.example.org" },
        { "urls=http://unix:/run/tracker.sock", null },
        { "urls=http://localhost:5080 Proxy:PathBase=/tracker", "http://localhost:5080/tracker" },
        { "urls=http://localhost:5080 Access:Address=https://tracker.example.org", "https://tracker.example.org" },
        { "urls=http://localhost:5080 Access:Address=https://tracker.example.org/ Proxy:PathBase=/tracker", "https://tracker.example.org/tracker" },
        { "urls=http://localhost:5080 Access:Address=https://example.org/tracker/", "https://example.org/tracker" },
        { $"urls=http://localhost:5080 {Mail} Mail:Site=https://mail.example.org/x", "https://mail.example.org/x" },
        { $"urls=http://localhost:5080 {Mail} Access:Address=https://example.org", "https://example.org" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_Settings_AnswersThere(string settings, string? expected)
    {
        var configuration = Read(settings);
        var names = HostNames.Of(configuration);

        var address = SiteAddress.Of(AppSettings.Read(configuration), names, configuration["urls"]!.Split(';'));

        Assert.Equal(expected, address);
        if (address is not null && settings.Contains("Mail:Site", StringComparison.Ordinal) is false) Assert.True(names.Has(new(new Uri(address).Authority)), $"{address} is refused");
    }

    [Theory]
    [InlineData("Access:Address=tracker.example.org", "Access:Address")]
    [InlineData("Access:Address=ftp://tracker.example.org", "Access:Address")]
    [InlineData("Access:Address=https://tracker.example.org/?x=1", "Access:Address")]
    [InlineData("Access:Address=https://example.org/a Proxy:PathBase=/b", "write the same path in both")]
    [InlineData("Proxy:PathBase=tracker", "Proxy:PathBase")]
    [InlineData("Proxy:PathBase=https://example.org/tracker", "Proxy:PathBase")]
    [InlineData("AllowedHosts=tracker.example.org:5080", "AllowedHosts")]
    public void Read_WrongSettings_AreNamed(string settings, string words)
    {
        var failure = Assert.Throws<DefenseCoop.Data.Storage.StartupException>(() => AppSettings.Read(Read(settings)));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The link as the operator finds it in the output of a program that was just started, for people and not in a line of the log.</summary>
    [Theory]
    [InlineData("0.0.0.0", "localhost")]
    [InlineData("[::]", "localhost", "--AllowedHosts", "localhost")]
    [InlineData("*", "127.0.0.1", "--AllowedHosts", "127.0.0.1", "--Proxy:PathBase", "/tracker")]
    public async Task SetupLink_OfANewInstallation_IsReadAndAnswers(string listened, string host, params string[] arguments)
    {
        using var folder = new TestFolder();
        var port = AppProcess.FreePort();
        await using var app = AppProcess.Start(["--urls", $"http://{listened}:{port}", "--Data:Folder", folder.Path, .. arguments]);

        var line = (await app.LineAsync(l => l.Contains("/account/setup?token=", StringComparison.Ordinal))).Split(": ")[^1];
        using var browser = new Browser(new Uri($"http://{host}:{port}"));
        var page = await browser.GetAsync(line);

        Assert.StartsWith($"http://{host}:{port}/", line, StringComparison.Ordinal);
        Assert.Equal(("First administrator", System.Net.HttpStatusCode.OK), (page.Document().QuerySelector("h1")!.TextContent, page.Status));
    }

    private static IConfiguration Read(string settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(' ').Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create(s[0], (string?)s[1]))).Build();
}
