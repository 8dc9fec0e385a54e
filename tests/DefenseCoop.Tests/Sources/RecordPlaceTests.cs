using System.Net;
using DefenseCoop.Data.History.Changes;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Web.Sources;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.Sources;

/// <summary>Wherever a record is led to, it stands there; and every page that names it leads to the same place.</summary>
[Collection(StarterSiteTests.Name)]
public sealed class RecordPlaceTests(StarterSite site)
{
    private static DayChoice Present => default;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_OfEveryRecord_LeadsToAPageThatHasIt()
    {
        var pages = new Dictionary<string, HtmlPage>();
        List<string> wrong = [];
        foreach (var line in await LinesAsync())
        {
            var url = ChangeUrls.Of(line, Present);
            var parts = url.Split('#');
            if (!pages.TryGetValue(parts[0], out var page)) pages[parts[0]] = page = await site.GetAsync(parts[0], Stop);
            var stands = page.Status == HttpStatusCode.OK && (parts.Length == 1 || page.Document.GetElementById(parts[1]) is not null);
            if (!stands) wrong.Add($"{line.Kind} {line.Code}: {url}");
        }

        Assert.Empty(wrong);
        Assert.True(pages.Count > 40);
    }

    [Fact]
    public async Task Source_OfEveryRecord_LeadsWhereItsChangeLeads()
    {
        var changes = (await LinesAsync()).ToDictionary(l => (l.Kind, l.Code), l => ChangeUrls.Of(l, Present).Split('#')[0]);
        List<string> wrong = [];
        var compared = new HashSet<RecordKind>();
        for (var page = 1; ; page++)
        {
            var list = await site.Get<SourceQueries>().ReadAsync(new SourceQuery { Page = page }, new(StarterSite.Today), null, Stop);
            foreach (var fact in list.Rows.SelectMany(r => r.Facts))
            {
                if (RecordDescriptors.Citing(fact.Kind)?.Kind is not { } kind) continue;
                var place = Assert.Single(RestingWords.Of([fact], Present)).Url ?? ChangeUrls.History(kind, fact.Code, Present);
                var other = changes[(kind, fact.Code)];
                if (place.Split('#')[0] != other) wrong.Add($"{kind} {fact.Code}: {place}, {other}");
                compared.Add(kind);
            }

            if (page >= list.Pages) break;
        }

        Assert.Empty(wrong);
        Assert.Contains(RecordKind.Event, compared);
        Assert.Contains(RecordKind.Category, compared);
        Assert.Contains(RecordKind.Agreement, compared);
    }

    /// <summary>All that the starter data holds.</summary>
    private async Task<List<RecordLine>> LinesAsync()
    {
        List<RecordLine> lines = [];
        ChangeDetails change;
        do
        {
            change = (await site.Get<ChangeQueries>().FindAsync(1, null, lines.Count / ChangeQueries.RecordsPerPage + 1, null, Stop))!;
            lines.AddRange(change.Row.Records);
        }
        while (lines.Count < change.Total);

        return lines;
    }
}
