using System.Buffers.Binary;
using System.Net.Sockets;

/// <summary>
/// Loaded into the measured process by the runtime (DOTNET_STARTUP_HOOKS), which demands this very name and no
/// namespace. It answers every connection to a local socket with the managed bytes alive after a full collection,
/// so the product needs no endpoint for it. Uses nothing beyond the base library: it must not bring
/// this program's packages into the product's process.
/// </summary>
internal static class StartupHook
{
    internal const string SocketVariable = "DEFENSECOOP_HEAP_SOCKET";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketVariable) is not { Length: > 0 } path)
            return;

        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true, Name = "Heap probe" }.Start();
    }

    private static void Answer(Socket listener)
    {
        Span<byte> bytes = stackalloc byte[8];
        while (true)
        {
            using var caller = listener.Accept();
            BinaryPrimitives.WriteInt64LittleEndian(bytes, MeasureLiveBytes());
            caller.Send(bytes);
        }
    }

    /// <summary>Twice, because the first collection only queues what has a finalizer.</summary>
    private static long MeasureLiveBytes()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
