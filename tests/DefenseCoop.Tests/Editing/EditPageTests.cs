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

/// <summary>Forms of editing over HTTP, as a browser without a script uses them.</summary>
public sealed class EditPageTests(LiveProduct target) : VisitTests(target)
{
    private const string Markup = "<script>alert(1)</script>";

    private EditingBrowser _editor = null!;

    public override async ValueTask InitializeAsync() => _editor = await EditAsync();

    [Fact]
    public async Task Milestone_Added_StandsOnItsPageWhichSaysWhatThatDid()
    {
        var answer = await _editor.SaveAsync(
            EditUrls.New("milestone", "BE-1"), ("Title", Markup), ("Planned", "2027-03"),
            ("PlannedProvenance", "Illustrative"), ("Provenance", "illustrative"), (":Why", "Seen in the budget"));

        var page = await _editor.SavedAsync(answer);
        Assert.Contains(Markup, page.QuerySelector("#main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("#main script"), _ => true);
        var notice = page.QuerySelector(".saved")!;
        Assert.StartsWith("Saved.", notice.TextContent.Trim(), StringComparison.Ordinal);
        var change = await _editor.OpenAsync(notice.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Seen in the budget", change.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_OfASave_GoesNoFurtherThanThePageThatFollows()
    {
        var page = await _editor.SavedAsync(
            await _editor.SaveAsync(EditUrls.New("recommendation"), ("Text", "Publish more"), ("Provenance", "illustrative")));

        Assert.NotNull(page.QuerySelector(".saved"));
        Assert.DoesNotContain(
            page.QuerySelectorAll("a[href]"),
            a => a.GetAttribute("href") is var href && href!.Contains("saved=", StringComparison.Ordinal)
                && !href.Contains("/recommendations?saved=", StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll(".note"), n => n.TextContent.Contains("ignored", StringComparison.Ordinal));
        Assert.Null((await _editor.OpenAsync("/recommendations?saved=999999")).QuerySelector(".saved"));
    }

    [Fact]
    public async Task Reading_Recorded_ShowsItsEffectBeforeAndAfter()
    {
        var page = await _editor.OpenAsync(EditUrls.New("reading", await IndicatorWithTargetAsync()));
        (string, string?)[] typed = [("Period", "2026-10-31"), ("Value", "1000000"), ("Provenance", "illustrative")];

        var preview = await _editor.PreviewAsync(page, typed);

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        var shown = preview.Document();
        Assert.Equal("1000000", Value(shown, "Value"));
        var effects = shown.QuerySelectorAll("[data-effect] li").Select(l => l.TextContent).ToList();
        Assert.NotEmpty(effects);
        Assert.All(effects, e => Assert.Contains(" because ", e, StringComparison.Ordinal));
        Assert.All(shown.QuerySelectorAll("[data-effect] li"), l => Assert.NotEmpty(l.QuerySelectorAll("[data-status]")));
        Assert.False(await AnyAsync(r => r.Value == 1000000));

        var after = await _editor.SavedAsync(await _editor.SendAsync(shown));
        Assert.Equal(effects.Select(Squeezed), after.QuerySelectorAll(".saved li").Select(l => Squeezed(l.TextContent)));
        Assert.True(await AnyAsync(r => r.Value == 1000000));
    }

    [Fact]
    public async Task Reading_Withdrawn_IsKeptStruckThroughAndCanStandAgain()
    {
        var code = await ReadingAsync();

        var page = await _editor.SavedAsync(
            await _editor.SaveAsync(EditUrls.Record("reading-withdraw", code), ("Reason", "Misread the table")));

        Assert.NotEmpty(page.QuerySelectorAll("article.indicator del"));
        Assert.Contains("Misread the table", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("withdrawn", Problems(await _editor.OpenAsync(EditUrls.Record("reading", code))), StringComparison.Ordinal);
        var again = page.QuerySelectorAll("a.edit-link")
            .Single(a => a.GetAttribute("href") == EditUrls.Record("reading-reinstate", code))
            .GetAttribute("href")!;
        var restored = await _editor.SavedAsync(await _editor.SaveAsync(again));
        Assert.DoesNotContain("Misread the table", restored.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("milestone", "BE-1", "Title", "")]
    [InlineData("milestone", "BE-1", "Planned", "11 June")]
    [InlineData("milestone", "BE-1", "Planned", "2025-02-30")]
    [InlineData("milestone", "BE-1", "Planned", "1066")]
    [InlineData("source", null, "Title", "")]
    [InlineData("source", null, "Title", "a\u0000b", "a\u001Ab")]
    [InlineData("source", null, "Title", "a%00b\u0007")]
    [InlineData("source", null, "Url", "javascript:alert(1)")]
    [InlineData("initiative", null, "Category", "no-such")]
    public async Task Form_FilledInWrongly_SaysSoAtTheFieldAndAboveAndKeepsTheRest(
        string form, string? of, string field, string value, string? shown = null)
    {
        var answer = await _editor.SaveAsync(EditUrls.New(form, of), (field, value), (":Why", "typed, too"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var page = answer.Document();
        Assert.Contains(
            page.QuerySelectorAll("[role=alert] a"), a => a.GetAttribute("href")!.EndsWith($"#f-{field}", StringComparison.Ordinal));
        Assert.NotNull(page.GetElementById($"f-{field}"));
        Assert.NotEmpty(page.GetElementById($"f-{field}-error")!.TextContent);
        Assert.Contains($"f-{field}-error", page.GetElementById($"f-{field}")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal(shown ?? value, Value(page, field));
        Assert.Equal("typed, too", page.QuerySelector<IHtmlTextAreaElement>("[name=Why]")!.Value);
    }

    [Fact]
    public async Task Text_FarTooLong_ComesBackAsItWasTyped()
    {
        var text = new string('x', 200_000);

        var answer = await _editor.SaveAsync(EditUrls.New("milestone", "BE-1"), ("Title", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(text, Value(answer.Document(), "Title"));
    }

    [Fact]
    public async Task Form_OfNothingThatExists_Is404()
    {
        foreach (var path in new[]
        {
            "/edit/no-such-form/new", "/edit/milestone/NO-SUCH", "/edit/milestone/new?of=NO-SUCH",
            "/edit/milestone/new", "/edit/initiative/BE-1?restore=999999",
        })
        {
            var page = await _editor.OpenAsync(path, HttpStatusCode.NotFound);
            Assert.Equal("There is no such page", page.QuerySelector("h1")!.TextContent);
        }
    }

    [Fact]
    public async Task SourceAddedInPlace_IsCitedByTheFact()
    {
        var answer = await _editor.SaveAsync(
            EditUrls.New("recommendation"), ("Text", "Do more"), ("Provenance", "confirmed"), ("Sources", "new"),
            ("NewSource.Title", "A report of today"), ("NewSource.Publisher", "The ministry"),
            ("NewSource.Url", "https://example.org/report"), ("NewSource.Tier", "Primary"));

        var page = await _editor.SavedAsync(answer);
        Assert.Contains(
            page.QuerySelectorAll("details.sources a"), a => a.TextContent.EndsWith("] A report of today", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EarlierVersion_Restored_IsANewChange()
    {
        await _editor.SavedAsync(
            await _editor.SaveAsync(EditUrls.New("recommendation"), ("Text", "The first text"), ("Provenance", "illustrative")));
        var path = EditUrls.Record("recommendation", await NewestRecommendationAsync());
        var before = Value(await _editor.OpenAsync(path), "Text");
        var first = await _editor.SaveAsync(path, ("Text", "Another text"));
        var change = long.Parse(first.Location!.Split("saved=")[1].Split('#')[0], null);

        var page = await _editor.OpenAsync($"{path}?restore={change - 1}");

        Assert.Equal(before, Value(page, "Text"));
        Assert.Contains(
            "Nothing is changed until you save", page.QuerySelector("main [role=status]")!.TextContent, StringComparison.Ordinal);
        await _editor.SavedAsync(await _editor.SendAsync(page));
        Assert.Equal(before, Value(await _editor.OpenAsync(path), "Text"));
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<bool> AnyAsync(System.Linq.Expressions.Expression<Func<Domain.Results.Reading, bool>> isWanted)
    {
        await using var db = Target.NewContext();
        return await db.Readings.AnyAsync(isWanted, Stop);
    }

    /// <summary>An indicator with an upward Target that is not reached.</summary>
    private async Task<string> IndicatorWithTargetAsync()
    {
        await using var db = Target.NewContext();
        return await db.Indicators
            .Where(i => i.Targets.Any(t => t.By != null) && i.Baseline != null && i.Targets.All(t => t.Value > i.Baseline.Value))
            .OrderBy(i => i.Id)
            .Select(i => i.Code)
            .FirstAsync(Stop);
    }

    private async Task<string> ReadingAsync()
    {
        await using var db = Target.NewContext();
        return await db.Readings.OrderBy(r => r.Id).Select(r => r.Code).FirstAsync(Stop);
    }

    private async Task<string> NewestRecommendationAsync()
    {
        await using var db = Target.NewContext();
        return await db.Recommendations.OrderByDescending(r => r.Id).Select(r => r.Code).FirstAsync(Stop);
    }
}
