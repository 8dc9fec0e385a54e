using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Domain.People;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Editing;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Hosting.Sending;

/// <summary>A form that is sent twice is carried out once, and the second sending gets the answer of the first.</summary>
public sealed class FormOnceTests(LiveProduct target) : IClassFixture<LiveProduct>
{
    private const string Path = "/edit/recommendation/new";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewRecord_SentAgain_IsMadeOnceAndLeadsToTheSamePlace()
    {
        using var editor = await EditorAsync();
        var fields = await FilledAsync(editor, "Sent one after the other");

        var first = await editor.PostAsync(Path, fields);
        var second = await editor.PostAsync(Path, fields);

        Assert.Equal(HttpStatusCode.Found, first.Status);
        Assert.Equal(HttpStatusCode.SeeOther, second.Status);
        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await CountAsync("Sent one after the other"));
    }

    [Fact]
    public async Task NewRecord_SentFiveTimesAtOnce_IsMadeOnce()
    {
        using var editor = await EditorAsync();
        var fields = await FilledAsync(editor, "Sent at once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => editor.PostAsync(Path, fields)));

        Assert.All(answers, a => Assert.InRange((int)a.Status, 302, 303));
        Assert.Single(answers.Select(a => a.Location).Distinct());
        Assert.Equal(1, await CountAsync("Sent at once"));
    }

    [Fact]
    public async Task NewRecord_SentAgainWithOtherWords_AsksAndLosesNothing()
    {
        using var editor = await EditorAsync();
        var fields = await FilledAsync(editor, "The first words");
        var first = await editor.PostAsync(Path, fields);

        var second = await editor.PostAsync(Path, With(fields, "Other words"));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(0, await CountAsync("Other words"));
        var page = second.Document();
        Assert.Contains("This form was sent before", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == first.Location);
        var returned = page.QuerySelector<IHtmlFormElement>("section.returned form")!;
        var third = await editor.PostAsync(returned.GetAttribute("action")!, EditingBrowser.Fields(returned));
        Assert.True(third.Status == HttpStatusCode.Found, EditingBrowser.Problems(third.Document()));
        Assert.Equal((1, 1), (await CountAsync("The first words"), await CountAsync("Other words")));
    }

    [Fact]
    public async Task NewRecord_RefusedFirst_CanBeSentAgain()
    {
        using var editor = await EditorAsync();
        var fields = await FilledAsync(editor, "Without provenance");

        var refused = await editor.PostAsync(Path, [.. fields.Where(f => f.Name != "f.Provenance")]);
        var again = await editor.PostAsync(Path, With(fields, "Now with words"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Found, again.Status);
    }

    [Fact]
    public async Task TwoLoadsOfOneForm_AreTwoForms()
    {
        using var editor = await EditorAsync();

        await editor.PostAsync(Path, await FilledAsync(editor, "Twice meant"));
        await editor.PostAsync(Path, await FilledAsync(editor, "Twice meant"));

        Assert.Equal(2, await CountAsync("Twice meant"));
    }

    [Fact]
    public async Task Organization_AddedTwice_IsAddedOnceWithoutAnError()
    {
        using var administrator = await target.NewPersonAsync($"administrator-{Guid.NewGuid():N}", Roles.Administrator);
        const string New = "/edit/organization/new";
        var page = (await administrator.GetAsync(New)).Document();
        var form = page.QuerySelector<IHtmlFormElement>("form[data-edit]")!;
        var values = new Dictionary<string, string>
        {
            ["f.ShortName"] = "dk-twice", ["f.Name"] = "Twice", ["f.Country"] = "DK", ["f.Kind"] = "Ministry",
            ["f.Provenance"] = "illustrative",
        };
        var fields = EditingBrowser.Fields(form).Select(f => values.TryGetValue(f.Name, out var value) ? (f.Name, value) : f).ToArray();

        var first = await administrator.PostAsync(New, fields);
        var second = await administrator.PostAsync(New, fields);

        Assert.True(first.Status == HttpStatusCode.Found, EditingBrowser.Problems(first.Document()));
        Assert.Equal((HttpStatusCode.SeeOther, first.Location), (second.Status, second.Location));
    }

    private Task<Browser> EditorAsync() => target.NewPersonAsync($"editor-{Guid.NewGuid():N}", Roles.Editor);

    private static async Task<(string Name, string Value)[]> FilledAsync(Browser editor, string text)
    {
        var page = (await editor.GetAsync(Path)).Document();
        return With(EditingBrowser.Fields(page.QuerySelector<IHtmlFormElement>("form[data-edit]")!), text);
    }

    private static (string Name, string Value)[] With((string Name, string Value)[] fields, string text) =>
        [.. fields.Select(f =>
            f.Name switch { "f.Text" => (f.Name, text), "f.Provenance" => (f.Name, "illustrative"), "f.Code" => (f.Name, ""), _ => f })];

    private async Task<int> CountAsync(string text)
    {
        await using var db = target.NewContext();
        return await db.Recommendations.CountAsync(r => r.Text == text, Stop);
    }
}
