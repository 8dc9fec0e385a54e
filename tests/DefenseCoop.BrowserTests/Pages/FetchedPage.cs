using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>A page as the server sends it, with its links and the names of its places.</summary>
internal sealed partial record FetchedPage(
    HttpStatusCode Status, IReadOnlySet<string> Ids, IReadOnlyList<string> RepeatedIds,
    IReadOnlyList<(string Path, string Fragment)> InnerLinks, IReadOnlyList<(Uri Url, string Rel)> OuterLinks)
{
    public static async Task<FetchedPage> GetAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var home = new Uri(http.BaseAddress!, "/");
        var ids = Id().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        var links = Anchor().Matches(html)
            .Select(m => (Url: new Uri(home, Attribute(m.Value, "href")), Rel: Attribute(m.Value, "rel")))
            .ToList();
        return new FetchedPage(
            answer.StatusCode,
            ids.ToHashSet(StringComparer.Ordinal),
            [.. ids.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)],
            [.. links.Where(l => l.Url.Authority == home.Authority)
                .Select(l => (l.Url.PathAndQuery, Uri.UnescapeDataString(l.Url.Fragment.TrimStart('#'))))
                .Distinct()],
            [.. links.Where(l => l.Url.Authority != home.Authority)]);
    }

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<a\\s[^>]*href=[^>]*>")]
    private static partial Regex Anchor();

    [GeneratedRegex("<[a-z][^>]*?\\sid=\"([^\"]+)\"")]
    private static partial Regex Id();
}
