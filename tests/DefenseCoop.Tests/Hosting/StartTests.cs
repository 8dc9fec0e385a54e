using System.Net;
using System.Net.Sockets;
using DefenseCoop.Tests.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

/// <summary>Starts that must end in one clear message, and starts that must succeed.</summary>
public sealed class StartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serve_FreshThenAgain_LoadsOnceAndSaysWhereToLook()
    {
        using var folder = new TestFolder();
        await using (var first = AppProcess.Serve(folder.Path))
        {
            await first.ReadyAsync();
            Assert.Contains(first.Output, line => line.Contains("Loaded the starter data", StringComparison.Ordinal));
            first.Signal("TERM");
            Assert.Equal(0, await first.EndedAsync());
        }

        var before = await CountAsync(folder);
        await using var second = AppProcess.Serve(folder.Path);
        var line = await second.LineAsync(l => !l.StartsWith('{'));

        Assert.Equal($"DefenseCoop is ready: {second.Address.GetLeftPart(UriPartial.Authority)}", line);
        Assert.DoesNotContain(second.Output, l => l.Contains("Loaded", StringComparison.Ordinal));
        Assert.Equal(before, await CountAsync(folder));
        Assert.True(before > 30);
    }

    [Fact]
    public async Task Serve_TwoAtOnceOnAFreshFolder_BothBecomeReadyAndOneLoads()
    {
        using var folder = new TestFolder();
        await using var one = AppProcess.Serve(folder.Path);
        await using var two = AppProcess.Serve(folder.Path);

        await Task.WhenAll(one.ReadyAsync(), two.ReadyAsync());

        Assert.Single(one.Output.Concat(two.Output), l => l.Contains("Loaded the starter data", StringComparison.Ordinal));
        using var http = two.NewClient();
        using var page = await http.GetAsync("/initiatives", Stop);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Serve_AddressFromTheEnvironment_IsUsed()
    {
        using var folder = new TestFolder();
        var address = $"http://127.0.0.1:{AppProcess.FreePort()}";
        await using var app = AppProcess.Start([], ("ASPNETCORE_URLS", address), ("Data__Folder", folder.Path));

        Assert.Equal($"DefenseCoop is ready: {address}", await app.LineAsync(l => !l.StartsWith('{')));
    }

    [Fact]
    public async Task Serve_PortInUse_NamesTheAddress()
    {
        using var folder = new TestFolder();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        await RefusedAsync(["--urls", address, "--Data:Folder", folder.Path], address, "--urls");
    }

    [Fact]
    public async Task Serve_BrokenStarterFile_ChangesNothing()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.File("broken.json"), "{ \"initiatives\": ", Stop);

        await RefusedAsync(
            ["--Data:Folder", folder.File("data"), "--Starter:File", folder.File("broken.json")],
            folder.File("broken.json"), "Starter:File");

        Assert.False(Directory.Exists(folder.File("data")));
    }

    [Fact]
    public async Task Serve_DataFolderThatIsAFile_NamesIt()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.File("data"), "a file", Stop);

        await RefusedAsync(["--Data:Folder", folder.File("data")], folder.File("data"), "settings");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("seed")]
    public async Task AnyVerb_NewerDatabase_ChangesNothing(string verb)
    {
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.ExecuteAsync(database, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_Future', '99.0');");
        await PreparationTests.CloseAsync(database);
        var before = await File.ReadAllBytesAsync(database.Path, Stop);

        await RefusedAsync([verb, "--Data:Folder", database.Folder], "99990101000000_Future", "newer version");

        Assert.Equal(before, await File.ReadAllBytesAsync(database.Path, Stop));
    }

    /// <summary>What a developer types; development checks more of what is put together.</summary>
    [Theory]
    [InlineData("migrate")]
    [InlineData("seed", "--initiatives", "1")]
    [InlineData("verify")]
    public async Task AnyVerb_InDevelopment_Works(params string[] verb)
    {
        await using var database = await TestDatabase.CreateAsync();
        await PreparationTests.CloseAsync(database);

        var (code, output, errors) = await AppProcess.RunAsync(
            [.. verb, "--Data:Folder", database.Folder], ("ASPNETCORE_ENVIRONMENT", "Development"));

        Assert.True(code == 0, errors + output);
    }

    private static async Task RefusedAsync(string[] arguments, params string[] words)
    {
        var (code, output, errors) = await AppProcess.RunAsync(arguments);
        Assert.Equal(1, code);
        Assert.All(words, word => Assert.Contains(word, errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", errors + output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", errors + output, StringComparison.Ordinal);
    }

    private static async Task<long> CountAsync(TestFolder folder)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.File("defensecoop.db")};Pooling=False");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM Initiatives";
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}
