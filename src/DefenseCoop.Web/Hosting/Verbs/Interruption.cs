using System.Runtime.InteropServices;

namespace DefenseCoop.Web.Hosting.Verbs;

/// <summary>Turns Ctrl+C and a request to terminate into a cancellation, so that a verb ends where its data is whole.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interruption() => _signals = [Register(PosixSignal.SIGINT), Register(PosixSignal.SIGTERM)];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        // The second time the process ends at once, as everywhere.
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    });
}
