using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>Forms of editing, the work list and the drafts: on both screens, in both themes, with and without errors.</summary>
public sealed class EditAccessibilityTests(ProductInBrowser product, Installation installation)
    : EditTest(product, installation), IClassFixture<Installation>
{
    public static TheoryData<string> Pages { get; } =
        [
            "/edit/initiative/BE-1", "/edit/milestone/new?of=BE-1", "/edit/recommendation/new", "/edit/source/new",
            "/edit/spending-figure/new", "/refresh", "/drafts", "/initiatives/BE-1", "/recommendations",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OfAnEditor_HasNoViolationAndFitsTheScreen(string path)
    {
        var page = await EditorAsync(path);
        foreach (var width in Visitor.Widths) await LookAsync(page, width);
    }

    [Fact]
    public async Task Form_WithErrors_HasNoViolationAndLeadsToItsFields()
    {
        var page = await EditorAsync("/edit/milestone/new?of=BE-1");
        WatchOf(page).Expect("/edit/milestone/new?of=BE-1");
        await Field(page, "Planned").FillAsync("sometime");
        await SaveAsync(page);
        var link = page.Locator("[role=alert] a[href$='#f-Title']");
        await Expect(link).ToBeVisibleAsync();
        foreach (var width in Visitor.Widths)
        {
            await LookAsync(page, width);
            await link.ClickAsync();
            await Expect(page.Locator("#f-Title")).ToBeInViewportAsync();
        }
    }

    [Fact]
    public async Task Forms_WithoutAScript_Work()
    {
        var page = await EditorAsync(NewRecommendation, Visitor.WithoutScript);
        await Field(page, "Text").FillAsync("Without a script");
        await Field(page, "Provenance").SelectOptionAsync("illustrative");
        await PressAsync(page, "Show the effect on status");
        await Expect(page.Locator("[data-effect]")).ToHaveTextAsync("No status changes.");
        await SaveAsync(page);
        await Expect(page.Locator(".saved")).ToContainTextAsync("Saved.");
    }

    private static async Task LookAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, Visitor.Height);
        Found.Nothing(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
    }
}

