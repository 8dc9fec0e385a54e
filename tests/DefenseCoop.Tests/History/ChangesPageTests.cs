using System.Net;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>The list of changes, and the page of one.</summary>
public sealed class ChangesPageTests(ChangedSite site) : IClassFixture<ChangedSite>
{
    /// <summary>Questions, and the changes that they find.</summary>
    public static TheoryData<string, long[]> Questions { get; } = new()
    {
        { "", [7, 6, 5, 4, 3, 2, 1] },
        { "kind=Milestone", [3, 2, 1] },
        { "kind=milestone&action=changed", [3, 2] },
        { "kind=Milestone&kind=Source&action=Created", [4, 1] },
        { "record=BE-1", [6, 5, 3, 2, 1] },
        { "record=BE-1-M1", [3, 2, 1] },
        { "record=S-REPORT", [4] },
        { "record=none-such", [] },
        { "category=base-expansion&action=Removed", [5] },
        { "category=cybersecurity", [1] },
        { "person=Ole", [5, 4] },
        { "person=nobody", [] },
        { "person=DefenseCoop", [1] },
        { "day=2026-11-24", [2] },
        { "from=2026-11-25&to=2026-11-26", [4, 3] },
        { "to=2026-11-23", [1] },
        { "from=2026-11-25&kind=Milestone", [3] },
    };

