using AngleSharp.Dom;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>What was judged, what waits and what is late stands where a manager looks, and only what is public for others.</summary>
public sealed class JudgedTests(BoardStage stage) : IClassFixture<BoardStage>
{
    public static TheoryData<string> Pages => ["/", "/focus-areas"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task LastJudged_Visitor_StandsBesideTheStatusWithItsPeriodAndThatItDiffers(string address)
    {
        var page = await BoardStage.PageAsync(stage.Visitor, address);

        var cell = Judged(page, "cybersecurity");
        Assert.Equal("At risk 3rd quarter of 2026differs: the evidence said on track", HtmlPage.Words(cell));
        Assert.Equal("AtRisk", cell.QuerySelector("a [data-status]")!.GetAttribute("data-status"));
        Assert.Equal("/focus-areas/cybersecurity/assessments/2026-Q3", cell.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("not yet", HtmlPage.Words(Judged(page, "base-expansion")));
        Assert.Equal(7, page.All("td[data-label='Last judged']").Count());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Attention_Visitor_NamesActionsAlone(string address)
    {
        var page = await BoardStage.PageAsync(stage.Visitor, address);

        Assert.Equal(["actions-overdue", "actions-open"], Lines(page));
        Assert.Equal("1 action is overdue: Hire two analysts, The office, was due 1 Nov 2026", Line(page, "actions-overdue"));
        Assert.Equal("1 action is open and in time", Line(page, "actions-open"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Attention_Manager_NamesFirstWhatWaitsForReview(string address)
    {
        var page = await BoardStage.PageAsync(stage.Manager, address);

        Assert.Equal(["review", "overdue", "actions-overdue", "actions-open"], Lines(page));
        Assert.StartsWith("1 assessment waits for your review: Base expansion", Line(page, "review"), StringComparison.Ordinal);
        Assert.EndsWith("3rd quarter of 2026, submitted by Eva on 20 Oct 2026", Line(page, "review"), StringComparison.Ordinal);
        Assert.StartsWith("5 assessments are overdue: ", Line(page, "overdue"), StringComparison.Ordinal);
        Assert.EndsWith("; and 3 more", Line(page, "overdue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attention_Editor_NamesTheirDrafts()
    {
        var page = await BoardStage.PageAsync(stage.Editor, "/");

        Assert.Equal(["mine", "overdue", "actions-overdue", "actions-open"], Lines(page));
        Assert.StartsWith("2 assessments are yours to finish: ", Line(page, "mine"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Attention_EveryLink_LeadsToAPageThatNamesIt(string address)
    {
        var page = await BoardStage.PageAsync(stage.Manager, address);

        // The evidence of the assessments of this stage is made up: their own pages are opened elsewhere.
        foreach (var link in page.All(".attention a")
            .Where(a => !a.GetAttribute("href")!.StartsWith("/focus-areas/", StringComparison.Ordinal)))
        {
            var url = link.GetAttribute("href")!;
            var target = await BoardStage.PageAsync(stage.Manager, url.Split('#')[0]);
            Assert.True(target.Status == System.Net.HttpStatusCode.OK, url);
            if (url.Split('#') is [_, var fragment])
            {
                Assert.True(target.Document.GetElementById(fragment) is not null, $"{HtmlPage.Words(link)}: {url}");
            }
        }
    }

    [Theory]
    [InlineData("asOf=2026-10-11", "not yet")]
    [InlineData("asOf=2026-10-12", "At risk 3rd quarter of 2026differs: the evidence said on track")]
    public async Task Summary_PastDay_KnowsWhatWasPublishedByThenAndNothingThatWaits(string query, string words)
    {
        var page = await BoardStage.PageAsync(stage.Manager, $"/?{query}");

        Assert.Equal(words, HtmlPage.Words(Judged(page, "cybersecurity")));
        Assert.DoesNotContain("review", Lines(page));
        Assert.DoesNotContain("overdue", Lines(page));
        Assert.Equal(words != "not yet", Lines(page).Contains("actions-open"));
    }

    [Fact]
    public async Task FocusArea_Manager_SeesWhatWaitsInItAndItsActions()
    {
        Assert.Equal(["review"], Lines(await BoardStage.PageAsync(stage.Manager, "/focus-areas/base-expansion")));
        Assert.Equal(["actions-overdue", "actions-open"], Lines(await BoardStage.PageAsync(stage.Manager, "/focus-areas/cybersecurity")));
        Assert.Empty(Lines(await BoardStage.PageAsync(stage.Visitor, "/focus-areas/base-expansion")));
    }

    private static IElement Judged(HtmlPage page, string slug) => page.All($"tr[data-slug={slug}] td[data-label='Last judged']").Single();

    private static List<string> Lines(HtmlPage page) => [.. page.All("[data-attention]").Select(l => l.GetAttribute("data-attention")!)];

    private static string Line(HtmlPage page, string name) => HtmlPage.Words(page.All($"[data-attention={name}]").Single());
}
