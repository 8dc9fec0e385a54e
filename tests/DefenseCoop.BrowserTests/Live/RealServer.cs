using DefenseCoop.Tests.Hosting;
using Xunit;

namespace DefenseCoop.BrowserTests.Live;

/// <summary>The product as a process of its own, which can be stopped, frozen, killed and started again at its address.</summary>
public sealed class RealServer : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("defensecoop-process-").FullName;
    private AppProcess? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{AppProcess.FreePort()}/");

    public async ValueTask InitializeAsync() => await StartAsync();

    public async Task StartAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        _process = AppProcess.ServeAt(Address, _folder, "--Access:AnonymousRead", "true", "--Limits:ConnectionsPerMinute", "10000");
        await _process.ReadyAsync();
    }

    /// <summary>Sends a signal: TERM, KILL, STOP or CONT.</summary>
    public void Signal(string name) => _process!.Signal(name);

    public Task EndedAsync() => _process!.EndedAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
