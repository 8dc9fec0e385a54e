using System.Diagnostics;
using System.Net;
using System.Threading.Channels;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Data.Verification;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Hosting;
using DefenseCoop.Tests.Storage;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace DefenseCoop.Tests.Reliability;

/// <summary>
/// The server is killed over and over while people write: whatever
/// they were told is saved, is saved, and nothing is half there.
/// </summary>
public sealed class KillTests
{
    private const int Kills = 30;
    private const int Clients = 8;
    private const int Seed = 20261125;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_KilledThirtyTimesWhileEightWrite_KeepsWhatItAcknowledged()
    {
        using var folder = new TestFolder();
        var address = new Uri($"http://127.0.0.1:{AppProcess.FreePort()}");
        var codes = await PrepareAsync(folder);
        await using var server = new Life(address, folder.Path);
        await server.StartAsync();
        using var editor = await SignInAsync(address);
        using var end = new CancellationTokenSource();
        var told = Channel.CreateUnbounded<int>();
        var clients = codes.Select((code, i) => new Client(editor.Steal(), server, code, i, told.Writer)).ToList();
        var writing = Task.WhenAll(clients.Select(c => Task.Run(() => c.WriteAsync(end.Token), Stop)));
        _ = writing.ContinueWith(w => told.Writer.TryComplete(w.Exception), TaskScheduler.Default);

        var random = new Random(Seed);
        List<TimeSpan> starts = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            // What the server before acknowledged at its end does not count.
            while (told.Reader.TryRead(out _))
            {
            }

            // Right after one was told that it is saved; the others are somewhere in the middle.
            for (var left = random.Next(1, 16); left > 0; left--) await told.Reader.ReadAsync(Stop);
            await server.KillAsync();
            starts.Add(await server.StartAsync());
        }

        await end.CancelAsync();
        await writing;
        await server.KillAsync();
        foreach (var client in clients) client.Dispose();
        await CheckAsync(folder, clients);
        starts.Sort();
        // Told, and not asserted: how long a start takes depends on what else the machine does, and is benchmarked.
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{clients.Sum(c => c.Acknowledged.Count)} acknowledged, {clients.Sum(c => c.Unanswered)} unanswered; starts took "
                + $"{starts[0].TotalSeconds:0.00} to {starts[^1].TotalSeconds:0.00} s, median {starts[Kills / 2].TotalSeconds:0.00} s");
    }

    private static async Task CheckAsync(TestFolder folder, List<Client> clients)
    {
        await using var services = TestDatabase.NewServices(
            new DatabaseOptions { ConnectionString = $"Data Source={folder.File(SqliteSource.FileName)};Pooling=False" });
        var report = await services.GetRequiredService<HistoryVerification>().RunAsync(null, null, Stop);
        Assert.All(report.Results, r => Assert.Null(r.Problem));
        await using var db = await services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(Stop);
        foreach (var client in clients)
        {
            var titles = await db.Set<Dictionary<string, object>>(HistoryTables.NameOf("Milestones"))
                .Where(h => (string)h["Code"] == client.Code)
                .OrderBy(h => h[HistoryTables.ValidFrom])
                .Select(h => (string)h["Title"])
                .ToListAsync(Stop);
            var written = titles.Where(t => t.StartsWith(Client.Mark, StringComparison.Ordinal)).Select(Client.Number).ToList();

            Assert.Equal(written.Order(), written);
            Assert.Empty(client.Acknowledged.Except(written));
            Assert.True(written.Count <= client.Acknowledged.Count + client.Unanswered, "More was saved than was sent.");
        }
    }

    /// <returns>Codes of milestones, one for each client.</returns>
    private static async Task<List<string>> PrepareAsync(TestFolder folder)
    {
        await using var services = TestDatabase.NewServices(
            new DatabaseOptions { ConnectionString = $"Data Source={folder.File(SqliteSource.FileName)};Pooling=False" });
        await services.GetRequiredService<DatabasePreparation>().PrepareAsync(Stop);
        await using var db = await services.GetRequiredService<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(Stop);
        return await db.Milestones.OrderBy(m => m.Id).Take(Clients).Select(m => m.Code).ToListAsync(Stop);
    }

    private static async Task<Browser> SignInAsync(Uri address)
    {
        var browser = new Browser(address);
        var page = await browser.GetAsync(AccountUrls.SignInPath);
        var answer = await browser.PostAsync(AccountUrls.DemonstrationPath, (Browser.TokenField, page.Token()), ("role", "Editor"));
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        return browser;
    }

    /// <summary>The server, which dies and comes back at one address.</summary>
    private sealed class Life(Uri address, string folder) : IAsyncDisposable
    {
        private AppProcess? _process;
        private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Done while it answers.</summary>
        public Task Ready => Volatile.Read(ref _ready).Task;

        public async Task<TimeSpan> StartAsync()
        {
            var started = Stopwatch.StartNew();
            _process = AppProcess.Develop(address, folder, "--Serilog:MinimumLevel:Default=Error");
            await _process.ReadyAsync();
            var taken = started.Elapsed;
            _ready.SetResult();
            return taken;
        }

        public async Task KillAsync()
        {
            Volatile.Write(ref _ready, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            await _process!.KillAsync();
            await DisposeAsync();
        }

        /// <summary>Ends it also where the test fails.</summary>
        public async ValueTask DisposeAsync()
        {
            if (_process is { } running) await running.DisposeAsync();
            _process = null;
        }
    }

    /// <summary>One person who changes one milestone over and over, and remembers what was acknowledged.</summary>
    private sealed class Client(Browser browser, Life server, string code, int number, ChannelWriter<int> told) : IDisposable
    {
        public const string Mark = "Written as number ";

        private readonly List<int> _acknowledged = [];
        private int _unanswered;

        public string Code => code;

        public IReadOnlyList<int> Acknowledged
        {
            get
            {
                lock (_acknowledged) return [.. _acknowledged];
            }
        }

        /// <summary>Saves of which it never learned whether they were made.</summary>
        public int Unanswered => _unanswered;

        public static int Number(string title) =>
            int.Parse(title[Mark.Length..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

        public async Task WriteAsync(CancellationToken end)
        {
            for (var count = 1; !end.IsCancellationRequested; count++)
            {
                await server.Ready.WaitAsync(Stop);
                var isSent = false;
                try
                {
                    var form = await EditForm.OpenAsync(browser, code);
                    isSent = true;
                    var answer = await form.SaveAsync($"{Mark}{count} by client {number}");
                    Assert.True(
                        answer.Status == HttpStatusCode.Found, $"{answer.Status}: {answer.Document().QuerySelector("main")?.TextContent}");
                    lock (_acknowledged) _acknowledged.Add(count);
                    told.TryWrite(number);
                }
                catch (Exception e) when (e is HttpRequestException or IOException)
                {
                    if (isSent) _unanswered++;
                }
            }
        }

        public void Dispose() => browser.Dispose();
    }
}
