using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Domain.People;
using Microsoft.Playwright;
using Xunit;

namespace DefenseCoop.BrowserTests.People;

/// <summary>Every page of sign-in, profile and administration, on both screens and in both themes.</summary>
public sealed class PeopleAccessibilityTests(ProductInBrowser product, Installation installation)
    : PeopleTest(product, installation), IClassFixture<Installation>
{
    public static TheoryData<string> Own => new(
        "/account/profile", "/account/password", "/account/authenticator", "/account/passkeys", "/account/sessions", "/account/sign-out",
        "/admin/accounts", "/admin/accounts/1", "/admin/categories", "/edit/category/cybersecurity", "/edit/category/new",
        "/admin/organizations", "/edit/organization/dk-fmn", "/edit/organization-remove/us-eucom",
        "/admin/sites", "/edit/site/karup", "/drafts",
        "/admin/system", "/admin/rights");

    public static TheoryData<string, int> Public => new()
    {
        { "/account/sign-in", 200 }, { "/account/sign-out", 200 }, { "/account/setup", 410 },
        { "/account/invitation", 410 }, { "/no-such-page", 404 }, { "/problem/403", 403 },
    };

    [Theory]
    [MemberData(nameof(Own))]
    public async Task Page_OfASignedInPerson_HasNoViolationAndFitsTheScreen(string path)
    {
        var account = await Installation.AddAsync(Roles.Administrator);
        var page = await SignedInAsync(account, "/method");
        await GoAsync(page, path);
        foreach (var width in Visitor.Widths) await LookAsync(page, width);
    }

    [Theory]
    [MemberData(nameof(Public))]
    public async Task Page_OfAVisitor_HasNoViolationAndFitsTheScreen(string path, int status)
    {
        var page = await OpenAsync(path, status: status);
        foreach (var width in Visitor.Widths) await LookAsync(page, width);
    }

    [Fact]
    public async Task SignIn_WithErrors_HasNoViolation()
    {
        var account = await Installation.AddAsync(Roles.Administrator);
        var page = await NewPageAsync();
        WatchOf(page).Expect("/account/sign-in");
        await SignInAsync(page, account, password: "not the lamp beside the harbor");

        Found.Nothing(await Axe.ViolationsAsync(page));
    }

    private static async Task LookAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, Visitor.Height);
        Found.Nothing(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
    }
}

