using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>What an answer may hold: no files of ours, no markup of theirs, nothing that another site can frame.</summary>
public sealed class ContentTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private const string Script = "<script>alert(1)</script>";
    private const string Image = "\"><img src=x onerror=alert(1)>";
    private const string Attribute = "' onmouseover='alert(1)";
    private const string Comment = "--><!--Blazor:{\"type\":\"server\"}-->";

    public static TheoryData<string> Climbing { get; } =
    [
        "/../appsettings.json",
        "/../../../../../../etc/passwd",
        "/%2e%2e/%2e%2e/appsettings.json",
        "/..%2f..%2fappsettings.json",
        "/..%5c..%5cappsettings.json",
        "/..%255c..%255cappsettings.json",
        "/%252e%252e%252fappsettings.json",
        "/....//....//appsettings.json",
        "/..;/appsettings.json",
        "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
        "/lib/..%2f..%2fappsettings.json",
        "/lib/../../appsettings.json",
        "/_framework/..%2f..%2fDefenseCoop.Web.dll",
        "/_content/MudBlazor/..%2f..%2f..%2fappsettings.json",
        "/appsettings.json",
        "/appsettings.Development.json",
        "/DefenseCoop.Web.dll",
        "/DefenseCoop.Web.runtimeconfig.json",
        "/DefenseCoop.Web.staticwebassets.endpoints.json",
        "/defensecoop.db",
        "/data/defensecoop.db",
        "/.data/defensecoop.db",
        "/Starter/starter.json",
        "/.git/config",
        "/lib/app.css%00.json",
        "/lib/app.css::$DATA",
        "//etc/passwd",
        "/file:///etc/passwd",
        "/initiatives/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/focus-areas/..%2f..%2fappsettings.json",
        "/focus-areas/%00",
        "/admin/accounts/..%2f1",
        "http://evil.example/etc/passwd",
    ];

    [Theory]
    [MemberData(nameof(Climbing))]
    public async Task Path_ThatClimbs_GivesNoFile(string path)
    {
        using var browser = target.NewBrowser();

        var answer = await browser.RawGetAsync(path);

        Assert.Matches("^HTTP/1.1 (3|4)[0-9][0-9] ", answer);
        foreach (var content in new[]
        {
            "root:", "Serilog\"", "ConnectionStrings", "SQLite format",
            "runtimeOptions", "MZ\u0090", "\"initiatives\":", "[core]", "   at ",
        })
        {
            Assert.DoesNotContain(content, answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/initiatives", 200)]
    [InlineData("GET", AccountUrls.SignInPath, 200)]
    [InlineData("GET", AccountUrls.SetupPath, 410)]
    [InlineData("GET", "/no-such-page", 404)]
    [InlineData("GET", "/no-such-file.css", 404)]
    [InlineData("GET", "/favicon.svg", 200)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", AccountUrls.SecondFactorPath, 302)]
    [InlineData("GET", AccountUrls.Accounts, 302)]
    [InlineData("POST", AccountUrls.SignInPath, 400)]
    [InlineData("POST", AccountUrls.PasskeyRequestPath, 400)]
    [InlineData("PUT", "/initiatives", 404)]
    [InlineData("POST", "/_blazor/negotiate", 403)]
    public async Task Answer_OfAnyKind_CannotBeFramedNorTakenForSomethingElse(string method, string path, int status)
    {
        using var browser = target.NewBrowser();

        var answer = await browser.SendAsync(
            new HttpMethod(method), path, null, path.StartsWith("/_blazor", StringComparison.Ordinal) ? [("Origin", "null")] : []);

        Assert.Equal(status, (int)answer.Status);
        Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Matches("(^|; ?)script-src 'self'(;|$)", answer.Headers["Content-Security-Policy"]);
        Assert.DoesNotContain("unsafe-eval", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("DENY", answer.Headers["X-Frame-Options"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.DoesNotContain("Server", answer.Headers.Keys);
        Assert.DoesNotContain("X-Powered-By", answer.Headers.Keys);
    }

    [Fact]
    public async Task Answer_OfAFailure_CannotBeFramedAndTellsNothing()
    {
        await using var broken = new LiveProduct();
        using var browser = broken.NewBrowser();
        await using (var db = broken.NewContext())
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
                db.Database, "DROP TABLE RegisterEntries", TestContext.Current.CancellationToken);
        }

        var answer = await browser.GetAsync("/initiatives");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("DENY", answer.Headers["X-Frame-Options"]);
        Assert.DoesNotContain("RegisterEntries", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    [InlineData("DEBUG")]
    [InlineData("CONNECT")]
    [InlineData("PROPFIND")]
    public async Task Method_ThatNobodyNeeds_IsRefused(string method)
    {
        using var browser = target.NewBrowser();

        var answer = await browser.RawAsync(
            $"{method} / HTTP/1.1\r\nHost: {target.Address.Authority}\r\nCookie: DefenseCoop=secret\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 4", answer);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
    }

    /// <summary>Names that were stored before somebody thought of them, in every place where a person is named.</summary>
    [Theory]
    [InlineData(Script)]
    [InlineData(Image)]
    [InlineData(Attribute)]
    [InlineData(Comment)]
    public async Task Markup_InANameOrDevice_IsShownAsText(string markup)
    {
        var name = $"m{Guid.NewGuid():N}";
        var account = await target.AddAsync(name, Roles.Administrator);
        using var browser = target.NewBrowser();
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();
        await browser.SendAsync(
            HttpMethod.Post,
            AccountUrls.SignInPath,
            Browser.Encode(
                ("_handler", "sign-in"), (Browser.TokenField, token), ("Input.Email", $"{name}@example.org"),
                ("Input.Password", Tests.People.PeopleDatabase.Password)),
            ("User-Agent", markup));
        await target.ChangeAsync(account.Id, a => (a.DisplayName, a.Language, a.TimeZone, a.Theme) = (markup, markup, markup, markup));
        var seen = 0;

        foreach (var page in PostAddresses.Pages(target, account.Id))
        {
            var answer = await browser.GetAsync(page);
            AssertNoMarkup(answer, page);
            if (answer.Document().DocumentElement.TextContent.Contains(markup, StringComparison.Ordinal)) seen++;
        }

        Assert.True(seen >= 5, $"The name is shown on {seen} pages only.");
        await target.ChangeAsync(account.Id, a => a.DisplayName = name);
    }

    /// <summary>What is typed comes back in fields, notes and links.</summary>
    [Theory]
    [InlineData(Script)]
    [InlineData(Image)]
    [InlineData(Attribute)]
    [InlineData(Comment)]
    public async Task Markup_InAnAddressOrForm_IsShownAsText(string markup)
    {
        using var browser = await target.NewPersonAsync($"m{Guid.NewGuid():N}", Roles.Administrator);
        var value = Uri.EscapeDataString(markup);
        foreach (var page in PostAddresses.Pages(target, 1))
        {
            var query = $"q={value}&asOf={value}&sort={value}&category={value}&status={value}"
                + $"&returnUrl=/{value}&done={value}&token={value}&{value}={value}";
            AssertNoMarkup(await browser.GetAsync($"{page}?{query}"), page);
        }

        AssertNoMarkup(await browser.GetAsync($"/initiatives/{value}"), "initiative");
        AssertNoMarkup(await browser.GetAsync($"/{value}"), "nothing");
        var answer = await browser.SubmitAsync(AccountUrls.SignInPath, "sign-in", ("Input.Email", markup), ("Input.Password", markup));
        AssertNoMarkup(answer, "sign-in");
        Assert.Equal(markup, answer.Document().QuerySelector("input[name='Input.Email']")!.GetAttribute("value"));
    }

    private static void AssertNoMarkup(Answer answer, string page)
    {
        var document = answer.Document();
        Assert.True(
            (int)answer.Status < 500 || page is "/error" || page.StartsWith("/problem", StringComparison.Ordinal),
            $"{page}: {answer.Status}");
        Assert.Empty(document.QuerySelectorAll("img[onerror], [onmouseover]"));
        Assert.DoesNotContain(document.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.DoesNotContain(Comment, answer.Body, StringComparison.Ordinal);
    }
}
