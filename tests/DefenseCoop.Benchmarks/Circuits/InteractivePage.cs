using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DefenseCoop.Benchmarks.Circuits;

/// <summary>
/// A prerendered page as blazor.web.js sees it: the root components it asks the circuit to take over,
/// the protected state it hands back, and the cookies it must show again.
/// </summary>
internal sealed partial record InteractivePage(Uri Address, Uri Base, string Html, string State, string Cookies)
{
    /// <param name="http">Must not handle cookies itself.</param>
    /// <param name="address">The page.</param>
    /// <param name="cookies">Those that the browser came with; empty for a visitor.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<InteractivePage> GetAsync(HttpClient http, Uri address, string cookies, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookies.Length > 0)
            request.Headers.Add("Cookie", cookies);
        using var answer = await http.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
        var html = await answer.Content.ReadAsStringAsync(cancel);
        return new InteractivePage(
            address,
            new Uri(address, BaseTag().Match(html) is { Success: true } tag ? tag.Groups[1].Value : "/"),
            html,
            StateComment().Match(html).Groups[1].Value,
            string.Join("; ", ((string[])[cookies, CookiesOf(answer)]).Where(some => some.Length > 0)));
    }

    /// <summary>What the browser keeps of an answer and sends back.</summary>
    public static string CookiesOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var set)
        ? string.Join("; ", set.Select(cookie => cookie.Split(';')[0]))
        : "";

    /// <summary>The argument of UpdateRootComponents that adds every interactive root of the page.</summary>
    public string AddRootComponents()
    {
        var markers = MarkerComment().Matches(Html)
            .Select(match => JsonNode.Parse(match.Groups[1].Value)!)
            .Where(marker => (string?)marker["type"] == "server")
            .OrderBy(marker => (int?)marker["sequence"] ?? 0)
            .ToList();
        if (markers.Count == 0)
            throw new InvalidDataException($"{Address} holds no interactive server component: nothing to open a circuit for.");

        var operations = markers.Select((marker, index) => (JsonNode)new JsonObject
        {
            ["type"] = "add",
            ["ssrComponentId"] = index + 1,
            ["marker"] = marker,
        });
        return new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. operations]) }.ToJsonString();
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->")]
    private static partial Regex MarkerComment();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex StateComment();

    [GeneratedRegex("<base href=\"([^\"]*)\"")]
    private static partial Regex BaseTag();
}
