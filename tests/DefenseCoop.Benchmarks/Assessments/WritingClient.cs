using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DefenseCoop.Benchmarks.Circuits;

namespace DefenseCoop.Benchmarks.Assessments;

/// <summary>A person with the form of one assessment open, as its script uses the server; or with the form that opens a period.</summary>
internal sealed partial class WritingClient(Uri server, string cookies) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private InteractivePage? _page;
    private long _seen;
    private string _text = "";

    /// <summary>Opens a page with a form.</summary>
    public async Task OpenAsync(string path, CancellationToken cancel) =>
        _page = await InteractivePage.GetAsync(_http, new Uri(server, path), cookies, cancel);

    /// <summary>Sends the form of the page that opens a period.</summary>
    public async Task OpenPeriodAsync(string period, CancellationToken cancel)
    {
        using var answer = await PostAsync("/assessments/open", new() { ["_handler"] = "open", ["Period"] = period }, cancel);
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
            throw new InvalidDataException($"The opening was answered with {(int)answer.StatusCode}.");
    }

    /// <summary>Types a few words more, and has them kept; or only asks for news.</summary>
    /// <returns>Milliseconds.</returns>
    public async Task<double> SyncAsync(string code, string more, CancellationToken cancel)
    {
        Dictionary<string, string> fields = new()
        {
            ["code"] = code, ["seen"] = FormattableString.Invariant($"{_seen}"), ["at"] = "progress",
        };
        if (more.Length > 0)
        {
            fields["b.progress"] = _text;
            fields["f.progress"] = _text + more;
        }

        var started = Stopwatch.GetTimestamp();
        using var answer = await PostAsync("/assessments/sync", fields, cancel);
        var body = await answer.Content.ReadAsByteArrayAsync(cancel);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        using var json = JsonDocument.Parse(body);
        _seen = json.RootElement.GetProperty("version").GetInt64();
        foreach (var result in json.RootElement.GetProperty("results").EnumerateArray())
        {
            if (result.GetProperty("outcome").GetString() is not ("Saved" or "Merged"))
                throw new InvalidDataException($"A save came out as {result}.");
            _text = result.GetProperty("value").GetString()!;
        }

        return taken;
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, CancellationToken cancel)
    {
        fields["__RequestVerificationToken"] = Token().Match(_page!.Html).Groups[1].Value;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", server.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Cookie", _page.Cookies);
        return _http.SendAsync(request, cancel);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
