using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DefenseCoop.Benchmarks.Circuits;

/// <summary>
/// One analyst's open tab without the browser: a hundred of them fit beside the server on two cores, and
/// the server cannot tell them from blazor.web.js.
/// </summary>
internal sealed class CircuitClient : IAsyncDisposable
{
    private const string StartInvocation = "0";
    private const string NavigateTo = "Blazor._internal.navigationManager.navigateTo";
    private const string Anew = "\"forceLoad\":true";
    private static readonly TimeSpan s_openTimeout = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly InteractivePage _page;
    private readonly HubConnection _hub;
    private readonly TaskCompletionSource<string> _circuitId = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(Func<TabEvent, bool> IsIt, TaskCompletionSource<long> At)> _awaited = [];
    private Task _pump = Task.CompletedTask;

    private CircuitClient(HttpClient http, InteractivePage page, HubConnection hub) =>
        (_http, _page, _hub) = (http, page, hub);

    /// <summary>When the server last sent something: a circuit is settled once this lies back a while.</summary>
    public DateTimeOffset LastHeard { get; private set; } = TimeProvider.System.GetUtcNow();

    public long BatchBytes { get; private set; }

    /// <summary>Gets the page, starts its circuit and returns once the first interactive rendering has arrived.</summary>
    public static async Task<CircuitClient> OpenAsync(HttpClient http, Uri address, string cookies, CancellationToken cancel)
    {
        var page = await InteractivePage.GetAsync(http, address, cookies, cancel);
        var client = new CircuitClient(http, page, await ConnectAsync(http, page, cancel));
        try
        {
            await client.StartAsync(cancel);
            return client;
        }
        catch
        {
            await client._hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>When, by the stopwatch, the next event of a kind happens.</summary>
    public Task<long> NextAsync(Func<TabEvent, bool> isIt)
    {
        var at = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_awaited)
            _awaited.Add((isIt, at));
        return at.Task;
    }

    /// <summary>Throws what ended the circuit, if something did: a dead circuit would look wonderfully small.</summary>
    public void ThrowIfDead()
    {
        if (_pump.IsCompleted)
            throw new InvalidOperationException($"The circuit of {_page.Address} ended early.", _pump.Exception);
    }

    /// <summary>Says goodbye as a closing tab does; without it the server keeps the circuit for minutes.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_pump.IsCompleted && _circuitId.Task.IsCompletedSuccessfully)
        {
            using var goodbye = new HttpRequestMessage(HttpMethod.Post, new Uri(_page.Base, "_blazor/disconnect"))
            {
                Content = new MultipartFormDataContent { { new StringContent(await _circuitId.Task), "circuitId" } },
            };
            AddBrowserHeaders(goodbye, _page);
            using var answer = await _http.SendAsync(goodbye);
            answer.EnsureSuccessStatusCode();
        }

        await _hub.DisposeAsync();
        await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<HubConnection> ConnectAsync(HttpClient http, InteractivePage page, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(page.Base, "_blazor/negotiate?negotiateVersion=1"));
        AddBrowserHeaders(request, page);
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        var negotiated = await answer.Content.ReadFromJsonAsync<JsonObject>(cancel);
        var token = (string?)negotiated?["connectionToken"]
            ?? throw new InvalidDataException("The negotiation gave no connection token.");
        var socket = new UriBuilder(new Uri(page.Base, "_blazor"))
        {
            Scheme = "ws",
            Query = "id=" + Uri.EscapeDataString(token),
        };
        return await HubConnection.OpenAsync(socket.Uri, Origin(page), page.Cookies, cancel);
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        _pump = PumpAsync();
        await _hub.CallAsync(StartInvocation, "StartCircuit", _page.Base.ToString(), _page.Address.ToString(), "[]", "");
        await OrDeadAsync(_circuitId.Task, cancel);
        await _hub.CallAsync(null, "UpdateRootComponents", _page.AddRootComponents(), _page.State);
        await OrDeadAsync(_rendered.Task, cancel);
    }

    private async Task PumpAsync()
    {
        try
        {
            await _hub.ReceiveAsync(AnswerAsync);
        }
        finally
        {
            Happened(new TabEvent(TabEventKind.Closed));
        }
    }

    private void Happened(TabEvent what)
    {
        var at = Stopwatch.GetTimestamp();
        lock (_awaited)
            _awaited.RemoveAll(awaited => awaited.IsIt(what) && awaited.At.TrySetResult(at));
    }

    private async Task OrDeadAsync(Task expected, CancellationToken cancel)
    {
        var first = await Task.WhenAny(expected, _pump).WaitAsync(s_openTimeout, cancel);
        await first;
        if (first != expected)
            ThrowIfDead();
    }

    private async Task AnswerAsync(HubMessage message)
    {
        LastHeard = TimeProvider.System.GetUtcNow();
        switch (message.Target)
        {
            case null when message.InvocationId == StartInvocation:
                if (message.Arguments is [_, string id])
                    _circuitId.SetResult(id);
                else
                    _circuitId.SetException(new InvalidDataException("The server refused to start a circuit."));
                break;
            case "JS.RenderBatch":
                var batch = (ReadOnlyMemory<byte>)message.Arguments[1]!;
                BatchBytes += batch.Length;
                Happened(new TabEvent(TabEventKind.Rendered, batch));
                await _hub.CallAsync(null, "OnRenderCompleted", message.Arguments[0], null);
                _rendered.TrySetResult();
                break;
            case "JS.BeginInvokeJS" when message.Arguments[0] is long handle and not 0:
                var answer = JsAnswers.For(handle, (string)message.Arguments[1]!, (long)message.Arguments[3]!);
                if (message.Arguments is [_, NavigateTo, string arguments, ..] && arguments.Contains(Anew, StringComparison.Ordinal))
                    Happened(new TabEvent(TabEventKind.ToldToLeave));
                await _hub.CallAsync(null, "EndInvokeJSFromDotNet", handle, true, answer);
                break;
            case "JS.Error":
                throw new InvalidOperationException($"The circuit failed: {message.Arguments[0]}");
            default:
                break;
        }
    }

    private static void AddBrowserHeaders(HttpRequestMessage request, InteractivePage page)
    {
        request.Headers.Add("Origin", Origin(page));
        if (page.Cookies.Length > 0)
            request.Headers.Add("Cookie", page.Cookies);
    }

    private static string Origin(InteractivePage page) => page.Base.GetLeftPart(UriPartial.Authority);
}