    public static TheoryData<string, string> Unusable { get; } = new()
    {
        { "kind", "kind=Ship" },
        { "kind", "kind=1" },
        { "action", "action=Burnt" },
        { "category", "category=%3Cb%3E" },
        { "from", "from=yesterday" },
        { "to", "to=2026-02-30" },
        { "day", "day=2026-13-01" },
        { "from", "day=2026-11-24&from=2026-11-01" },
        { "from", "from=2026-12-01&to=2026-11-01" },
        { "page", "page=0" },
        { "page", "page=999" },
        { "record", $"record={new string('x', 300)}" },
        { "person", $"person={new string('x', 300)}" },
        { "no-such", "no-such=1" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Changes_Question_ListsTheChangesNewestFirst(string query, long[] expected)
    {
        var page = await site.PageAsync($"/changes?{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("", page.Notes);
        Assert.Equal(expected, page.All("tr[data-change]").Select(r => long.Parse(r.GetAttribute("data-change")!, null)));
        Assert.Equal(expected.Length, page.Total);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Changes_WhatCannotBeUsed_IsNotedAndLeftOut(string name, string query)
    {
        var page = await site.PageAsync($"/changes?{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(name, page.Notes, StringComparison.Ordinal);
        Assert.NotEmpty(page.All("tr[data-change]"));
    }

    [Fact]
    public async Task Changes_PersonByAccount_IsChosenInTheFormAndNamedOnTheChip()
    {
        var page = await site.PageAsync($"/changes?person={site.EvasAccount}&kind=Milestone&from=2026-11-01");

        Assert.Equal(["3", "2"], page.All("tr[data-change]").Select(r => r.GetAttribute("data-change")));
        Assert.Equal(["Person: Eva", "Kind: milestone", "From 1 Nov 2026"], page.All(".chips .chip").Select(HtmlPage.Words));
        Assert.Equal("Eva", page.Document.QuerySelector("#f-person option[selected]")!.TextContent);
        foreach (var chip in page.All(".chips .chip"))
        {
            Assert.Equal(2, (await site.PageAsync(chip.GetAttribute("href")!)).All(".chips .chip").Count());
        }
    }

    [Fact]
    public async Task Changes_Rows_SayWhenWhoWhatAndWhy()
    {
        var page = await site.PageAsync("/changes");

        var removed = page.Document.QuerySelector("tr[data-change='5']")!;
        Assert.Equal("27 Nov 2026, 12:00 UTC", HtmlPage.Words(removed.QuerySelector("time")!));
        Assert.Contains("Ole", HtmlPage.Words(removed), StringComparison.Ordinal);
        Assert.Contains("removed", HtmlPage.Words(removed), StringComparison.Ordinal);
        Assert.StartsWith(
            "/history/contribution/", removed.QuerySelector("td[data-label=What] a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("no reason given", HtmlPage.Words(page.Document.QuerySelector("tr[data-change='3']")!), StringComparison.Ordinal);
        Assert.Equal(
            "/initiatives/BE-1#BE-1-M1", page.Document.QuerySelector("tr[data-change='3'] td[data-label=What] a")!.GetAttribute("href"));
        var loaded = HtmlPage.Words(page.Document.QuerySelector("tr[data-change='1']")!);
        Assert.Contains("39 initiatives created", loaded, StringComparison.Ordinal);
        Assert.Equal(5, page.All("tr[data-change='1'] li").Count());
    }

    [Fact]
    public async Task Changes_HtmlInWords_IsText()
    {
        foreach (var address in new[] { "/changes", "/changes/2", "/history/milestone/BE-1-M1", "/history/initiative/BE-1" })
        {
            var page = await site.PageAsync(address);

            Assert.Contains(ChangedSite.Html, page.Text, StringComparison.Ordinal);
            Assert.Contains(ChangedSite.Why, page.Text, StringComparison.Ordinal);
            Assert.Empty(page.All("main script, main img, main b"));
        }
    }

    [Fact]
    public async Task Changes_AsOfAlone_HidesNothingAndSaysSo()
    {
        var page = await site.PageAsync("/changes?asOf=2025-01-01");

        Assert.Equal(7, page.Total);
        Assert.Contains("hides nothing here", page.Text, StringComparison.Ordinal);
        Assert.All(
            page.All(".chips a, tr[data-change] a"),
            a => Assert.Contains("asOf=2025-01-01", a.GetAttribute("href"), StringComparison.Ordinal));

        // The pages are there on that day, but not each part of them.
        Assert.All(
            page.All("tr[data-change] .records a"), a => Assert.DoesNotContain("#", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_Head_LeadsToTheFeedWithTheSameFilters()
    {
        var page = await site.PageAsync("/changes?kind=Milestone&person=Ole");

        var link = page.Document.QuerySelector("head link[rel=alternate]")!;
        Assert.Equal(
            ("application/atom+xml", "/feeds/changes.atom?person=Ole&kind=Milestone"),
            (link.GetAttribute("type"), link.GetAttribute("href")));
    }

    [Fact]
    public async Task Change_Page_ShowsItsPlaceInTheChain()
    {
        var page = await site.PageAsync("/changes/3");

        Assert.Contains(site.Changes[2].Hash, page.Text, StringComparison.Ordinal);
        Assert.Contains(site.Changes[1].Hash, page.Text, StringComparison.Ordinal);
        Assert.Equal(Instants.Exact(site.Changes[2].At), page.Document.QuerySelector("main time[datetime*='T']")!.GetAttribute("datetime"));
        Assert.Equal(["/changes/2", "/changes/4"], page.All("main nav a[rel]").Select(a => a.GetAttribute("href")));
        Assert.Null((await site.PageAsync("/changes/1")).Document.QuerySelector("a[rel=prev]"));
        Assert.Null((await site.PageAsync("/changes/7")).Document.QuerySelector("a[rel=next]"));
    }

    [Theory]
    [InlineData("/changes/0")]
    [InlineData("/changes/-1")]
    [InlineData("/changes/8")]
    [InlineData("/changes/99999999999999999999")]
    [InlineData("/changes/first")]
    [InlineData("/history/milestone/none-such")]
    [InlineData("/history/ship/BE-1")]
    [InlineData("/history/Milestone/BE-1-M1")]
    [InlineData("/history/0/BE-1")]
    [InlineData("/history/milestone")]
    [InlineData("/history/milestone/%3Cscript%3E")]
    public async Task Page_OfNothing_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.PageAsync(address)).Status);
}
