using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Domain.Assessments;
using Xunit;
using static DefenseCoop.Tests.Assessments.Pages.AssessmentSite;

namespace DefenseCoop.Tests.Assessments.Pages;

/// <summary>What readers of a published assessment are told of what came after it.</summary>
public sealed class ReadingTests(AssessmentSite site) : IClassFixture<AssessmentSite>
{
    [Fact]
    public async Task Revision_ThatWasCorrected_SaysAtItsTopWhichOneStands()
    {
        const string slug = "cybersecurity";
        await site.SubmitAsync(slug);
        await site.PublishAsync(slug);
        var page = await OpenAsync(site.Eva, Url(slug));
        Assert.Null(page.QuerySelector(".superseded"));
        Assert.Equal(
            HttpStatusCode.Found, (await SendAsync(site.Eva, Url(slug), page, "correct", ("Reason", "A figure was wrong"))).Status);
        Assert.Null((await OpenAsync(site.Visitor, Url(slug))).QuerySelector(".superseded"));
        await site.SubmitAsync(slug);
        await site.PublishAsync(slug);

        Assert.Null((await OpenAsync(site.Visitor, Url(slug))).QuerySelector(".superseded"));
        var old = (await OpenAsync(site.Visitor, $"{Url(slug)}?revision=1&asOf=2026-11-23")).QuerySelector("main .superseded")!;
        Assert.Contains("A figure was wrong", old.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{Url(slug)}?revision=2", old.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Reading_OfADayBeforeThePublication_KnowsNothingOfIt()
    {
        const string slug = "maritime-arctic";
        await site.SubmitAsync(
            slug, (TextPartNames.Progress, "See [MA-1]."), (TextPartNames.Action(1, ActionPart.Text), "Ask again"),
            (TextPartNames.Action(1, ActionPart.Owner), "Eva"), (TextPartNames.Action(1, ActionPart.Due), "2026-11-20"));
        Assert.Equal("Not published yet", State(await OpenAsync(site.Mia, Url(slug))));
        await site.PublishAsync(slug);

        Assert.Equal("Open, overdue", State(await OpenAsync(site.Visitor, Url(slug))));
        foreach (var browser in new[] { site.Visitor, site.Eva })
        {
            var before = await OpenAsync(browser, $"{Url(slug)}?asOf=2026-11-20");
            Assert.Contains(
                "No assessment of Maritime and Arctic security is published",
                before.QuerySelector("main .empty")!.TextContent,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Evidence_LongLists_AreFolded()
    {
        const string slug = "defense-technology";
        await site.SubmitAsync(slug);
        await site.PublishAsync(slug);

        var folds = (await OpenAsync(site.Visitor, Url(slug))).QuerySelectorAll<IHtmlDetailsElement>(".facts-fold").ToList();
        Assert.Contains(folds, f => !f.IsOpen);
        Assert.All(folds, f =>
        {
            var rows = f.QuerySelectorAll("tbody tr").Length;
            Assert.StartsWith($"{rows} ", f.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(rows <= 12, f.IsOpen);
        });
    }

    private static string State(IHtmlDocument page) => page.QuerySelector("td[data-label=State]")!.TextContent;
}
