using System.Net;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Data.Status;
using DefenseCoop.Domain.Status;
using Xunit;

namespace DefenseCoop.Tests.Pages;

/// <summary>Every parameter of the register, well and badly formed: the page works, and says what it could not use.</summary>
[Collection(StarterSiteTests.Name)]
public sealed class QueryParameterTests(StarterSite site)
{
    public static TheoryData<string> WellFormed { get; } =
    [
        "q=radar", "q=%20BE-1%20", "q=%C3%A6", "category=cybersecurity", "category=cybersecurity&category=base-expansion",
        "CATEGORY=Cybersecurity", "focusArea=maritime-arctic", "stage=UnderWay", "stage=underway&stage=Completed", "status=OnTrack",
        "status=Stale&status=AtRisk", "lead=dk-fmn", "site=karup", "from=2025-01-01", "to=2024-12-31", "from=2024-01-01&to=2024-12-31",
        "from=2024-01-01&to=2024-01-01", "provenance=Confirmed",
        "provenance=illustrative", "sort=code", "sort=-code", "sort=title", "sort=-title",
        "sort=category", "sort=-stage", "sort=status", "sort=-start",
        "sort=end", "sort=-progress", "sort=updated", "SORT=-UPDATED", "page=1",
        "page=2&size=25", "size=25", "size=50", "size=100", "size=200", "q=",
        "category=", "from=", "sort=", "page=", "asOf=2025-06-11&status=OnTrack",
    ];

