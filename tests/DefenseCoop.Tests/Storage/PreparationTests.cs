using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Data.Storage.Sqlite.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Storage;

public sealed class PreparationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prepare_NewFolder_CreatesMigratesAndLoads()
    {
        using var folder = new TestFolder();
        var options = new DatabaseOptions { DataFolder = Path.Combine(folder.Path, "not", "yet", "there") };
        await using var services = TestDatabase.NewServices(options);

        var result = await services.GetRequiredService<DatabasePreparation>().PrepareAsync(Stop);

        Assert.True(result.Created);
        Assert.Equal(SqliteSource.PathOf(options), result.Database);
        Assert.NotEmpty(result.MigrationsApplied);
        Assert.True(result.Loaded?.Initiatives > 30);
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Prepare_SecondTime_LoadsNothingAndWritesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var before = await CountAsync(database);
        await CloseAsync(database);
        var bytes = await File.ReadAllBytesAsync(database.Path, Stop);
        await using var services = TestDatabase.NewServices(database.Options);

        var result = await services.GetRequiredService<DatabasePreparation>().PrepareAsync(Stop);

        Assert.Equal(new PreparationResult(database.Path, false, [], null), result with { MigrationsApplied = [] });
        Assert.Empty(result.MigrationsApplied);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(database.Path, Stop));
        Assert.Equal(before, await CountAsync(database));
    }

    [Fact]
    public async Task Prepare_TwoAtOnceOnAFreshFile_OneLoadsAndBothSucceed()
    {
        await using var database = TestDatabase.Unprepared();
        await using var other = TestDatabase.NewServices(database.Options);

        var results = await Task.WhenAll(
            Task.Run(() => database.Preparation.PrepareAsync(Stop), Stop),
            Task.Run(() => other.GetRequiredService<DatabasePreparation>().PrepareAsync(Stop), Stop));

        Assert.Single(results, r => r.Loaded is not null);
        Assert.Equal(results.Single(r => r.Loaded is not null).Loaded!.Initiatives, await CountAsync(database));
    }

    [Fact]
    public async Task Prepare_ImportThatNeverFinished_LoadsNow()
    {
        await using var database = TestDatabase.Unprepared();
        await using (var context = database.NewContext()) await context.Database.MigrateAsync(Stop);

        var result = await database.Preparation.PrepareAsync(Stop);

        Assert.False(result.Created);
        Assert.NotNull(result.Loaded);
    }

    [Fact]
    public async Task Prepare_AbandonedMigrationsLock_GoesOn()
    {
        await using var database = TestDatabase.Unprepared();
        await ExecuteAsync(database, """
            CREATE TABLE "__EFMigrationsLock" (
                "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            """);

        var result = await database.Preparation.PrepareAsync(Stop);

        Assert.NotNull(result.Loaded);
    }

    [Fact]
    public async Task Prepare_WhileTheLockIsHeld_StopsWaitingWhenCancelled()
    {
        await using var database = TestDatabase.Unprepared();
        using var held = await FileLock.AcquireAsync(database.Path + ".lock", TimeSpan.Zero, Stop);
        using var cancellation = new CancellationTokenSource();
        var preparing = database.Preparation.PrepareAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => preparing);
    }

    private static async Task<int> CountAsync(TestDatabase database)
    {
        await using var context = database.NewContext();
        return await context.Initiatives.CountAsync(Stop);
    }

    internal static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var connection = new SqliteConnection(SqliteSource.ConnectionStringOf(database.Options) + ";Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }

    /// <summary>Closes the database as the program does at its end, so that all is in the one file.</summary>
    internal static Task CloseAsync(TestDatabase database)
    {
        database.Services.GetRequiredService<DatabaseLog>().Dispose();
        return Task.CompletedTask;
    }
}
