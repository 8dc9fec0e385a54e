using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Web.People;
using DefenseCoop.Web.People.Administration;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.People.Administration;

/// <summary>What an administrator does with the account of another, and its effect at once.</summary>
public sealed class AccountPageTests(LiveProduct target) : VisitTests(target)
{
    private readonly string _name = $"person-{Guid.NewGuid():N}";
    private Browser _administrator = null!;
    private Browser _person = null!;
    private Account _account = null!;

    private string Page => AccountUrls.Account(_account.Id);

    public override async ValueTask InitializeAsync()
    {
        _administrator = await SignInAsync(Roles.Administrator);
        _person = await SignInAsync(_name, Roles.Administrator);
        _account = await Target.ReadAsync(_name);
    }

    [Fact]
    public async Task Roles_Changed_HoldForTheNextRequest()
    {
        Assert.Equal(HttpStatusCode.OK, (await _person.GetAsync(AccountUrls.Accounts)).Status);

        var answer = await _administrator.SubmitAsync(Page, "roles", ("Input.Roles", "Editor"), ("Input.Roles", "Manager"));

        Assert.Equal($"{Page}?done=roles", new Uri(Target.Address, answer.Location).PathAndQuery);
        Assert.Equal(Roles.Editor | Roles.Manager, (await Target.ReadAsync(_name)).Roles);
        Assert.Equal(HttpStatusCode.Forbidden, (await _person.GetAsync(AccountUrls.Accounts)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _person.GetAsync(AccountUrls.Profile)).Status);
        var chosen = (await _administrator.GetAsync(Page))
            .Document().QuerySelectorAll("input[name='Input.Roles'][checked]").Select(i => i.GetAttribute("value"));
        Assert.Equal(["Editor", "Manager"], chosen);
    }

