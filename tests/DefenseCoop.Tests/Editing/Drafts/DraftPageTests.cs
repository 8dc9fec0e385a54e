using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.Urls;
using Xunit;
using static DefenseCoop.Tests.Editing.EditingBrowser;

namespace DefenseCoop.Tests.Editing.Drafts;

/// <summary>What is typed and not saved, over HTTP: as the script of a form keeps it, and as people find it again.</summary>
public sealed class DraftPageTests(LiveProduct target) : VisitTests(target)
{
    private const string Form = "/edit/recommendation/new";

    private EditingBrowser _editor = null!;

    public override async ValueTask InitializeAsync() => _editor = await EditAsync();

    [Fact]
    public async Task Draft_Kept_BringsTheFormBackUntilItIsDiscarded()
    {
        Assert.Equal(HttpStatusCode.OK, (await KeepAsync("half a sent")).Status);

        var page = await _editor.OpenAsync(Form);
        Assert.Equal("half a sent", Value(page, "Text"));
        Assert.False(page.QuerySelector("form[data-discard]")!.HasAttribute("hidden"));
        Assert.Contains(
            "You began this on 23 Nov 2026, 12:00 UTC", page.QuerySelector("form[data-discard]")!.TextContent, StringComparison.Ordinal);

        var discarded = await _editor.DiscardAsync(page);
        Assert.Equal(Form, _editor.Path(discarded));
        Assert.Equal("", Value(await _editor.OpenAsync(Form), "Text"));
    }

    [Fact]
    public async Task Draft_Saved_IsGone()
    {
        await KeepAsync("a whole sentence");

        var saved = await _editor.SendAsync(await _editor.OpenAsync(Form), ("Provenance", "illustrative"));

        Assert.Equal(HttpStatusCode.Found, saved.Status);
        Assert.Empty((await _editor.OpenAsync(EditUrls.Drafts)).QuerySelectorAll("tr[data-draft]"));
        Assert.Equal("", Value(await _editor.OpenAsync(Form), "Text"));
    }

    [Fact]
    public async Task Drafts_AreListedForTheirPersonOnly_AndRemovable()
    {
        await KeepAsync("mine alone");
        using var other = await OfAsync(Target, "other");
        Assert.Empty((await other.OpenAsync(EditUrls.Drafts)).QuerySelectorAll("tr[data-draft]"));

        var page = await _editor.OpenAsync(EditUrls.Drafts);
        var row = page.QuerySelector("tr[data-draft]")!;
        Assert.Equal(Form, row.QuerySelector("a")!.GetAttribute("href"));
        var question = await _editor.OpenAsync(row.QuerySelector("td a.button")!.GetAttribute("href")!);
        Assert.Contains("cannot be brought back", question.QuerySelector(".question")!.TextContent, StringComparison.Ordinal);
        Assert.Single(question.QuerySelectorAll("tr[data-draft]"));
        var answer = await _editor.ConfirmAsync(question);

        Assert.Equal($"{EditUrls.Drafts}?done=discarded", _editor.Path(answer));
        Assert.Empty((await _editor.OpenAsync(EditUrls.Drafts)).QuerySelectorAll("tr[data-draft]"));
    }

    [Fact]
    public async Task Draft_PostedWithoutATokenOrRight_IsRefused()
    {
        var page = await _editor.OpenAsync(Form);
        var fields = Fields(page.QuerySelector<IHtmlFormElement>("form[data-edit]")!);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await _editor.Browser.PostAsync(EditUrls.DraftPath, [.. fields.Where(f => f.Name != Browser.TokenField)])).Status);

        using var analyst = await Target.NewPersonAsync($"analyst-{Guid.NewGuid():N}", Roles.Analyst);
        using var visitor = Target.NewBrowser();
        foreach (var path in new[] { EditUrls.DraftPath, EditUrls.PreviewPath })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync(path, fields)).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(path, fields)).Status);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync(EditUrls.TokenPath)).Status);
    }

    [Fact]
    public async Task Draft_OfNoFormOrTooLong_IsRefusedWithWords()
    {
        var page = await _editor.OpenAsync(Form);
        var fields = Fields(page.QuerySelector<IHtmlFormElement>("form[data-edit]")!);

        var none = await _editor.Browser.PostAsync(EditUrls.DraftPath, [.. fields.Where(f => f.Name != "Form"), ("Form", "no-such-form")]);
        var tooLong = await _editor.Browser.PostAsync(
            EditUrls.DraftPath, [.. fields.Where(f => f.Name != "Why"), ("Why", new string('x', 20_000))]);

        foreach (var (answer, words) in new[] { (none, "There is no such form"), (tooLong, "The reason has 20000 characters") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains($"\"detail\":\"{words}", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Preview_Fetched_IsAPieceOfAPageAndChangesNothing()
    {
        var page = await _editor.OpenAsync(Form);
        var fields = Fields(page.QuerySelector<IHtmlFormElement>("form[data-edit]")!);

        var source = await _editor.OpenAsync(EditUrls.New("source"));
        var empty = await _editor.Browser.PostAsync(
            EditUrls.PreviewPath, Fields(source.QuerySelector<IHtmlFormElement>("form[data-edit]")!));
        var whole = await _editor.Browser.PostAsync(
            EditUrls.PreviewPath,
            [.. fields.Where(f => f.Name is not ("f.Text" or "f.Provenance")), ("f.Text", "Do less"), ("f.Provenance", "illustrative")]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (empty.Status, whole.Status));
        Assert.Contains("to see the effect", empty.Body, StringComparison.Ordinal);
        Assert.Contains("No status changes.", whole.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", whole.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Do less", (await _editor.OpenAsync("/recommendations")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_AfterANewSignIn_LetsTheOpenFormGoOn()
    {
        var name = $"again-{Guid.NewGuid():N}";
        using var before = await Target.NewPersonAsync(name, Roles.Editor);
        var page = (await before.GetAsync(Form)).Document();
        var fields = Fields(page.QuerySelector<IHtmlFormElement>("form[data-edit]")!);
        await before.SignInAsync(name);

        var token = System.Text.Json.JsonDocument.Parse((await before.GetAsync(EditUrls.TokenPath)).Body).RootElement
            .GetProperty("token")
            .GetString()!;
        var kept = await before.PostAsync(
            EditUrls.DraftPath, [.. fields.Where(f => f.Name != Browser.TokenField), (Browser.TokenField, token)]);

        Assert.Equal(HttpStatusCode.OK, kept.Status);
    }

    private async Task<Answer> KeepAsync(string text)
    {
        var page = await _editor.OpenAsync(Form);
        var fields = Fields(page.QuerySelector<IHtmlFormElement>("form[data-edit]")!);
        return await _editor.Browser.PostAsync(EditUrls.DraftPath, [.. fields.Where(f => f.Name != "f.Text"), ("f.Text", text)]);
    }
}
