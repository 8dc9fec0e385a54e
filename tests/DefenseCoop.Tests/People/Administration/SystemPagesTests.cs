using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Dom;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>The pages on the rights, the system and its settings, of which no secret is shown.</summary>
public sealed class SystemPagesTests
{
    private const string ClientSecret = "client-secret-5a1d";
    internal const string CertificatePassword = "certificate-password-9c2e";

    [Fact]
    public async Task System_ShownToAnAdministrator_TellsTheSettingsButNoSecret()
    {
        using var folder = new TestFolder();
        await using var target = new LiveProduct
        {
            Settings = new()
            {
                ["Authentication:OpenIdConnect:Authority"] = "https://id.example.org",
                ["Authentication:OpenIdConnect:ClientId"] = "coop",
                ["Authentication:OpenIdConnect:ClientSecret"] = ClientSecret,
                ["Authentication:OpenIdConnect:Roles:Editor"] = "writers,reviewers",
                ["Authentication:KeyCertificate:Path"] = NewCertificate(folder),
                ["Authentication:KeyCertificate:Password"] = CertificatePassword,
                ["Circuits:MostPerPerson"] = "7",
                ["Circuits:MostInAll"] = "77",
                ["Proxy:Addresses"] = "10.0.0.5",
            },
        };
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);

        var page = await administrator.GetAsync(AccountUrls.System);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(ClientSecret, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(CertificatePassword, page.Body, StringComparison.Ordinal);
        var settings = page.Document()
            .QuerySelectorAll("tbody tr")
            .ToDictionary(r => r.QuerySelector("th")!.TextContent, r => r.QuerySelectorAll("td").Select(HtmlPage.Words).ToArray());
        Assert.Equal(
            Setting.All.Where(s => s == Setting.MailHost || s.Section != Setting.MailHost.Section).Select(s => s.Name), settings.Keys);
        Assert.Equal("not set: no reminders are sent", settings["Mail:Host"][0]);
        Assert.Equal(["set, hidden", "argument"], settings["Authentication:OpenIdConnect:ClientSecret"][..2]);
        Assert.Equal("set, hidden", settings["Authentication:KeyCertificate:Password"][0]);
        Assert.Equal("not set", settings["ConnectionStrings:DefenseCoop"][0]);
        Assert.Equal("writers, reviewers", settings["Authentication:OpenIdConnect:Roles:Editor"][0]);
        Assert.Equal("7", settings["Circuits:MostPerPerson"][0]);
        Assert.Equal("10.0.0.5/32", settings["Proxy:Addresses"][0]);
        Assert.Equal(["15", "default", "characters, 8 to 64"], settings["Authentication:MinimumPasswordLength"]);
        Assert.Contains("at most 7 a person, 77 in all", Fact(page, "Open pages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task System_ShownToAnAdministrator_TellsTheStateOfTheDatabase()
    {
        await using var target = new LiveProduct();
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);
        await target.AddAsync("another", Roles.Reader);

        var page = await administrator.GetAsync(AccountUrls.System);

        Assert.Equal("Production", Fact(page, "Environment"));
        Assert.Equal("Healthy", Fact(page, "Health"));
        Assert.Equal(target.DatabasePath, Fact(page, "File"));
        Assert.Equal("2, 1 open session", Fact(page, "Accounts"));
        Assert.Contains("_", Fact(page, "Last migration"), StringComparison.Ordinal);
        Assert.True(double.Parse(Fact(page, "Size").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) > 0.1);
    }

    [Theory]
    [InlineData(true, "readers here")]
    [InlineData(false, "not let in here")]
    public async Task Rights_Shown_AreTheTableWithItsCommandsAndTheVisitors(bool anonymousRead, string visitors)
    {
        await using var target = new LiveProduct { AnonymousRead = anonymousRead };
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);

        var page = (await administrator.GetAsync(AccountUrls.RightsTable)).Document();

        Assert.Contains(visitors, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Rights.Table.Count, page.QuerySelectorAll("tr[data-right]").Length);
        Assert.Equal(Rights.Table.Select(r => r.Area).Distinct(), page.QuerySelectorAll("th[scope=rowgroup]").Select(HtmlPage.Words));
        Assert.DoesNotContain("Async", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var row in Rights.Table)
        {
            var cells = page.QuerySelector($"tr[data-right='{row.Right}']")!.Children.Select(HtmlPage.Words).ToArray();
            Assert.Equal(row.Words, cells[0]);
            Assert.Equal(RoleList.All.Select(role => Rights.Allow(role, row.Right) ? "yes" : "no"), cells[1..]);
        }
    }

    [Fact]
    public async Task Accounts_ShownToAnAdministrator_TellTheStateOfEachInWords()
    {
        await using var target = new LiveProduct();
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);
        var now = FixedClock.Start.UtcDateTime;
        await target.AddAsync("quiet", Roles.Reader);
        await target.AddAsync("unasked", Roles.Reader, hasPassword: false);
        await target.ChangeAsync(
            (await target.AddAsync("locked", Roles.Editor | Roles.Manager)).Id, a => a.LockedUntil = now.AddMinutes(15));
        await target.ChangeAsync((await target.AddAsync("left", Roles.Reader)).Id, a => a.DisabledAt = now);
        await administrator.SubmitAsync(
            AccountUrls.Accounts, "invite", ("Input.Name", "invited"), ("Input.Email", "invited@example.org"), ("Input.Roles", "Reader"));

        var page = (await administrator.GetAsync($"{AccountUrls.Accounts}?done=welcome")).Document();

        var states = page.QuerySelectorAll("tr[data-account]")
            .ToDictionary(r => r.QuerySelector("th a")!.TextContent, r => HtmlPage.Words(r.Children[^1]));
        Assert.Equal("active, 1 open session", states["admin"]);
        Assert.Equal("active", states["quiet"]);
        Assert.Equal("invited, link used up or too old", states["unasked"]);
        Assert.Equal("invited, link until 26 Nov 2026, 12:00 UTC", states["invited"]);
        Assert.Equal("takes no password until 23 Nov 2026, 12:15 UTC", states["locked"]);
        Assert.Equal("disabled since 23 Nov 2026, 12:00 UTC", states["left"]);
        Assert.Contains(page.QuerySelectorAll("[role=status] a"), a => a.GetAttribute("href") == AccountUrls.Authenticator);
    }

    private static string Fact(Answer page, string name) =>
        HtmlPage.Words(page.Document().QuerySelectorAll("dl.facts dt").Single(t => t.TextContent == name).NextElementSibling!);

    internal static string NewCertificate(TestFolder folder)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, FixedClock.Start.AddYears(1));
        var path = folder.File("keys.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, CertificatePassword));
        return path;
    }
}