    [Theory]
    [InlineData]
    [InlineData("-1")]
    [InlineData("32")]
    [InlineData("Emperor")]
    public async Task Roles_NoneOrUnknown_AreRefused(params string[] roles)
    {
        var answer = await _administrator.SubmitAsync(Page, "roles", [.. roles.Select(r => ("Input.Roles", r))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Nothing was changed.", answer.Document().QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Roles.Administrator, (await Target.ReadAsync(_name)).Roles);
    }

    [Fact]
    public async Task Account_Disabled_IsSignedOutAndCannotSignInUntilItIsEnabled()
    {
        await DoAsync(AccountAction.Disable);

        Assert.False(await _person.IsSignedInAsync());
        await _person.SignInAsync(_name);
        Assert.False(await _person.IsSignedInAsync());
        Assert.Contains(
            "disabled since",
            (await _administrator.GetAsync(AccountUrls.Accounts))
                .Document()
                .QuerySelector($"tr[data-account='{_account.Id}']")!.TextContent,
            StringComparison.Ordinal);

        await _administrator.SubmitAsync(Page, "enable");

        await _person.SignInAsync(_name);
        Assert.True(await _person.IsSignedInAsync());
    }

    [Fact]
    public async Task SecondFactor_Reset_IsGoneWithItsCodesAndPasskeysAndEndsWhatIsOpen()
    {
        await Target.ChangeAsync(_account.Id, a => a.TwoFactorEnabled = true);
        await using var db = Target.NewContext();
        db.Add(
            new IdentityUserToken<int> { UserId = _account.Id, LoginProvider = "[AspNetUserStore]", Name = "RecoveryCodes", Value = "x" });
        db.Add(new IdentityUserPasskey<int>
        {
            UserId = _account.Id,
            CredentialId = [1, 2, 3],
            Data = new IdentityPasskeyData { PublicKey = [1], Name = "Phone", AttestationObject = [], ClientDataJson = [] },
        });
        await db.SaveChangesAsync(Stop);
        Assert.Contains("authenticator app, 1 passkey", (await _administrator.GetAsync(Page)).Body, StringComparison.Ordinal);

        await DoAsync(AccountAction.ResetSecondFactor);

        Assert.False((await Target.ReadAsync(_name)).TwoFactorEnabled);
        Assert.False(await db.Set<IdentityUserToken<int>>().AnyAsync(t => t.UserId == _account.Id, Stop));
        Assert.False(await db.Set<IdentityUserPasskey<int>>().AnyAsync(p => p.UserId == _account.Id, Stop));
        Assert.False(await _person.IsSignedInAsync());
    }

    /// <summary>Asked for, it changes nothing: the page says what would happen, to whom, and the way back.</summary>
    [Fact]
    public async Task Action_OnAnother_AsksFirstNamingThePersonAndTheEffect()
    {
        await Target.ChangeAsync(_account.Id, a => a.TwoFactorEnabled = true);
        foreach (var (action, effect) in new[]
        {
            (AccountAction.Disable, "They cannot sign in until an administrator enables the account again."),
            (AccountAction.EndSessions, "1 open session ends at once."),
            (AccountAction.ResetSecondFactor, "Their authenticator app and its recovery codes stop working."),
        })
        {
            var page = (await _administrator.GetAsync(AccountUrls.AccountAction(_account.Id, action))).Document();

            Assert.EndsWith($"of {_name}?", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(effect, page.QuerySelector("[data-testid=effects]")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(page.QuerySelectorAll("main a.button"), a => a.GetAttribute("href") == Page);
        }

        Assert.True(await _person.IsSignedInAsync());
        Assert.Equal((true, null), ((await Target.ReadAsync(_name)).TwoFactorEnabled, (await Target.ReadAsync(_name)).DisabledAt));
    }

    [Fact]
    public async Task Action_WithoutEffect_IsNotOffered()
    {
        var quiet = await Target.AddAsync($"quiet-{Guid.NewGuid():N}", Roles.Reader);

        var offered = await OfferedAsync(quiet.Id);
        await Target.ChangeAsync(quiet.Id, a => a.TwoFactorEnabled = true);
        var withFactor = await OfferedAsync(quiet.Id);
        await Target.ChangeAsync(quiet.Id, a => (a.DisabledAt, a.TwoFactorEnabled) = (FixedClock.Start.UtcDateTime, false));
        var disabled = await OfferedAsync(quiet.Id);
        var asked = (await _administrator.GetAsync(AccountUrls.AccountAction(quiet.Id, AccountAction.ResetSecondFactor))).Document();

        Assert.Equal(["Disable"], offered);
        Assert.Equal(["Disable", "ResetSecondFactor"], withFactor);
        Assert.Empty(disabled);
        Assert.Contains("There is nothing to do", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(asked.QuerySelectorAll("main form"));
        Assert.Equal(["Disable", "EndSessions"], await OfferedAsync(_account.Id));
    }

    [Fact]
    public async Task Sessions_Ended_AreOverAndThePersonCanSignInAgain()
    {
        var answer = await DoAsync(AccountAction.EndSessions);

        Assert.Equal($"{Page}?done=end-sessions", answer.Location);
        Assert.Contains("The sessions have ended.", (await _administrator.GetAsync(answer.Location!)).Body, StringComparison.Ordinal);
        Assert.False(await _person.IsSignedInAsync());
        await _person.SignInAsync(_name);
        Assert.True(await _person.IsSignedInAsync());
    }

    [Theory]
    [InlineData("explode")]
    [InlineData("Disable")]
    [InlineData("0")]
    public async Task Action_ThatThereIsNot_Is404(string slug) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _administrator.GetAsync($"{Page}/{slug}")).Status);

    [Theory]
    [InlineData("0")]
    [InlineData("2147483647")]
    [InlineData("99999999999")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task Account_ThatDoesNotExist_Is404(string id) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _administrator.GetAsync($"{AccountUrls.Accounts}/{id}")).Status);

    [Theory]
    [InlineData("roles")]
    [InlineData("enable")]
    [InlineData("link")]
    public async Task Form_ForAnAccountThatDoesNotExist_ChangesNothing(string form)
    {
        var token = (await _administrator.GetAsync(Page)).Token();

        var answer = await _administrator.PostAsync(
            AccountUrls.Account(int.MaxValue), ("_handler", form), (Browser.TokenField, token), ("Input.Roles", "Reader"));

        Assert.True(answer.IsRefused, $"{answer.Status}");
    }

    [Fact]
    public async Task LastAdministrator_TakingTheRoleFromThemselves_IsToldWhyNot()
    {
        await using var alone = new LiveProduct();
        using var last = await alone.NewPersonAsync("last", Roles.Administrator);
        var page = AccountUrls.Account((await alone.ReadAsync("last")).Id);

        var question = AccountUrls.AccountAction((await alone.ReadAsync("last")).Id, AccountAction.Disable);
        foreach (var (address, form, fields) in new[]
        {
            (page, "roles", new[] { ("Input.Roles", "Reader") }), (question, "account-action", []),
        })
        {
            var answer = await last.SubmitAsync(address, form, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(
                "Nobody would be left to administer",
                answer.Document().QuerySelector("[role=alert]")!.TextContent,
                StringComparison.Ordinal);
        }

        var account = await alone.ReadAsync("last");
        Assert.Equal((Roles.Administrator, null), (account.Roles, account.DisabledAt));
        Assert.True(await last.IsSignedInAsync());
        Assert.Contains("your own account", (await last.GetAsync(page)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAdministrators_RemovingEachOtherAtOnce_LeaveOne()
    {
        await using var people = await PeopleDatabase.CreateAsync();
        var one = await people.SignInAsync(await people.AddAsync("one", Roles.Administrator));
        var two = await people.SignInAsync(await people.AddAsync("two", Roles.Administrator));
        var commands = people.Get<AccountCommands>();

        var ends = await Task.WhenAll(
            Record.ExceptionAsync(() => Task.Run(() => commands.DisableAsync(one, two.AccountId, Stop), Stop)).AsTask(),
            Record.ExceptionAsync(() => Task.Run(() => commands.ChangeRolesAsync(two, one.AccountId, Roles.Reader, Stop), Stop)).AsTask());

        var refused = Assert.Single(ends, e => e is not null);
        Assert.True(refused is NotAllowedException or InvalidInputException, refused!.ToString());
        await using var db = people.NewContext();
        Assert.Equal(1, await db.Accounts.CountAsync(a => a.Roles == Roles.Administrator && a.DisabledAt == null, Stop));
    }

    private Task<Answer> DoAsync(AccountAction action) =>
        _administrator.SubmitAsync(AccountUrls.AccountAction(_account.Id, action), "account-action");

    private async Task<IEnumerable<string?>> OfferedAsync(int id) =>
        (await _administrator.GetAsync(AccountUrls.Account(id)))
            .Document().QuerySelectorAll("[data-action]").Select(a => a.GetAttribute("data-action"));
}
