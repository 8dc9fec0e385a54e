using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.BrowserTests.People;

/// <summary>An installation in production, which nobody may read without an account. Shared by the tests of a class.</summary>
public sealed class Installation : IAsyncLifetime
{
    public const string Password = "a lamp beside the quiet harbor";

    public Installation() => App = new App(("Access:AnonymousRead", "false"));

    private Installation((string, string)[] settings) => App = new App([("Access:AnonymousRead", "false"), .. settings]);

    public App App { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>One with further settings.</summary>
    public static Installation With(params (string Name, string Value)[] settings) => new(settings);

    public ValueTask InitializeAsync()
    {
        App.StartServer();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>The address of a new one-time link for the first administrator; null when there is one.</summary>
    public async Task<string?> SetupLinkAsync() =>
        await App.Services.GetRequiredService<LinkKeeper>().NewSetupLinkAsync(Ct) is { } secret ? AccountUrls.Setup(secret) : null;

    /// <summary>Adds an account with the shared password; the name is made unique.</summary>
    public async Task<Account> AddAsync(Roles roles, string name = "Ane")
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = new Account
        {
            DisplayName = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            Roles = roles,
            CreatedAt = App.Clock.GetUtcNow().UtcDateTime,
            SecurityStamp = email,
        };
        account.PasswordHash = App.Services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password);
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(Ct);
        db.Accounts.Add(account);
        await db.SaveChangesAsync(Ct);
        return account;
    }

    /// <summary>Changes an account in the database, as another process would.</summary>
    public async Task ChangeAsync(Account account, Action<Account> change)
    {
        await using var db = await App.Services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(Ct);
        change(await db.Accounts.SingleAsync(a => a.Id == account.Id, Ct));
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>What the person's app shows, some steps of 30 s from now.</summary>
    public string Code(string key, int steps = 0) => AuthenticatorCodes.Code(
        AuthenticatorCodes.FromBase32(key), (App.Clock.GetUtcNow().ToUnixTimeSeconds() / 30) + steps);
}
