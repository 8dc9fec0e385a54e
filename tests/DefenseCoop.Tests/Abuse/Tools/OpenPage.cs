using System.Text.Json.Nodes;
using DefenseCoop.Benchmarks.Circuits;
using Xunit;

namespace DefenseCoop.Tests.Abuse.Tools;

/// <summary>A browser's open page, by the protocol alone: it says what an attacker wants to say.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private const string Start = "0";
    private const string Connect = "1";

    private readonly HubConnection _hub;
    private readonly TaskCompletionSource<object?> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<object?> _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _sentAway = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _batches;

    private OpenPage(HubConnection hub)
    {
        _hub = hub;
        Ended = _hub.ReceiveAsync(HearAsync);
    }

    /// <summary>Completes when the connection is gone.</summary>
    public Task Ended { get; }

    /// <summary>Completes when the server told the page to load anew.</summary>
    public Task SentAway => _sentAway.Task;

    /// <summary>What the server shows to whom it lets reconnect to this page.</summary>
    public string Secret { get; private set; } = "";

    public int Batches => Volatile.Read(ref _batches);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Negotiates, and opens the socket, and no more.</summary>
    public static async Task<OpenPage> HalfAsync(Browser browser)
    {
        var token = await NegotiateAsync(browser);
        return new OpenPage(await HubConnection.OpenAsync(Socket(browser, token), browser.Origin, browser.CookieHeader, Stop));
    }

    public static async Task<OpenPage> OpenAsync(Browser browser, string path)
    {
        var answer = await browser.GetAsync(path);
        var page = InteractivePageOf(browser, path, answer.Body);
        var open = await HalfAsync(browser);
        await open._hub.CallAsync(Start, "StartCircuit", $"{browser.Origin}/", $"{browser.Origin}{path}", "[]", "");
        open.Secret = (string)(await open.OrEndedAsync(open._started.Task))!;
        await open._hub.CallAsync(null, "UpdateRootComponents", page.AddRootComponents(), page.State);
        await open.OrEndedAsync(open._rendered.Task);
        return open;
    }

    public static async Task<string> NegotiateAsync(Browser browser)
    {
        var answer = await browser.SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", null, ("Origin", browser.Origin));
        return (string?)JsonNode.Parse(answer.Body)?["connectionToken"]
            ?? throw new InvalidOperationException($"{answer.Status}: {answer.Body}");
    }

    public static Uri Socket(Browser browser, string token) =>
        new($"ws://{browser.Address.Authority}/_blazor?id={Uri.EscapeDataString(token)}");

    /// <summary>Asks for the page of this secret.</summary>
    /// <returns>Whether the server gave it.</returns>
    public async Task<bool> ReconnectAsync(string secret)
    {
        await _hub.CallAsync(Connect, "ConnectCircuit", secret);
        return await OrEndedAsync(_connected.Task) is true;
    }

    /// <summary>Connects anew, with the cookies that this browser has by now, and asks for this page.</summary>
    public async Task<bool> IsTakenBackAsync(Browser browser)
    {
        await using var again = await HalfAsync(browser);
        return await again.ReconnectAsync(Secret);
    }

    public Task CallAsync(string target, params object?[] arguments) => _hub.CallAsync(null, target, arguments);

    /// <summary>Goes to another address in the page, as a click on a link does; the page renders.</summary>
    public async Task VisitAsync(string address)
    {
        var before = Batches;
        await CallAsync("OnLocationChanged", address, null, false);
        await Eventually.TrueAsync(() => Batches > before, "the page did not answer");
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static InteractivePage InteractivePageOf(Browser browser, string path, string html)
    {
        const string state = "<!--Blazor-Server-Component-State:";
        var begin = html.IndexOf(state, StringComparison.Ordinal);
        var kept = begin < 0 ? "" : html[(begin + state.Length)..html.IndexOf("-->", begin, StringComparison.Ordinal)];
        return new InteractivePage(new Uri(browser.Address, path), browser.Address, html, kept, browser.CookieHeader);
    }

    private async Task<object?> OrEndedAsync(Task<object?> expected)
    {
        await OrEndedAsync((Task)expected);
        return await expected;
    }

    private async Task OrEndedAsync(Task expected)
    {
        if (await Task.WhenAny(expected, Ended).WaitAsync(TimeSpan.FromSeconds(20), Stop) == Ended) await Ended;
    }

    private async Task HearAsync(HubMessage message)
    {
        switch (message.Target)
        {
            case null when message.InvocationId == Start:
                _started.TrySetResult(message.Arguments[^1]);
                break;
            case null when message.InvocationId == Connect:
                _connected.TrySetResult(message.Arguments[^1]);
                break;
            case "JS.RenderBatch":
                Interlocked.Increment(ref _batches);
                await _hub.CallAsync(null, "OnRenderCompleted", message.Arguments[0], null);
                _rendered.TrySetResult();
                break;
            case "JS.BeginInvokeJS":
                if (message.Arguments[1] is string function && function.Contains("navigateTo", StringComparison.OrdinalIgnoreCase))
                {
                    _sentAway.TrySetResult();
                }
                if (message.Arguments[0] is long handle and not 0)
                    await _hub.CallAsync(
                        null, "EndInvokeJSFromDotNet", handle, true,
                        JsAnswers.For(handle, (string)message.Arguments[1]!, (long)message.Arguments[3]!));
                break;
            default:
                break;
        }
    }
}

/// <summary>For what is promised within a time.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> isSo, string otherwise, double seconds = 20)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(waited.Elapsed.TotalSeconds < seconds, $"After {seconds} s: {otherwise}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
