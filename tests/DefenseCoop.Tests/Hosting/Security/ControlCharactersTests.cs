using System.Text.Json;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Security;

/// <summary>Nobody writes into the log what the program did not say.</summary>
public sealed class ControlCharactersTests
{
    private const string Forged =
        "/x%0d%0aFORGED%0d%0a{%22@t%22:%222026-01-01%22,%22@m%22:%22Signed%20in%22}%1b[2J%e2%80%a8%e2%80%a9%c2%85%7f";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Path_WithLineBreaksAndEscapes_IsOneLineOfTheLog(string environment)
    {
        using var folder = new TestFolder();
        var address = new Uri($"http://127.0.0.1:{AppProcess.FreePort()}");
        await using var app = AppProcess.Start(
            ["--urls", address.GetLeftPart(UriPartial.Authority), "--Data:Folder", folder.Path], ("ASPNETCORE_ENVIRONMENT", environment));
        await app.LineAsync(l => l.StartsWith("DefenseCoop is ready", StringComparison.Ordinal));
        using var client = new HttpClient { BaseAddress = address };

        using var answer = await client.GetAsync(new Uri(Forged, UriKind.Relative), Stop);
        await app.LineAsync(l => l.Contains("FORGED", StringComparison.Ordinal));

        Assert.All(app.Output, line => Assert.DoesNotContain(line, c => char.IsControl(c) || c is '\u2028' or '\u2029'));
        Assert.DoesNotContain(
            app.Output,
            line =>
                line.StartsWith("FORGED", StringComparison.Ordinal) || line.StartsWith("{\"@t\":\"2026-01-01\"", StringComparison.Ordinal));
        if (environment == "Production")
        {
            Assert.All(app.Output.Where(l => l.StartsWith('{')), line =>
            {
                using var json = JsonDocument.Parse(line);
                Assert.NotEqual("Signed in", json.RootElement.GetProperty("@m").GetString());
            });
        }
    }
}
