using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.People;

/// <summary>A database with people, and the classes that work on them, without a web server. Its clock stands still.</summary>
public sealed class PeopleDatabase : IAsyncDisposable
{
    public const string Password = "a lamp beside the quiet harbor";

    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private PeopleDatabase(PeopleOptions options, AskedStatements? asked)
    {
        var database = new DatabaseOptions { DataFolder = _folder.Path };
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddDefenseCoopData(database);
        services.AddDefenseCoopPeople(options);
        asked?.ListenIn(services);
        _services = services.BuildServiceProvider(validateScopes: true);
        _scope = _services.CreateAsyncScope();
        Path = SqliteSource.PathOf(database);
    }

    public FixedClock Clock { get; } = new();

    public string Path { get; }

    public SessionKeeper Sessions => Get<SessionKeeper>();

    public LinkKeeper Links => Get<LinkKeeper>();

    public AccountManager Manager => Get<AccountManager>();

    internal static async Task<PeopleDatabase> CreateAsync(AskedStatements asked) =>
        await PreparedAsync(new PeopleDatabase(new PeopleOptions(), asked));

    public static async Task<PeopleDatabase> CreateAsync(PeopleOptions? options = null) =>
        await PreparedAsync(new PeopleDatabase(options ?? new PeopleOptions(), null));

    private static async Task<PeopleDatabase> PreparedAsync(PeopleDatabase people)
    {
        await people.Get<DatabasePreparation>().PrepareAsync(TestContext.Current.CancellationToken);
        return people;
    }

    public T Get<T>() where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public DefenseCoopContext NewContext() => Get<IDbContextFactory<DefenseCoopContext>>().CreateDbContext();

    /// <summary>Adds an account with the shared password.</summary>
    public async Task<Account> AddAsync(string name, Roles roles, bool hasPassword = true)
    {
        var account = new Account
        {
            DisplayName = name,
            UserName = $"{name}@example.org",
            NormalizedUserName = $"{name}@example.org".ToUpperInvariant(),
            Email = $"{name}@example.org",
            NormalizedEmail = $"{name}@example.org".ToUpperInvariant(),
            Roles = roles,
            CreatedAt = Clock.GetUtcNow().UtcDateTime,
            SecurityStamp = name,
        };
        if (hasPassword) account.PasswordHash = Get<IPasswordHasher<Account>>().HashPassword(account, Password);
        await using var db = NewContext();
        db.Accounts.Add(account);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return account;
    }

    /// <summary>Starts a session, and gives the person as one who acts under it.</summary>
    public async Task<Actor> SignInAsync(Account account)
    {
        var key = await Sessions.StartAsync(new SessionStart(account.Id, "Test", null, null), TestContext.Current.CancellationToken);
        var person = await Sessions.VerifyAsync(key, TestContext.Current.CancellationToken);
        return new Actor(account.Id, person!.SessionId);
    }

    /// <summary>The account as it is stored now.</summary>
    public async Task<Account> ReadAsync(int id)
    {
        await using var db = NewContext();
        return await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={Path}")) SqliteConnection.ClearPool(connection);
        _folder.Dispose();
    }
}
