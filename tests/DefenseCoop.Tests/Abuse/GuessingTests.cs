using System.Net;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.People;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>Guessing passwords and codes, and learning from the answers.</summary>
public sealed class GuessingTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private const string Wrong = "nine grey geese on a roof";

    public static TheoryData<string> Kinds { get; } =
    [
        "wrong password", "locked", "disabled", "disabled, right password", "no password", "demonstration", "locked, right password",
    ];

    /// <summary>From one address, over many accounts, each try under another forwarded address.</summary>
    [Fact]
    public async Task Spraying_FromOneAddress_IsStopped()
    {
        await using var limited = new LiveProduct { Settings = { ["Limits:SignInsPerMinute"] = "12" } };
        using var browser = limited.NewBrowser();
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();

        var answers = new List<Answer>();
        for (var i = 0; i < 30; i++)
        {
            answers.Add(await browser.SendAsync(
                HttpMethod.Post,
                AccountUrls.SignInPath,
                Browser.Encode(
                    ("_handler", "sign-in"), (Browser.TokenField, token),
                    ("Input.Email", $"person{i}@example.org"), ("Input.Password", Wrong)),
                ("X-Forwarded-For", $"203.0.113.{i}"), ("X-Real-IP", $"203.0.113.{i}"), ("Forwarded", $"for=203.0.113.{i}")));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answers[0].Status);
        Assert.All(answers.Skip(14), a => Assert.Equal(HttpStatusCode.TooManyRequests, a.Status));
        Assert.InRange(limited.Hasher.Checks.Count, 1, 14);
        Assert.Contains("Retry-After", answers[^1].Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/initiatives")).Status);
    }

    /// <summary>The second step, recovery codes, passkeys and links are ways in, too.</summary>
    [Theory]
    [InlineData(AccountUrls.SecondFactorPath, "second-factor")]
    [InlineData(AccountUrls.RecoveryCodePath, "recovery-code")]
    [InlineData(AccountUrls.PasskeySignInPath, null)]
    [InlineData(AccountUrls.PasskeyRequestPath, null)]
    [InlineData(AccountUrls.SetupPath + "?token=guess", "setup")]
    [InlineData(AccountUrls.InvitationPath + "?token=guess", "invitation")]
    public async Task OtherWaysIn_TriedWithoutEnd_AreLimitedToo(string path, string? form)
    {
        await using var limited = new LiveProduct { Settings = { ["Limits:SignInsPerMinute"] = "5" } };
        using var browser = limited.NewBrowser();
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();

        var last = HttpStatusCode.OK;
        for (var i = 0; i < 12; i++)
        {
            last = (await browser.PostAsync(
                path, ("_handler", form ?? ""), (Browser.TokenField, token), ("Input.Code", "000000"), ("credential", "{}"))).Status;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Refusal_OfAnyKind_LooksAndCostsTheSameAsForAStranger(string kind)
    {
        var (name, password) = await PrepareAsync(kind);
        using var stranger = target.NewBrowser();
        using var known = target.NewBrowser();
        var email = $"s{name[1..]}@example.org";

        var (expected, cost) = await CostAsync(stranger, email, Wrong);
        var (answer, actual) = await CostAsync(known, $"{name}@example.org", password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            Browser.Steady(expected.Body).Replace(email, "", StringComparison.Ordinal),
            Browser.Steady(answer.Body).Replace($"{name}@example.org", "", StringComparison.Ordinal));
        Assert.Equal(expected.Body.Length, answer.Body.Length);
        Assert.Equal(expected.Headers.Keys.Order(), answer.Headers.Keys.Order());
        Assert.Equal(stranger.Cookies.Keys.Order(), known.Cookies.Keys.Order());
        // The hash is what takes time: as many of them, of the same cost.
        Assert.Equal(cost.Select(c => c.Rounds), actual.Select(c => c.Rounds));
        Assert.Single(cost);
    }

    [Fact]
    public async Task OneAccount_GuessedAt_LocksAfterFiveAndOpensAfterAQuarterOfAnHour()
    {
        await target.AddAsync("guessed", Roles.Administrator);
        using var browser = target.NewBrowser();
        for (var i = 0; i < PeopleOptions.MostFailures; i++) await browser.SignInAsync("guessed", Wrong);

        await browser.SignInAsync("guessed");
        Assert.Null(browser.SessionCookie);

        target.Clock.MoveTo(FixedClock.Start + PeopleOptions.LockTime - TimeSpan.FromSeconds(1));
        await browser.SignInAsync("guessed");
        Assert.Null(browser.SessionCookie);

        target.Clock.MoveTo(FixedClock.Start + PeopleOptions.LockTime);
        await browser.SignInAsync("guessed");
        Assert.NotNull(browser.SessionCookie);
        target.Clock.MoveTo(FixedClock.Start);
    }

    /// <summary>Twenty tries that arrive together, so that none sees the failure of another.</summary>
    [Fact]
    public async Task OneAccount_GuessedAtInParallel_IsTriedFiveTimes()
    {
        var account = await target.AddAsync("raced", Roles.Administrator);
        using var browser = target.NewBrowser();
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => browser.PostAsync(
            AccountUrls.SignInPath, ("_handler", "sign-in"), (Browser.TokenField, token),
            ("Input.Email", "raced@example.org"), ("Input.Password", $"{Wrong} {i}"))));

        Assert.Equal(PeopleOptions.MostFailures, target.Hasher.Checks.Count(c => c.AccountId == account.Id));
        await browser.SignInAsync("raced");
        Assert.Null(browser.SessionCookie);
    }

    [Theory]
    [InlineData(AccountUrls.SecondFactorPath, "second-factor")]
    [InlineData(AccountUrls.RecoveryCodePath, "recovery-code")]
    public async Task SecondFactor_GuessedAtWithTheRightPassword_LocksAndNoNewSignInResetsIt(string path, string form)
    {
        var name = form + "-guessed";
        var (key, codes) = await AddWithSecondFactorAsync(name);
        using var browser = target.NewBrowser();

        for (var i = 0; i < PeopleOptions.MostFailures; i++)
        {
            Assert.Contains(AccountUrls.SecondFactorPath, (await browser.SignInAsync(name)).Location, StringComparison.Ordinal);
            Assert.Equal(
                HttpStatusCode.UnprocessableEntity, (await browser.SubmitAsync(path, form, ("Input.Code", "AAAA-BBBB-CCCC-DDDD"))).Status);
        }

        await browser.SubmitAsync(
            AccountUrls.SecondFactorPath, "second-factor", ("Input.Code", Browser.Code(key, target.Clock.GetUtcNow())));
        await browser.SubmitAsync(AccountUrls.RecoveryCodePath, "recovery-code", ("Input.Code", codes[0]));
        Assert.Null(browser.SessionCookie);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SignInAsync(name)).Status);
    }

    [Fact]
    public async Task SecondFactor_CodeSeenOverTheShoulder_IsNotTakenAgain()
    {
        var (key, codes) = await AddWithSecondFactorAsync("replayed");
        var code = Browser.Code(key, target.Clock.GetUtcNow());
        using var owner = target.NewBrowser();
        using var thief = target.NewBrowser();
        await owner.SignInAsync("replayed");
        await thief.SignInAsync("replayed");

        await owner.SubmitAsync(AccountUrls.SecondFactorPath, "second-factor", ("Input.Code", code));
        await thief.SubmitAsync(AccountUrls.SecondFactorPath, "second-factor", ("Input.Code", code));
        await thief.SubmitAsync(
            AccountUrls.SecondFactorPath, "second-factor", ("Input.Code", Browser.Code(key, target.Clock.GetUtcNow(), -1)));

        Assert.NotNull(owner.SessionCookie);
        Assert.Null(thief.SessionCookie);

        using var later = target.NewBrowser();
        await later.SignInAsync("replayed");
        await later.SubmitAsync(AccountUrls.RecoveryCodePath, "recovery-code", ("Input.Code", codes[0]));
        await thief.SubmitAsync(AccountUrls.RecoveryCodePath, "recovery-code", ("Input.Code", codes[0]));
        Assert.NotNull(later.SessionCookie);
        Assert.Null(thief.SessionCookie);
    }

    [Fact]
    public async Task SecondFactor_WithoutThePasswordFirst_IsNotAsked()
    {
        var (key, _) = await AddWithSecondFactorAsync("skipped");
        using var browser = target.NewBrowser();
        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();

        var answer = await browser.PostAsync(
            AccountUrls.SecondFactorPath, ("_handler", "second-factor"), (Browser.TokenField, token),
            ("Input.Code", Browser.Code(key, target.Clock.GetUtcNow())), ("Input.Email", "skipped@example.org"));

        Assert.Null(browser.SessionCookie);
        Assert.Contains(AccountUrls.SignInPath, answer.Location ?? answer.Body, StringComparison.Ordinal);
    }

    private async Task<(Answer Answer, IReadOnlyList<(int AccountId, uint Rounds)> Cost)> CostAsync(
        Browser browser, string email, string password)
    {
        await browser.GetAsync(AccountUrls.SignInPath);
        var before = target.Hasher.Checks.Count;
        var answer = await browser.SubmitAsync(AccountUrls.SignInPath, "sign-in", ("Input.Email", email), ("Input.Password", password));
        return (answer, [.. target.Hasher.Checks.Skip(before)]);
    }

    private async Task<(string Name, string Password)> PrepareAsync(string kind)
    {
        var name = "k" + string.Concat(kind.Where(char.IsAsciiLetterOrDigit));
        var account = await target.AddAsync(name, Roles.Analyst, kind != "no password", kind == "demonstration");
        if (kind.StartsWith("disabled", StringComparison.Ordinal))
        {
            await target.ChangeAsync(account.Id, a => a.DisabledAt = FixedClock.Start.UtcDateTime);
        }
        if (kind.StartsWith("locked", StringComparison.Ordinal))
        {
            await target.ChangeAsync(account.Id, a => a.LockedUntil = FixedClock.Start.UtcDateTime.AddMinutes(5));
        }
        return (
            name, kind is "demonstration" || kind.EndsWith("right password", StringComparison.Ordinal) ? PeopleDatabase.Password : Wrong);
    }

    private async Task<(string Key, IReadOnlyList<string> RecoveryCodes)> AddWithSecondFactorAsync(string name)
    {
        var id = (await target.AddAsync(name, Roles.Administrator)).Id;
        await using var scope = target.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountManager>();
        var account = (await accounts.FindByIdAsync($"{id}"))!;
        await accounts.ResetAuthenticatorKeyAsync(account);
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 2);
        await accounts.SetTwoFactorEnabledAsync(account, true);
        return ((await accounts.GetAuthenticatorKeyAsync(account))!, [.. codes!]);
    }
}
