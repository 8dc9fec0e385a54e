using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Editing;
using DefenseCoop.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Board;

/// <summary>Actions from the decision to their effect.</summary>
public sealed class ActionsPageTests(BoardStage stage) : IClassFixture<BoardStage>
{
    private const string Address = "/assessments/actions";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", BoardStage.Overdue, BoardStage.Later)]
    [InlineData("show=overdue", BoardStage.Overdue)]
    [InlineData("show=done", BoardStage.Done)]
    [InlineData("show=effect")]
    [InlineData("show=all", BoardStage.Overdue, BoardStage.Later, BoardStage.Done)]
    [InlineData("show=all&focusArea=cybersecurity", BoardStage.Overdue, BoardStage.Later, BoardStage.Done)]
    [InlineData("show=all&focusArea=base-expansion")]
    [InlineData("asOf=2026-11-01&show=done")]
    [InlineData("asOf=2026-11-01", BoardStage.Done, BoardStage.Overdue, BoardStage.Later)]
    [InlineData("asOf=2026-11-02&show=overdue", BoardStage.Overdue)]
    [InlineData("asOf=2026-10-11&show=all")]
    public async Task List_Filter_ShowsThose(string query, params string[] expected)
    {
        var page = await BoardStage.PageAsync(stage.Visitor, $"{Address}?{query}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(expected, page.All("tr[data-code] th").Select(t => t.ChildNodes[0].TextContent));
        Assert.Empty(page.Main.QuerySelectorAll("form[method=post]"));
    }

    [Theory]
    [InlineData("show=closed", "show=closed was ignored: use Open, Overdue, Done, Effect, All.")]
    [InlineData("focusArea=space", "focusArea=space was ignored: no focus area has that name in its address.")]
    public async Task List_WhatCannotBeUsed_IsNoted(string query, string note) =>
        Assert.Contains(note, (await BoardStage.PageAsync(stage.Visitor, $"{Address}?{query}")).Notes, StringComparison.Ordinal);

    [Fact]
    public async Task Close_WithoutANote_IsRefusedBesideTheField_AndWithOneItIsDone()
    {
        await using var own = new Own();
        await own.InitializeAsync();
        var editor = own.Stage.Editor;
        var form = await FormAsync(editor, "close-cybersecurity-2026-Q3-A1");

        foreach (var (text, message) in new[] { ("", "Enter what came of it."), ("   ", "Enter what came of it."), (new string('x', AssessmentAction.MaxOutcome + 1), "1000") })
        {
            var refused = await editor.PostAsync(Address, [.. form, ("Outcome", text)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            var field = refused.Document().QuerySelector("#cybersecurity-2026-Q3-A1-Outcome")!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Contains(message, refused.Document().QuerySelector("[role=alert]")!.TextContent.Replace("\u202f", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(text, ((IHtmlTextAreaElement)field).Value);
        }

        var closed = await editor.PostAsync(Address, [.. form, ("Outcome", "Two were hired.")]);
        Assert.Equal(HttpStatusCode.Found, closed.Status);
        var again = await editor.PostAsync(Address, [.. form, ("Outcome", "Three were hired.")]);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("was closed already by Eva", again.Body, StringComparison.Ordinal);
        Assert.Contains("Three were hired.", again.Body, StringComparison.Ordinal);

        var effect = await FormAsync(editor, "effect-cybersecurity-2026-Q3-A1", "?show=done");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.PostAsync($"{Address}?show=done", [.. effect, ("Effect", "")])).Status);
        Assert.Equal(HttpStatusCode.Found, (await editor.PostAsync($"{Address}?show=done", [.. effect, ("Effect", "Reports come a week sooner.")])).Status);
        var page = await BoardStage.PageAsync(own.Stage.Visitor, $"{Address}?show=effect");
        Assert.Contains("Two were hired.23 Nov 2026, noted by Eva", page.Text, StringComparison.Ordinal);
        Assert.Contains("Reports come a week sooner.", page.Text, StringComparison.Ordinal);
        await using var db = own.Stage.Target.NewContext();
        Assert.Equal(ActionState.Done, (await db.AssessmentActions.SingleAsync(a => a.Code == "cybersecurity-2026-Q3-A1", Stop)).State);
    }

    [Theory]
    [InlineData("", "close", "cybersecurity-2026-Q3-A1", "Outcome")]
    [InlineData("?show=done", "effect", "cybersecurity-2026-Q3-A3", "Effect")]
    public async Task Form_AskedFirst_ShowsWhatWasTypedAndChangesNothing(string query, string what, string code, string field)
    {
        var form = (await FormAsync(stage.Editor, $"{what}-{code}", query)).Where(f => f.Name != "do").ToArray();

        var asked = await stage.Editor.PostAsync(Address + query, [.. form, (field, "As it went."), ("do", "ask")]);

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        var question = asked.Document().QuerySelector($"tr[data-code='{code}'] .question")!;
        Assert.Contains("cannot be changed later", question.TextContent, StringComparison.Ordinal);
        Assert.Equal("As it went.", asked.Document().QuerySelector<IHtmlTextAreaElement>($"[id='{code}-{field}']")!.Value);
        await using var db = stage.Target.NewContext();
        var action = await db.AssessmentActions.SingleAsync(a => a.Code == code, Stop);
        Assert.True(action.Outcome != "As it went." && action.Effect is null);
    }

    [Fact]
    public async Task Close_Reader_IsRefused()
    {
        var reader = await stage.Target.NewPersonAsync("Rea", Domain.People.Roles.Reader);
        var token = (await stage.Editor.GetAsync(Address)).Token();

        var answer = await reader.PostAsync(Address, ("_handler", "close-cybersecurity-2026-Q3-A2"), (Browser.TokenField, token), ("Outcome", "Done."));

        Assert.True(answer.IsRefused, $"{answer.Status}");
        await using var db = stage.Target.NewContext();
        Assert.Equal(ActionState.Open, (await db.AssessmentActions.SingleAsync(a => a.Code == "cybersecurity-2026-Q3-A2", Stop)).State);
    }

    private static async Task<(string Name, string Value)[]> FormAsync(Browser browser, string name, string query = "")
    {
        var page = (await browser.GetAsync(Address + query)).Document();
        var form = page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Single(f => f.QuerySelector("[name=_handler]")?.GetAttribute("value") == name);
        return [.. EditingBrowser.Fields(form).Where(f => f.Name is not ("Outcome" or "Effect"))];
    }

    /// <summary>A stage that a test may change.</summary>
    private sealed class Own : IAsyncDisposable
    {
        public BoardStage Stage { get; } = new();

        public ValueTask InitializeAsync() => Stage.InitializeAsync();

        public ValueTask DisposeAsync() => Stage.DisposeAsync();
    }
}
