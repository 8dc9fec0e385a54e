using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>What goes wrong on the pages of a context beside what a test looks at.</summary>
public sealed class Watch
{
    private readonly Uri _home;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentDictionary<string, bool> _expected = new(StringComparer.Ordinal);

    public Watch(IBrowserContext context, Uri home)
    {
        _home = home;
        context.Console += (_, message) => OnConsole(message);
        context.WebError += (_, error) => OnScriptError(error.Error);
        context.Request += (_, request) => OnRequest(request);
        context.RequestFailed += (_, request) => OnFailed(request);
        context.Response += (_, response) => OnResponse(response);
    }

    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>The test breaks the connection itself, and the browser says so.</summary>
    public bool ExpectsLostConnection { get; set; }

    /// <summary>Another host that the journey leads over.</summary>
    public Uri? Elsewhere { get; set; }

    /// <summary>The address answers with an error, and that is right.</summary>
    public void Expect(string path) => _expected[new Uri(_home, path).AbsoluteUri] = true;

    private void OnScriptError(string error)
    {
        // Blazor sends what it had begun on a socket that the test has closed.
        if (!ExpectsLostConnection || !error.Contains("WebSocket", StringComparison.Ordinal)) _problems.Enqueue($"script error: {error}");
    }

    private void OnConsole(IConsoleMessage message)
    {
        if (message.Type is not ("error" or "warning") || ExpectsLostConnection || _expected.Keys.Any(message.Location.StartsWith)) return;
        if (Elsewhere is not null && message.Location.StartsWith(Elsewhere.AbsoluteUri, StringComparison.Ordinal)) return;
        _problems.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
    }

    private void OnRequest(IRequest request)
    {
        var url = new Uri(request.Url);
        if (url.Scheme is "data" or "blob" or "about" || url.Authority == _home.Authority || url.Authority == Elsewhere?.Authority) return;
        _problems.Enqueue($"request to another host: {request.Url}");
    }

    private void OnFailed(IRequest request)
    {
        // Leaving a page ends what it still asks of its circuit, the news that it listens to, and a page that it was fetching:
        // the framework gives that one up when the circuit takes the page over, and follows the link itself.
        var path = new Uri(request.Url).AbsolutePath;
        var isLeaving = request.Failure == "net::ERR_ABORTED"
            && (path.Contains("/_blazor", StringComparison.Ordinal) || path == "/assessments/news" || AsksForPage(request));
        if (!isLeaving && !ExpectsLostConnection) _problems.Enqueue($"request failed: {request.Url} {request.Failure}");
    }

    private static bool AsksForPage(IRequest request) =>
        request.IsNavigationRequest || request.Headers.TryGetValue("accept", out var accept) && accept.Contains("blazor-enhanced-nav", StringComparison.Ordinal);

    private void OnResponse(IResponse response)
    {
        // What a server says that is ending.
        if (response.Status == 503 && ExpectsLostConnection) return;
        if (response.Status >= 400 && !_expected.ContainsKey(response.Url) && new Uri(response.Url).Authority != Elsewhere?.Authority) _problems.Enqueue($"status {response.Status}: {response.Url}");
    }
}
