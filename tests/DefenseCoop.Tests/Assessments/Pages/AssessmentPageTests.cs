using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Editing;
using Xunit;
using static DefenseCoop.Tests.Assessments.Pages.AssessmentSite;

namespace DefenseCoop.Tests.Assessments.Pages;

/// <summary>The page of an assessment in each state, under each role, without a script.</summary>
public sealed class AssessmentPageTests(AssessmentSite site) : IClassFixture<AssessmentSite>
{
    private const string Missing = "No assessment of";

    /// <summary>Below the day stands what is understood of it; above the form, what is wrong with which field.</summary>
    [Fact]
    public async Task OpenPeriod_Due_IsSaidInWordsAndNamedWhereItIsWrong()
    {
        var page = await OpenAsync(site.Mia, "/assessments/open");
        var due = page.GetElementById("Due")!;
        Assert.Equal("Day", due.GetAttribute("data-reads"));
        Assert.Contains("Due-echo", due.GetAttribute("aria-describedby")!.Split(' '));
        Assert.EndsWith(", a day", page.GetElementById("Due-echo")!.TextContent, StringComparison.Ordinal);

        var refused = await SendAsync(site.Mia, "/assessments/open", page, "open", ("Period", "2026-Q4"), ("Due", "in some weeks"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Due: “in some weeks” is no day", refused.Document().QuerySelector("[role=alert] a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("in some weeks", refused.Document().GetElementById("Due")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Draft_IsAFormForEditors_AndNothingForReaders()
    {
        const string slug = "joint-training";
        Assert.NotNull((await OpenAsync(site.Eva, Url(slug))).QuerySelector("form[data-assess]"));
        var manager = await OpenAsync(site.Mia, Url(slug));
        Assert.Null(manager.QuerySelector("form[data-assess]"));
        Assert.Contains("readers do not see it yet", manager.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        foreach (var browser in new[] { site.Reader, site.Visitor }) Assert.Contains(Missing, (await OpenAsync(browser, Url(slug))).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Missing, (await OpenAsync(site.Eva, $"{Url(slug)}?asOf=2026-11-01")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/focus-areas/no-such-area/assessments/2026-Q3", HttpStatusCode.NotFound)]
    [InlineData("/focus-areas/cybersecurity/assessments/2026-Q9", HttpStatusCode.NotFound)]
    [InlineData("/focus-areas/cybersecurity/assessments/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/focus-areas/cybersecurity/assessments/2030-Q1", HttpStatusCode.OK)]
    [InlineData("/focus-areas/cybersecurity/assessments/2026-Q3?revision=7", HttpStatusCode.OK)]
    [InlineData("/focus-areas/cybersecurity/assessments/2026-Q3?revision=x", HttpStatusCode.OK)]
    public async Task Address_OfNothing_IsSaid(string address, HttpStatusCode status)
    {
        await OpenAsync(site.Visitor, address, status);
        await OpenAsync(site.Eva, address, status);
    }

    [Fact]
    public async Task Loop_FromDraftToCorrection_ByPlainForms()
    {
        const string slug = "cybersecurity";
        await site.SubmitAsync(slug, ("action:1:text", "Ask for figures"), ("action:1:owner", "Eva"), ("action:1:due", "2026-12-31"));
        Assert.Null((await OpenAsync(site.Eva, Url(slug))).QuerySelector("form[data-assess]"));
        Assert.Contains(Missing, (await OpenAsync(site.Reader, Url(slug))).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

        var review = await OpenAsync(site.Mia, Url(slug));
        var silent = await SendAsync(site.Mia, Url(slug), review, "review", ("do", "return"), ("c.progress", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("at least one comment", EditingBrowser.Problems(silent.Document()), StringComparison.Ordinal);
        var lost = await SendAsync(site.Mia, Url(slug), review, "review", ("do", "publish"), ("c.progress", "Which plan?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lost.Status);
        Assert.Equal("Which plan?", lost.Document().QuerySelector<IHtmlTextAreaElement>("[name='c.progress']")!.Value);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(site.Mia, Url(slug), review, "review", ("do", "return"), ("c.progress", "Which plan?"))).Status);

        var form = await OpenAsync(site.Ole, Url(slug));
        Assert.Contains("Which plan?", form.QuerySelector("[data-field=progress] .remarks")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ask for figures", form.QuerySelector<IHtmlInputElement>("[name='f.action:1:text']")!.Value);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(site.Ole, form, "submit", ("progress", "It went as the plan of 2024 says."))).Status);
        await site.PublishAsync(slug);

        var read = await OpenAsync(site.Visitor, Url(slug));
        Assert.Contains("the plan of 2024", read.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.True(read.QuerySelectorAll(".judged [data-status]").Length >= 2);
        Assert.Contains("Ask for figures", read.QuerySelector("#h-actions")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Which plan?", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(read.QuerySelector("main form"));

        var published = await OpenAsync(site.Eva, Url(slug));
        var unreasoned = await SendAsync(site.Eva, Url(slug), published, "correct", ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.Status);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(site.Eva, Url(slug), published, "correct", ("Reason", "A figure was wrong"))).Status);
        var second = await OpenAsync(site.Eva, Url(slug));
        Assert.Contains("the plan of 2024", second.QuerySelector<IHtmlTextAreaElement>("[name='f.progress']")!.Value, StringComparison.Ordinal);
        Assert.Contains("the plan of 2024", (await OpenAsync(site.Visitor, Url(slug))).QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(site.Eva, second, "submit", ("progress", "It went better."))).Status);
        await site.PublishAsync(slug);
        var newest = await OpenAsync(site.Visitor, Url(slug));
        Assert.Contains("It went better.", newest.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A figure was wrong", newest.QuerySelector(".revisions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("the plan of 2024", (await OpenAsync(site.Visitor, $"{Url(slug)}?revision=1")).QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_CorrectedAfterwards_StaysAsFrozenAndSaysSo()
    {
        const string slug = "defense-technology";
        await site.SubmitAsync(slug);
        await site.PublishAsync(slug);
        var before = await OpenAsync(site.Visitor, Url(slug));
        Assert.Null(before.QuerySelector(".corrected"));
        var link = before.QuerySelectorAll<IHtmlAnchorElement>(".evidence-read a").First(a => a.GetAttribute("href")!.StartsWith("/initiatives/", StringComparison.Ordinal) && a.GetAttribute("href")!.Contains("-M", StringComparison.Ordinal));
        var code = link.GetAttribute("href")!.Split('#')[1];
        using var editor = new EditingBrowser(site.Target, await site.Target.SignInAsync("eva"));
        await editor.SavedAsync(await editor.SaveAsync($"/edit/milestone/{code}", ("Title", "Called otherwise")));

        var after = await OpenAsync(site.Visitor, Url(slug));
        Assert.Contains("has since been corrected", after.QuerySelector(".corrected")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before.QuerySelector(".evidence-read .hash")!.TextContent, after.QuerySelector(".evidence-read .hash")!.TextContent);
        Assert.All(after.QuerySelectorAll(".evidence-read table"), t => Assert.DoesNotContain("Called otherwise", t.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publishing_OnesOwn_IsRefusedWithItsReason()
    {
        const string slug = "maritime-arctic";
        var both = site.Of("both");
        var form = await OpenAsync(both, Url(slug));
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(both, form, "submit", Whole(form))).Status);

        var page = await OpenAsync(both, Url(slug));
        Assert.Null(page.QuerySelector("button[value=publish]"));
        Assert.Contains("four eyes", page.QuerySelector("#review")!.TextContent, StringComparison.Ordinal);
        var forced = await SendAsync(both, Url(slug), page, "review", ("do", "publish"));
        Assert.Equal(HttpStatusCode.Conflict, forced.Status);
        Assert.Contains("four eyes", EditingBrowser.Problems(forced.Document()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_FinalAct_AsksFirstNamingWhatItDoes()
    {
        const string slug = "intelligence-sharing";
        await site.SubmitAsync(slug);
        var review = await OpenAsync(site.Mia, Url(slug));
        Assert.Equal("eva submitted this on 23 Nov 2026. It waits for you.", review.QuerySelector(".lede")!.TextContent.Trim());
        Assert.Equal(["Publish…", "Return…"], review.QuerySelectorAll("#review button").Select(b => b.TextContent));

        var publish = (await SendAsync(site.Mia, Url(slug), review, "review", ("do", "ask-publish"))).Document();
        var question = publish.QuerySelector("#review .question")!;
        Assert.Equal("Publish “Intelligence sharing, 3rd quarter of 2026”?", question.QuerySelector("h2")!.TextContent);
        Assert.Matches(@"Judged (\w+ ?\w*), evidence \1\. Everybody can read it, and nobody can change it any more; a correction makes a new revision\.", question.TextContent);
        Assert.Equal(["publish"], question.QuerySelectorAll("button").Select(b => b.GetAttribute("value")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(site.Mia, Url(slug), review, "review", ("do", "ask-return"), ("c.", " "))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(site.Mia, Url(slug), review, "review", ("do", "ask-publish"), ("c.risks", "Which?"))).Status);
        foreach (var act in new[] { "ask-return", "back" })
        {
            var page = await SendAsync(site.Mia, Url(slug), review, "review", ("do", act), ("c.risks", "Which risk?"), ("c.", "Nearly there."));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal("Which risk?", page.Document().QuerySelector<IHtmlTextAreaElement>("[name='c.risks']")!.Value);
            Assert.Equal(act == "ask-return", page.Document().QuerySelector(".question") is { } asks && asks.TextContent.Contains("It goes back to eva with 2 comments of yours", StringComparison.Ordinal));
        }

        Assert.Contains("It waits for you.", (await OpenAsync(site.Mia, Url(slug))).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It waits for the review of somebody who did not write it.", (await OpenAsync(site.Eva, Url(slug))).QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await OpenAsync(site.Eva, Url(slug))).QuerySelectorAll("#review button"));
    }

    [Fact]
    public async Task Forms_PostedByThoseWhoMayNot_ChangeNothing()
    {
        const string slug = "base-expansion";
        var form = await OpenAsync(site.Eva, Url(slug));
        foreach (var browser in new[] { site.Reader, site.Mia, site.Visitor })
        {
            var page = await OpenAsync(browser, browser == site.Visitor ? "/account/sign-in" : "/account/sign-out");
            var fields = EditingBrowser.Fields(form.QuerySelector<IHtmlFormElement>("form[data-assess]")!).Where(f => f.Name != Browser.TokenField && f.Name != "f.progress");
            var answer = await browser.PostAsync(Url(slug), [.. fields, (Browser.TokenField, page.QuerySelector($"input[name={Browser.TokenField}]")!.GetAttribute("value")!), ("f.progress", "not mine"), ("do", "save")]);
            Assert.NotEqual(HttpStatusCode.Found, answer.Status);
        }

        Assert.Equal("", (await OpenAsync(site.Eva, Url(slug))).QuerySelector<IHtmlTextAreaElement>("[name='f.progress']")!.Value);
    }
}
