using System.Diagnostics;
using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.Operations.Backups;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace DefenseCoop.Tests.Backups;

public sealed class ScheduledBackupTests
{
    private readonly FixedClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunIfDue_DayAfterDay_KeepsSoManyAndTouchesNothingElse()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TestFolder();
        var (backups, state) = New(database, folder.File("backups"), keep: 2);
        Directory.CreateDirectory(folder.File("backups"));
        string[] others =
        [
            "defensecoop-20200101-000000.db.txt", "defensecoop-2020-01-01.db",
            "another-20200101-000000.db", "defensecoop-20209901-000000.db",
        ];
        foreach (var other in others) await File.WriteAllTextAsync(Path.Combine(folder.File("backups"), other), "mine", Stop);

        Assert.True(await backups.RunIfDueAsync(Stop));
        Assert.False(await backups.RunIfDueAsync(Stop));
        for (var day = 1; day <= 3; day++)
        {
            _clock.MoveTo(FixedClock.Start.AddDays(day).AddSeconds(-1));
            Assert.False(await backups.RunIfDueAsync(Stop));
            _clock.MoveTo(FixedClock.Start.AddDays(day));
            Assert.True(await backups.RunIfDueAsync(Stop));
        }

        string[] expected = ["defensecoop-20261125-120000.db", "defensecoop-20261126-120000.db", .. others];
        Assert.Equal(expected.Order(), Directory.GetFiles(folder.File("backups")).Select(Path.GetFileName).Order());
        Assert.Null(state.LastTry!.Problem);
        Assert.Equal("defensecoop-20261126-120000.db", Path.GetFileName(state.Newest!.File));
        Assert.Equal(FixedClock.Start.AddDays(4).UtcDateTime, state.Next(_clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task RunIfDue_AfterAFailure_SaysWhyKeepsTheOldAndTriesAgainWithinTheHour()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var folder = new TestFolder();
        var (backups, state) = New(database, folder.Path, keep: 1);
        await backups.RunIfDueAsync(Stop);
        await PreparationTests.CloseAsync(database);
        var sound = await File.ReadAllBytesAsync(database.Path, Stop);
        await BackupTests.DamageAsync(database.Path);
        _clock.MoveTo(FixedClock.Start.AddDays(1));

        Assert.True(await backups.RunIfDueAsync(Stop));

        Assert.Contains("damaged", state.LastTry!.Problem, StringComparison.Ordinal);
        Assert.Equal([folder.File("defensecoop-20261123-120000.db")], Directory.GetFiles(folder.Path));
        Assert.False(await backups.RunIfDueAsync(Stop));
        await File.WriteAllBytesAsync(database.Path, sound, Stop);
        _clock.MoveTo(FixedClock.Start.AddDays(1).AddHours(1));
        Assert.True(await backups.RunIfDueAsync(Stop));
        Assert.Null(state.LastTry!.Problem);
        Assert.Equal([folder.File("defensecoop-20261124-130000.db")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Server_WithAFolder_BacksItselfUpAndTellsAdministrators()
    {
        using var folder = new TestFolder();
        await using var target = new LiveProduct { Settings = new() { ["Backup:Folder"] = folder.Path } };
        using var administrator = await target.NewPersonAsync("admin", Roles.Administrator);
        var waited = Stopwatch.StartNew();
        while (target.Get<BackupState>().LastTry is null)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "No backup was made.");
            await Task.Delay(20, Stop);
        }

        var page = (await administrator.GetAsync(AccountUrls.System)).Document();

        var facts = page.QuerySelectorAll("dl.facts dt").ToDictionary(t => t.TextContent, t => t.NextElementSibling!.TextContent);
        Assert.Equal($"Every 24 h to {folder.Path}, of which 14 are kept", facts["Schedule"]);
        Assert.StartsWith("defensecoop-20261123-120000.db, 23 Nov 2026, 12:00 UTC, ", facts["Newest"], StringComparison.Ordinal);
        Assert.Equal("23 Nov 2026, 12:00 UTC: made and checked", facts["Last try"]);
        Assert.Equal("24 Nov 2026, 12:00 UTC", facts["Next"]);
        Assert.Matches("^[0-9a-f]{64}$", facts["Its hash"]);
        Assert.StartsWith("1, ", facts["Newest change set"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Backup:EveryHours", "0", "write a whole number from 1 to 8760")]
    [InlineData("Backup:Keep", "none", "write a whole number from 1 to 10000")]
    [InlineData("Backup:Foldr", "/backups", "is not known: Backup has Folder, EveryHours, Keep")]
    public void Settings_Wrong_AreNamedWithTheRemedy(string name, string value, string remedy)
    {
        var mistake = Assert.Throws<Data.Storage.StartupException>(() => AppSettings.Read(Configuration((name, value))));

        Assert.Contains(name, mistake.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_NoFolder_MeanNoBackups()
    {
        Assert.Equal(new BackupSettings(null, 24, 14), AppSettings.Read(Configuration()).Backup);
        Assert.Null(AppSettings.Read(Configuration(("Backup:Folder", ""))).Backup.Folder);
        Assert.Null(new BackupState(AppSettings.Read(Configuration())).Next(FixedClock.Start.UtcDateTime));
    }

    private (ScheduledBackups Backups, BackupState State) New(TestDatabase database, string folder, int keep)
    {
        var settings = AppSettings.Read(Configuration(("Backup:Folder", folder), ("Backup:Keep", $"{keep}")));
        var state = new BackupState(settings);
        return (
            new ScheduledBackups(
                settings, database.Services.GetRequiredService<IDatabase>(), state, _clock, NullLogger<ScheduledBackups>.Instance),
            state);
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value)))
            .Build();
}
