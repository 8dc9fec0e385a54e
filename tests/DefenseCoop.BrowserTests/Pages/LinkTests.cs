using System.Net;
using DefenseCoop.BrowserTests.Hosting;
using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>Follows every link from the summary on, today and on a past day.</summary>
[AnyFont]
public sealed class LinkTests(ProductInBrowser product)
{
    [Theory]
    [InlineData("/", 60)]
    [InlineData($"/?asOf={PageList.PastDay}", 40)]
    public async Task Links_OfAllPages_LeadSomewhere(string start, int atLeast)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = product.Address };
        var pages = new Dictionary<string, FetchedPage>(StringComparer.Ordinal);
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out var path))
        {
            if (pages.ContainsKey(path)) continue;
            var page = pages[path] = await FetchedPage.GetAsync(http, path);

            // A register that was filtered or sorted links to others of its kind without end.
            if (path.Contains("/sources?", StringComparison.Ordinal)) continue;
            if (path.Contains("/initiatives?", StringComparison.Ordinal) && path != $"/initiatives?asOf={PageList.PastDay}") continue;
            foreach (var link in page.InnerLinks) waiting.Enqueue(link.Path);
        }

        Assert.True(pages.Count >= atLeast, $"Only {pages.Count} pages were found.");
        Found.Nothing(pages.Where(p => p.Value.Status != HttpStatusCode.OK).Select(p => $"{p.Key} answers {p.Value.Status}"));
        Found.Nothing(pages.SelectMany(p => p.Value.RepeatedIds.Select(id => $"{p.Key} has #{id} twice")));
        Found.Nothing(pages.SelectMany(p => p.Value.InnerLinks
            .Where(l => l.Fragment.Length > 0 && pages.TryGetValue(l.Path, out var target) && !target.Ids.Contains(l.Fragment))
            .Select(l => $"{p.Key} links to {l.Path}#{l.Fragment}, which is not there")));
    }

    [Theory]
    [InlineData("/initiatives/BE-1")]
    [InlineData("/focus-areas/defense-spending")]
    [InlineData("/sources")]
    public async Task Links_ToOtherHosts_GiveNothingAway(string path)
    {
        using var http = new HttpClient { BaseAddress = product.Address };
        var page = await FetchedPage.GetAsync(http, path);

        Assert.NotEmpty(page.OuterLinks);
        Assert.All(page.OuterLinks, link =>
        {
            Assert.Contains("noopener", link.Rel.Split(' '));
            Assert.Contains("noreferrer", link.Rel.Split(' '));
        });
    }

    [Theory]
    [InlineData("/initiatives/BE-1")]
    [InlineData("/initiatives/SP-1")]
    [InlineData("/focus-areas/joint-training")]
    public async Task SourceMarks_OfAFact_LeadToTheSource(string path)
    {
        using var http = new HttpClient { BaseAddress = product.Address };
        var page = await FetchedPage.GetAsync(http, path);
        var cited = page.InnerLinks.Where(l => l.Path.StartsWith("/sources?at=", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(cited);
        foreach (var (link, fragment) in cited) Assert.Contains(fragment, (await FetchedPage.GetAsync(http, link)).Ids);
    }
}
