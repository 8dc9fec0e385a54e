using System.Net;
using AngleSharp.Dom;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>The board as each role sees it.</summary>
public sealed class BoardPageTests(BoardStage stage) : IClassFixture<BoardStage>
{
    [Fact]
    public async Task Board_Visitor_SeesPublishedOnesAndWhatWasComputedAlone()
    {
        var page = await BoardStage.PageAsync(stage.Visitor, "/assessments");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Published"], States(page));
        var cell = Cell(page, "cybersecurity", "2026-Q3");
        Assert.Equal("At risk evidence: on track", HtmlPage.Words(cell));
        Assert.Equal("/focus-areas/cybersecurity/assessments/2026-Q3", cell.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("computed later", HtmlPage.Words(Cell(page, "base-expansion", "2026-Q3")), StringComparison.Ordinal);
        var heads = page.All("table.board thead th").Select(HtmlPage.Words).ToList();
        Assert.EndsWith("evidence computed later", heads[^2], StringComparison.Ordinal);
        Assert.EndsWith("evidence now", heads[^1], StringComparison.Ordinal);
        Assert.Empty(page.All("[data-list]"));
        Assert.Empty(page.All("form[action='/assessments/open']"));
    }

    [Fact]
    public async Task Board_Editor_SeesTheirDraftsWhatIsOverdueAndWhatNobodyBegan()
    {
        var page = await BoardStage.PageAsync(stage.Editor, "/assessments");

        Assert.Equal([BoardStage.Returned, BoardStage.Mine], Codes(page, "mine"));
        Assert.Equal("/focus-areas/joint-training/assessments/2026-Q3", page.All("[data-list=mine] a").First().GetAttribute("href"));
        Assert.Equal(5, Codes(page, "overdue").Count);
        Assert.DoesNotContain(BoardStage.Published, Codes(page, "overdue"));
        Assert.DoesNotContain(BoardStage.Submitted, Codes(page, "overdue"));
        Assert.All(Codes(page, "overdue"), c => Assert.EndsWith("2026-Q3", c, StringComparison.Ordinal));
        Assert.NotEmpty(Codes(page, "unbegun"));
        Assert.Empty(page.All("[data-list=review], form[action='/assessments/open']"));
        Assert.Equal(["Draft", "Published", "Returned", "Submitted"], States(page));
        Assert.Contains("Returned by Mia with comments", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_AnotherEditor_HasNoDraftsOfTheirOwn()
    {
        var page = await BoardStage.PageAsync(stage.Other, "/assessments");

        Assert.Empty(Codes(page, "mine"));
        Assert.Contains("No draft that you wrote in is open.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_Manager_SeesWhatWaitsForReviewAndMayOpen()
    {
        var page = await BoardStage.PageAsync(stage.Manager, "/assessments");

        Assert.Equal([BoardStage.Submitted], Codes(page, "review"));
        Assert.Contains("Submitted by Eva", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("[data-list=mine], [data-list=unbegun]"));
        Assert.Equal(["2026-Q2", "2026-Q1"], page.All("#period option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task Navigation_CountsWhatWaits()
    {
        Assert.Equal("Assessments", Entry(await BoardStage.PageAsync(stage.Visitor, "/")));
        Assert.Equal("Assessments2 for you", Entry(await BoardStage.PageAsync(stage.Editor, "/")));
        Assert.Equal("Assessments1 for you", Entry(await BoardStage.PageAsync(stage.Manager, "/")));

        static string Entry(HtmlPage page)
        {
            var links = page.All(".sidenav a").Select(HtmlPage.Words).ToList();
            return links[links.IndexOf("Focus areas") + 1];
        }
    }

    [Theory]
    [InlineData("asOf=2026-10-11", "Not assessed")]
    [InlineData("asOf=2026-10-12", "At risk evidence: on track")]
    public async Task Board_PastDay_KnowsWhatWasPublishedByThen(string query, string words)
    {
        var page = await BoardStage.PageAsync(stage.Editor, $"/assessments?{query}");

        Assert.EndsWith(words, HtmlPage.Words(Cell(page, "cybersecurity", "2026-Q3")), StringComparison.Ordinal);
        Assert.DoesNotContain("Draft", States(page));
        Assert.Empty(page.All("[data-list]"));
    }

    [Theory]
    [InlineData("until=2025-Q4", "2025-Q4", "")]
    [InlineData("until=Q1 2027", "2026-Q4", "it lies in the future")]
    [InlineData("until=3Q2025e", "2026-Q4", "it is no period here. Write it as 2026-Q4.")]
    [InlineData("until=Mar 2025", "2026-Q4", "it is no period here. Write it as 2026-Q4.")]
    [InlineData("until=2027-Q1", "2026-Q4", "it lies in the future")]
    [InlineData("until=2025", "2026-Q4", "it is no period here. Write it as 2026-Q4.")]
    [InlineData("until=soon", "2026-Q4", "it is no period here")]
    public async Task Board_Until_IsTheLastColumn(string query, string last, string note)
    {
        var page = await BoardStage.PageAsync(stage.Visitor, $"/assessments?{query}");

        Assert.Equal(last, page.All("table.board td[data-period]").Select(t => t.GetAttribute("data-period")).Distinct().Last());
        if (note.Length == 0) Assert.Equal("", page.Notes);
        Assert.Contains(note, page.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Q3 2025")]
    [InlineData("2025K3")]
    [InlineData("2025-q3")]
    [InlineData("3. kvartal 2025")]
    [InlineData("3rd quarter of 2025")]
    public async Task Board_UntilAsPeopleWriteQuarters_IsRead(string typed)
    {
        var answer = await stage.Visitor.GetAsync($"/assessments?until={Uri.EscapeDataString(typed)}");

        Assert.EndsWith("/assessments?until=2025-Q3", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenPeriod_WithoutAScript_SaysWhatIsWrongAndOpens()
    {
        await using var target = new LiveProduct();
        using var manager = await target.NewPersonAsync("Mia", Domain.People.Roles.Manager);
        var page = await manager.GetAsync("/assessments");
        var form = page.Document().QuerySelector("form[action='/assessments/open']")!;
        Assert.Equal("period", form.QuerySelector("select")!.GetAttribute("name"));
        var question = await manager.GetAsync("/assessments/open?period=2026-Q3");
        var token = question.Token();
        var asked = question.Document().QuerySelector(".question")!;
        Assert.Contains("Open the 3rd quarter of 2026?", asked.TextContent, StringComparison.Ordinal);
        Assert.Contains("The period ended on 30 Sep 2026.", asked.TextContent, StringComparison.Ordinal);
        Assert.Equal("23 Dec 2026", asked.QuerySelector("#Due")!.GetAttribute("value"));
        var late = await manager.PostAsync(
            "/assessments/open", ("_handler", "open"), (Browser.TokenField, token), ("Period", "2026-Q3"), ("Due", "2026-10-30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("has passed", late.Document().QuerySelector("#Due-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-10-30", late.Document().QuerySelector("#Due")!.GetAttribute("value"));

        var refused = await manager.PostAsync(
            "/assessments/open", ("_handler", "open"), (Browser.TokenField, token), ("Period", "2031-Q1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("has not begun", refused.Body, StringComparison.Ordinal);

        var opened = await manager.PostAsync("/assessments/open", ("_handler", "open"), (Browser.TokenField, token), ("Period", "2026-Q3"));
        Assert.Equal((HttpStatusCode.Found, "/assessments"), (opened.Status, new Uri(target.Address, opened.Location).PathAndQuery));
        var board = (await manager.GetAsync("/assessments")).Document();
        Assert.Equal(7, board.QuerySelectorAll("td[data-period='2026-Q3'][data-state=Draft]").Length);
        Assert.Empty(board.QuerySelectorAll(".board .overdue, [data-list=overdue] li"));
        Assert.DoesNotContain("2026-Q3", board.QuerySelectorAll("#period option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task History_OfAFocusArea_LeadsToItsAssessmentsAndActions()
    {
        var page = await BoardStage.PageAsync(stage.Visitor, "/history/focus-area/cybersecurity");

        var links = page.All("article[data-change] h3 a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("/focus-areas/cybersecurity/assessments/2026-Q3", links);
        Assert.Contains("/assessments/actions?show=all#cybersecurity-2026-Q3-A3", links);
        Assert.DoesNotContain(links, l => l!.Contains("base-expansion", StringComparison.Ordinal));
    }

    private static IElement Cell(HtmlPage page, string slug, string period) =>
        page.All($"tr[data-slug={slug}] td[data-period='{period}']").Single();

    private static List<string> Codes(HtmlPage page, string list) =>
        [.. page.All($"[data-list={list}] li").Select(l => l.GetAttribute("data-code")!)];

    private static IEnumerable<string> States(HtmlPage page) =>
        page.All("table.board td[data-state]")
            .Select(c => c.GetAttribute("data-state")!).Where(s => s.Length > 0).Distinct().Order(StringComparer.Ordinal);
}
