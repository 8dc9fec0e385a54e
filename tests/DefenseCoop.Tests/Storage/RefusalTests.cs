using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Storage;

/// <summary>What a start must refuse, in one clear message and without changing anything.</summary>
public sealed class RefusalTests
{
    /// <summary>Makes a database say that it stands at the second step of version 0.1.0.</summary>
    public const string Older =
        "DELETE FROM __EFMigrationsHistory; INSERT INTO __EFMigrationsHistory "
            + "VALUES ('20261123103659_Initial', '10.0'), ('20261123124223_People', '10.0')";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prepare_DatabaseOfANewerProgram_IsRefusedUnchanged()
    {
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.CloseAsync(database);
        await PreparationTests.ExecuteAsync(database, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99.0.0')");

        await AssertRefusedUnchangedAsync(database, "newer version", "29990101000000_Future");
    }

    [Fact]
    public async Task Prepare_DatabaseFromBeforeTheBaseline_IsRefusedUnchangedAndNamesTheVersionToGoBy()
    {
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.CloseAsync(database);
        await PreparationTests.ExecuteAsync(database, Older);

        await AssertRefusedUnchangedAsync(
            database, "earlier version", "20261123124223_People", "Start version 0.1.0", "d48c4f2", "and then this version");
    }

    [Fact]
    public async Task Prepare_DatabaseOfAnotherProgramWithSteps_IsRefusedUnchanged()
    {
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.CloseAsync(database);
        await PreparationTests.ExecuteAsync(
            database, "UPDATE __EFMigrationsHistory SET MigrationId = '20200101000000_CreateRecipes' || rowid");

        await AssertRefusedUnchangedAsync(database, "belongs to another program");
    }

    [Theory]
    [InlineData("this is no database at all, however long the text in it may be")]
    [InlineData("SQLite format 3\0 and then nothing that belongs there")]
    public async Task Prepare_NoSqliteFile_IsRefusedUnchanged(string content)
    {
        await using var database = TestDatabase.Unprepared();
        await File.WriteAllTextAsync(database.Path, content, Stop);

        await AssertRefusedUnchangedAsync(database, "is not a SQLite database");
    }

    [Fact]
    public async Task Prepare_TruncatedDatabase_IsRefusedUnchanged()
    {
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.CloseAsync(database);
        await using (var file = File.OpenWrite(database.Path)) file.SetLength(file.Length / 2);

        await AssertRefusedUnchangedAsync(database, "is damaged");
    }

    [Fact]
    public async Task Prepare_OverwrittenPages_IsRefusedUnchanged()
    {
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.CloseAsync(database);
        await using (var file = File.OpenWrite(database.Path))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 40_000).ToArray(), Stop);
        }

        await AssertRefusedUnchangedAsync(database, "is damaged");
    }

    [Fact]
    public async Task Prepare_DatabaseOfAnotherProgram_IsRefusedUnchanged()
    {
        await using var database = TestDatabase.Unprepared();
        await PreparationTests.ExecuteAsync(database, "CREATE TABLE Recipes (Id INTEGER PRIMARY KEY, Name TEXT)");

        await AssertRefusedUnchangedAsync(database, "belongs to another program");
    }

    [Fact]
    public async Task Prepare_FileInPlaceOfTheFolder_IsRefused()
    {
        using var folder = new TestFolder();
        var file = folder.File("occupied");
        await File.WriteAllTextAsync(file, "here", Stop);

        var refusal = await RefusalAsync(new DatabaseOptions { DataFolder = file });
        var below = await RefusalAsync(new DatabaseOptions { DataFolder = Path.Combine(file, "deeper") });

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(file, below.Message, StringComparison.Ordinal);
        Assert.Equal("here", await File.ReadAllTextAsync(file, Stop));
    }

    [Fact]
    public async Task Prepare_FolderInPlaceOfTheDatabase_IsRefused()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.File(SqliteSource.FileName));

        var refusal = await RefusalAsync(new DatabaseOptions { DataFolder = folder.Path });

        Assert.Contains("is a folder", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:", "names no file")]
    [InlineData("Data Source=x.db;Mode=Memory", "names no file")]
    [InlineData("Mode=ReadWrite", "names no file")]
    [InlineData("Server=db.example;Port=1", "is broken")]
    public void AddDefenseCoopData_ConnectionStringWithoutAFile_IsRefused(string connectionString, string words)
    {
        var options = new DatabaseOptions { ConnectionString = connectionString };

        var refusal = Assert.Throws<StartupException>(() => TestDatabase.NewServices(options));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedUnchangedAsync(TestDatabase database, params string[] words)
    {
        var bytes = await File.ReadAllBytesAsync(database.Path, Stop);
        var files = Directory.GetFiles(database.Folder).Order().ToArray();

        var refusal = await RefusalAsync(database.Options);

        Assert.All([database.Path, .. words], word => Assert.Contains(word, refusal.Message, StringComparison.Ordinal));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(database.Path, Stop));
        Assert.Equal(files, Directory.GetFiles(database.Folder).Order());
    }

    private static async Task<StartupException> RefusalAsync(DatabaseOptions options)
    {
        await using var services = TestDatabase.NewServices(options);
        var preparation = services.GetRequiredService<DatabasePreparation>();
        return await Assert.ThrowsAsync<StartupException>(() => preparation.PrepareAsync(Stop));
    }
}
