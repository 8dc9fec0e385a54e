using System.Globalization;
using System.Net;
using System.Text.Json;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.People;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Abuse;

/// <summary>People who want to be more than they are: fields that no form has, forms that are not theirs, numbers of others.</summary>
public sealed class EscalationTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private const string NewPassword = "seven slow boats at dawn";

    private static readonly string[] Prefixes = ["", "Input.", "Account.", "Input.Account.", "_row."];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Unique => Guid.NewGuid().ToString("N");

    [Fact]
    public async Task OwnForms_WithFieldsThatTheyDoNotHave_ChangeNothingBeyondThem()
    {
        var victim = await target.AddAsync($"v{Unique}", Roles.Administrator);
        var name = $"a{Unique}";
        using var attacker = await target.NewPersonAsync(name, Roles.Analyst);
        var me = (await target.ActorAsync(name)).AccountId;
        var mine = Key(await ReadAsync(me));
        var theirs = JsonSerializer.Serialize(await ReadAsync(victim.Id));
        var forms = (await PostAddresses.FormsAsync(target, attacker, victim.Id)).Where(f => !Ends(f)).ToList();
        Assert.Contains(forms, f => f.Page == AccountUrls.Profile);

        foreach (var form in forms)
        {
            var token = (await attacker.GetAsync(AccountUrls.Profile)).Token();
            await attacker.PostAsync(
                $"{form.Action}?AccountId={victim.Id}&Roles=Administrator&Id={victim.Id}", [.. form.With(token), .. Extra(victim.Id)]);

            Assert.Equal(mine, Key(await ReadAsync(me)));
            Assert.Equal(theirs, JsonSerializer.Serialize(await ReadAsync(victim.Id)));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await attacker.GetAsync(AccountUrls.Accounts)).Status);
    }

    [Fact]
    public async Task Invitation_WithFieldsThatItDoesNotHave_GivesTheRolesThatItWasMadeFor()
    {
        var victimName = $"v{Unique}";
        var victim = await target.AddAsync(victimName, Roles.Administrator);
        var name = $"i{Unique}";
        var secret = await InviteAsync(name, Roles.Analyst);
        using var invited = target.NewBrowser();

        var answer = await invited.SubmitAsync(
            AccountUrls.Invitation(secret) + $"&AccountId={victim.Id}", "invitation",
            [("Input.Password", NewPassword), ("username", victim.Email!), .. Extra(victim.Id)]);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var account = await target.ReadAsync(name);
        Assert.Equal((Roles.Analyst, false, $"{name}@example.org"), (account.Roles, account.IsDemonstration, account.Email));
        using var other = await target.SignInAsync(victimName);
        Assert.True(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task SignIn_WithFieldsThatItDoesNotHave_GivesTheAccountOfThePassword()
    {
        var victim = await target.AddAsync($"v{Unique}", Roles.Administrator);
        var name = $"a{Unique}";
        await target.AddAsync(name, Roles.Analyst);
        using var browser = target.NewBrowser();

        await browser.SubmitAsync(
            $"{AccountUrls.SignInPath}?AccountId={victim.Id}", "sign-in",
            [
                ("Input.Email", $"{name}@example.org"),
                ("Input.Password", PeopleDatabase.Password),
                .. Extra(victim.Id).Where(e => e.Name != "Input.Email"),
            ]);

        Assert.Contains($"signed in as {name}.", (await browser.GetAsync(AccountUrls.SignOutPath)).Body, StringComparison.Ordinal);
        Assert.Equal(Roles.Analyst, (await target.ReadAsync(name)).Roles);
    }

    /// <summary>Every form that an administrator is shown, sent by those who are none, with tokens of their own.</summary>
    [Theory]
    [InlineData(Roles.None)]
    [InlineData(Roles.Reader)]
    [InlineData(Roles.Analyst)]
    [InlineData(Roles.Editor)]
    public async Task FormsOfAdministration_SentByOthers_AreRefused(Roles roles)
    {
        var victim = await target.AddAsync($"v{Unique}", Roles.Administrator);
        using var administrator = await target.NewPersonAsync($"c{Unique}", Roles.Administrator);
        using var attacker = roles == Roles.None ? target.NewBrowser() : await target.NewPersonAsync($"a{Unique}", roles);
        var forms = (await PostAddresses.FormsAsync(target, administrator, victim.Id))
            .Where(f => f.Page.StartsWith("/admin/", StringComparison.Ordinal))
            .ToList();
        Assert.True(forms.Count >= 4, $"Only {forms.Count} forms were found.");
        var before = await SnapshotAsync();

        foreach (var form in forms)
        {
            var token = (await attacker.GetAsync(roles == Roles.None ? AccountUrls.SignInPath : AccountUrls.SignOutPath)).Token();
            var answer = await attacker.PostAsync(form.Action, [.. form.With(token), ("Input.Roles", "Administrator")]);
            Assert.True(
                answer.IsRefused || answer.Location?.Contains(AccountUrls.SignInPath, StringComparison.Ordinal) == true,
                $"{form.Page}: {answer.Status}");
        }

        Assert.Equal(before, await SnapshotAsync());
    }

    /// <summary>Right when the page was opened, gone when its form is sent.</summary>
    [Fact]
    public async Task FormsOfAdministration_SentAfterTheRoleWasTaken_AreRefused()
    {
        var victim = await target.AddAsync($"v{Unique}", Roles.Analyst);
        var name = $"c{Unique}";
        using var former = await target.NewPersonAsync(name, Roles.Administrator);
        var page = await former.GetAsync(AccountUrls.Account(victim.Id));
        await target.ChangeAsync((await target.ReadAsync(name)).Id, a => a.Roles = Roles.Analyst);

        var answer = await former.PostAsync(
            AccountUrls.Account(victim.Id), ("_handler", "roles"), (Browser.TokenField, page.Token()), ("Input.Roles", "Administrator"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(Roles.Analyst, (await ReadAsync(victim.Id)).Roles);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-2147483648")]
    [InlineData("1024")]
    [InlineData("2147483647")]
    [InlineData("Owner")]
    [InlineData("")]
    public async Task Roles_ThatDoNotExist_AreGivenToNobody(string role)
    {
        var account = await target.AddAsync($"v{Unique}", Roles.Analyst);
        using var administrator = await target.NewPersonAsync($"c{Unique}", Roles.Administrator);

        var answer = await administrator.SubmitAsync(AccountUrls.Account(account.Id), "roles", ("Input.Roles", role));

        Assert.True(answer.IsRefused, $"{answer.Status}");
        Assert.Equal(Roles.Analyst, (await ReadAsync(account.Id)).Roles);
    }

    [Fact]
    public async Task Session_OfAnother_IsNotEndedByItsNumber()
    {
        var name = $"v{Unique}";
        using var victim = await target.NewPersonAsync(name, Roles.Analyst);
        using var attacker = await target.NewPersonAsync($"a{Unique}", Roles.Administrator);
        var session = (await target.ActorAsync(name)).SessionId!.Value.ToString(CultureInfo.InvariantCulture);

        var answer = await attacker.SubmitAsync(
            AccountUrls.Sessions, $"end-{session}", ("Input.Id", session), ("session", session), ("id", session));

        Assert.True(answer.IsRefused, $"{answer.Status}");
        Assert.True(await victim.IsSignedInAsync());
        Assert.True(await attacker.IsSignedInAsync());
    }

    [Fact]
    public async Task Passkey_OfAnother_IsNotRemovedByItsNumber()
    {
        var victim = await target.AddAsync($"v{Unique}", Roles.Analyst);
        using var attacker = await target.NewPersonAsync($"a{Unique}", Roles.Administrator);
        byte[] credential = [.. Guid.NewGuid().ToByteArray()];
        await using (var db = target.NewContext())
        {
            db.Add(new IdentityUserPasskey<int>
            {
                UserId = victim.Id,
                CredentialId = credential,
                Data = new IdentityPasskeyData
                {
                    Name = "Key", PublicKey = [1, 2, 3], AttestationObject = [1], ClientDataJson = [1], Transports = [],
                },
            });
            await db.SaveChangesAsync(Stop);
        }

        var id = System.Buffers.Text.Base64Url.EncodeToString(credential);
        var answer = await attacker.SubmitAsync(AccountUrls.Passkeys, $"remove-{id}", ("Input.Id", id), ("id", id));

        Assert.True(answer.IsRefused, $"{answer.Status}");
        await using var after = target.NewContext();
        Assert.Equal(1, await after.Set<IdentityUserPasskey<int>>().CountAsync(p => p.UserId == victim.Id, Stop));
    }

    /// <summary>Forms that end a session, or that ask for another person first.</summary>
    private static bool Ends(PostForm form) =>
        form.Fields.Any(f => f.Name == "_handler"
            && (f.Value is "sign-out" or "sign-in" or "end-all" || f.Value.StartsWith("end-", StringComparison.Ordinal)));

    private static IEnumerable<(string Name, string Value)> Extra(int victim)
    {
        (string, string)[] fields =
        [
            ("Roles", "Administrator"), ("Roles[0]", "Administrator"), ("Role", "Administrator"),
            ("Chosen", "Administrator"), ("IsDemonstration", "true"), ("AccountId", $"{victim}"), ("Id", $"{victim}"),
            ("UserId", $"{victim}"), ("DisabledAt", "2020-01-01"), ("Email", "taken@example.org"),
            ("EmailConfirmed", "true"), ("PasswordHash", "x"), ("TwoFactorEnabled", "false"), ("LockedUntil", ""),
        ];
        return Prefixes.SelectMany(prefix => fields.Select(f => (prefix + f.Item1, f.Item2)));
    }

    /// <summary>What no form of one's own changes.</summary>
    private static object Key(Account a) =>
        (a.Id, a.Roles, a.Email, a.UserName, a.IsDemonstration, a.DisabledAt, a.PasswordHash, a.EmailConfirmed, a.TwoFactorEnabled);

    private async Task<Account> ReadAsync(int id)
    {
        await using var db = target.NewContext();
        return await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, Stop);
    }

    private async Task<string> InviteAsync(string name, Roles roles)
    {
        var administrator = new Actor((await target.AddAsync($"c{Unique}", Roles.Administrator)).Id, null);
        return await target.Get<AccountCommands>().InviteAsync(administrator, $"{name}@example.org", name, roles, Stop);
    }

    /// <summary>All that administration changes. Other tests of this class wait meanwhile.</summary>
    private async Task<string> SnapshotAsync()
    {
        await using var db = target.NewContext();
        return JsonSerializer.Serialize(new
        {
            Accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.Id)
                .Select(a => new { a.Id, a.DisplayName, a.Roles, a.DisabledAt, a.TwoFactorEnabled, a.PasswordHash }).ToListAsync(Stop),
            // Those that are used up are cleared away at any time.
            Links = await db.Links.AsNoTracking()
                .Where(l => l.UsedAt == null).OrderBy(l => l.Id).Select(l => l.SecretHash).ToListAsync(Stop),
            Categories = await db.Categories.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).ToListAsync(Stop),
            Organizations = await db.Organizations.AsNoTracking().OrderBy(o => o.Id).Select(o => o.Name).ToListAsync(Stop),
            Sites = await db.Sites.AsNoTracking().OrderBy(s => s.Id).Select(s => s.Name).ToListAsync(Stop),
        });
    }
}
