using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Data.Commands;
using DefenseCoop.Web.Urls;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.People;

/// <summary>A journey of people who sign in.</summary>
public abstract class PeopleTest(ProductInBrowser product, Installation installation) : BrowserTest(product)
{
    protected Installation Installation { get; } = installation;

    protected override Uri Address => Installation.App.Address;

    /// <summary>Fills and sends the sign-in form.</summary>
    protected async Task SignInAsync(IPage page, Account account, string? returnUrl = null, string password = Installation.Password)
    {
        await GoAsync(page, AccountUrls.SignIn(returnUrl));
        await page.GetByLabel("E-mail address").FillAsync(account.Email!);
        await page.GetByLabel("Password").FillAsync(password);
        await PressAsync(page, "Sign in");
    }

    /// <summary>A page of a new visitor, who is signed in.</summary>
    protected async Task<IPage> SignedInAsync(Account account, string path = "/", Visitor? visitor = null)
    {
        var page = await NewPageAsync(visitor);
        await SignInAsync(page, account, path);
        await page.AtAsync(path);
        await AliveAsync(page);
        return page;
    }

    protected async Task SignOutAsync(IPage page)
    {
        await GoAsync(page, AccountUrls.SignOutPath);
        await PressAsync(page, "Sign out");
        await Expect(page.GetByText("You are signed out.")).ToBeVisibleAsync();
    }

    /// <summary>Presses a button of the page's content.</summary>
    protected static Task PressAsync(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
