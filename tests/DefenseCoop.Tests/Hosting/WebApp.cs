using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Tests.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseCoop.Tests.Hosting;

/// <summary>
/// The whole product in this process, in a data folder of its own with the starter data, at noon of 2026-11-23. It is
/// expensive: share one by <c>IClassFixture&lt;WebApp&gt;</c> where tests do not write.
/// </summary>
public sealed class WebApp : WebApplicationFactory<Program>
{
    private readonly TestFolder _folder = new();

    /// <summary>Noon of 2026-11-23, unless it is moved before the first use.</summary>
    public FixedClock Clock { get; } = new();

    /// <summary>Follows no redirects, so that a test sees what a browser sees first.</summary>
    public HttpClient NewClient() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Data:Folder", _folder.Path);
        builder.UseSetting("Access:AnonymousRead", "true");
        builder.UseSetting("Serilog:MinimumLevel:Default", "Error");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={_folder.File(SqliteSource.FileName)}"))
        {
            SqliteConnection.ClearPool(connection);
        }
        _folder.Dispose();
    }
}
