using System.Text.Json;
using Microsoft.Playwright;

namespace DefenseCoop.Benchmarks.Measures;

/// <summary>
/// Listens to the browser's DevTools protocol, because only its network layer knows the encoded sizes; scripts in
/// the page see neither headers nor what a module import loaded.
/// </summary>
internal sealed class NetworkTraffic : IAsyncDisposable
{
    private readonly ICDPSession _session;
    private readonly Dictionary<string, LoadedResponse> _responses = [];

    private NetworkTraffic(ICDPSession session) => _session = session;

    public IReadOnlyList<LoadedResponse> Responses
    {
        get
        {
            lock (_responses)
                return [.. _responses.Values];
        }
    }

    public double SocketBytes { get; private set; }

    public static async Task<NetworkTraffic> WatchAsync(IPage page)
    {
        var traffic = new NetworkTraffic(await page.Context.NewCDPSessionAsync(page));
        traffic.On("Network.responseReceived", traffic.AddResponse);
        traffic.On("Network.loadingFinished", traffic.AddBytes);
        traffic.On("Network.webSocketFrameReceived", traffic.AddFrame);
        await traffic._session.SendAsync("Network.enable");
        return traffic;
    }

    public async ValueTask DisposeAsync() => await _session.DetachAsync();

    private void On(string name, Action<JsonElement> handle) => _session.Event(name).OnEvent += (_, parameters) =>
    {
        if (parameters is not { } details)
            return;

        lock (_responses)
            handle(details);
    };

    private void AddResponse(JsonElement details)
    {
        var response = details.GetProperty("response");
        var address = new Uri(response.GetProperty("url").GetString()!);
        var headers = response.GetProperty("headers").Deserialize<Dictionary<string, string>>()!;
        _responses[Id(details)] = new LoadedResponse(
            address, response.GetProperty("status").GetInt32(), details.GetProperty("type").GetString()!, headers);
    }

    private void AddBytes(JsonElement details)
    {
        if (_responses.TryGetValue(Id(details), out var response))
            response.Bytes += details.GetProperty("encodedDataLength").GetDouble();
    }

    /// <summary>Binary payloads are reported in Base64: four characters for three bytes.</summary>
    private void AddFrame(JsonElement details) =>
        SocketBytes += details.GetProperty("response").GetProperty("payloadData").GetString()!.Length * 0.75;

    private static string Id(JsonElement details) => details.GetProperty("requestId").GetString()!;
}
