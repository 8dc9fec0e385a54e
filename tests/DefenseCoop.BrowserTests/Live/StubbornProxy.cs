using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace DefenseCoop.BrowserTests.Live;

/// <summary>What stands between reader and server does to circuits.</summary>
public enum Hindrance
{
    RefusesSockets,
    KeepsSocketsWaiting,
    AcceptsSocketsAndIsSilent,
    ClosesSockets,
    ForbidsNegotiation,
    KnowsNoNegotiation,
    FailsAtNegotiation,
    KeepsNegotiationWaiting,
    KnowsNothingOfCircuits,
}

/// <summary>A proxy that passes pages on, one request a connection, and hinders circuits.</summary>
internal sealed class StubbornProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Hindrance _hindrance;
    private readonly Uri _server;
    private readonly Task _running;

    public StubbornProxy(Uri server, Hindrance hindrance)
    {
        (_server, _hindrance) = (server, hindrance);
        _listener.Start();
        _running = RunAsync();
    }

    public string Address => $"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _running;
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        List<Task> open = [];
        try
        {
            while (true) open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var reader = client;
        try
        {
            var stream = client.GetStream();
            if (await HeadAsync(stream) is not { } head) return;
            if (Answer(head) is not { } answer) await PassAsync(stream, head);
            else if (answer.Length > 0) await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), _end.Token);
            if (IsKeptOpen(head)) await Task.Delay(Timeout.Infinite, _end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // One of both is gone.
        }
    }

    private bool IsKeptOpen(string head) =>
        (IsSocket(head) && _hindrance is Hindrance.KeepsSocketsWaiting or Hindrance.AcceptsSocketsAndIsSilent)
            || (IsNegotiation(head) && _hindrance == Hindrance.KeepsNegotiationWaiting);

    /// <summary>What the proxy says itself; null for what it passes on.</summary>
    private string? Answer(string head) => _hindrance switch
    {
        Hindrance.RefusesSockets when IsSocket(head) => Status("400 Bad Request"),
        Hindrance.KeepsSocketsWaiting when IsSocket(head) => "",
        Hindrance.ClosesSockets when IsSocket(head) => "",
        Hindrance.AcceptsSocketsAndIsSilent when IsSocket(head) =>
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + Key(head) + "\r\n\r\n",
        Hindrance.ForbidsNegotiation when IsNegotiation(head) => Status("403 Forbidden"),
        Hindrance.KnowsNoNegotiation when IsNegotiation(head) => Status("404 Not Found"),
        Hindrance.FailsAtNegotiation when IsNegotiation(head) => Status("500 Internal Server Error"),
        Hindrance.KeepsNegotiationWaiting when IsNegotiation(head) => "",
        Hindrance.KnowsNothingOfCircuits when Path(head).StartsWith("/_blazor", StringComparison.Ordinal) => Status("404 Not Found"),
        _ => null,
    };

    private async Task PassAsync(NetworkStream reader, string head)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, _server.Port, _end.Token);
        var stream = server.GetStream();
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes(head.Replace("Connection: keep-alive", "Connection: close", StringComparison.OrdinalIgnoreCase)),
            _end.Token);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        var sending = reader.CopyToAsync(stream, done.Token);
        await stream.CopyToAsync(reader, _end.Token);
        reader.Socket.Shutdown(SocketShutdown.Send);
        await done.CancelAsync();
        await sending.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task<string?> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0) return null;
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private static string Path(string head) => head.Split(' ')[1];

    private static bool IsNegotiation(string head) => Path(head).StartsWith("/_blazor/negotiate", StringComparison.Ordinal);

    private static bool IsSocket(string head) => head.Contains("Upgrade: websocket", StringComparison.OrdinalIgnoreCase);

    private static string Status(string status) => $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private static string Key(string head)
    {
        var key = head.Split("\r\n")
            .First(l => l.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)).Split(':', 2)[1].Trim();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
        return Convert.ToBase64String(hash.GetHashAndReset());
    }
}
