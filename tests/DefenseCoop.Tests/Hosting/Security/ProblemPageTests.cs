using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Security;

/// <summary>What people see when a request is refused.</summary>
public sealed class ProblemPageTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private const int Megabyte = 1024 * 1024;

    [Theory]
    [InlineData(400, "This could not be understood")]
    [InlineData(401, "Not signed in")]
    [InlineData(403, "No access")]
    [InlineData(404, "There is no such page")]
    [InlineData(405, "This does not work here")]
    [InlineData(413, "Too much at once")]
    [InlineData(429, "Too many tries")]
    [InlineData(503, "Not available")]
    public async Task Problem_AskedForDirectly_AnswersWithItsStatus(int status, string heading)
    {
        using var browser = target.NewBrowser();

        AssertPage(await browser.GetAsync($"/problem/{status}"), status, heading);
    }

    [Theory]
    [InlineData("/problem/200")]
    [InlineData("/problem/600")]
    [InlineData("/problem/-1")]
    [InlineData("/problem/x")]
    public async Task Problem_ThatIsNone_IsNotFound(string path)
    {
        using var browser = target.NewBrowser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/method")]
    public async Task Post_ThatIsForged_IsAPageWithStatus400(string path)
    {
        using var browser = target.NewBrowser();

        AssertPage(await browser.PostAsync(path, ("_handler", "sign-in")), 400, "This could not be understood");
    }

    [Fact]
    public async Task Post_ThatSaysItIsTooLarge_IsAPageWithStatus413()
    {
        using var browser = target.NewBrowser();
        var answer = await browser.RawAsync(
            $"POST /account/sign-in HTTP/1.1\r\nHost: {target.Address.Authority}\r\nContent-Type: "
                + $"application/x-www-form-urlencoded\r\nContent-Length: {Megabyte + 1}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("<h1>Too much at once", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatAPersonMayNotSee_IsAPageWithStatus403()
    {
        using var person = await target.NewPersonAsync("reader", Roles.Reader);

        AssertPage(await person.GetAsync("/admin/accounts"), 403, "No access");
    }

    [Theory]
    [InlineData("/api/none")]
    [InlineData("/export/none")]
    [InlineData("/_blazor/none")]
    [InlineData("/health/none")]
    public async Task Program_Refused_GetsNoHtml(string path)
    {
        using var browser = target.NewBrowser();

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            var answer = await browser.SendAsync(method, path, null);
            Assert.True(answer.IsRefused, $"{answer.Status}");
            Assert.DoesNotContain('<', answer.Body);
        }
    }

    private static void AssertPage(Answer answer, int status, string heading)
    {
        Assert.Equal(status, (int)answer.Status);
        Assert.Contains($"<h1>{heading}</h1>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<main", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("!</", answer.Body, StringComparison.Ordinal);
        if (status != 404) Assert.DoesNotContain("<!--Blazor:", answer.Body, StringComparison.Ordinal);
    }
}
