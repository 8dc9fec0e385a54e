using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Profile;

/// <summary>Authenticator app and passkeys, from setting up to signing in.</summary>
public sealed class CredentialPagesTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Unique => "c" + Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Authenticator_SetUp_AsksForItsCodesFromThenOn()
    {
        var name = Unique;
        using var browser = await target.NewPersonAsync(name, Roles.Analyst);
        using var elsewhere = await target.SignInAsync(name);
        var begun = await browser.SubmitAsync(AccountUrls.Authenticator, "begin");
        var key = Key(begun);
        Assert.Equal(key.Chunk(4).Select(g => new string(g)), ShownKey(begun).Split(' '));
        Assert.StartsWith(
            "data:image/png;base64,", begun.Document().QuerySelector("img.qr")!.GetAttribute("src"), StringComparison.Ordinal);
        var wrong = await ConfirmAsync(browser, begun, "000000");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, key), (wrong.Status, Key(wrong)));

        var codes = RecoveryCodesOf(await ConfirmAsync(browser, wrong, Browser.Code(key, target.Clock.GetUtcNow())));

        Assert.Equal(RecoveryCodes.Count, codes.Count);
        Assert.False(await elsewhere.IsSignedInAsync());
        var on = await browser.GetAsync(AccountUrls.Authenticator);
        Assert.Contains("10 recovery codes are left", on.Body, StringComparison.Ordinal);
        var twice = await browser.PostAsync(
            AccountUrls.Authenticator, ("_handler", "confirm"), (Browser.TokenField, on.Token()), ("Input.Code", "123456"));
        Assert.Equal(HttpStatusCode.Conflict, twice.Status);
        Assert.Contains("set up already", twice.Body, StringComparison.Ordinal);
        Assert.All([key, ShownKey(begun), .. codes], secret => Assert.DoesNotContain(secret, on.Body, StringComparison.Ordinal));
        using var later = target.NewBrowser();
        Assert.Contains(AccountUrls.SecondFactorPath, (await later.SignInAsync(name)).Location, StringComparison.Ordinal);
        Assert.Null(later.SessionCookie);
        await later.SubmitAsync(
            AccountUrls.SecondFactorPath, "second-factor", ("Input.Code", Browser.Code(key, target.Clock.GetUtcNow(), 1)));
        Assert.NotNull(later.SessionCookie);
        using var lost = target.NewBrowser();
        await lost.SignInAsync(name);
        await lost.SubmitAsync(AccountUrls.RecoveryCodePath, "recovery-code", ("Input.Code", codes[4]));
        Assert.NotNull(lost.SessionCookie);
        Assert.Contains("9 recovery codes are left", (await lost.GetAsync(AccountUrls.Authenticator)).Body, StringComparison.Ordinal);
        var stored = await StoredText.OfAsync(target.DatabasePath);
        Assert.All(
            [key, .. codes, .. codes.Select(RecoveryCodes.Normalize)],
            secret => Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Authenticator_RenewedAndRemoved_IsSoFromThenOn()
    {
        var name = Unique;
        using var browser = await target.NewPersonAsync(name, Roles.Analyst);
        var begun = await browser.SubmitAsync(AccountUrls.Authenticator, "begin");
        var first = RecoveryCodesOf(await ConfirmAsync(browser, begun, Browser.Code(Key(begun), target.Clock.GetUtcNow())));

        var second = RecoveryCodesOf(await browser.SubmitAsync(AccountUrls.Authenticator, "codes"));
        Assert.Empty(first.Intersect(second));
        using var lost = target.NewBrowser();
        await lost.SignInAsync(name);
        await lost.SubmitAsync(AccountUrls.RecoveryCodePath, "recovery-code", ("Input.Code", first[0]));
        Assert.Null(lost.SessionCookie);
        var removed = await browser.SubmitAsync(AccountUrls.Authenticator, "remove");

        Assert.EndsWith($"{AccountUrls.Authenticator}?done=removed", removed.Location, StringComparison.Ordinal);
        using var later = await target.SignInAsync(name);
        Assert.True(await later.IsSignedInAsync());
    }

    [Theory]
    [InlineData("begin")]
    [InlineData("confirm")]
    public async Task Authenticator_LongAfterSigningIn_AsksToSignInAgainAndComesBack(string form)
    {
        var name = Unique;
        using var browser = await target.NewPersonAsync(name, Roles.Analyst);
        await browser.SubmitAsync(AccountUrls.Authenticator, "begin");
        target.Clock.MoveTo(target.Clock.GetUtcNow() + PeopleOptions.RecentTime);

        var answer = await browser.SubmitAsync(AccountUrls.Authenticator, form, ("Input.Code", "123456"));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.EndsWith(AccountUrls.SignInAgain(AccountUrls.Authenticator), answer.Location, StringComparison.Ordinal);
        var back = await browser.SignInAsync(name, path: new Uri(target.Address, answer.Location).PathAndQuery);
        Assert.EndsWith(AccountUrls.Authenticator, back.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(AccountUrls.Authenticator, "begin")).Status);
    }

    [Fact]
    public async Task Passkey_Added_SignsInWithoutPasswordAndCode()
    {
        var name = Unique;
        using var browser = await target.NewPersonAsync(name, Roles.Analyst);
        var begun = await browser.SubmitAsync(AccountUrls.Authenticator, "begin");
        await ConfirmAsync(browser, begun, Browser.Code(Key(begun), target.Clock.GetUtcNow()));
        using var passkey = new SoftPasskey();
        Assert.EndsWith("?done=added", (await AddAsync(browser, passkey, "Laptop")).Location, StringComparison.Ordinal);
        Assert.Contains("Laptop", (await browser.GetAsync(AccountUrls.Passkeys)).Body, StringComparison.Ordinal);

        using var later = target.NewBrowser();
        await SignInAsync(later, passkey);

        Assert.NotNull(later.SessionCookie);
        var here = (await later.GetAsync(AccountUrls.Sessions))
            .Document().QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("(this one)", StringComparison.Ordinal));
        Assert.Equal("Passkey", here.QuerySelector("td[data-label='Signed in by']")!.TextContent);
        await target.ChangeAsync((await target.ActorAsync(name)).AccountId, a => a.DisabledAt = target.Clock.GetUtcNow().UtcDateTime);
        using var disabled = target.NewBrowser();
        await SignInAsync(disabled, passkey);
        Assert.Null(disabled.SessionCookie);
    }

    [Fact]
    public async Task Passkey_Removed_SignsInNoMore()
    {
        using var browser = await target.NewPersonAsync(Unique, Roles.Analyst);
        using var other = await target.NewPersonAsync(Unique, Roles.Administrator);
        using var passkey = new SoftPasskey();
        await AddAsync(browser, passkey, "Key");
        using var theirs = new SoftPasskey();
        await AddAsync(other, theirs, "Theirs");

        var refused = await other.SubmitAsync(AccountUrls.Passkeys, "remove", ("passkey", passkey.Id));
        var garbled = await other.SubmitAsync(AccountUrls.Passkeys, "remove", ("passkey", "%%%"));
        using var before = target.NewBrowser();
        await SignInAsync(before, passkey);
        var removed = await browser.SubmitAsync(AccountUrls.Passkeys, "remove", ("passkey", passkey.Id));
        using var after = target.NewBrowser();
        await SignInAsync(after, passkey);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (refused.Status, garbled.Status));
        Assert.NotNull(before.SessionCookie);
        Assert.EndsWith("?done=removed", removed.Location, StringComparison.Ordinal);
        Assert.False(await before.IsSignedInAsync());
        Assert.Null(after.SessionCookie);
    }

    [Fact]
    public async Task Passkey_ThatDoesNotFit_IsNotAdded()
    {
        var name = Unique;
        using var browser = await target.NewPersonAsync(name, Roles.Analyst);
        using var passkey = new SoftPasskey();
        var options = await OptionsAsync(browser, AccountUrls.PasskeyCreationPath, AccountUrls.Passkeys);
        Assert.EndsWith(
            "?done=refused&name=Key",
            (await PostAsync(browser, "Key", passkey.Create(options, "http://elsewhere.example"))).Location,
            StringComparison.Ordinal);
        Assert.EndsWith("?done=refused&name=Key", (await PostAsync(browser, "Key", "{}")).Location, StringComparison.Ordinal);
        Assert.EndsWith("?done=refused&name=Key", (await PostAsync(browser, "Key", "no json")).Location, StringComparison.Ordinal);
        Assert.EndsWith(
            "?done=refused&name=Key",
            (await PostAsync(browser, "Key", passkey.Create(options, browser.Origin))).Location,
            StringComparison.Ordinal);
        using var careless = new SoftPasskey { VerifiesUser = false };
        Assert.EndsWith("?done=refused&name=Key", (await AddAsync(browser, careless, "Key")).Location, StringComparison.Ordinal);
        Assert.Contains("?done=name", (await AddAsync(browser, passkey, new string('x', 61))).Location, StringComparison.Ordinal);

        await using var db = target.NewContext();
        var account = (await target.ActorAsync(name)).AccountId;
        Assert.False(await db.Set<IdentityUserPasskey<int>>().AnyAsync(p => p.UserId == account, Stop));
    }

    [Fact]
    public async Task Passkey_OfASiteElsewhere_DoesNotSignIn()
    {
        using var browser = await target.NewPersonAsync(Unique, Roles.Analyst);
        using var passkey = new SoftPasskey();
        await AddAsync(browser, passkey, "Key");
        var origin = $"http://elsewhere.{target.Address.Authority}";
        using var relay = target.NewBrowser();
        var options = await OptionsAsync(relay, AccountUrls.PasskeyRequestPath, AccountUrls.SignInPath);
        var token = (await relay.GetAsync(AccountUrls.SignInPath)).Token();
        var answer = await relay.SendAsync(
            HttpMethod.Post, AccountUrls.PasskeySignInPath,
            Browser.Encode((Browser.TokenField, token), ("credential", passkey.Get(options, origin))), ("Origin", origin));

        Assert.Contains("done=passkey", answer.Location, StringComparison.Ordinal);
        Assert.Null(relay.SessionCookie);
    }

    [Fact]
    public async Task Passkeys_LongAfterSigningIn_AskToSignInAgain()
    {
        var name = Unique;
        using var browser = await target.NewPersonAsync(name, Roles.Analyst);
        using var passkey = new SoftPasskey();
        await AddAsync(browser, passkey, "Key");
        var options = await OptionsAsync(browser, AccountUrls.PasskeyCreationPath, AccountUrls.Passkeys);
        using var late = new SoftPasskey();
        target.Clock.MoveTo(target.Clock.GetUtcNow() + PeopleOptions.RecentTime);
        var again = AccountUrls.SignInAgain(AccountUrls.Passkeys);

        var page = (await browser.GetAsync(AccountUrls.Passkeys)).Document();
        Assert.Empty(page.QuerySelectorAll("form[data-passkey]"));
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == again);
        var token = (await browser.GetAsync(AccountUrls.Profile)).Token();
        Assert.Equal(
            HttpStatusCode.Forbidden, (await browser.PostAsync(AccountUrls.PasskeyCreationPath, (Browser.TokenField, token))).Status);
        Assert.NotNull((await PostAsync(browser, "Late", late.Create(options, browser.Origin))).Location);
        Assert.EndsWith(
            again, (await browser.SubmitAsync(AccountUrls.Passkeys, "remove", ("passkey", passkey.Id))).Location, StringComparison.Ordinal);

        await using var db = target.NewContext();
        var account = (await target.ActorAsync(name)).AccountId;
        Assert.Equal(
            ["Key"], (await db.Set<IdentityUserPasskey<int>>().Where(p => p.UserId == account).ToListAsync(Stop)).Select(p => p.Data.Name));
    }

    private static async Task<Answer> AddAsync(Browser browser, SoftPasskey passkey, string name) =>
        await PostAsync(
            browser,
            name,
            passkey.Create(await OptionsAsync(browser, AccountUrls.PasskeyCreationPath, AccountUrls.Passkeys), browser.Origin));

    private static async Task<Answer> PostAsync(Browser browser, string name, string credential) =>
        await browser.PostAsync(
            AccountUrls.PasskeyAdditionPath, (Browser.TokenField, (await browser.GetAsync(AccountUrls.Profile)).Token()),
            ("name", name), ("credential", credential));

    private static async Task SignInAsync(Browser browser, SoftPasskey passkey)
    {
        var options = await OptionsAsync(browser, AccountUrls.PasskeyRequestPath, AccountUrls.SignInPath);
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();
        await browser.PostAsync(
            AccountUrls.PasskeySignInPath, (Browser.TokenField, token), ("credential", passkey.Get(options, browser.Origin)));
    }

    private static async Task<string> OptionsAsync(Browser browser, string path, string page)
    {
        var options = await browser.PostAsync(path, (Browser.TokenField, (await browser.GetAsync(page)).Token()));
        Assert.Equal(HttpStatusCode.OK, options.Status);
        return options.Body;
    }

    private static Task<Answer> ConfirmAsync(Browser browser, Answer page, string code) =>
        browser.PostAsync(AccountUrls.Authenticator, ("_handler", "confirm"), (Browser.TokenField, page.Token()), ("Input.Code", code));

    private static string ShownKey(Answer page) => page.Document().QuerySelector("[data-testid=authenticator-key]")!.TextContent;

    private static string Key(Answer page) => ShownKey(page).Replace(" ", "", StringComparison.Ordinal);

    private static List<string> RecoveryCodesOf(Answer page) =>
        [.. page.Document().QuerySelector("[data-testid=recovery-codes]")!.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
}
