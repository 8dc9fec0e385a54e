using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Hosting.Addresses;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Addresses;

/// <summary>The program beneath a path: by a setting, and by the word of a proxy.</summary>
public sealed class SitePathTests
{
    private const string Root = "/tracker";

    private const Roles Everybody = Roles.Administrator | Roles.Manager | Roles.Editor;

    private static LiveProduct Beneath(string path = Root) => new() { Settings = { ["Proxy:PathBase"] = path } };

    [Fact]
    public async Task Site_BeneathAPath_IsNeverLeft()
    {
        await using var target = Beneath();
        using var browser = await SignedInAsync(target, Root);
        var crawl = new Crawl(browser, Root);

        await crawl.RunAsync();

        Assert.Empty(crawl.Problems);
        Assert.True(crawl.Pages >= 60 && crawl.Addresses > 3_000, $"{crawl.Pages} pages, {crawl.Addresses} addresses");
    }

    /// <summary>The proxy takes the path off and says so; another hands the whole path on and says so, too.</summary>
    [Theory]
    [InlineData("/tracker", true)]
    [InlineData("/tracker", false)]
    [InlineData("/apps/tracker/", true)]
    [InlineData("/apps/tracker.v2", false)]
    public async Task Prefix_OfAKnownProxy_StandsInFrontOfEveryAddress(string prefix, bool isTakenOff)
    {
        var root = prefix.TrimEnd('/');
        await using var target = new LiveProduct { Settings = { ["Proxy:Addresses"] = "127.0.0.1" } };
        using var browser = target.NewBrowser();

        var page = await browser.GetAsync(isTakenOff ? "/initiatives/BE-1" : $"{root}/initiatives/BE-1", ("X-Forwarded-Prefix", prefix));
        var redirect = await browser.GetAsync(isTakenOff ? "/account/profile" : $"{root}/account/profile", ("X-Forwarded-Prefix", prefix));

        Assert.Equal((HttpStatusCode.OK, $"{root}/"), (page.Status, page.Document().QuerySelector("base")!.GetAttribute("href")));
        Assert.All(
            page.Document().QuerySelectorAll("a[href^='/'], form[action]"),
            e => Assert.StartsWith($"{root}/", e.GetAttribute("href") ?? e.GetAttribute("action"), StringComparison.Ordinal));
        Assert.Equal($"{root}/account/sign-in?returnUrl=%2Faccount%2Fprofile", redirect.Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Root)]
    public async Task Code_OfARefusedForm_IsNotGivenBack(string root)
    {
        await using var target = root.Length == 0 ? new LiveProduct() : Beneath();
        using var browser = target.NewBrowser();

        var answer = await browser.PostAsync(
            root + AccountUrls.SignInPath,
            ("_handler", "sign-in"), ("Input.Email", "ane@example.org"), ("Input.Code", "424242"));

        Assert.Contains("Passwords and codes are not given back", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("424242", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/evil.example/%2e%2e")]
    [InlineData("https://evil.example")]
    [InlineData("/a\"><script>")]
    [InlineData("/../x")]
    [InlineData("/tracker?x=1")]
    [InlineData("/tracker#x")]
    [InlineData("/admin")]
    [InlineData("/health/live")]
    [InlineData("tracker")]
    public async Task Prefix_ThatIsNoPath_HasNoEffect(string prefix)
    {
        await using var target = new LiveProduct { Settings = { ["Proxy:Addresses"] = "127.0.0.1" } };
        using var browser = target.NewBrowser();

        var page = await browser.GetAsync("/initiatives", ("X-Forwarded-Prefix", prefix));

        Assert.Equal("/", page.Document().QuerySelector("base")!.GetAttribute("href"));
        Assert.DoesNotContain("evil", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Path_OfTheSetting_IsThereWhateverTheProxyDoesWithIt()
    {
        await using var target = Beneath();
        using var browser = target.NewBrowser();

        foreach (var address in new[] { "/tracker/initiatives", "/initiatives", "/tracker", "/tracker/" })
        {
            var page = await browser.GetAsync(address);
            Assert.Equal(
                (address, HttpStatusCode.OK, "/tracker/"),
                (address, page.Status, page.Document().QuerySelector("base")!.GetAttribute("href")));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/trackers")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/Tracker/initiatives")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tracker/health/live")).Status);
    }

    [Fact]
    public async Task Cookies_BeneathAPath_AreSentThereOnly()
    {
        await using var target = Beneath();
        using var browser = target.NewBrowser();

        var page = await browser.GetAsync($"{Root}{AccountUrls.SignInPath}");
        await target.AddAsync("crumb", Roles.Reader);
        var signedIn = await browser.SignInAsync("crumb", path: $"{Root}{AccountUrls.SignInPath}");

        Assert.Contains("path=/tracker;", page.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("DefenseCoop=", signedIn.Headers["Set-Cookie"], StringComparison.Ordinal);
        Assert.DoesNotContain("path=/;", signedIn.Headers["Set-Cookie"], StringComparison.OrdinalIgnoreCase);
        Assert.Equal("/tracker/", signedIn.Location);
    }

    /// <summary>A connection is no answer that could be written to, whatever is done with the answers of this path.</summary>
    [Fact]
    public async Task WebSocket_BeneathAPath_LeavesNoErrorInTheLog()
    {
        using var folder = new TestFolder();
        await using var app = AppProcess.Serve(folder.Path, "--Access:AnonymousRead", "true", "--Proxy:PathBase", Root);
        await app.ReadyAsync();
        using var browser = new Browser(app.Address);

        await using (await OpenPage.HalfAsync(browser)) await browser.GetAsync($"{Root}/no-such-page");
        app.Signal("TERM");

        Assert.Equal(0, await app.EndedAsync());
        Assert.Contains(app.Output, l => l.Contains("no-such-page", StringComparison.Ordinal));
        Assert.DoesNotContain(
            app.Output, l => l.Contains("Exception", StringComparison.Ordinal) || l.Contains("\"@l\":\"Error\"", StringComparison.Ordinal));
        Assert.Empty(app.Errors);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/initiatives/x")]
    [InlineData("/account")]
    public async Task Path_ThatIsAPageOfTheProgram_StopsTheStart(string path)
    {
        using var folder = new TestFolder();

        var (code, _, errors) = await AppProcess.RunAsync(
            ["--urls", $"http://127.0.0.1:{AppProcess.FreePort()}", "--Data:Folder", folder.Path, "--Proxy:PathBase", path]);

        Assert.NotEqual(0, code);
        Assert.Contains("Proxy:PathBase", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("/tracker", "/tracker")]
    [InlineData("/tracker/", "/tracker")]
    [InlineData("/a/b-c_d.e~f", "/a/b-c_d.e~f")]
    [InlineData("tracker", null)]
    [InlineData("/tracker/../x", null)]
    [InlineData("//x", null)]
    [InlineData("/a b", null)]
    [InlineData("/Grønland", null)]
    public void Read_Text_IsAPathOrNone(string text, string? path) => Assert.Equal(path, ServedPath.Read(text)?.Value);

    [Theory]
    [InlineData("/initiatives", "/tracker/initiatives")]
    [InlineData("/", "/tracker/")]
    [InlineData("/tracker", "/tracker")]
    [InlineData("/tracker/x", "/tracker/x")]
    [InlineData("/tracker?x=1", "/tracker?x=1")]
    [InlineData("/trackers", "/tracker/trackers")]
    [InlineData("//evil.example", "//evil.example")]
    [InlineData("/\\evil.example", "/\\evil.example")]
    [InlineData("https://example.org/x", "https://example.org/x")]
    [InlineData("#main", "#main")]
    [InlineData("app.js", "app.js")]
    public void Beneath_Address_HasThePathOnce(string address, string expected) =>
        Assert.Equal(expected, SitePath.Beneath(new PathString(Root), address));

    [Fact]
    public void Rewrite_Html_ChangesAddressesAndNothingElse()
    {
        const string html =
            """<base href="/" /><a title="/x" href="/a?b=/c">/d</a>"""
            + """<form action="/e"><input name="url" value="/f"></form>"""
            + """<p data-news="/g" class="/h">href=&quot;/i&quot;</p><a href="//j">k</a>""";

        Assert.Equal(
            """<base href="/t/" /><a title="/x" href="/t/a?b=/c">/d</a>"""
            + """<form action="/t/e"><input name="url" value="/f"></form>"""
            + """<p data-news="/t/g" class="/h">href=&quot;/i&quot;</p><a href="//j">k</a>""",
            HtmlAddresses.Rewrite(html, new PathString("/t")));
    }

    private static async Task<Browser> SignedInAsync(LiveProduct target, string root)
    {
        await target.AddAsync("walker", Everybody);
        var browser = target.NewBrowser();
        await browser.SignInAsync("walker", path: root + AccountUrls.SignInPath);
        Assert.NotNull(browser.SessionCookie);
        return browser;
    }
}
