using System.Diagnostics;
using System.Text;

namespace DefenseCoop.Benchmarks.Server;

/// <summary>
/// A started program whose output is drained and whose end is ours to bring about. Only the tail of the output is
/// kept, and as bytes: splitting thousands of request log lines a second would compete with what is measured.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int TailBytes = 8192;

    private readonly Process _process;
    private readonly MemoryStream _tail = new();
    private readonly Task _drained;

    private ChildProcess(Process process)
    {
        _process = process;
        _drained = Task.WhenAll(
            DrainAsync(process.StandardOutput.BaseStream), DrainAsync(process.StandardError.BaseStream));
    }

    public bool HasExited => _process.HasExited;

    public static ChildProcess Start(
        string file, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Runs a program to its end; anything but success is an exception with the program's last words.</summary>
    public static async Task RunAsync(
        string file,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string?> environment,
        CancellationToken cancel)
    {
        await using var child = Start(file, arguments, folder, environment);
        await child._process.WaitForExitAsync(cancel);
        if (child._process.ExitCode != 0)
            throw await child.FailureAsync($"{Path.GetFileName(file)} ended with code {child._process.ExitCode}");
    }

    public async Task<InvalidOperationException> FailureAsync(string what)
    {
        if (HasExited)
            await _drained;

        lock (_tail)
            return new InvalidOperationException($"{what}. It said last:\n{Encoding.UTF8.GetString(_tail.ToArray())}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        await _process.WaitForExitAsync();
        await _drained;
        _process.Dispose();
    }

    private async Task DrainAsync(Stream output)
    {
        var buffer = new byte[65536];
        int read;
        while ((read = await output.ReadAsync(buffer)) > 0)
        {
            lock (_tail)
            {
                if (_tail.Length > TailBytes)
                    _tail.SetLength(0);
                _tail.Write(buffer.AsSpan(Math.Max(0, read - TailBytes), Math.Min(read, TailBytes)));
            }
        }
    }
}
