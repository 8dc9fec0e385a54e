using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Editing;
using DefenseCoop.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DefenseCoop.Tests.Assessments.Pages.AssessmentSite;

namespace DefenseCoop.Tests.Assessments.Pages;

/// <summary>The form of an assessment without a script, and what its script asks for.</summary>
public sealed class AssessmentFormTests(AssessmentSite site) : IClassFixture<AssessmentSite>
{
    [Theory]
    [InlineData("progress", "As [NOTHING-1] shows.", "progress", "NOTHING-1")]
    [InlineData("decision", "Stop", "reason", "write why")]
    [InlineData("decision", "Nonsense", "decision", "none of the choices")]
    [InlineData("action:1:text", "Do something", "action:1:owner", "no owner")]
    [InlineData("action:1:due", "soon", "action:1:due", "no day")]
    [InlineData("progress", "", "progress", "Enter the progress")]
    public async Task Submission_WithAMistake_SaysItAtTheFieldAndKeepsAll(string field, string value, string at, string words)
    {
        var page = await OpenAsync(site.Eva, Url("intelligence-sharing"));
        var answer = await SendAsync(
            site.Eva, page, "submit",
            Whole(page, ("risks", "kept anyway"), ("reason", ""), ("action:1:text", ""), ("action:1:due", ""))
                .Where(f => f.Field != field).Append((field, value)).ToArray());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var shown = answer.Document();
        var link = shown.QuerySelectorAll("[role=alert] a")
            .Single(a => a.GetAttribute("href")!.EndsWith($"#f-{at}", StringComparison.Ordinal));
        Assert.Contains(TextPartNames.Words(at), link.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(words, shown.QuerySelector($"[data-field='{at}'] .field-error")!.TextContent, StringComparison.Ordinal);
        var control = shown.QuerySelector($"[name='f.{field}']");
        Assert.Equal(
            value,
            control is IHtmlTextAreaElement area
                ? area.Value
                : control is IHtmlSelectElement select ? select.Value
                : ((IHtmlInputElement)control!).Value);
        Assert.Equal(
            "kept anyway",
            (await OpenAsync(site.Ole, Url("intelligence-sharing"))).QuerySelector<IHtmlTextAreaElement>("[name='f.risks']")!.Value);
    }

    /// <summary>The script asks for the preview by itself; without one the whole form is sent.</summary>
    [Theory]
    [InlineData("/initiatives/BE-1", true)]
    [InlineData("/initiatives/BE-1?asOf=2025-06-30#BE-1-M1", true)]
    [InlineData("/initiatives?stage=UnderWay", true)]
    [InlineData("/focus-areas/base-expansion", true)]
    [InlineData("/focus-areas/base-expansion/assessments/2026-Q3", true)]
    [InlineData("/", true)]
    [InlineData("/method#status", true)]
    [InlineData("/changes/1", true)]
    [InlineData("/history/Initiative/BE-1", true)]
    [InlineData("/api/v1/changes", true)]
    [InlineData("/initiatives/BE-99", false)]
    [InlineData("/initiatives/base-expansion", false)]
    [InlineData("/initiatives/BE-1/more", false)]
    [InlineData("/focus-areas/no-such", false)]
    [InlineData("/focus-areas/BE-1", false)]
    [InlineData("/focus-areas/no-such/assessments/2026-Q3", false)]
    [InlineData("/focus-areas/base-expansion/assessments/soon", false)]
    [InlineData("/changes/first", false)]
    [InlineData("/assessments/preview", false)]
    [InlineData("/nowhere", false)]
    public async Task Preview_OfALinkToAPageOfOurs_NamesOneThatIsNotThere(string target, bool isThere)
    {
        var page = await OpenAsync(site.Eva, Url("cybersecurity"));
        var text = $"[base-expansion](/focus-areas/base-expansion) and [BE](/initiatives/BE-1) and [words]({target})";
        string[] expected = isThere ? [] : [$"Nothing here stands at “{target}”, so this link leads nowhere."];

        var asked = await site.Eva.PostAsync(
            "/assessments/preview", (Browser.TokenField, page.QuerySelector($"input[name={Browser.TokenField}]")!.GetAttribute("value")!),
            ("text", text), ("period", Period));
        var sent = await SendAsync(site.Eva, page, "preview", ("progress", text));

        Assert.Equal(expected, asked.Document().QuerySelectorAll("ul.remarks li").Select(n => n.TextContent));
        Assert.Equal(
            expected, sent.Document().QuerySelectorAll("[data-field=progress] [data-preview-box] .remarks li").Select(n => n.TextContent));
    }

    [Fact]
    public async Task Submission_WithALinkToNothingHere_IsNotMadeAndKeepsTheText()
    {
        const string text = "See [words](/initiatives/BE-99), [more][1] and [all](/initiatives).\n\n[1]: /nowhere";
        var page = await OpenAsync(site.Eva, Url("cybersecurity"));

        var answer = await SendAsync(site.Eva, page, "submit", Whole(page, ("progress", text)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var field = answer.Document().QuerySelector("[data-field=progress]")!;
        Assert.Contains(
            "links to /initiatives/BE-99, /nowhere, and no such page is here: correct the address, or take the link away.",
            field.QuerySelector(".field-error")!.TextContent,
            StringComparison.Ordinal);
        var kept = await OpenAsync(site.Eva, Url("cybersecurity"));
        Assert.Equal(text, kept.QuerySelector("[name='f.progress']")!.TextContent);
    }

    /// <summary>Without a script, too, the preview says what nobody could know in the period.</summary>
    [Fact]
    public async Task Preview_CitingAReadingOfAfterThePeriod_SaysSo()
    {
        const string code = "IN-DT1-DELIV-LATER";
        await using (var db = site.Target.NewContext())
        {
            var indicator = await db.Indicators.SingleAsync(i => i.Code == "IN-DT1-DELIV", TestContext.Current.CancellationToken);
            indicator.Readings.Add(Reading.Create(
                code, Domain.Schedule.Period.Parse("2026-10-15"), 27, ReadingKind.Actual, "actual",
                new Attribution { Provenance = Provenance.Illustrative }, 99));
            await db.SaveRecordsAsync();
        }

        var page = await OpenAsync(site.Eva, Url("base-expansion"));
        var preview =
            (await SendAsync(site.Eva, page, "preview", ("progress", $"As [{code}] shows."), ("risks", "As [BE-1] shows."))).Document();

        Assert.Contains(
            "Cited from after the end of the period (30 Sep 2026)",
            preview.QuerySelector("[data-field=progress] [data-preview-box]")!.TextContent,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Cited from after", preview.QuerySelector("[data-field=risks] [data-preview-box]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judgement_OtherThanComputed_NeedsAReason()
    {
        var page = await OpenAsync(site.Eva, Url("joint-training"));
        var judgement = page.QuerySelector<IHtmlSelectElement>("[name='f.judgement']")!;
        var other = judgement.Options.First(o => o.Value.Length > 0 && !o.Text.Contains("(as", StringComparison.Ordinal)).Value;

        var answer = await SendAsync(site.Eva, page, "submit", Whole(page, ("judgement", other)));

        Assert.Contains(
            "write why they differ",
            answer.Document().QuerySelector("[data-field=reason] .field-error")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameSentence_ByTwoPeople_IsAConflictWithBoth_AndSettled()
    {
        var url = Url("defense-technology");
        await SendAsync(site.Eva, await OpenAsync(site.Eva, url), "save", ("risks", "There is a risk."));
        var eva = await OpenAsync(site.Eva, url);
        var ole = await OpenAsync(site.Ole, url);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(site.Eva, eva, "save", ("risks", "Eva says so."))).Status);

        var answer = await SendAsync(site.Ole, ole, "save", ("risks", "Ole says otherwise."));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        var box = answer.Document().QuerySelector("[data-field=risks] [data-conflict]")!;
        Assert.Contains("eva changed the same", box.TextContent, StringComparison.Ordinal);
        Assert.Contains("Eva says so.", box.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ole says otherwise.", answer.Document().QuerySelector<IHtmlTextAreaElement>("[name='f.risks']")!.Value);
        var again = await OpenAsync(site.Ole, url);
        Assert.NotNull(again.QuerySelector("[data-conflict]"));
        await SendAsync(site.Ole, again, "mine:risks", ("risks", "Eva says so. Ole says otherwise."));
        var settled = await OpenAsync(site.Ole, url);
        Assert.Null(settled.QuerySelector("[data-field=risks] [data-conflict]"));
        Assert.Equal("Eva says so. Ole says otherwise.", settled.QuerySelector<IHtmlTextAreaElement>("[name='f.risks']")!.Value);
    }

    [Theory]
    [InlineData(200_000)]
    [InlineData(300_000)]
    public async Task Text_FarTooLong_IsRefusedAtItsFieldAndKept(int length)
    {
        var text = new string('x', length);
        var page = await OpenAsync(site.Eva, Url("defense-spending"));

        var answer = await SendAsync(site.Eva, page, "submit", Whole(page, ("changes", text)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Document().QuerySelector("[data-field=changes] .field-error"));
        Assert.Equal(text, answer.Document().QuerySelector<IHtmlTextAreaElement>("[name='f.changes']")!.Value);
    }

    [Fact]
    public async Task Buttons_WithoutAScript_AddRemoveAndPreview()
    {
        var url = Url("base-expansion");
        var page = await OpenAsync(site.Eva, url);
        Assert.True(page.QuerySelector("[data-action='1']")!.HasAttribute("hidden"));
        var added = (await SendAsync(site.Eva, page, "add")).Document();
        Assert.False(added.QuerySelector("[data-action='1']")!.HasAttribute("hidden"));
        var preview = (await SendAsync(
            site.Eva, added, "preview", ("action:1:text", "To do"), ("progress", "**strong** <script>alert(1)</script> [BE-1]")))
            .Document();
        var box = preview.QuerySelector("[data-field=progress] [data-preview-box]")!;
        Assert.Equal("strong", box.QuerySelector("strong")!.TextContent);
        Assert.Null(box.QuerySelector("script"));
        Assert.Equal("/initiatives/BE-1", box.QuerySelector("a")!.GetAttribute("href"));
        await SendAsync(site.Eva, preview, "remove:1");
        Assert.Equal("", (await OpenAsync(site.Eva, url)).QuerySelector<IHtmlInputElement>("[name='f.action:1:text']")!.Value);
    }

    [Fact]
    public async Task Sync_ByTheScript_KeepsMergesAndTells()
    {
        var url = Url("maritime-arctic");
        var (eva, ole) = (await OpenAsync(site.Eva, url), await OpenAsync(site.Ole, url));
        var saved = Json(await SyncAsync(site.Eva, eva, "progress", ("f.progress", "One. Two."), ("b.progress", "")));
        Assert.Equal("Saved", saved.GetProperty("results")[0].GetProperty("outcome").GetString());

        var merged = Json(await SyncAsync(site.Ole, ole, "risks", ("f.progress", "One. Two. Three."), ("b.progress", "One. Two.")));
        Assert.Contains(
            merged.GetProperty("people").EnumerateArray(),
            p => p.GetProperty("person").GetString() == "eva" && p.GetProperty("words").GetString() == "Progress");
        var news = Json(await SyncAsync(site.Eva, eva, ""));
        Assert.Contains(news.GetProperty("fields").EnumerateArray(), f => f.GetProperty("value").GetString() == "One. Two. Three.");
        Assert.Equal("Draft", news.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Endpoints_WithoutTokenOrRight_Refuse()
    {
        var page = await OpenAsync(site.Eva, Url("cybersecurity"));
        var code = page.QuerySelector("form[data-assess]")!.GetAttribute("data-code")!;
        foreach (var path in new[] { "/assessments/sync", "/assessments/resolve", "/assessments/preview" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await site.Eva.PostAsync(path, ("code", code))).Status);
            var token = (await OpenAsync(site.Mia, "/account/sign-out"))
                .QuerySelector($"input[name={Browser.TokenField}]")!
                .GetAttribute("value")!;
            Assert.Equal(HttpStatusCode.Forbidden, (await site.Mia.PostAsync(path, (Browser.TokenField, token), ("code", code))).Status);
            Assert.True(
                (await site.Visitor.PostAsync(path, ("code", code))).Status is HttpStatusCode.BadRequest
                    or HttpStatusCode.Unauthorized or HttpStatusCode.Found);
        }
    }

    private static Task<Answer> SyncAsync(Browser browser, IHtmlDocument page, string at, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector("form[data-assess]")!;
        return browser.PostAsync(
            form.GetAttribute("data-sync")!,
            [
                (Browser.TokenField, form.QuerySelector($"input[name={Browser.TokenField}]")!.GetAttribute("value")!),
                ("code", form.GetAttribute("data-code")!),
                ("seen", form.QuerySelector("[data-seen]")!.GetAttribute("value")!),
                ("at", at),
                .. fields,
            ]);
    }

    private static JsonElement Json(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, $"{answer.Status}: {answer.Body}");
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
