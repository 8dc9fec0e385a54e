using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Domain.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.People;

/// <summary>Pages that are open follow what happens to their person, within five seconds.</summary>
[AnyFont]
public sealed class OpenPageTests(ProductInBrowser product, Installation installation)
    : PeopleTest(product, installation), IClassFixture<Installation>
{
    private const float Promise = 5_000;

    [Fact]
    public async Task Role_TakenAway_LeavesTheOpenPage()
    {
        var account = await Installation.AddAsync(Roles.Administrator);
        var page = await SignedInAsync(account, "/initiatives");
        await page.MarkAsync();
        var administration = page.GetByRole(AriaRole.Link, new() { Name = "Accounts" });
        await Expect(administration).ToBeVisibleAsync();

        await Installation.ChangeAsync(account, a => a.Roles = Roles.Analyst);

        await Expect(administration).ToBeHiddenAsync(new() { Timeout = Promise });
        await page.SameLoadAsync();
        await GoAsync(page, "/admin/accounts", 403);
    }

    [Fact]
    public async Task Account_Disabled_IsSignedOutOfItsOpenPages()
    {
        var account = await Installation.AddAsync(Roles.Analyst);
        var page = await SignedInAsync(account, "/initiatives");
        WatchOf(page).ExpectsLostConnection = true;

        await Installation.ChangeAsync(account, a => a.DisabledAt = Installation.App.Clock.GetUtcNow().UtcDateTime);

        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in", new() { Timeout = Promise });
    }

    [Fact]
    public async Task SignOut_InOneTab_EndsTheOther()
    {
        var account = await Installation.AddAsync(Roles.Analyst);
        var page = await SignedInAsync(account, "/initiatives");
        WatchOf(page).ExpectsLostConnection = true;
        var other = await page.Context.NewPageAsync();
        await SignOutAsync(other);

        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in", new() { Timeout = Promise });
        Assert.Contains("returnUrl=%2Finitiatives", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOutEverywhere_OnOneDevice_EndsTheOther()
    {
        var account = await Installation.AddAsync(Roles.Analyst);
        var page = await SignedInAsync(account, "/initiatives");
        WatchOf(page).ExpectsLostConnection = true;
        var elsewhere = await SignedInAsync(account, "/account/sessions", Visitor.WithoutScript);
        await Expect(elsewhere.GetByTestId("total")).ToHaveTextAsync("2");

        await PressAsync(elsewhere, "Sign out everywhere");

        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in", new() { Timeout = Promise });
        await GoAsync(elsewhere, "/initiatives");
        await elsewhere.HeadedAsync("Sign in");
    }

    [Fact]
    public async Task Theme_OfTheAccount_HoldsInAnyBrowser()
    {
        var account = await Installation.AddAsync(Roles.Analyst);
        var page = await SignedInAsync(account, "/account/profile");
        await page.GetByLabel("Theme", new() { Exact = true }).Last.SelectOptionAsync("dark");
        await PressAsync(page, "Save");
        await Expect(page.Locator("main .note").First).ToHaveTextAsync("Saved.");
        var dark = await page.BackgroundAsync();

        var other = await SignedInAsync(account, "/initiatives");

        Assert.Equal(dark, await other.BackgroundAsync());
    }
}
