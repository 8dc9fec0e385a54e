using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.People;

/// <summary>From an installation that nobody can administer to an editor at work.</summary>
[AnyFont]
public sealed class FirstRunTests(ProductInBrowser product, Installation installation)
    : PeopleTest(product, installation), IClassFixture<Installation>
{
    [Fact]
    public async Task FirstRun_ByKeyboard_MakesTheAdministratorWhoInvitesAnEditor()
    {
        var link = (await Installation.SetupLinkAsync())!;
        var page = await OpenAsync(link);
        WatchOf(page).Expect(link);
        await page.GetByLabel("Name").FocusAsync();
        await TypeAsync(page, "Frida First", "frida@example.org", "short");
        await Expect(page.Locator(".field-error")).ToContainTextAsync("make it 15 or more");
        await Expect(page.GetByLabel("Name")).ToHaveValueAsync("Frida First");
        await Expect(page.GetByLabel("E-mail address")).ToHaveValueAsync("frida@example.org");

        await page.GetByLabel("Password").FillAsync(Installation.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.HeadedAsync("Accounts");
        await Expect(page.Locator("main .note")).ToContainTextAsync("You are the first administrator");
        Assert.Null(await Installation.SetupLinkAsync());

        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Eva Editor");
        await page.GetByLabel("E-mail address").FillAsync("eva@example.org");
        await page.Locator("[name='Input.Roles'][value=Editor]").CheckAsync();
        await page.Keyboard.PressAsync("Enter");
        var invitation = await page.GetByTestId("one-time-link").InputValueAsync();
        Assert.StartsWith(Address.ToString(), invitation, StringComparison.Ordinal);

        var editor = await OpenAsync(new Uri(invitation).PathAndQuery, Visitor.WithoutScript);
        await editor.GetByLabel("Password").FillAsync("a boat under seven bridges");
        await PressAsync(editor, "Set the password");
        await editor.HeadedAsync("Profile");
        await GoAsync(editor, "/initiatives");
        Assert.Equal(39, await editor.TotalAsync());
        await GoAsync(editor, "/admin/accounts", 403);
        await editor.HeadedAsync("No access");

        await GoAsync(editor, new Uri(invitation).PathAndQuery, 410);
        await Expect(editor.Locator("main")).ToContainTextAsync("This link cannot be used");
        await GoAsync(page, link, 410);
        await Expect(page.Locator("main")).ToContainTextAsync("This link cannot be used");
    }

    [Fact]
    public async Task Visitor_WithoutAnAccount_IsLedToTheSignInAndBack()
    {
        var account = await Installation.AddAsync(Domain.People.Roles.Reader);
        var page = await NewPageAsync(Visitor.OnPhone);
        await GoAsync(page, "/initiatives?category=cybersecurity&sort=-end");
        await page.HeadedAsync("Sign in");
        await Expect(page.Locator("nav a[href^='/initiatives']")).ToHaveCountAsync(0);

        await page.GetByLabel("E-mail address").FillAsync(account.Email!);
        await page.GetByLabel("Password").FillAsync(Installation.Password);
        await page.Keyboard.PressAsync("Enter");

        await page.AtAsync("/initiatives?category=cybersecurity&sort=-end");
    }

    private static async Task TypeAsync(IPage page, params string[] fields)
    {
        foreach (var field in fields)
        {
            await page.Keyboard.TypeAsync(field);
            await page.Keyboard.PressAsync(field == fields[^1] ? "Enter" : "Tab");
        }
    }
}
