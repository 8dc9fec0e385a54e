using System.Buffers.Binary;
using System.Collections.Concurrent;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Data.Storage.Sqlite.Files;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.People;
using DefenseCoop.Tests.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace DefenseCoop.Tests.Abuse.Tools;

/// <summary>
/// The whole product on a real port of its own, as attackers find it: in Production, on the starter data, at noon of
/// 2026-11-23. Its rate limits are out of the way unless a test sets them; hashing a password costs little.
/// </summary>
public sealed class LiveProduct : WebApplicationFactory<Program>
{
    private readonly TestFolder _folder = new();
    private DatabaseLog? _log;

    public LiveProduct() => UseKestrel(0);

    public FixedClock Clock { get; } = new();

    public string Environment { get; init; } = "Production";

    public bool HasRealTime { get; init; }

    public bool AnonymousRead { get; init; } = true;

    /// <summary>Another folder than its own, which is not deleted.</summary>
    public string? Folder { get; init; }

    public Dictionary<string, string> Settings { get; init; } = [];

    public string DatabasePath => Path.Combine(Folder ?? _folder.Path, SqliteSource.FileName);

    public Uri Address
    {
        get
        {
            StartServer();
            return ClientOptions.BaseAddress;
        }
    }

    /// <summary>Notes what is asked of the database; null where nobody wants to know.</summary>
    internal AskedStatements? Asked { get; init; }

    internal CountingHasher Hasher => (CountingHasher)Get<IPasswordHasher<Account>>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull
    {
        StartServer();
        return Services.GetRequiredService<T>();
    }

    public DefenseCoopContext NewContext() => Get<IDbContextFactory<DefenseCoopContext>>().CreateDbContext();

    internal Browser NewBrowser() => new(Address);

    /// <summary>Adds an account, with the shared password unless it is to have none.</summary>
    public async Task<Account> AddAsync(string name, Roles roles, bool hasPassword = true, bool isDemonstration = false)
    {
        var email = $"{name}@example.org";
        var account = new Account
        {
            DisplayName = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            Roles = roles,
            CreatedAt = FixedClock.Start.UtcDateTime,
            SecurityStamp = name,
            IsDemonstration = isDemonstration,
        };
        if (hasPassword) account.PasswordHash = Hasher.HashPassword(account, PeopleDatabase.Password);
        await using var db = NewContext();
        db.Accounts.Add(account);
        await db.SaveChangesAsync(Stop);
        return account;
    }

    /// <summary>Adds an account and signs it in.</summary>
    internal async Task<Browser> NewPersonAsync(string name, Roles roles)
    {
        await AddAsync(name, roles);
        return await SignInAsync(name);
    }

    internal async Task<Browser> SignInAsync(string name)
    {
        var browser = NewBrowser();
        var answer = await browser.SignInAsync(name);
        Assert.True(browser.SessionCookie is not null, $"{name} is not signed in: {answer.Status}");
        return browser;
    }

    public async Task ChangeAsync(int accountId, Action<Account> change)
    {
        await using var db = NewContext();
        change(await db.Accounts.SingleAsync(a => a.Id == accountId, Stop));
        await db.SaveChangesAsync(Stop);
    }

    public async Task<Account> ReadAsync(string name)
    {
        await using var db = NewContext();
        return await db.Accounts.AsNoTracking().SingleAsync(a => a.DisplayName == name, Stop);
    }

    /// <summary>Who acts in the newest session of an account.</summary>
    public async Task<Actor> ActorAsync(string name)
    {
        await using var db = NewContext();
        var session = await db.Sessions.Where(s => s.Account.DisplayName == name).OrderByDescending(s => s.Id).FirstAsync(Stop);
        return new Actor(session.AccountId, session.Id);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Data:Folder", Folder ?? _folder.Path);
        builder.UseSetting("Access:AnonymousRead", AnonymousRead ? "true" : "false");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Fatal");
        foreach (var limit in new[] { "SignInsPerMinute", "ConnectionsPerMinute", "ExportsPerMinute" })
        {
            builder.UseSetting($"Limits:{limit}", "100000");
        }
        foreach (var (name, value) in Settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services =>
        {
            if (!HasRealTime) services.AddSingleton<TimeProvider>(Clock);
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            services.AddSingleton<IPasswordHasher<Account>, CountingHasher>();
            Asked?.ListenIn(services);
        });
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        _log = host.Services.GetRequiredService<DatabaseLog>();
        return host;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();

        // The program ends beside the test: what it closes last is waited for.
        _log?.Dispose();
        using (var connection = new SqliteConnection($"Data Source={DatabasePath}")) SqliteConnection.ClearPool(connection);
        _folder.Dispose();
    }
}

/// <summary>Identity's hasher, which also notes for whom a password was checked and at what cost.</summary>
internal sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    private readonly ConcurrentQueue<(int AccountId, uint Rounds)> _checks = new();

    public IReadOnlyList<(int AccountId, uint Rounds)> Checks => [.. _checks];

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        // Bytes 5 to 8 of Identity's third format.
        _checks.Enqueue((user.Id, BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hashedPassword).AsSpan(5))));
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
