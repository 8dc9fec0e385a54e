using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>
/// The whole product on a real port of its own, in a data folder of its own with the starter data, at noon of
/// 2026-11-23. Whoever comes may read, unless the settings say otherwise.
/// </summary>
public sealed class App : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("defensecoop-browser-").FullName;
    private readonly (string Name, string Value)[] _settings;

    public App(params (string Name, string Value)[] settings)
    {
        _settings = settings;
        UseKestrel(0);
    }

    /// <summary>By name: browsers give passkeys to names only.</summary>
    public Uri Address => new($"http://localhost:{ClientOptions.BaseAddress.Port}/");

    public MovableClock Clock { get; } = new();

    /// <summary>Cookies that last for minutes are dropped by the browser where the product's clock lies in the past.</summary>
    public bool HasRealClock { get; init; }

    /// <summary>What is to be other than in the product, beside its settings.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Access:AnonymousRead", "true");
        builder.UseSetting("Limits:ConnectionsPerMinute", "10000");
        builder.UseSetting("Limits:SignInsPerMinute", "10000");
        foreach (var (name, value) in _settings) builder.UseSetting(name, value);
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(HasRealClock ? TimeProvider.System : Clock);
            Replace(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        try
        {
            if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A request that the end of a page cut off still writes: the folder is left to the machine's temporary files.
        }
    }
}

/// <summary>Stands still at noon of the day of the starter data's writing, until it is moved. Its timers are real.</summary>
public sealed class MovableClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan time) => _now += time;
}
