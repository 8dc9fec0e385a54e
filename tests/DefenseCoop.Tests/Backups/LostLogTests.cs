using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Backups;

/// <summary>SQLite keeps the newest changes in a log beside the file: a file that lost it, and a log that is of another file.</summary>
public sealed class LostLogTests : IDisposable
{
    private const string Doubt = "perhaps not whole";

    private readonly TestFolder _data = new();
    private readonly TestFolder _copy = new();
    private readonly TestFolder _other = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _data.Dispose();
        _copy.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task FileOfARunningServer_WithoutItsLog_IsSaidToBePerhapsNotWhole()
    {
        await using (var server = AppProcess.Serve(_data.Path))
        {
            await server.ReadyAsync();
            Copy(_data, _copy, "");
            Copy(_data, _other, "", "-wal");
        }

        var verify = await VerifyAsync(_copy);
        Assert.Equal(1, verify.Code);
        Assert.Contains($"Log: MISSING. The database is {Doubt}.", verify.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("All is well", verify.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await VerifyAsync(_copy)).Code);

        using var restored = new TestFolder();
        var restore = await AppProcess.RunAsync(["restore", DatabaseOf(_copy), "--Data:Folder", restored.Path]);
        Assert.Equal(0, restore.Code);
        Assert.Contains(Doubt, restore.Errors, StringComparison.Ordinal);
        Assert.Contains(Doubt, (await VerifyAsync(restored)).Errors, StringComparison.Ordinal);

        var withLog = await VerifyAsync(_other);
        Assert.True(withLog.Code == 0, withLog.Errors);
    }

    /// <summary>Versions of before did not write into the file that they close it whole.</summary>
    [Fact]
    public async Task FileOfAnEarlierVersion_WithoutALog_IsSaidToBeUntold()
    {
        await using (var server = AppProcess.Serve(_data.Path))
        {
            await server.ReadyAsync();
            Copy(_data, _copy, "");
        }

        await using (var file = new FileStream(DatabaseOf(_copy), FileMode.Open))
        {
            const int userVersion = 60;
            file.Position = userVersion;
            await file.WriteAsync(new byte[4], Stop);
        }

        using var restored = new TestFolder();
        var restore = await AppProcess.RunAsync(["restore", DatabaseOf(_copy), "--Data:Folder", restored.Path]);
        Assert.Equal(0, restore.Code);
        Assert.Equal([DatabaseOf(_copy)], Directory.GetFiles(_copy.Path));
        Assert.Contains(
            $"It is {Doubt}: this file was in write-ahead mode and has no log beside it", restore.Errors, StringComparison.Ordinal);

        foreach (var folder in new[] { _copy, restored })
        {
            var verify = await VerifyAsync(folder);
            Assert.Equal(0, verify.Code);
            Assert.Contains(
                $"Log: CANNOT BE TOLD; this file was in write-ahead mode and has no log beside it, so it is {Doubt}",
                verify.Errors,
                StringComparison.Ordinal);
            Assert.Contains("All that can be told is well.", verify.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task FileOfAServer_ThatEnded_IsWholeWithoutALog()
    {
        await using (var server = AppProcess.Serve(_data.Path))
        {
            await server.ReadyAsync();
            server.Signal("TERM");
            Assert.Equal(0, await server.EndedAsync());
        }

        Assert.False(File.Exists(DatabaseOf(_data) + "-wal"));
        Copy(_data, _copy, "");

        var verify = await VerifyAsync(_copy);
        Assert.True(verify.Code == 0, verify.Errors);
        Assert.Contains("All is well", verify.Output, StringComparison.Ordinal);
        var restore = await AppProcess.RunAsync(["restore", DatabaseOf(_copy), "--Data:Folder", _other.Path]);
        Assert.DoesNotContain(Doubt, restore.Errors + restore.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LogOfAnotherFile_BesideADatabase_IsKeptAsideAndNotRead()
    {
        await using (var server = AppProcess.Serve(_data.Path))
        {
            await server.ReadyAsync();
            var backup = await AppProcess.RunAsync(["backup", DatabaseOf(_copy), "--Data:Folder", _data.Path]);
            Assert.True(backup.Code == 0, backup.Errors);
            File.Copy(DatabaseOf(_data) + "-wal", DatabaseOf(_copy) + "-wal");
        }

        var log = await File.ReadAllBytesAsync(DatabaseOf(_copy) + "-wal", Stop);
        Assert.NotEmpty(log);

        var refused = await AppProcess.RunAsync(["restore", DatabaseOf(_copy), "--Data:Folder", _other.Path]);
        Assert.Equal(1, refused.Code);
        Assert.Contains("that is not of it: move it away", refused.Errors, StringComparison.Ordinal);
        var verify = await VerifyAsync(_copy);
        Assert.True(verify.Code == 0, verify.Errors);
        Assert.Contains("Log: sound; one that was not of this database lay beside it", verify.Output, StringComparison.Ordinal);
        Assert.Equal(log, await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(_copy.Path, "*-replaced-*-wal")), Stop));
    }

    [Fact]
    public async Task LogWithoutADatabase_WhereOneIsRestored_IsKeptAside()
    {
        await using var database = await TestDatabase.CreateAsync();
        var backup = await AppProcess.RunAsync(["backup", DatabaseOf(_copy), "--Data:Folder", database.Folder]);
        Assert.True(backup.Code == 0, backup.Errors);
        await File.WriteAllTextAsync(DatabaseOf(_other) + "-wal", "of a database that is gone", Stop);

        var restore = await AppProcess.RunAsync(["restore", DatabaseOf(_copy), "--Data:Folder", _other.Path]);

        Assert.True(restore.Code == 0, restore.Errors);
        var aside = Assert.Single(Directory.GetFiles(_other.Path, "*-replaced-*-wal"));
        Assert.Contains(aside, restore.Output, StringComparison.Ordinal);
        Assert.Equal("of a database that is gone", await File.ReadAllTextAsync(aside, Stop));
        Assert.Equal(0, (await VerifyAsync(_other)).Code);
    }

    private static string DatabaseOf(TestFolder folder) => folder.File("defensecoop.db");

    private static void Copy(TestFolder from, TestFolder to, params string[] endings)
    {
        foreach (var ending in endings) File.Copy(DatabaseOf(from) + ending, DatabaseOf(to) + ending);
    }

    private static Task<(int Code, string Output, string Errors)> VerifyAsync(TestFolder folder) =>
        AppProcess.RunAsync(["verify", "--Data:Folder", folder.Path]);
}
