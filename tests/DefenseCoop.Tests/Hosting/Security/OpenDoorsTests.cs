using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Security;

/// <summary>What an operator is warned of at the start.</summary>
public sealed class OpenDoorsTests
{
    private const string Plain = "PLAIN HTTP ON A NETWORK";
    private const string AnyName = "The program answers by any host name";
    private const string NoHttps = "nothing here speaks HTTPS";
    private const string OnlyLocalhost = "by the name localhost only";

    [Theory]
    [InlineData("http://127.0.0.1", "")]
    [InlineData("http://0.0.0.0", $"{Plain}|{AnyName}")]
    [InlineData("http://*", Plain, "--AllowedHosts=tracker.example.org")]
    [InlineData("http://tracker.example.org", Plain)]
    [InlineData("http://[::]", AnyName, "--Proxy:Addresses=10.0.0.5")]
    [InlineData("http://127.0.0.1", OnlyLocalhost, "--Proxy:Addresses=127.0.0.1")]
    [InlineData("http://127.0.0.1", NoHttps, "--Access:Https=true")]
    [InlineData("http://127.0.0.1", "", "--Access:Https=true", "--Proxy:Addresses=127.0.0.1", "--AllowedHosts=tracker.example.org")]
    public async Task Start_InProduction_WarnsOfWhatIsOpen(string address, string expected, params string[] settings)
    {
        using var folder = new TestFolder();
        await using var app = AppProcess.Start(["--urls", $"{address}:{AppProcess.FreePort()}", "--Data:Folder", folder.Path, .. settings]);
        await app.LineAsync(l => l.StartsWith("DefenseCoop is ready", StringComparison.Ordinal));

        var warnings = new[] { Plain, AnyName, NoHttps, OnlyLocalhost }
            .Where(w => app.Output.Any(l => l.Contains(w, StringComparison.Ordinal)));

        Assert.Equal(expected, string.Join('|', warnings));
    }

    [Fact]
    public async Task Start_InDevelopment_WarnsOfNothing()
    {
        using var folder = new TestFolder();
        await using var app = AppProcess.Start(
            ["--urls", $"http://0.0.0.0:{AppProcess.FreePort()}", "--Data:Folder", folder.Path], ("ASPNETCORE_ENVIRONMENT", "Development"));
        await app.LineAsync(l => l.StartsWith("DefenseCoop is ready", StringComparison.Ordinal));

        Assert.DoesNotContain(
            app.Output, l => l.Contains(Plain, StringComparison.Ordinal) || l.Contains(AnyName, StringComparison.Ordinal));
    }
}
