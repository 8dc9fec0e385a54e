using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>
/// The whole product on a real port of its own, in a data folder of its own with the starter data, at noon of
/// 2026-11-23.
/// </summary>
public sealed class App : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("defensecoop-browser-").FullName;

    public App() => UseKestrel(0);

    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("Access:AnonymousRead", "true");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new FixedClock()));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Stands still at noon of the day of the starter data's writing. Its timers are real.</summary>
    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    }
}
