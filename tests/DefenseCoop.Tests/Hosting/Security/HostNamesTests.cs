using System.Net;
using Microsoft.AspNetCore.Hosting;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Security;

public sealed class HostNamesTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "urls", "http://localhost:5080", "localhost localhost:5080 127.0.0.1 [::1]:5080 LOCALHOST",
        "evil.example localhost.evil.example 10.0.0.5 localhost.")]
    [InlineData("urls", "http://127.0.0.1:1;http://[::1]:2", "localhost 127.0.0.1:1 [::1]", "evil.example 192.168.1.4")]
    [InlineData(
        "urls", "http://tracker.example.org:80",
        "tracker.example.org localhost 10.0.0.5 [2001:db8::1]:80", "evil.example www.tracker.example.org")]
    [InlineData("urls", "http://10.0.0.5:80", "10.0.0.5 localhost 127.0.0.1", "evil.example")]
    [InlineData("urls", "http://0.0.0.0:80", "evil.example localhost 10.0.0.5", "")]
    [InlineData("urls", "http://localhost:80;http://*:81", "evil.example localhost", "")]
    [InlineData("urls", "http://[::]:80", "evil.example", "")]
    [InlineData("Kestrel:Endpoints:One:Url", "https://+:443", "evil.example", "")]
    [InlineData("Kestrel:Endpoints:One:Url", "https://tracker.example.org", "tracker.example.org", "evil.example")]
    [InlineData(
        "AllowedHosts", "tracker.example.org;*.tracker.example.org",
        "tracker.example.org a.tracker.example.org:81", "localhost evil.example 127.0.0.1")]
    [InlineData("AllowedHosts", "*", "evil.example", "")]
    public async Task Host_Asked_IsAnsweredByItsNamesOnly(string setting, string value, string answered, string refused)
    {
        await using var named = app.WithWebHostBuilder(b => b.UseSetting(setting, value));
        using var client = named.CreateClient();

        foreach (var host in answered.Split(' ')) Assert.Equal((host, HttpStatusCode.OK), (host, await StatusAsync(client, host)));
        foreach (var host in refused.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Equal((host, HttpStatusCode.BadRequest), (host, await StatusAsync(client, host)));
        }
    }

    [Fact]
    public async Task Host_Foreign_IsNotRepeatedInTheAnswer()
    {
        using var client = app.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/initiatives") { Headers = { Host = "evil.example" } };

        using var answer = await client.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
        Assert.Contains("AllowedHosts", text, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sources") { Headers = { Host = host } };
        using var answer = await client.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
