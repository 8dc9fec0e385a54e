using DefenseCoop.Data.Storage;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

public sealed class SettingsTests
{
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "Database:Provider", "PostgreSql", "this version does not run on yet: write Sqlite" },
        { "Database:Provider", "Oracle", "is \"Oracle\": write Sqlite" },
        { "Database:Provider", "", "is \"\": write Sqlite" },
        { "Database:Providr", "Sqlite", "is not known: Database has Provider" },
        { "Data:Folder", " ", "It is empty: give it a value" },
        { "Data:Folder", "a\0b", "is no path" },
        { "Data:Path", "x", "is not known: Data has Folder" },
        { "Starter:File", "", "It is empty: give it a value" },
        { "Starter:File:Name", "x", "write one value" },
        { "ConnectionStrings:DefenseCoop", "Server=db", "connection string is broken" },
        { "ConnectionStrings:DefenseCoop", "Data Source=:memory:", "names no file: write \"Data Source=" },
        { "ConnectionStrings:DefenseCoop", "", "It is empty: give it a value" },
        { "Circuits:CompressMessages", "perhaps", "write true or false" },
        { "urls", "localhost", "write for example http://localhost:5080" },
        { "urls", "ftp://localhost:21", "write for example http://localhost:5080" },
        { "urls", "http://localhost:80000", "write for example http://localhost:5080" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Read_OneMistake_NamesTheSettingAndTheRemedy(string name, string value, string remedy)
    {
        var mistake = Assert.Throws<StartupException>(() => AppSettings.Read(Configuration((name, value))));

        Assert.StartsWith("A setting is wrong:", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(name.Replace(":Name", "", StringComparison.Ordinal), mistake.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NothingSet_IsADataFolderBesideTheProgram()
    {
        var settings = AppSettings.Read(Configuration());

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "data", "defensecoop.db"), settings.Database.DatabasePath);
        Assert.False(settings.Limits.CompressMessages);
    }

    [Theory]
    [InlineData("Data:Folder", "../there", "../there/defensecoop.db")]
    [InlineData("Data:Folder", "/srv/there", "/srv/there/defensecoop.db")]
    [InlineData("ConnectionStrings:DefenseCoop", "Data Source=there/my.db", "there/my.db")]
    public void Read_APath_IsRelativeToTheProgram(string name, string value, string path)
    {
        var settings = AppSettings.Read(Configuration((name, value), ("Database:Provider", "sqlite")));

        Assert.Equal(Path.GetFullPath(path, AppContext.BaseDirectory), settings.Database.DatabasePath);
    }

    [Fact]
    public async Task Start_SeveralMistakes_NamesThemAllAndTouchesNothing()
    {
        using var folder = new TestFolder();
        var data = folder.File("data");

        var (code, output, errors) = await AppProcess.RunAsync(
            ["--Data:Folder", data, "--Data:Foldr=x", "--urls=nonsense"], ("Database__Provider", "PostgreSql"));

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith("3 settings are wrong:", errors, StringComparison.Ordinal);
        Assert.All(["Data:Foldr", "urls", "Database:Provider"], name => Assert.Contains(name, errors, StringComparison.Ordinal));
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task Start_LogLevelThatIsNone_NamesTheSection()
    {
        using var folder = new TestFolder();

        var (code, _, errors) = await AppProcess.RunAsync(
            ["--Data:Folder", folder.File("data")], ("Serilog__MinimumLevel__Default", "Loud"));

        Assert.Equal(1, code);
        Assert.Contains("Serilog", errors, StringComparison.Ordinal);
        Assert.Contains("Loud", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SettingsFileThatIsNoJson_NamesTheFileAndThePlace()
    {
        using var folder = new TestFolder();
        AppProcess.Copy(folder.Path);
        await File.WriteAllTextAsync(folder.File("appsettings.json"), "{\n  \"Data\": {\n", TestContext.Current.CancellationToken);

        var (code, output, errors) = await AppProcess.RunCopyAsync(folder.Path);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(folder.File("appsettings.json"), errors, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 2", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("data")));
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value)))
            .Build();
}
