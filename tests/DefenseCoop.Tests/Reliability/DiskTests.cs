using System.Net;
using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Editing.Undo;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Data.Verification;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Reliability;

/// <summary>Disks that are really full, or really cannot be written to.</summary>
public sealed class DiskTests
{
    private const string Full = "The disk of the server is full. Nothing was changed.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_DiskFull_SaysSoLosesNothingAndWorksAgainWithSpace()
    {
        using var disk = SmallDisk.Mount(24);
        await using var target = new LiveProduct { Folder = disk.Path };
        using var editor = await target.NewPersonAsync("editor", Roles.Editor);
        var form = await EditForm.OpenAsync(editor, await MilestoneAsync(target));
        await FillAsync(target, disk);
        var before = await HeadAsync(target);

        var refused = await form.SaveAsync("Written on a full disk");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        var text = refused.Document().QuerySelector("main")!.TextContent;
        Assert.Contains(Full, text, StringComparison.Ordinal);
        Assert.Contains("Written on a full disk", refused.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite", refused.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await HeadAsync(target));
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/initiatives")).Status);

        disk.Empty();
        var saved = await form.SaveAsync("Written on a full disk");
        Assert.True(saved.Status == HttpStatusCode.Found, $"{saved.Status}: {saved.Body}");
        Assert.Equal(before + 1, await HeadAsync(target));
        Assert.True((await target.Get<HistoryVerification>().RunAsync(null, null, Stop)).IsSound);
    }

    /// <summary>A disk is no reason to say that something rests on the change.</summary>
    [Fact]
    public async Task Undo_DiskFull_BlamesTheDisk()
    {
        using var disk = SmallDisk.Mount(24);
        await using var target = new LiveProduct { Folder = disk.Path };
        using var editor = await target.NewPersonAsync("editor", Roles.Editor);
        var form = await EditForm.OpenAsync(editor, await MilestoneAsync(target));
        Assert.Equal(HttpStatusCode.Found, (await form.SaveAsync("To be taken back")).Status);
        var saved = await HeadAsync(target);
        await FillAsync(target, disk);
        await using var db = target.NewContext();
        var actor = new Actor((await db.Accounts.SingleAsync(a => a.Roles == Roles.Editor, Stop)).Id, null);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => target.Get<UndoCommands>().UndoAsync(actor, saved, Stop));

        Assert.StartsWith(Full, StorageFailure.Explain(failure), StringComparison.Ordinal);
        Assert.Equal(saved, await HeadAsync(target));
    }

    [Fact]
    public async Task Backup_DiskFull_SaysSoAndLeavesNothing()
    {
        using var disk = SmallDisk.Mount(1);
        await using var database = await TestDatabase.CreateAsync();
        disk.Fill();

        var (code, _, errors) = await AppProcess.RunAsync(["backup", disk.File("one.db"), "--Data:Folder", database.Folder]);

        Assert.Equal(1, code);
        Assert.Equal($"The backup was not made. The disk of {disk.Path} is full. Make space, or name a file on another disk.", errors);
        Assert.Equal([disk.File("filler")], Directory.GetFiles(disk.Path));
        disk.Empty();
        var (again, _, _) = await AppProcess.RunAsync(["backup", disk.File("one.db"), "--Data:Folder", database.Folder]);
        Assert.Equal(1, again);
        Assert.Empty(Directory.GetFiles(disk.Path));
    }

    [Fact]
    public async Task Restore_DiskFull_LeavesTheDatabaseAsItWas()
    {
        using var disk = SmallDisk.Mount(24);
        using var folder = new TestFolder();
        await using (var services = TestDatabase.NewServices(
            new DatabaseOptions { ConnectionString = $"Data Source={disk.File(SqliteSource.FileName)};Pooling=False" }))
        {
            await ((DatabasePreparation)services.GetService(typeof(DatabasePreparation))!).PrepareAsync(Stop);
            await ((IDatabase)services.GetService(typeof(IDatabase))!).BackUpAsync(folder.File("one.db"), false, null, Stop);
        }

        disk.Fill();
        var before = await File.ReadAllBytesAsync(disk.File(SqliteSource.FileName), Stop);

        var (code, _, errors) = await AppProcess.RunAsync(["restore", folder.File("one.db"), "--Data:Folder", disk.Path]);

        Assert.Equal(1, code);
        Assert.StartsWith(
            $"Nothing was restored, and the database is as it was. The disk of {disk.Path} is full.", errors, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(disk.File(SqliteSource.FileName), Stop));
        Assert.DoesNotContain(Directory.GetFiles(disk.Path), f => f.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("serve", "is read-only: give this user the right to write to it")]
    [InlineData("restore", "The folder")]
    [InlineData("backup", "The folder")]
    public async Task Verb_DiskReadOnly_SaysSo(string verb, string words)
    {
        using var disk = SmallDisk.Mount(24);
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.CloseAsync(database);
        File.Copy(database.Path, disk.File(SqliteSource.FileName));
        disk.MakeReadOnly();
        string[] arguments = verb switch
        {
            "serve" => ["serve", "--Data:Folder", disk.Path],
            "restore" => ["restore", database.Path, "--Data:Folder", disk.Path],
            _ => ["backup", disk.File("one.db"), "--Data:Folder", database.Folder],
        };

        var (code, _, errors) = await AppProcess.RunAsync(arguments);

        Assert.Equal(1, code);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Contains(disk.Path, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
    }

    /// <summary>Leaves no space on the disk, nor in the log that SQLite writes into first.</summary>
    private static async Task FillAsync(LiveProduct target, SmallDisk disk)
    {
        await using (var db = target.NewContext()) await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", Stop);
        disk.Fill();
    }

    private static async Task<string> MilestoneAsync(LiveProduct target)
    {
        await using var db = target.NewContext();
        return await db.Milestones.OrderBy(m => m.Id).Select(m => m.Code).FirstAsync(Stop);
    }

    private static async Task<long> HeadAsync(LiveProduct target)
    {
        await using var db = target.NewContext();
        return await db.ChangeSets.MaxAsync(c => c.Id, Stop);
    }
}
