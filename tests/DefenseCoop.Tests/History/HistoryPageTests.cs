using System.Net;
using DefenseCoop.Domain.History;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Web.History;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>The history of a record as people read it.</summary>
public sealed class HistoryPageTests(ChangedSite site) : IClassFixture<ChangedSite>
{
    [Fact]
    public async Task History_Milestone_SaysFieldByFieldWhatBecameOfIt()
    {
        var page = await site.PageAsync("/history/milestone/BE-1-M1");

        Assert.Equal(["3", "2", "1"], page.All("article[data-change]").Select(a => a.GetAttribute("data-change")));
        var dated = HtmlPage.Words(page.Document.QuerySelector("article[data-change='3']")!);
        Assert.Contains("May 2024", dated, StringComparison.Ordinal);
        Assert.DoesNotContain("2024-05", dated, StringComparison.Ordinal);
        Assert.Equal("Eva", HtmlPage.Words(page.Document.QuerySelector("article[data-change='2'] .by")!));
        Assert.Equal(ChangedSite.Why, HtmlPage.Words(page.Document.QuerySelector("article[data-change='2'] .why-given")!));
        Assert.Contains(
            "Milestone created", HtmlPage.Words(page.Document.QuerySelector("article[data-change='1']")!), StringComparison.Ordinal);
        Assert.Contains(
            "Negotiations opened", HtmlPage.Words(page.Document.QuerySelector("article[data-change='1'] dl")!), StringComparison.Ordinal);
    }

    /// <summary>It is a tab of its record, and leads back as the record's other tab does.</summary>
    [Theory]
    [InlineData("/history/initiative/BE-1", "Initiatives")]
    [InlineData("/history/milestone/BE-1-M1", "Initiatives|BE-1")]
    [InlineData("/history/focus-area/base-expansion", "Focus areas")]
    [InlineData("/history/organization/dk-fmn", "Changes")]
    public async Task History_OfARecord_LeadsBackWhereTheRecordStands(string path, string crumbs)
    {
        var page = await site.PageAsync(path);

        Assert.Equal(crumbs, string.Join('|', page.All("nav.crumbs a").Select(HtmlPage.Words)));
    }

    [Fact]
    public async Task History_LongText_IsComparedWordByWord()
    {
        var page = await site.PageAsync("/history/initiative/BE-1");

        var version = page.Document.QuerySelector("article[data-change='6'] dl")!;
        Assert.Contains(version.QuerySelectorAll("ins"), i => i.TextContent.Contains("More is known by now", StringComparison.Ordinal));
        Assert.Contains(version.QuerySelectorAll("del"), d => d.TextContent == "giving");
        Assert.Contains(version.QuerySelectorAll("ins"), d => d.TextContent == "granting");
    }

    [Fact]
    public async Task History_Initiative_HasAllThatBelongsToIt()
    {
        var page = await site.PageAsync("/history/initiative/BE-1");

        Assert.Equal(["6", "5", "3", "2", "1"], page.All("article[data-change]").Select(a => a.GetAttribute("data-change")));
        Assert.Contains(
            "Contribution", HtmlPage.Words(page.Document.QuerySelector("article[data-change='5'] h3")!), StringComparison.Ordinal);
        Assert.Contains(
            "Milestone BE-1-M1", HtmlPage.Words(page.Document.QuerySelector("article[data-change='1']")!), StringComparison.Ordinal);
        Assert.Equal(["/initiatives/BE-1", "/history/initiative/BE-1"], page.All("nav.tabs a").Select(a => a.GetAttribute("href")));
        Assert.Equal("History", HtmlPage.Words(page.Document.QuerySelector("nav.tabs [aria-current=page]")!));
    }

    [Theory]
    [InlineData("/initiatives/BE-1", "/history/initiative/BE-1")]
    [InlineData("/focus-areas/cybersecurity", "/history/focus-area/cybersecurity")]
    public async Task Record_Page_HasATabThatLeadsToItsHistory(string address, string history)
    {
        var page = await site.PageAsync(address);

        Assert.Equal("Overview", HtmlPage.Words(page.Document.QuerySelector("nav.tabs [aria-current=page]")!));
        Assert.Equal([address, history], page.All("nav.tabs a").Select(a => a.GetAttribute("href")));
        Assert.NotEmpty(page.All("a.history-link"));
        foreach (var link in page.All("a.history-link").Select(a => a.GetAttribute("href")!).Distinct().Take(12))
        {
            Assert.Equal(HttpStatusCode.OK, (await site.PageAsync(link)).Status);
        }
    }

    [Fact]
    public async Task History_EveryKindThatTheStarterDataHas_IsShownWithItsFields()
    {
        var kinds = site.Changes[0].Records.GroupBy(r => r.Kind).ToList();

        Assert.True(kinds.Count > 12, $"Only {kinds.Count} kinds.");
        foreach (var record in kinds.Select(k => k.First()))
        {
            var page = await site.PageAsync(ChangeUrls.History(record.Kind, record.Subject, default));

            Assert.True(page.Status == HttpStatusCode.OK, $"{record.Kind} {record.Subject}: {page.Status}");
            Assert.True(page.All("article[data-change='1'] dl dd").Any(), $"{record.Kind} {record.Subject} has no fields");
        }
    }

    [Fact]
    public async Task History_RemovedRecord_SaysSoAndKeepsItsVersions()
    {
        var removed = site.Changes[4].Records.Single(r => r.Kind == RecordKind.Contribution).Subject;

        var page = await site.PageAsync(ChangeUrls.History(RecordKind.Contribution, removed, default), site.Editor);

        Assert.Contains("was removed", page.Notes, StringComparison.Ordinal);
        Assert.Equal(["5", "1"], page.All("article[data-change]").Select(a => a.GetAttribute("data-change")));
        Assert.Empty(page.All("a[data-restore], nav.tabs"));
    }

    [Fact]
    public async Task History_EarlierVersions_CanBeRestoredByEditorsOnly()
    {
        const string address = "/history/milestone/BE-1-M1";
        var editor = await site.PageAsync(address, site.Editor);

        Assert.Equal(
            ["/edit/milestone/BE-1-M1?restore=2", "/edit/milestone/BE-1-M1?restore=1"],
            editor.All("a[data-restore]").Select(a => a.GetAttribute("href")));
        Assert.Empty((await site.PageAsync(address)).All("a[data-restore]"));
        Assert.Empty((await site.PageAsync(address, site.Analyst)).All("a[data-restore]"));
        Assert.Empty((await site.PageAsync($"{address}?asOf=2025-01-01", site.Editor)).All("a[data-restore]"));
    }

    [Fact]
    public async Task History_EachVersion_LeadsToTheRecordAsItWasKnownThen()
    {
        var page = await site.PageAsync("/history/milestone/BE-1-M1");

        Assert.Equal(
            site.Changes.Where(c => c.Id is 1 or 2 or 3).Reverse().Select(c => $"/initiatives/BE-1?knownAt={Instants.Exact(c.At)}#BE-1-M1"),
            page.All("article .links a").Where(a => a.TextContent == "As it was known then").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("page", "?page=0")]
    [InlineData("page", "?page=77")]
    [InlineData("status", "?status=1")]
    public async Task History_WhatCannotBeUsed_IsNoted(string name, string query) =>
        Assert.Contains(name, (await site.PageAsync($"/history/milestone/BE-1-M1{query}")).Notes, StringComparison.Ordinal);
}
