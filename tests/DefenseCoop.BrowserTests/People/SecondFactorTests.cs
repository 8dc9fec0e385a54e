using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Data.Commands;
using DefenseCoop.Domain.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.People;

/// <summary>Authenticator app, recovery codes, passkeys, and the lock against guessing.</summary>
[AnyFont]
public sealed class SecondFactorTests(ProductInBrowser product, Installation installation)
    : PeopleTest(product, installation), IClassFixture<Installation>
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task AuthenticatorApp_SetUp_IsAskedForAndARecoveryCodeStandsIn()
    {
        var account = await Installation.AddAsync(Roles.Analyst);
        var page = await SignedInAsync(account, "/account/authenticator");
        WatchOf(page).Expect("/account/authenticator");
        WatchOf(page).Expect("/account/second-factor");
        await PressAsync(page, "Set up");
        var key = (await page.GetByTestId("authenticator-key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await Expect(page.Locator("img.qr")).ToBeVisibleAsync();

        // A wrong code leaves the key as it is.
        await SendCodeAsync(page, "000000", "Turn on");
        await Expect(page.Locator(".field-error")).ToBeVisibleAsync();
        await SendCodeAsync(page, Installation.Code(key), "Turn on");
        var codes = (await page.GetByTestId("recovery-codes").InnerTextAsync()).Split('\n');
        Assert.Equal(10, codes.Length);

        await SignOutAsync(page);
        await SignInAsync(page, account);
        await page.HeadedAsync("Second factor");
        // The code that turned it on is used up.
        await SendCodeAsync(page, Installation.Code(key), "Sign in");
        await Expect(page.Locator(".field-error")).ToBeVisibleAsync();
        Installation.App.Clock.Move(Step);
        await SendCodeAsync(page, Installation.Code(key), "Sign in");
        await page.HeadedAsync("Summary");

        await SignOutAsync(page);
        await SignInAsync(page, account, "/method");
        await page.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code instead" }).ClickAsync();
        await page.GetByLabel("Recovery code").FillAsync(codes[4].ToLowerInvariant());
        await PressAsync(page, "Sign in");
        await page.AtAsync("/method");
        await GoAsync(page, "/account/authenticator");
        await Expect(page.Locator(".lede")).ToContainTextAsync("9 recovery codes are left");
    }

    [Fact]
    public async Task Passkey_Added_SignsInWithoutAPassword()
    {
        var account = await Installation.AddAsync(Roles.Analyst);
        var page = await SignedInAsync(account, "/account/passkeys");
        await AddAuthenticatorAsync(page);
        await page.GetByLabel("Name").FillAsync("Laptop");
        await PressAsync(page, "Add a passkey");
        await Expect(page.GetByText("The passkey was added.")).ToBeVisibleAsync();
        await Expect(page.Locator("tbody th")).ToHaveTextAsync("Laptop");

        await SignOutAsync(page);
        await GoAsync(page, "/account/sign-in?returnUrl=%2Fsources");
        await PressAsync(page, "Sign in with a passkey");
        await page.AtAsync("/sources");
        await GoAsync(page, "/account/sessions");
        await Expect(page.Locator("tbody tr")).ToContainTextAsync("Passkey");

        await GoAsync(page, "/account/passkeys");
        await page.Locator("tbody").GetByRole(AriaRole.Button, new() { Name = "Remove Laptop" }).ClickAsync();
        await Expect(page.GetByText("You have none yet.")).ToBeVisibleAsync();
        await SignOutAsync(page);
        await GoAsync(page, "/account/sign-in");
        await PressAsync(page, "Sign in with a passkey");
        await Expect(page.Locator(".error-box")).ToContainTextAsync("The passkey does not sign in here");
    }

    /// <summary>The session is over while a form is filled in: the passkey in another tab leads back to what was typed.</summary>
    [Fact]
    public async Task Passkey_AfterTheSessionIsOver_SendsTheFormAgain()
    {
        const string Form = "/edit/recommendation/new";
        var said = $"Typed before the session was over {Guid.NewGuid():N}";
        var page = await SignedInAsync(await Installation.AddAsync(Roles.Editor), "/account/passkeys");
        var device = await AddAuthenticatorAsync(page);
        await page.GetByLabel("Name").FillAsync("Laptop");
        await PressAsync(page, "Add a passkey");
        await Expect(page.GetByText("The passkey was added.")).ToBeVisibleAsync();
        await GoAsync(page, Form);
        await page.Locator("[name='f.Text']").FillAsync(said);
        await page.Locator("[name='f.Provenance']").SelectOptionAsync("illustrative");
        await Expect(page.Locator("[data-draft-state]")).ToContainTextAsync("Draft kept");
        WatchOf(page).Expect(Form);
        await page.Context.ClearCookiesAsync(new() { Name = "DefenseCoop" });

        // As where the script of the form, which would have noticed before, has not loaded.
        await page.Locator(".edit-form button.primary").EvaluateAsync(
            """
            button => {
                const sent = Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value });
                button.form.append(sent);
                HTMLFormElement.prototype.submit.call(button.form);
            }
            """);
        await page.HeadedAsync("Not signed in");
        await Expect(page.Locator(".returned textarea[name='f.Text']")).ToHaveValueAsync(said);
        var other = await page.RunAndWaitForPopupAsync(
            () => page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync());
        await CarryAsync(device, other);
        await PressAsync(other, "Sign in with a passkey");
        await other.HeadedAsync("Summary");
        await PressAsync(page, "Send it again");

        await Expect(page.Locator(".saved")).ToContainTextAsync("Saved.");
        await Expect(page.Locator("main")).ToContainTextAsync(said);
    }

    [Fact]
    public async Task WrongPasswords_FiveInARow_LockUntilAQuarterOfAnHourLater()
    {
        var account = await Installation.AddAsync(Roles.Analyst);
        var page = await NewPageAsync();
        WatchOf(page).Expect("/account/sign-in");
        for (var i = 0; i < PeopleOptions.MostFailures; i++) await RefusedAsync("not the lamp beside the harbor");
        await RefusedAsync(Installation.Password);

        Installation.App.Clock.Move(PeopleOptions.LockTime);
        await SignInAsync(page, account);
        await page.HeadedAsync("Summary");

        async Task RefusedAsync(string password)
        {
            await SignInAsync(page, account, password: password);
            await Expect(page.Locator(".error-box")).ToContainTextAsync("do not sign in");
            await Expect(page.GetByLabel("E-mail address")).ToHaveValueAsync(account.Email!);
        }
    }

    private static async Task SendCodeAsync(IPage page, string code, string button)
    {
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await PressAsync(page, button);
        await page.LoadedAsync();
    }

    /// <summary>Each tab has a device of its own here: the other one gets what the first has.</summary>
    private static async Task CarryAsync((ICDPSession Session, string Id) device, IPage page)
    {
        var kept = await device.Session.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = device.Id });
        var (session, id) = await AddAuthenticatorAsync(page);
        foreach (var credential in kept!.Value.GetProperty("credentials").EnumerateArray())
        {
            await session.SendAsync("WebAuthn.addCredential", new() { ["authenticatorId"] = id, ["credential"] = credential });
        }
    }

    /// <summary>A device that says yes by itself.</summary>
    private static async Task<(ICDPSession Session, string Id)> AddAuthenticatorAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
