using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DefenseCoop.Benchmarks.Server;

/// <summary>The published product, running as a process of its own on a free local port.</summary>
internal sealed class AppServer : IAsyncDisposable
{
    private static readonly TimeSpan s_startTimeout = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;
    private readonly string _heapSocket;

    private AppServer(ChildProcess process, Uri address, string heapSocket) =>
        (_process, Address, _heapSocket) = (process, address, heapSocket);

    public Uri Address { get; }

    /// <summary>Starts the product on a data folder; it may not be answering yet.</summary>
    /// <param name="app">The build to run.</param>
    /// <param name="dataFolder">Where its database lies or will lie.</param>
    /// <param name="heapSocket">Where the heap probe listens; null runs the product without it, as deployed.</param>
    public static AppServer Start(PublishedApp app, string dataFolder, string? heapSocket = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var environment = Environment(dataFolder);
        environment["ASPNETCORE_URLS"] = address.GetLeftPart(UriPartial.Authority);
        if (heapSocket is not null)
        {
            environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            environment[StartupHook.SocketVariable] = heapSocket;
        }

        var process = ChildProcess.Start(app.Executable, [], dataFolder, environment);
        return new AppServer(process, address, heapSocket ?? "");
    }

    /// <summary>Runs one of the product's verbs to its end.</summary>
    public static Task RunVerbAsync(PublishedApp app, string dataFolder, CancellationToken cancel, params string[] verb) =>
        ChildProcess.RunAsync(app.Executable, verb, dataFolder, Environment(dataFolder), cancel);

    /// <summary>Asks for a page until it is answered with success; the pause is short because waiting is what is timed.</summary>
    public async Task AnsweredAsync(string path, CancellationToken cancel)
    {
        using var http = new HttpClient();
        var waited = Stopwatch.StartNew();
        var last = "no connection";
        while (waited.Elapsed < s_startTimeout)
        {
            if (_process.HasExited)
                throw await _process.FailureAsync("The product ended instead of starting");

            try
            {
                using var answer = await http.GetAsync(new Uri(Address, path), cancel);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;

                last = answer.StatusCode.ToString();
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5, cancel);
        }

        throw await _process.FailureAsync($"{path} was not answered within {s_startTimeout.TotalSeconds:0} s ({last})");
    }

    /// <summary>Managed bytes alive in the product after a full collection.</summary>
    public async Task<long> LiveBytesAsync(CancellationToken cancel)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_heapSocket), cancel);
        await using var stream = new NetworkStream(socket);
        var bytes = new byte[8];
        await stream.ReadExactlyAsync(bytes, cancel);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    public Task<InvalidOperationException> FailureAsync(string what) => _process.FailureAsync(what);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    /// <summary>
    /// Whatever the shell has set for its own .NET programs must not change the product's defaults. Anybody may read, and
    /// one machine may ask for as much as many people do.
    /// </summary>
    private static Dictionary<string, string?> Environment(string dataFolder) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["DOTNET_ENVIRONMENT"] = null,
        ["DOTNET_gcServer"] = null,
        ["Access__AnonymousRead"] = "true",
        ["Circuits__MostPerPerson"] = "100000",
        ["Circuits__MostInAll"] = "100000",
        ["Limits__ConnectionsPerMinute"] = "1000000",
        ["Limits__SignInsPerMinute"] = "100000",
        ["Data__Folder"] = dataFolder,
        ["ConnectionStrings__DefenseCoop"] = $"Data Source={Path.Combine(dataFolder, "defensecoop.db")}",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