    public static TheoryData<string, string> Malformed { get; } = new()
    {
        { "category", "category=no-such" },
        { "category", "category=cybersecurity&category=%3Cb%3E" },
        { "category", "category='%20OR%201=1--" },
        { "focusArea", "focusArea=no-such" },
        { "focusArea", "focusarea=1" },
        { "stage", "stage=no-such" },
        { "stage", "stage=1" },
        { "stage", "stage=UnderWay,Completed" },
        { "status", "status=no-such" },
        { "status", "status=0" },
        { "status", "status=On%20track" },
        { "lead", "lead=no-such" },
        { "lead", "lead=dk-fmn&lead=no-such" },
        { "site", "site=no-such" },
        { "from", "from=yesterday" },
        { "from", "from=2025-02-30" },
        { "to", "to=03/04/2025" },
        { "from", "from=FY2025" },
        { "to", "to=99999999999" },
        { "from", "from=2025-12-31&to=2025-01-01" },
        { "provenance", "provenance=no-such" },
        { "provenance", "provenance=None" },
        { "sort", "sort=no-such" },
        { "sort", "sort=--code" },
        { "sort", "sort=-" },
        { "sort", "sort=code;drop%20table" },
        { "page", "page=0" },
        { "page", "page=-1" },
        { "page", "page=two" },
        { "page", "page=1.5" },
        { "page", "page=99999999999999999999" },
        { "page", "page=2147483647" },
        { "page", "page=1000000" },
        { "size", "size=0" },
        { "size", "size=33" },
        { "size", "size=-50" },
        { "size", "size=all" },
        { "size", "size=1000000" },
        { "no-such-parameter", "no-such-parameter=1" },
        { "<b>", "%3Cb%3E=1" },
        { "asOf", "asOf=nonsense&status=OnTrack" },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(WellFormed))]
    public async Task Register_WellFormedParameter_WorksWithoutANote(string query)
    {
        var page = await site.GetAsync($"/initiatives?{query}", Stop);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Notes is "" || query.StartsWith("page=2", StringComparison.Ordinal), page.Notes);
        Assert.Equal(Math.Min(page.Total, page.Codes.Count), page.Codes.Count);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Register_MalformedParameter_WorksAndNamesIt(string name, string query)
    {
        var page = await site.GetAsync($"/initiatives?{query}", Stop);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(name, page.Notes, StringComparison.Ordinal);
        Assert.NotEmpty(page.Codes);
        Assert.Empty(page.All("[role=status] b, .chips b"));
    }

    [Fact]
    public async Task Register_AllBadAtOnce_NamesEachOfThem()
    {
        var bad = RegisterNames.Select(n => $"{n}=no-such").Append("more=1").Append("asOf=no-such");

        var page = await site.GetAsync($"/initiatives?{string.Join('&', bad)}", Stop);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(RegisterNames.Append("more").Append("asOf"), n => Assert.Contains(n, page.Notes, StringComparison.Ordinal));
        Assert.Equal(39, page.Total);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/initiatives/BE-1")]
    [InlineData("/focus-areas")]
    [InlineData("/focus-areas/cybersecurity")]
    [InlineData("/recommendations")]
    [InlineData("/sources")]
    [InlineData("/method")]
    public async Task OtherPage_UnknownParameter_WorksAndNamesIt(string address)
    {
        var page = await site.GetAsync($"{address}?status=OnTrack&%3Cscript%3E=1", Stop);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("status", page.Notes, StringComparison.Ordinal);
        Assert.Contains("<script>", page.Notes, StringComparison.Ordinal);
        Assert.Empty(page.All("main script"));
    }

    [Theory]
    [InlineData("in the search", "q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("in a filter", "category=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("breaking out of an attribute", "q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("in the day", "asOf=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("in a name", "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E=1")]
    public async Task Register_Html_IsShownAsText(string label, string query)
    {
        var page = await site.GetAsync($"/initiatives?{query}", Stop);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(!page.All("script").Any(s => s.TextContent == "alert(1)"), label);
        Assert.Contains("alert(1)", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("too long a search", 5_000)]
    [InlineData("just too long a search", 201)]
    public async Task Register_LongSearch_IsCutWithANote(string label, int length)
    {
        var page = await site.GetAsync($"/initiatives?q={new string('x', length)}", Stop);

        Assert.True(HttpStatusCode.OK == page.Status, label);
        Assert.Contains("200", page.Notes, StringComparison.Ordinal);
        Assert.Equal(200, page.Document.QuerySelector("main input[name=q]")!.GetAttribute("value")!.Length);
    }

    [Theory]
    [InlineData("one filter is to blame", "q=no-such-words&category=cybersecurity", "Without “Text: no-such-words”")]
    [InlineData("the only filter", "q=no-such-words", "Without “Text: no-such-words”: 39 initiatives")]
    [InlineData("no single filter", "q=no-such-words&site=karup&category=cybersecurity", "Drop them all")]
    [InlineData("on a past day", "q=BE-1&asOf=1900-01-01", "Without “Text: BE-1”: 1 initiative")]
    public async Task Register_NothingFound_SaysWhatToDrop(string label, string query, string advice)
    {
        var page = await site.GetAsync($"/initiatives?{query}", Stop);

        Assert.True(page.Total == 0, label);
        Assert.Contains(advice, page.Text, StringComparison.Ordinal);
        foreach (var link in page.All(".empty li a"))
        {
            Assert.True((await site.GetAsync(link.GetAttribute("href")!, Stop)).Total > 0, link.OuterHtml);
        }
    }

    [Theory]
    [InlineData("code", "Code")]
    [InlineData("-title", "Title")]
    [InlineData("category", "Category")]
    [InlineData("-stage", "Stage")]
    [InlineData("status", "Status")]
    [InlineData("-start", "Start")]
    [InlineData("end", "End")]
    [InlineData("-progress", "Milestones met")]
    [InlineData("updated", "Status as of")]
    public async Task Register_Sort_IsMarkedOnItsColumn(string sort, string column)
    {
        var page = await site.GetAsync($"/initiatives?sort={sort}&size=200", Stop);

        var marked = page.All("th[aria-sort]").Where(th => th.GetAttribute("aria-sort") != "none").ToList();
        Assert.Equal(column, HtmlPage.Words(Assert.Single(marked)));
        Assert.Equal(sort[0] == '-' ? "descending" : "ascending", marked[0].GetAttribute("aria-sort"));
        Assert.Equal(39, page.Codes.Count);
    }

    [Fact]
    public async Task Register_Chips_LeadToTheRegisterWithoutThem()
    {
        var page = await site.GetAsync(
            "/initiatives?category=base-expansion&category=cybersecurity&stage=UnderWay&to=2026-01-01&sort=-end", Stop);

        var chips = page.All(".chips a.chip").ToList();
        Assert.Equal(4, chips.Count);
        foreach (var chip in chips)
        {
            var without = await site.GetAsync(chip.GetAttribute("href")!, Stop);
            Assert.Equal(3, without.All(".chips a.chip").Count());
            Assert.DoesNotContain(HtmlPage.Words(chip), without.All(".chips a.chip").Select(HtmlPage.Words));
        }
    }

    [Fact]
    public async Task Register_Pages_CoverEverythingOnceByTheirLinks()
    {
        List<string> codes = [];
        for (var address = "/initiatives?size=25"; address is not null;)
        {
            var page = await site.GetAsync(address, Stop);
            codes.AddRange(page.Codes);
            address = page.Document.QuerySelector(".pager a[rel=next]")?.GetAttribute("href");
        }

        var expected = site.On(StarterSite.Today).Rows.Select(r => r.Code);
        Assert.Equal(expected.Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> RegisterNames =>
        ["category", "focusArea", "stage", "status", "lead", "site", "from", "to", "provenance", "sort", "page", "size"];
}
