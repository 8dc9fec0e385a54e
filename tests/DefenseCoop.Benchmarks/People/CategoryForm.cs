using System.Net;
using System.Text.RegularExpressions;
using DefenseCoop.Benchmarks.Circuits;

namespace DefenseCoop.Benchmarks.People;

/// <summary>An administrator's form of one category, filled in as it was and sent with another name.</summary>
internal sealed partial class CategoryForm(Uri server, string slug) : IDisposable
{
    private readonly Uri _address = new(server, $"/edit/category/{slug}");
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private InteractivePage? _page;

    public async Task OpenAsync(string cookies, CancellationToken cancel) =>
        _page = await InteractivePage.GetAsync(_http, _address, cookies, cancel);

    public async Task RenameAsync(string name, CancellationToken cancel)
    {
        var html = _page!.Html;
        var change = FormOf()
            .Matches(html).Select(m => m.Value).First(f => f.Contains("name=\"_handler\" value=\"edit\"", StringComparison.Ordinal));
        List<KeyValuePair<string, string>> fields = [];
        foreach (Match field in FieldOf().Matches(change))
        {
            var tag = field.Value;
            if (tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !tag.Contains(" checked", StringComparison.Ordinal))
            {
                continue;
            }
            var key = field.Groups["name"].Value;
            var value = field.Groups["area"].Success ? field.Groups["area"].Value
                : field.Groups["options"].Success ? ChosenOf().Match(field.Groups["options"].Value).Groups[1].Value
                : ValueOf().Match(tag).Groups[1].Value;
            fields.Add(new(key, key == "f.Name" ? name : WebUtility.HtmlDecode(value)));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, _address);
        request.Headers.Add("Origin", server.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Cookie", _page.Cookies);
        request.Content = new FormUrlEncodedContent(fields);
        using var answer = await _http.SendAsync(request, cancel);
        if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
            throw new InvalidDataException($"The new name was answered with {(int)answer.StatusCode}.");
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormOf();

    /// <summary>An input, a text area with its content, or a choice with its options.</summary>
    [GeneratedRegex("<input[^>]*? name=\"(?<name>[^\"]+)\"[^>]*>"
        + "|<textarea[^>]*? name=\"(?<name>[^\"]+)\"[^>]*>(?<area>[^<]*)</textarea>"
        + "|<select[^>]*? name=\"(?<name>[^\"]+)\"[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex FieldOf();

    [GeneratedRegex("<option value=\"([^\"]*)\"[^>]*? selected")]
    private static partial Regex ChosenOf();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex ValueOf();
}
