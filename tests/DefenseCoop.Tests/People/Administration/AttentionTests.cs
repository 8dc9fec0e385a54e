using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>What the system page says first, and the navigation counts.</summary>
public sealed class AttentionTests
{
    [Fact]
    public async Task System_OfANewInstallation_SaysFirstWhatIsMissingAndWhichSettingHelps()
    {
        await using var target = new LiveProduct { Settings = { ["Proxy:Addresses"] = "10.0.0.5" } };
        using var administrator = await target.NewPersonAsync("Ane", Roles.Administrator);

        var page = (await administrator.GetAsync(AccountUrls.System)).Document();

        var rows = page.QuerySelectorAll("[data-testid=attention] dt").Select(HtmlPage.Words).ToList();
        Assert.Equal("Needs attention (5)", HtmlPage.Words(page.QuerySelector("main h2")!));
        Assert.Equal(
            [
                "No backups are made.",
                "Passwords and cookies can travel by plain HTTP.",
                "The keys of cookies and of second factors are stored in clear.",
                "Ane administers with a password alone.",
                "No mail is sent: nobody is reminded of assessments.",
            ],
            rows);
        Assert.Equal(
            ["Backup:Folder", "Access:Https", "Authentication:KeyCertificate:Path", "Mail:Host"],
            page.QuerySelectorAll("[data-testid=attention] code").Select(HtmlPage.Words));
        Assert.Equal("5 to see to", page.QuerySelector($"nav a[href='{AccountUrls.System}'] .nav-note")!.TextContent);
    }

    /// <summary>Each row goes with what it asks for; with nothing left the page says so, and the navigation counts nothing.</summary>
    [Fact]
    public async Task System_WithEverythingSet_HasNothing()
    {
        using var folder = new TestFolder();
        await using var target = new LiveProduct
        {
            Settings = new()
            {
                ["Backup:Folder"] = folder.Path,
                ["Authentication:KeyCertificate:Path"] = SystemPagesTests.NewCertificate(folder),
                ["Authentication:KeyCertificate:Password"] = SystemPagesTests.CertificatePassword,
                ["Mail:Host"] = "mail.example.org",
                ["Mail:From"] = "tracker@example.org",
                ["Access:Address"] = "https://tracker.example.org",
            },
        };
        var account = await target.AddAsync("Ane", Roles.Administrator);
        using var administrator = await target.SignInAsync("Ane");
        await target.ChangeAsync(account.Id, a => a.TwoFactorEnabled = true);

        var page = (await administrator.GetAsync(AccountUrls.System)).Document();

        Assert.Equal("Needs attention (0)", HtmlPage.Words(page.QuerySelector("main h2")!));
        Assert.Equal("Nothing.", HtmlPage.Words(page.QuerySelector("[data-testid=attention] p")!));
        Assert.Null(page.QuerySelector($"nav a[href='{AccountUrls.System}'] .nav-note"));
    }

    [Fact]
    public async Task Navigation_OfWhoMayNotSeeTheSystem_CountsNothing()
    {
        await using var target = new LiveProduct();
        using var editor = await target.NewPersonAsync("Eva", Roles.Editor | Roles.Manager);

        Assert.DoesNotContain("to see to", (await editor.GetAsync("/")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task System_JustStarted_SaysSoInWords()
    {
        await using var target = new LiveProduct();
        using var administrator = await target.NewPersonAsync("Ane", Roles.Administrator);

        var text = (await administrator.GetAsync(AccountUrls.System)).Document().QuerySelector("main")!.TextContent;

        Assert.DoesNotContain("for 0 min", text, StringComparison.Ordinal);
        Assert.DoesNotContain("database Healthy", text, StringComparison.Ordinal);
    }
}
