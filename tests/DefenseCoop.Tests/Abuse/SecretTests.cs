using System.Security.Claims;
using System.Text;
using System.Text.Json;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.People;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>What a thief finds in the log or the database, and lines that a stranger writes into the log.</summary>
public sealed class SecretTests
{
    private const string Password = "seven slow boats at dawn";
    private const string Mail = "ingrid.hidden@example.org";
    private const string Forged = """{"@t":"2026-01-01T00:00:00Z","@m":"FORGED","@l":"Error"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The real process, from the first start over every way to fail, as its operator reads it.</summary>
    [Fact]
    public async Task Log_OfAWholeStory_HoldsNoSecretAndNoLineOfAStranger()
    {
        using var folder = new TestFolder();
        await using var app = AppProcess.Serve(folder.Path, "--Access:AnonymousRead", "true", "--Serilog:MinimumLevel:Default", "Debug");
        await app.ReadyAsync();
        var offer = await app.LineAsync(l => l.Contains(AccountUrls.SetupPath, StringComparison.Ordinal));
        var secret = offer.Split("token=")[1].Split('"', ' ', '\\')[0];
        using var browser = new Browser(app.Address);

        await browser.SubmitAsync(
            AccountUrls.Setup(secret), "setup", ("Input.Name", "Ingrid"), ("Input.Email", Mail), ("Input.Password", Password));
        Assert.NotNull(browser.SessionCookie);
        var secrets = new List<string>
        {
            Password, Mail, browser.SessionCookie, browser.Cookies[Browser.Form], (await browser.GetAsync(AccountUrls.SignOutPath)).Token(),
        };
        var invitation = await browser.SubmitAsync(
            AccountUrls.Accounts, "invite", ("Input.Name", "Invited"), ("Input.Email", "invited.hidden@example.org"),
            ("Input.Roles", "Analyst"), ("Input.Roles[0]", "Analyst"));
        var link = invitation.Body.Split("token=").ElementAtOrDefault(1)?.Split('"', '<', '&')[0];
        Assert.True(link?.Length > 30, $"The invitation shows no link: {invitation.Status}");
        await browser.GetAsync(AccountUrls.Invitation(link));
        await browser.SubmitAsync(AccountUrls.SignOutPath, "sign-out");
        secrets.AddRange(["invited.hidden@example.org", link, "a wrong password of mine", "123456", "JKLM-NPQR"]);
        await AttackAsync(browser);
        await browser.GetAsync("/the-last-of-the-story");
        await app.LineAsync(l => l.Contains("the-last-of-the-story", StringComparison.Ordinal));

        Assert.All(secrets, s => Assert.DoesNotContain(s, app.All, StringComparison.OrdinalIgnoreCase));
        Assert.Single(app.Output, l => l.Contains(secret, StringComparison.Ordinal));
        Assert.Contains("SignInFailed", app.All, StringComparison.Ordinal);
        Assert.All(app.Output.Where(l => !l.StartsWith("DefenseCoop ", StringComparison.Ordinal)), line =>
        {
            var entry = JsonDocument.Parse(line).RootElement;
            Assert.NotEqual("FORGED", entry.GetProperty("@m").GetString());
            Assert.DoesNotContain(line, char.IsControl);
            Assert.All(
                entry.EnumerateObject().Where(p => p.Name != "@x" && p.Value.ValueKind == JsonValueKind.String),
                p => Assert.DoesNotContain(p.Value.GetString()!, char.IsControl));
        });
        Assert.Empty(app.Errors);
    }

    [Fact]
    public async Task Database_AfterEveryWayToSignIn_HoldsNoSecretInClear()
    {
        await using var target = new LiveProduct();
        var setup = (await target.Get<LinkKeeper>().NewSetupLinkAsync(Stop))!;
        var account = await target.AddAsync("ane", Roles.Administrator);
        using var first = await target.SignInAsync("ane");
        await using var scope = target.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountManager>();
        var known = (await accounts.FindByIdAsync($"{account.Id}"))!;
        await accounts.ResetAuthenticatorKeyAsync(known);
        var key = (await accounts.GetAuthenticatorKeyAsync(known))!;
        var codes = (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(known, 3))!.ToList();
        await accounts.SetTwoFactorEnabledAsync(known, true);
        using var second = target.NewBrowser();
        await second.SignInAsync("ane");
        await second.SubmitAsync(
            AccountUrls.SecondFactorPath, "second-factor", ("Input.Code", Browser.Code(key, target.Clock.GetUtcNow())));
        var link = await target.Get<Data.People.Accounts.AccountCommands>()
            .InviteAsync(new(account.Id, null), "new@example.org", "New", Roles.Analyst, Stop);

        var stored = await StoredAsync(target.DatabasePath);

        Assert.Contains("ANE@EXAMPLE.ORG", stored, StringComparison.Ordinal);
        string[] secrets =
        [
            setup, link, PeopleDatabase.Password, key, first.SessionCookie!, second.SessionCookie!,
            KeyOf(target, first), KeyOf(target, second), .. codes, .. codes.Select(RecoveryCodes.Normalize),
            Convert.ToBase64String(AuthenticatorCodes.FromBase32(key)), Encoding.Latin1.GetString(AuthenticatorCodes.FromBase32(key)),
        ];
        Assert.All(secrets, s => Assert.DoesNotContain(s, stored, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A thief of the file reads no keys where a certificate encrypts them.</summary>
    [Fact]
    public async Task Database_WithAKeyCertificate_HoldsNoKeyInClear()
    {
        using var folder = new TestFolder();
        using (var rsa = System.Security.Cryptography.RSA.Create(2048))
        {
            var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
                "CN=keys", rsa, System.Security.Cryptography.HashAlgorithmName.SHA256,
                System.Security.Cryptography.RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(FixedClock.Start.AddYears(-1), FixedClock.Start.AddYears(10));
            await File.WriteAllBytesAsync(
                folder.File("keys.pfx"),
                certificate.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pkcs12, "x"),
                Stop);
        }

        await using var open = new LiveProduct();
        await using var closed = new LiveProduct
        {
            Settings =
            {
                ["Authentication:KeyCertificate:Path"] = folder.File("keys.pfx"), ["Authentication:KeyCertificate:Password"] = "x",
            },
        };
        using (var browser = open.NewBrowser()) await browser.GetAsync(AccountUrls.SignInPath);
        using (var person = await closed.NewPersonAsync("ane", Roles.Analyst)) Assert.True(await person.IsSignedInAsync());

        Assert.Contains("<masterKey", await StoredAsync(open.DatabasePath), StringComparison.Ordinal);
        var stored = await StoredAsync(closed.DatabasePath);
        Assert.Contains("EncryptedData", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", stored, StringComparison.Ordinal);
    }

    private static async Task AttackAsync(Browser browser)
    {
        var lines = Uri.EscapeDataString($"\r\n{Forged}\r\n");
        await browser.GetAsync($"/x{lines}");
        await browser.GetAsync($"/initiatives/{lines}?q={lines}");
        await browser.GetAsync("/x%1b%5b2J%1b%5b31m%07%e2%80%a8%c2%85");
        await browser.GetAsync($"/account/sign-in?returnUrl=/{lines}&done={lines}");
        await browser.GetAsync($"{AccountUrls.SetupPath}?token={lines}");
        await browser.GetAsync("/method", ("User-Agent", $"x\u001b[2J {Forged}"), ("Referer", Forged), ("X-Forwarded-For", Forged));
        await browser.RawAsync(
            $"GET /raw HTTP/1.1\r\nHost: {browser.Address.Authority}\r\nUser-Agent: a\nb {Forged}\r\nConnection: close\r\n\r\n");
        await browser.RawAsync($"G\u001bET\t/raw HTTP/1.1\r\nHost: {Forged}\r\n\r\n");
        foreach (var email in new[] { Mail, $"a@b.dk\n{Forged}", "nobody.hidden@example.org", Forged })
        {
            await browser.SubmitAsync(
                AccountUrls.SignInPath, "sign-in", ("Input.Email", email), ("Input.Password", "a wrong password of mine"));
        }

        var token = (await browser.GetAsync(AccountUrls.SignInPath)).Token();
        await browser.PostAsync(
            AccountUrls.SecondFactorPath, ("_handler", "second-factor"), (Browser.TokenField, token), ("Input.Code", "123456"));
        await browser.PostAsync(
            AccountUrls.RecoveryCodePath, ("_handler", "recovery-code"), (Browser.TokenField, token), ("Input.Code", "JKLM-NPQR"));
        await browser.PostAsync(AccountUrls.PasskeySignInPath, (Browser.TokenField, token), ("credential", Forged + "\n"));
        await browser.PostAsync(AccountUrls.SignInPath, ("_handler", $"x\n{Forged}"), (Browser.TokenField, "forged"));
        await browser.PostAsync(AccountUrls.SignInPath, ("_handler", $"x\n{Forged}"), (Browser.TokenField, token));
        await browser.SendAsync(HttpMethod.Post, "/_blazor/negotiate", null, ("Origin", $"https://evil.example/{lines}"));
    }

    private static string KeyOf(LiveProduct target, Browser browser) => target.Get<IOptionsMonitor<CookieAuthenticationOptions>>()
        .Get(IdentityConstants.ApplicationScheme).TicketDataFormat
        .Unprotect(browser.SessionCookie!)!.Principal
        .FindFirstValue(PersonClaims.SessionKey)!;

    private static async Task<string> StoredAsync(string path)
    {
        using var folder = new TestFolder();
        await using (var source = new SqliteConnection($"Data Source={path};Pooling=False"))
        await using (var copy = new SqliteConnection($"Data Source={folder.File("copy")};Pooling=False"))
        {
            source.Open();
            copy.Open();
            source.BackupDatabase(copy);
        }

        return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(folder.File("copy"), Stop));
    }
}
