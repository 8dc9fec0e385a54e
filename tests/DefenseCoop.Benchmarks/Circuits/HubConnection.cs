using System.Buffers;
using System.Net.WebSockets;

namespace DefenseCoop.Benchmarks.Circuits;

/// <summary>
/// The WebSocket under a circuit: handshake, pings, whole messages in and out. Compression is not offered, so that
/// the managed heap is measured as the design's reference figures were.
/// </summary>
internal sealed class HubConnection : IAsyncDisposable
{
    private static readonly TimeSpan s_pingEvery = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _closing = new();
    private readonly ArrayBufferWriter<byte> _received = new(4096);

    public static async Task<HubConnection> OpenAsync(Uri address, string origin, string cookies, CancellationToken cancel)
    {
        var hub = new HubConnection();
        try
        {
            hub._socket.Options.SetRequestHeader("Origin", origin);
            if (cookies.Length > 0)
                hub._socket.Options.SetRequestHeader("Cookie", cookies);
            await hub._socket.ConnectAsync(address, cancel);
            await hub._socket.SendAsync(BlazorPack.Handshake, WebSocketMessageType.Text, true, cancel);
            BlazorPack.ReadHandshake((await hub.MessageAsync(cancel)).Span);
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    public Task CallAsync(string? invocationId, string target, params object?[] arguments) =>
        SendAsync(BlazorPack.Call(invocationId, target, arguments));

    /// <summary>Hands every message to <paramref name="handle"/> until the connection ends.</summary>
    public async Task ReceiveAsync(Func<HubMessage, Task> handle)
    {
        var pinging = PingAsync();
        try
        {
            while (true)
            {
                foreach (var message in BlazorPack.Read(await MessageAsync(_closing.Token)))
                    await handle(message);
            }
        }
        finally
        {
            await _closing.CancelAsync();
            await pinging.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _socket.Abort();
        _socket.Dispose();
    }

    private async Task<ReadOnlyMemory<byte>> MessageAsync(CancellationToken cancel)
    {
        _received.ResetWrittenCount();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_received.GetMemory(4096), cancel);
            if (part.MessageType == WebSocketMessageType.Close)
                throw new InvalidDataException($"The server closed the socket: {_socket.CloseStatusDescription}");

            _received.Advance(part.Count);
        }
        while (!part.EndOfMessage);

        return _received.WrittenMemory;
    }

    private async Task SendAsync(byte[] frame)
    {
        await _sending.WaitAsync(_closing.Token);
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Binary, true, _closing.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(s_pingEvery);
        while (await timer.WaitForNextTickAsync(_closing.Token))
            await SendAsync(BlazorPack.Ping);
    }
}
