using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Data.Storage.Sqlite.Backups;
using DefenseCoop.Data.Verification;
using DefenseCoop.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Backups;

public sealed class RestoreTests : IAsyncDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestFolder _backups = new();
    private readonly ServiceProvider _services;

    public RestoreTests() => _services = ServicesOf(Database);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Database => _folder.File("defensecoop.db");

    private string Backup => _backups.File("one.db");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
        _backups.Dispose();
    }

    [Fact]
    public async Task Run_ABackup_BringsItBackAndKeepsTheReplacedAside()
    {
        var head = (await PrepareAsync()).Head;
        await RenameAsync("Changed since");

        var done = await RestoreAsync();

        Assert.Equal((Database, head), (done.Database, done.Head));
        Assert.Empty(done.Pending);
        Assert.NotEqual("Changed since", await TitleAsync(Database));
        Assert.Equal("Changed since", await TitleAsync(done.Aside!));
        Assert.Matches("^defensecoop-replaced-[0-9]{8}-[0-9]{6}.db$", Path.GetFileName(done.Aside!));
        var report = await _services.GetRequiredService<HistoryVerification>().RunAsync(head!.Hash, null, Stop);
        Assert.True(report.IsSound);
    }

    [Fact]
    public async Task Run_Twice_KeepsBothThatWereReplaced()
    {
        await PrepareAsync();

        var first = await RestoreAsync();
        var second = await RestoreAsync();

        Assert.NotEqual(first.Aside, second.Aside);
        Assert.All([first.Aside!, second.Aside!], f => Assert.True(File.Exists(f)));
    }

    [Fact]
    public async Task Run_NoDatabaseYet_PutsItThere()
    {
        await PrepareAsync();
        foreach (var file in Directory.GetFiles(_folder.Path)) File.Delete(file);

        var done = await RestoreAsync();

        Assert.Null(done.Aside);
        Assert.NotNull(await TitleAsync(Database));
    }

    [Theory]
    [InlineData("no.db", "There is no file")]
    [InlineData("", "is a folder")]
    [InlineData("text.db", "is not a backup")]
    [InlineData("empty.db", "is not a database of DefenseCoop")]
    [InlineData("foreign.db", "is not a database of DefenseCoop")]
    [InlineData("bare.db", "holds no data")]
    [InlineData("broken.db", "is damaged")]
    [InlineData("cut.db", "is damaged")]
    [InlineData("dangling.db", "refers to one that is not there")]
    [InlineData("newer.db", "the step 99990101000000_Future, which this version does not know")]
    [InlineData("older.db", "(its last step is 20261123124223_People). Start version 0.1.0")]
    public async Task Run_FileThatIsNoGoodBackup_SaysWhyAndChangesNothing(string name, string why)
    {
        await PrepareAsync();
        await MakeAsync(name);
        var before = await File.ReadAllBytesAsync(Database, Stop);
        var files = Directory.GetFiles(_folder.Path).Order().ToList();

        var refusal = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync(name));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, Stop));
        Assert.Equal(files, Directory.GetFiles(_folder.Path).Order());
    }

    [Fact]
    public async Task Run_SomebodyHasTheDatabaseOpen_SaysToStopThem()
    {
        await PrepareAsync();
        await RenameAsync("Changed since");
        await using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        await other.OpenAsync(Stop);
        await using var command = other.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Initiatives";
        await command.ExecuteScalarAsync(Stop);

        var refusal = await Assert.ThrowsAsync<BackupException>(() => RestoreAsync());

        Assert.Contains("is in use by a server or another program: stop it", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Changed since", await TitleAsync(Database));
        Assert.DoesNotContain(
            Directory.GetFiles(_folder.Path),
            f => f.EndsWith(".part", StringComparison.Ordinal) || f.Contains("replaced", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DatabaseRestore.Copying)]
    [InlineData(DatabaseRestore.Checking)]
    [InlineData(DatabaseRestore.Replacing)]
    public async Task Run_CancelledBeforeTheExchange_ChangesNothing(string step)
    {
        await PrepareAsync();
        await RenameAsync("Changed since");
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _services.GetRequiredService<IDatabase>()
            .RestoreAsync(Backup, new BackupTests.CancelAt(step, cancel), cancel.Token));

        Assert.Equal("Changed since", await TitleAsync(Database));
        Assert.DoesNotContain(
            Directory.GetFiles(_folder.Path),
            f => f.EndsWith(".part", StringComparison.Ordinal) || f.Contains("replaced", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_DatabaseIsDamaged_ReplacesItAllTheSame()
    {
        await PrepareAsync();
        await File.WriteAllTextAsync(Database, "no database any more: " + new string('x', 5000), Stop);
        await File.WriteAllTextAsync(Database + "-wal", "what lay beside it", Stop);

        var done = await RestoreAsync();

        Assert.NotNull(await TitleAsync(Database));
        Assert.StartsWith("no database", await File.ReadAllTextAsync(done.Aside!, Stop), StringComparison.Ordinal);
        Assert.Equal("what lay beside it", await File.ReadAllTextAsync(done.Aside! + "-wal", Stop));
    }

    [Theory]
    [MemberData(nameof(EarlierReleaseTests.Releases), MemberType = typeof(EarlierReleaseTests))]
    public async Task Run_ABackupOfAnOlderVersion_IsBroughtUpToDateAtTheNextStart(string release)
    {
        await PrepareAsync();
        await EarlierReleaseTests.UnpackAsync(release, _backups.File("earlier.db"));

        var done = await RestoreAsync("earlier.db");
        var start = await _services.GetRequiredService<DatabasePreparation>().PrepareAsync(Stop);

        Assert.NotEmpty(done.Pending);
        Assert.Equal(done.Pending, start.MigrationsApplied);
        Assert.NotNull(done.Head);
        Assert.True((await _services.GetRequiredService<HistoryVerification>().RunAsync(null, null, Stop)).IsSound);
    }

    private static ServiceProvider ServicesOf(string path) =>
        TestDatabase.NewServices(new DatabaseOptions { ConnectionString = $"Data Source={path};Pooling=False" });

    /// <summary>A database, and a backup of it.</summary>
    private async Task<BackupResult> PrepareAsync()
    {
        await _services.GetRequiredService<DatabasePreparation>().PrepareAsync(Stop);
        return await _services.GetRequiredService<IDatabase>().BackUpAsync(Backup, false, null, Stop);
    }

    private Task<RestoreResult> RestoreAsync(string name = "one.db") =>
        _services.GetRequiredService<IDatabase>().RestoreAsync(_backups.File(name), null, Stop);

    private async Task MakeAsync(string name)
    {
        var path = _backups.File(name);
        switch (name)
        {
            case "text.db":
                await File.WriteAllTextAsync(path, new string('x', 5000), Stop);
                break;
            case "empty.db":
                await File.WriteAllTextAsync(path, "", Stop);
                break;
            case "foreign.db":
                await ExecuteAsync(path, "CREATE TABLE Things (Id INTEGER)");
                break;
            case "bare.db":
                await using (var bare = ServicesOf(path))
                {
                    await using var db = await bare.GetRequiredService<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(Stop);
                    await db.Database.MigrateAsync(Stop);
                }

                break;
            case "broken.db":
                File.Copy(Backup, path);
                await BackupTests.DamageAsync(path);
                break;
            case "cut.db":
                await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(Backup, Stop))[..200_000], Stop);
                break;
            case "dangling.db":
                File.Copy(Backup, path);
                await ExecuteAsync(path, "PRAGMA foreign_keys = OFF; DELETE FROM Initiatives WHERE Id = (SELECT MIN(Id) FROM Initiatives)");
                break;
            case "newer.db":
                File.Copy(Backup, path);
                await ExecuteAsync(path, "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Future', '99.0')");
                break;
            case "older.db":
                File.Copy(Backup, path);
                await ExecuteAsync(path, RefusalTests.Older);
                break;
        }
    }

    private async Task RenameAsync(string title)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(Stop);
        (await db.Initiatives.OrderBy(i => i.Id).FirstAsync(Stop)).Retitle(title);
        await db.SaveRecordsAsync();
    }

    private static async Task<string?> TitleAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Title FROM Initiatives ORDER BY Id LIMIT 1";
        return (string?)await command.ExecuteScalarAsync(Stop);
    }

    private static async Task ExecuteAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }
}
