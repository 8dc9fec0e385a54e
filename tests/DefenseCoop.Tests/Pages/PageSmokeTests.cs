using System.Net;
using System.Text.RegularExpressions;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Status;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>Every route answers with a whole and correct page; none shows its workings.</summary>
[Collection(StarterSiteTests.Name)]
public sealed partial class PageSmokeTests(StarterSite site)
{
    public static TheoryData<RouteRow> Routes => RouteTable.Pages;

    public static TheoryData<string> UnknownAddresses { get; } =
    [
        "/initiatives/NO-SUCH-CODE",
        "/initiatives/BE-1%20",
        "/initiatives/be-1",
        "/initiatives/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/initiatives/BE-1/edit",
        "/focus-areas/no-such-area",
        "/focus-areas/" + new string('x', 1500),
        "/no-such-page",
        "/no/such/page",
        "/initiatives/..%2f..%2fetc%2fpasswd",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_Asked_AnswersWithAWholePage(RouteRow row)
    {
        var page = await site.GetAsync(row, Stop);

        Assert.Equal(row.Answer, page.Status);
        AssertWhole(page);
        Assert.Equal(row.Heading, HtmlPage.Words(page.All("h1").Single()));
        Assert.Contains(
            row.Template is "/not-found" or "/error" ? "DefenseCoop" : row.Heading, page.Document.Title, StringComparison.Ordinal);
        Assert.Equal("", page.Notes);
    }

    /// <summary>How the starter data came to be is nothing for readers, in no text and in no field.</summary>
    [Theory]
    [MemberData(nameof(Routes))]
    [InlineData("/history/source/S-ARTICLE")]
    [InlineData("/edit/source/S-ARTICLE")]
    [InlineData("/edit/focus-area/cybersecurity")]
    public async Task Route_Asked_SaysNothingOfHowTheDataWasMade(object asked)
    {
        var page = asked is RouteRow row
            ? await site.GetAsync(row, Stop)
            : await site.GetAsync(new RouteRow("", (string)asked, "", Domain.People.Right.RecordEvidence), Stop);

        Assert.DoesNotMatch(OfTheMaking(), string.Join(' ', page.All("body").Select(b => b.TextContent)));
        Assert.DoesNotContain(
            page.All("a[href], input[value]"), e => OfTheMaking().IsMatch(e.GetAttribute("href") ?? e.GetAttribute("value")!));
    }

    [Theory]
    [MemberData(nameof(UnknownAddresses))]
    public async Task UnknownAddress_Asked_IsA404PageWithAWayBack(string address)
    {
        var page = await site.GetAsync(address, Stop);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        AssertWhole(page);
        Assert.Contains(page.Main.QuerySelectorAll("a"), a => a.GetAttribute("href") is "/" or "/initiatives");
        Assert.Empty(page.All("main script"));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_Asked_MarksStatusesWithTheirWords(RouteRow row)
    {
        var page = await site.GetAsync(row, Stop);

        foreach (var mark in page.All("[data-status]"))
        {
            Assert.True(
                Enum.TryParse<AssessedStatus>(mark.GetAttribute("data-status"), out var status) && Enum.IsDefined(status), mark.OuterHtml);
            Assert.Equal(Words.Of(status), HtmlPage.Words(mark));
        }

        if (row.Template is "/" or "/initiatives" or "/initiatives/{Code}" or "/focus-areas" or "/focus-areas/{Slug}" or "/method")
        {
            Assert.NotEmpty(page.All("[data-status]"));
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_Asked_HasUniqueIdsAndLabelledFields(RouteRow row)
    {
        var page = await site.GetAsync(row, Stop);

        Assert.Empty(page.All("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        var labels = page.All("label[for]").Select(l => l.GetAttribute("for")).ToHashSet();
        Assert.All(
            page.All("input:not([type=hidden]), select"),
            f => Assert.True(f.Closest("label") is not null || labels.Contains(f.Id), f.OuterHtml));
        Assert.All(page.All("table"), t => Assert.NotNull(t.QuerySelector("caption")));
        Assert.All(page.All("thead th"), th => Assert.Equal("col", th.GetAttribute("scope")));
        Assert.All(page.All("[aria-labelledby]"), e => Assert.NotNull(page.Document.GetElementById(e.GetAttribute("aria-labelledby")!)));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Route_Asked_LoadsNothingFromAnotherHostAndOpensNothingToIt(RouteRow row)
    {
        var page = await site.GetAsync(row, Stop);

        Assert.All(
            page.All("script[src], link[href], img[src], iframe[src]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!),
            url => Assert.DoesNotContain("//", url, StringComparison.Ordinal));
        Assert.All(
            page.All("a[href^=http]").Select(a => a.GetAttribute("rel") ?? ""),
            rel => Assert.True(
                rel.Contains("noopener", StringComparison.Ordinal) && rel.Contains("noreferrer", StringComparison.Ordinal),
                $"rel=\"{rel}\""));
    }

    [Theory]
    [MemberData(nameof(RouteTable.DayPages), MemberType = typeof(RouteTable))]
    public Task InsideLinks_Followed_LeadToPagesAndPlacesThatExist(string address) => FollowAsync(address);

    [Theory]
    [InlineData("/")]
    [InlineData("/initiatives")]
    [InlineData("/initiatives/BE-1")]
    [InlineData("/initiatives/JT-2")]
    [InlineData("/focus-areas")]
    [InlineData("/focus-areas/cybersecurity")]
    [InlineData("/focus-areas/defense-spending")]
    [InlineData("/recommendations")]
    [InlineData("/method")]
    public Task InsideLinks_OfAPastDay_LeadToPagesAndPlacesThatExist(string address) => FollowAsync($"{address}?asOf=2024-03-06");

    private async Task FollowAsync(string address)
    {
        var page = await site.GetAsync(address, Stop);

        var addresses = page.All("main a[href], nav a[href]").Select(a => a.GetAttribute("href")!)
            .Where(h => h.StartsWith('/') || h.StartsWith('#')).Distinct().ToList();
        Assert.NotEmpty(addresses);
        foreach (var link in addresses.GroupBy(a => a.Split('#')[0]))
        {
            var target = link.Key.Length == 0 ? page : await site.GetAsync(link.Key, Stop);
            Assert.True(target.Status == HttpStatusCode.OK, $"{address} links to {link.Key}: {target.Status}");
            foreach (var fragment in link.Where(l => l.Contains('#', StringComparison.Ordinal)).Select(l => l.Split('#')[1]))
            {
                Assert.True(
                    target.Document.GetElementById(fragment) is not null, $"{address} links to {link.Key}#{fragment}, which is not there");
            }
        }
    }

    private static void AssertWhole(HtmlPage page)
    {
        Assert.Equal("text/html", page.ContentType);
        Assert.Single(page.All("h1"));
        Assert.Single(page.All("main"));
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.False(string.IsNullOrWhiteSpace(page.Document.Title));
        Assert.Empty(page.All("main [style], nav [style], form [style]"));
        Assert.DoesNotMatch(Workings(), page.Html);
    }

    [GeneratedRegex(
        @"\s+at DefenseCoop\.|Microsoft\.EntityFrameworkCore\.|System\.\w+Exception|SELECT ""|stack trace", RegexOptions.IgnoreCase)]
    private static partial Regex Workings();

    [GeneratedRegex(@"\bseed\b|seed:|article:", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheMaking();
}
