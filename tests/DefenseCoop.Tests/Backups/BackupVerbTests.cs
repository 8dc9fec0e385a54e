using System.Net;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Storage;
using Xunit;

namespace DefenseCoop.Tests.Backups;

/// <summary>The verbs as an operator runs them, beside a server and without one.</summary>
public sealed class BackupVerbTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verbs_OneAfterTheOther_SaveProveAndBringBack()
    {
        using var folder = new TestFolder();
        using var backups = new TestFolder();
        var (data, file) = (folder.Path, backups.File("one.db"));
        await using (var server = AppProcess.Serve(data))
        {
            await server.ReadyAsync();

            var backup = await AppProcess.RunAsync(["backup", file, "--Data:Folder", data]);
            Assert.True(backup.Code == 0, backup.Errors);
            Assert.Matches(
                $@"The database was backed up to {file} \([0-9.]+ MB\), and the copy is sound\. "
                    + @"Its newest change set is 1 of .* UTC, with the hash [0-9a-f]{64}\.",
                backup.Output);
            var hash = backup.Output.TrimEnd('.')[^64..];
            var verify = await AppProcess.RunAsync(["verify", "--head", hash, "--Data:Folder", data]);
            Assert.True(verify.Code == 0, verify.Errors);
            Assert.Contains("All is well.", verify.Output, StringComparison.Ordinal);
            Assert.Contains("Noted hash: sound", verify.Output, StringComparison.Ordinal);

            var again = await AppProcess.RunAsync(["backup", file, "--Data:Folder", data]);
            Assert.Equal(1, again.Code);
            Assert.Contains("exists already", again.Errors, StringComparison.Ordinal);
            var refused = await AppProcess.RunAsync(["restore", file, "--Data:Folder", data]);
            Assert.Equal(1, refused.Code);
            Assert.Contains("in use by a server", refused.Errors, StringComparison.Ordinal);
            server.Signal("TERM");
            Assert.Equal(0, await server.EndedAsync());
        }

        var restore = await AppProcess.RunAsync(["restore", file, $"--Data:Folder={data}"]);
        Assert.True(restore.Code == 0, restore.Errors);
        Assert.Contains("The one that was there lies in", restore.Output, StringComparison.Ordinal);
        await using var next = AppProcess.Serve(data, "--Access:AnonymousRead=true");
        await next.ReadyAsync();
        using var http = next.NewClient();
        using var page = await http.GetAsync("/initiatives", Stop);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Verify_AlteredHistory_NamesItAndFails()
    {
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.ExecuteAsync(database, "UPDATE ReadingsHistory SET Value = Value + 1 WHERE VersionId = 3");

        var (code, output, errors) = await AppProcess.RunAsync(["verify", "--Data:Folder", database.Folder]);

        Assert.Equal(1, code);
        Assert.Contains("Chain: BROKEN. The change set 1 of", errors, StringComparison.Ordinal);
        Assert.Contains("Current rows: BROKEN. The row of Readings (Id 3)", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("All is well", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("backup one.db")]
    public async Task Verb_WithoutDatabase_SaysSoAndCreatesNone(string verb)
    {
        using var folder = new TestFolder();

        var (code, _, errors) = await AppProcess.RunAsync([.. verb.Split(' '), "--Data:Folder", folder.Path]);

        Assert.Equal(1, code);
        Assert.Contains("There is no database", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
