using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.People;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>Forms that the person before the browser never saw: every address that takes a post is tried.</summary>
public sealed class ForgeryTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    [Theory]
    [InlineData("no token")]
    [InlineData("no token and no form cookie")]
    [InlineData("garbage")]
    [InlineData("the token of another person")]
    [InlineData("token and form cookie of another person")]
    [InlineData("token and form cookie of another installation")]
    [InlineData("token from before the sign-in")]
    [InlineData("the form cookie as the token")]
    [InlineData("the token in the address")]
    public async Task Post_WithAForgedToken_IsRefusedByEveryForm(string forgery)
    {
        var (victim, accountId) = await NewVictimAsync();
        using var _ = victim;
        var forms = await PostAddresses.FormsAsync(target, victim, accountId);
        Assert.True(forms.Count >= 3, $"Only {forms.Count} forms were found.");
        var token = await ForgeAsync(forgery, victim);

        var taken = new List<string>();
        foreach (var form in forms)
        {
            var action = forgery == "the token in the address"
                ? $"{form.Action}?{Browser.TokenField}={Uri.EscapeDataString(token!)}"
                : form.Action;
            var answer = await victim.PostAsync(action, token is null || action != form.Action ? form.WithoutToken : form.With(token));
            if (answer.Status != HttpStatusCode.BadRequest) taken.Add($"{form.Page} -> {form.Action}: {answer.Status}");
        }

        Assert.Empty(taken);
        Assert.True(await victim.IsSignedInAsync());
    }

    /// <summary>Also addresses whose form is not shown, or that only scripts post to.</summary>
    [Fact]
    public async Task Post_WithoutAToken_IsRefusedByEveryAddress()
    {
        var (victim, accountId) = await NewVictimAsync();
        using var _ = victim;
        var others = PostAddresses.Others(target, accountId);
        Assert.Contains(AccountUrls.PasskeyRequestPath, others);

        var taken = new List<string>();
        foreach (var address in PostAddresses.Pages(target, accountId).Concat(others))
        {
            var answer = await victim.PostAsync(address, ("_handler", "sign-in"), ("role", "Administrator"), ("credential", "{}"));
            if (answer.Status != HttpStatusCode.BadRequest) taken.Add($"{address}: {answer.Status}");
        }

        Assert.Empty(taken);
    }

    /// <summary>What another site can send without asking: plain text, JSON in plain text, a form of parts.</summary>
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16")]
    public async Task SignOut_PostedInAnotherForm_IsRefused(string type)
    {
        var (victim, _) = await NewVictimAsync();
        using var __ = victim;
        var content = new ByteArrayContent("_handler=sign-out"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await victim.SendAsync(HttpMethod.Post, AccountUrls.SignOutPath, content);

        Assert.True(answer.IsRefused, $"{answer.Status}");
        Assert.True(await victim.IsSignedInAsync());
    }

    /// <summary>An address in a message or an image is opened without a word of the person.</summary>
    [Fact]
    public async Task Get_OfAnyAddress_ChangesNobodysSignIn()
    {
        var (victim, accountId) = await NewVictimAsync();
        using var _ = victim;

        foreach (var address in PostAddresses.Pages(target, accountId).Concat(PostAddresses.Others(target, accountId)))
        {
            await victim.GetAsync($"{address}?_handler=sign-out&handler=sign-out");
            await victim.SendAsync(HttpMethod.Head, address, null);
        }

        Assert.True(await victim.IsSignedInAsync());
    }

    /// <summary>Signing somebody in as the attacker, so that they leave things in the attacker's account.</summary>
    [Fact]
    public async Task SignIn_PostedFromElsewhere_DoesNotExchangeThePerson()
    {
        var (victim, _) = await NewVictimAsync();
        using var __ = victim;
        await target.AddAsync($"attacker-{victim.GetHashCode()}", Roles.Analyst);
        var session = victim.SessionCookie;

        await victim.PostAsync(
            AccountUrls.SignInPath, ("_handler", "sign-in"),
            ("Input.Email", $"attacker-{victim.GetHashCode()}@example.org"), ("Input.Password", PeopleDatabase.Password));

        Assert.Equal(session, victim.SessionCookie);
    }

    private async Task<(Browser Victim, int OtherAccount)> NewVictimAsync()
    {
        var other = await target.AddAsync($"other-{Guid.NewGuid():N}", Roles.Analyst);
        return (await target.NewPersonAsync($"victim-{Guid.NewGuid():N}", Roles.Administrator | Roles.Editor | Roles.Manager), other.Id);
    }

    private async Task<string?> ForgeAsync(string forgery, Browser victim)
    {
        switch (forgery)
        {
            case "no token":
                return null;
            case "no token and no form cookie":
                victim.Cookies.Remove(Browser.Form);
                return null;
            case "garbage":
                return "CfDJ8GarbageGarbageGarbage";
            case "the token of another person":
            case "the token in the address":
            case "token and form cookie of another person":
                using (var attacker = await target.NewPersonAsync($"attacker-{Guid.NewGuid():N}", Roles.Administrator))
                {
                    if (forgery == "the token in the address") return (await victim.GetAsync(AccountUrls.SignOutPath)).Token();
                    var token = (await attacker.GetAsync(AccountUrls.SignOutPath)).Token();
                    if (forgery.StartsWith("token and", StringComparison.Ordinal))
                    {
                        victim.Cookies[Browser.Form] = attacker.Cookies[Browser.Form];
                    }
                    return token;
                }

            case "token and form cookie of another installation":
                await using (var other = new LiveProduct())
                using (var attacker = other.NewBrowser())
                {
                    var token = (await attacker.GetAsync(AccountUrls.SignInPath)).Token();
                    victim.Cookies[Browser.Form] = attacker.Cookies[Browser.Form];
                    return token;
                }

            case "token from before the sign-in":
                using (var visitor = new Browser(target.Address))
                {
                    visitor.Cookies[Browser.Form] = victim.Cookies[Browser.Form];
                    return (await visitor.GetAsync(AccountUrls.SignInPath)).Token();
                }

            case "the form cookie as the token":
                return victim.Cookies[Browser.Form];
            default:
                throw new ArgumentOutOfRangeException(nameof(forgery));
        }
    }
}
