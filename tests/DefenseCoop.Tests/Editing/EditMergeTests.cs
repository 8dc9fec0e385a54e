using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DefenseCoop.Tests.Abuse.Tools;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Web.Editing;
using DefenseCoop.Web.Urls;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DefenseCoop.Tests.Editing.EditingBrowser;

namespace DefenseCoop.Tests.Editing;

/// <summary>Two editors on one record, over HTTP.</summary>
public sealed class EditMergeTests(LiveProduct target) : VisitTests(target)
{
    private EditingBrowser _first = null!;
    private EditingBrowser _second = null!;
    private string _path = "";

    public override async ValueTask InitializeAsync()
    {
        (_first, _second) = (await EditAsync(name: "first"), await EditAsync(name: "second"));
        var added = await _first.SaveAsync(
            EditUrls.New("milestone", "BE-1"), ("Title", "A hangar"), ("Planned", "2027"),
            ("PlannedProvenance", "Illustrative"), ("Provenance", "illustrative"));
        Assert.Equal(HttpStatusCode.Found, added.Status);
        await using var db = Target.NewContext();
        _path = EditUrls.Record("milestone", await db.Milestones.OrderByDescending(m => m.Id).Select(m => m.Code).FirstAsync(Stop));
    }

    [Theory]
    [InlineData("theirs", "A hangar of the first")]
    [InlineData("mine", "A hangar of the second")]
    public async Task SecondSave_SeesBothFieldByFieldAndChooses(string choice, string title)
    {
        var shown = await ConflictAsync();

        var row = shown.QuerySelector("tr[data-field=Title]")!;
        Assert.Equal(
            ["A hangar", "A hangar of the first", "A hangar of the second"], row.QuerySelectorAll(".typed").Select(c => c.TextContent));
        Assert.Equal("taken over", shown.QuerySelector("tr[data-field=Planned] td:last-child")!.TextContent.Trim());
        Assert.Equal("2028", Value(shown, "Planned"));
        Assert.Equal("2029", Value(shown, "Forecast"));
        Assert.Contains("first-", shown.QuerySelector(".merge h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A hangar of the first", Value(await _first.OpenAsync(_path), "Title"));

        var saved = await _second.SendAsync(shown, (":keep.Title", choice));

        Assert.Equal(HttpStatusCode.Found, saved.Status);
        var now = await _first.OpenAsync(_path);
        Assert.Equal((title, "2028", "2029"), (Value(now, "Title"), Value(now, "Planned"), Value(now, "Forecast")));
    }

    [Fact]
    public async Task SecondSave_WithoutAChoice_ShowsItAgain()
    {
        var shown = await ConflictAsync();

        var again = await _second.SendAsync(shown);

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("choose", Problems(again.Document()), StringComparison.Ordinal);
        Assert.Equal("A hangar of the first", Value(await _first.OpenAsync(_path), "Title"));
        Assert.Equal(HttpStatusCode.Found, (await _second.SendAsync(again.Document(), (":keep.Title", "mine"))).Status);
    }

    [Fact]
    public async Task ThirdSave_BetweenTheChoiceAndTheSave_IsShownAsWell()
    {
        var shown = await ConflictAsync();
        Assert.Equal(HttpStatusCode.Found, (await _first.SaveAsync(_path, ("Title", "A hangar once more"))).Status);

        var late = await _second.SendAsync(shown, (":keep.Title", "mine"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("A hangar once more", late.Document().QuerySelector("tr[data-field=Title]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_RemovedMeanwhile_IsSaidAndWhatWasTypedIsKept()
    {
        string code;
        await using (var db = Target.NewContext()) code = await db.Contributions.OrderBy(c => c.Id).Select(c => c.Code).FirstAsync(Stop);
        var page = await _second.OpenAsync(EditUrls.Record("contribution", code));
        Assert.Equal(HttpStatusCode.Found, (await _first.SaveAsync(EditUrls.Record("contribution-remove", code))).Status);

        var late = await _second.SendAsync(page, ("Weight", "2.5"), (":Why", "It matters more"));

        var shown = late.Document();
        Assert.Contains("removed", Problems(shown), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("2.5", Value(shown, "Weight"));
        Assert.Equal("It matters more", shown.QuerySelector<IHtmlTextAreaElement>("[name=Why]")!.Value);
        Assert.Contains(
            (await _second.OpenAsync(EditUrls.Drafts)).QuerySelectorAll("tr[data-draft]"),
            r => r.GetAttribute("data-draft")!.Contains(code, StringComparison.Ordinal));
    }

    /// <summary>The second editor's save after the first one's.</summary>
    private async Task<IHtmlDocument> ConflictAsync()
    {
        var page = await _second.OpenAsync(_path);
        Assert.Equal(HttpStatusCode.Found, (await _first.SaveAsync(_path, ("Title", "A hangar of the first"), ("Planned", "2028"))).Status);
        var late = await _second.SendAsync(page, ("Title", "A hangar of the second"), ("Forecast", "2029"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        return late.Document();
    }
}
