using System.Net;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.Urls;
using Xunit;

namespace DefenseCoop.Tests.Editing;

/// <summary>The ways into forms: on the pages of those who may edit, for the present, and each leads to a form.</summary>
public sealed class EntryPointTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    public static TheoryData<string> Pages { get; } =
    [
        "/initiatives/BE-1", "/initiatives/DT-1", "/initiatives/JT-2", "/initiatives", "/focus-areas/cybersecurity",
        "/focus-areas/defense-spending", "/recommendations", "/sources", EditUrls.Refresh,
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Links_OfAnEditor_LeadToForms(string page)
    {
        using var editor = await target.NewPersonAsync($"editor-{Guid.NewGuid():N}", Roles.Editor);

        var links = await LinksAsync(editor, page);

        Assert.NotEmpty(links);
        foreach (var link in links.GroupBy(l => l.Split('/')[2]).SelectMany(g => g.Take(3)))
        {
            var answer = await editor.GetAsync(link);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{page} links to {link}: {answer.Status}");
            Assert.NotNull(answer.Document().QuerySelector("form[data-edit]"));
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Links_OfAnybodyElseOrOfAPastDay_AreNotThere(string page)
    {
        using var editor = await target.NewPersonAsync($"editor-{Guid.NewGuid():N}", Roles.Editor);
        using var analyst = await target.NewPersonAsync($"analyst-{Guid.NewGuid():N}", Roles.Analyst | Roles.Manager | Roles.Administrator);
        using var visitor = target.NewBrowser();

        Assert.Empty(await LinksAsync(analyst, page));
        Assert.Empty(await LinksAsync(visitor, page));
        if (page != EditUrls.Refresh) Assert.Empty(await LinksAsync(editor, $"{page}?asOf=2026-01-31"));
    }

    [Fact]
    public async Task Navigation_OffersEditingToThoseWhoMay()
    {
        using var editor = await target.NewPersonAsync($"editor-{Guid.NewGuid():N}", Roles.Editor);
        using var analyst = await target.NewPersonAsync($"analyst-{Guid.NewGuid():N}", Roles.Analyst);

        Assert.Equal([EditUrls.Refresh, EditUrls.Drafts], await NavigationAsync(editor));
        Assert.Empty(await NavigationAsync(analyst));
    }

    [Fact]
    public async Task Refresh_ListsEvidenceWithItsForm()
    {
        using var editor = await target.NewPersonAsync($"editor-{Guid.NewGuid():N}", Roles.Editor);

        var page = (await editor.GetAsync(EditUrls.Refresh)).Document();

        var rows = page.QuerySelectorAll("tr[data-code]");
        Assert.NotEmpty(rows);
        Assert.Equal(int.Parse(page.QuerySelector("[data-testid=total]")!.TextContent, null), rows.Length);
        Assert.All(rows, row => Assert.StartsWith("/edit/", row.QuerySelector("th a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains(
            "page=7 was ignored",
            (await editor.GetAsync($"{EditUrls.Refresh}?page=7")).Document().QuerySelector("main [role=status]")!.TextContent,
            StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(Browser browser, string page) =>
        [.. (await browser.GetAsync(page))
            .Document().QuerySelectorAll("main a[href^='/edit/']").Select(a => a.GetAttribute("href")!).Distinct()];

    private static async Task<IEnumerable<string>> NavigationAsync(Browser browser) =>
        (await browser.GetAsync("/"))
            .Document().QuerySelectorAll("nav a").Select(a => a.GetAttribute("href")!).Where(h => h is EditUrls.Refresh or EditUrls.Drafts);
}
