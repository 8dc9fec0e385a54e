using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace DefenseCoop.Tests.Hosting;

/// <summary>The built product as a process of its own, as its operator runs it.</summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private AppProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        Collect(process, _output, _errors);
    }

    public Uri Address { get; }

    public IReadOnlyList<string> Output => [.. _output];

    public string Errors => string.Join('\n', _errors);

    public string All => string.Join('\n', _output.Concat(_errors));

    /// <summary>Starts it with these arguments and environment variables, in a folder that is not its own.</summary>
    public static AppProcess Start(string[] arguments, params (string Name, string? Value)[] environment) =>
        new(Launch(arguments, environment), new Uri("http://localhost"));

    /// <summary>Starts it on a free port; it may not be answering yet.</summary>
    public static AppProcess Serve(string dataFolder, params string[] arguments) =>
        ServeAt(new Uri($"http://127.0.0.1:{FreePort()}"), dataFolder, arguments);

    /// <summary>Starts it at an address of its own, as an operator starts it again; it may not be answering yet.</summary>
    public static AppProcess ServeAt(Uri address, string dataFolder, params string[] arguments) =>
        new(Launch(["--urls", address.GetLeftPart(UriPartial.Authority), "--Data:Folder", dataFolder, .. arguments], []), address);

    /// <summary>Starts it in Development, with its demonstration accounts, where it was before.</summary>
    public static AppProcess Develop(Uri address, string dataFolder, params string[] arguments) => new(
        Launch(
            ["--urls", address.GetLeftPart(UriPartial.Authority), "--Data:Folder", dataFolder, .. arguments],
            [("ASPNETCORE_ENVIRONMENT", "Development")]),
        address);

    /// <summary>Ends it as a failing machine does: it gets to do nothing more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string[] arguments, params (string Name, string? Value)[] environment)
    {
        await using var app = Start(arguments, environment);
        return (await app.EndedAsync(), string.Join('\n', app.Output), app.Errors);
    }

    public async Task<int> EndedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The product did not end. It said:\n{All}");
        }

        return _process.ExitCode;
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync()
    {
        var waited = Stopwatch.StartNew();
        using var http = NewClient();
        while (true)
        {
            Assert.False(_process.HasExited, $"The product ended instead of starting. It said:\n{All}");
            Assert.True(waited.Elapsed < Patience, $"The product did not become ready. It said:\n{All}");
            try
            {
                using var answer = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits for a line of output.</summary>
    public async Task<string> LineAsync(Func<string, bool> isWanted)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (_output.FirstOrDefault(isWanted) is { } line) return line;
            Assert.True(waited.Elapsed < Patience, $"The product never said it. It said:\n{All}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public HttpClient NewClient() => new() { BaseAddress = Address };

    /// <summary>Sends the signal of Ctrl+C (INT) or of a service manager (TERM).</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    /// <summary>Runs a copy of the program, which may be maltreated, to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunCopyAsync(string folder)
    {
        await using var app = new AppProcess(Launch([], [], folder), new Uri("http://localhost"));
        return (await app.EndedAsync(), string.Join('\n', app.Output), app.Errors);
    }

    /// <summary>Copies what the program needs to read its settings.</summary>
    public static void Copy(string folder)
    {
        string[] patterns =
        [
            "DefenseCoop.*.dll", "DefenseCoop.Web.runtimeconfig.json", "Serilog*.dll",
            "System.*.dll", "Spectre*.dll", "Microsoft.E*.dll", "Microsoft.Data*.dll", "SQLite*.dll",
        ];
        foreach (var file in patterns.SelectMany(p => Directory.EnumerateFiles(AppContext.BaseDirectory, p)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    private static Process Launch(string[] arguments, (string Name, string? Value)[] environment, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(folder ?? AppContext.BaseDirectory, "DefenseCoop.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment.Remove("ASPNETCORE_URLS");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static void Collect(Process process, ConcurrentQueue<string> output, ConcurrentQueue<string> errors)
    {
        process.OutputDataReceived += (_, e) => Add(output, e.Data);
        process.ErrorDataReceived += (_, e) => Add(errors, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        static void Add(ConcurrentQueue<string> lines, string? line)
        {
            if (line is not null) lines.Enqueue(line);
        }
    }
}
