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

public sealed class BackupTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_WhileOthersWrite_IsTheDatabaseOfOneInstant()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TestFolder();
        using var done = new CancellationTokenSource();
        var writer = Task.Run(() => WriteAsync(database, done.Token), Stop);

        var made = new List<BackupResult>();
        while (made.Count < 5 || made.Select(b => b.Head).Distinct().Count() < 2)
        {
            made.Add(await BackUpAsync(database, folder.File($"{made.Count}.db")));
        }
        await done.CancelAsync();
        var written = await writer;

        Assert.True(written > 0);
        foreach (var backup in made)
        {
            Assert.Equal(new FileInfo(backup.File).Length, backup.Size);
            await using var copy = TestDatabase.NewServices(
                new DatabaseOptions { ConnectionString = $"Data Source={backup.File};Pooling=False" });
            var report = await copy.GetRequiredService<HistoryVerification>().RunAsync(backup.Head!.Hash, null, Stop);
            Assert.Null(report.Results.FirstOrDefault(r => r.Problem is not null)?.Problem);
            Assert.Equal(backup.Head, report.Head);
        }
    }

    [Fact]
    public async Task Run_Done_LeavesOneFileThatIsReadLikeTheDatabase()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TestFolder();
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(database.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await BackUpAsync(database, folder.File("one.db"));

        Assert.Equal([folder.File("one.db")], Directory.GetFiles(folder.Path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("one.db")));
    }

    [Theory]
    [InlineData("missing/one.db", "does not exist: create it")]
    [InlineData("", "is a folder: name a file in it")]
    [InlineData("there.db", "exists already, and was left as it is: name another file, or add --overwrite")]
    [InlineData("data.db", "is the database itself")]
    [InlineData("data.db-wal", "is the database itself")]
    [InlineData("link.db", "is the database itself")]
    public async Task Run_FileThatCannotBeWritten_SaysWhy(string name, string why)
    {
        using var folder = new TestFolder();
        await using var services = TestDatabase.NewServices(
            new DatabaseOptions { ConnectionString = $"Data Source={folder.File("data.db")};Pooling=False" });
        await services.GetRequiredService<DatabasePreparation>().PrepareAsync(Stop);
        await File.WriteAllTextAsync(folder.File("there.db"), "mine", Stop);
        File.CreateSymbolicLink(folder.File("link.db"), folder.File("data.db"));
        var before = Directory.GetFileSystemEntries(folder.Path);

        var refusal = await Assert.ThrowsAsync<BackupException>(
            () => services.GetRequiredService<IDatabase>().BackUpAsync(folder.File(name), false, null, Stop));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.File("there.db"), Stop));
    }

    [Fact]
    public async Task Run_ToOverwrite_ReplacesTheFileAndKeepsALogThatLayBesideIt()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.File("one.db"), "older", Stop);
        await File.WriteAllTextAsync(folder.File("one.db-wal"), "of the older", Stop);

        var made = await database.Services.GetRequiredService<IDatabase>().BackUpAsync(folder.File("one.db"), true, null, Stop);

        var aside = Assert.Single(Directory.GetFiles(folder.Path), f => f != made.File);
        Assert.Equal("of the older", await File.ReadAllTextAsync(aside, Stop));
        Assert.True(made.Size > 100_000);
    }

    [Theory]
    [InlineData(DatabaseBackup.Copying)]
    [InlineData(DatabaseBackup.Checking)]
    public async Task Run_Cancelled_LeavesNothing(string step)
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TestFolder();
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Services.GetRequiredService<IDatabase>()
            .BackUpAsync(folder.File("one.db"), false, new CancelAt(step, cancel), cancel.Token));

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Run_DamagedDatabase_RefusesAndLeavesNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.CloseAsync(database);
        await DamageAsync(database.Path);
        using var folder = new TestFolder();

        var refusal = await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(database, folder.File("one.db")));

        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Run_NoDatabase_SaysSoAndCreatesNone()
    {
        await using var database = TestDatabase.Unprepared();

        var refusal = await Assert.ThrowsAsync<BackupException>(() => BackUpAsync(database, Path.Combine(database.Folder, "one.db")));

        Assert.Contains("There is no database", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(database.Folder));
    }

    internal static Task<BackupResult> BackUpAsync(TestDatabase database, string file) =>
        database.Services.GetRequiredService<IDatabase>().BackUpAsync(file, false, null, Stop);

    /// <summary>Overwrites a page in the middle of a table.</summary>
    internal static async Task DamageAsync(string path)
    {
        await using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = file.Length / 2 / 4096 * 4096;
        await file.WriteAsync(Enumerable.Repeat((byte)0x5A, 8192).ToArray(), Stop);
    }

    private static async Task<int> WriteAsync(TestDatabase database, CancellationToken done)
    {
        for (var written = 0; ; written++)
        {
            if (done.IsCancellationRequested) return written;
            await using var db = database.NewContext();
            var reading = await db.Readings.OrderBy(r => r.Id).Skip(written % 20).FirstAsync(Stop);
            reading.Revise(reading.Value + 1);
            await db.SaveRecordsAsync();
        }
    }

    internal sealed class CancelAt(string step, CancellationTokenSource cancel) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (value.Step == step) cancel.Cancel();
        }
    }
}
