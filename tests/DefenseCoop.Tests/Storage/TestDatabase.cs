using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Storage;

/// <summary>A database file of its own in a temporary folder, deleted with it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(TestFolder folder, DatabaseOptions options, ServiceProvider services)
    {
        TestFolder = folder;
        Options = options;
        Services = services;
    }

    public DatabaseOptions Options { get; }

    public ServiceProvider Services { get; }

    public string Folder => TestFolder.Path;

    /// <summary>Of the file.</summary>
    public string Path => SqliteSource.PathOf(Options);

    public IDbContextFactory<DefenseCoopContext> ContextFactory => Services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>();

    public DatabasePreparation Preparation => Services.GetRequiredService<DatabasePreparation>();

    private TestFolder TestFolder { get; }

    /// <summary>Prepared and filled from the product's starter file, or from another.</summary>
    public static async Task<TestDatabase> CreateAsync(string? starterFile = null)
    {
        var database = Unprepared(starterFile);
        await database.Preparation.PrepareAsync(TestContext.Current.CancellationToken);
        return database;
    }

    /// <summary>Only the folder: the first preparation creates the file.</summary>
    public static TestDatabase Unprepared(string? starterFile = null)
    {
        var folder = new TestFolder();
        var options = new DatabaseOptions { DataFolder = folder.Path, StarterFile = starterFile };
        return new TestDatabase(folder, options, NewServices(options));
    }

    /// <summary>What a second process would have: nothing shared but the options.</summary>
    public static ServiceProvider NewServices(DatabaseOptions options) =>
        new ServiceCollection().AddDefenseCoopData(options).BuildServiceProvider();

    public DefenseCoopContext NewContext() => ContextFactory.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        using (var connection = new SqliteConnection(SqliteSource.ConnectionStringOf(Options))) SqliteConnection.ClearPool(connection);
        TestFolder.Dispose();
    }
}

/// <summary>A temporary folder, deleted with all that is in it.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("defensecoop-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
