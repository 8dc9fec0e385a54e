using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>Below a date or number stands what is understood of it, while it is typed and when the form comes back.</summary>
public sealed class UnderstoodTests(ProductInBrowser product, Installation installation)
    : EditTest(product, installation), IClassFixture<Installation>
{
    private const string NewReading = "/edit/reading/new?of=IN-DT1-DELIV";

    [Fact]
    public async Task Typing_ADateAndANumber_IsSaidBelowEach()
    {
        var page = await EditorAsync(NewReading);

        await Field(page, "Period").PressSequentiallyAsync("30. nov. 2025");
        await Expect(page.Locator("#f-Period-echo")).ToHaveTextAsync("30 Nov 2025, a day");
        await Field(page, "Period").FillAsync("Q3 2025");
        await Expect(page.Locator("#f-Period-echo")).ToHaveTextAsync("Q3 2025, a quarter");
        await Field(page, "Value").FillAsync("27");
        await Expect(page.Locator("#f-Value-echo")).ToHaveTextAsync("27 aircraft");
        await Field(page, "Value").FillAsync("1,234");
        await Expect(page.Locator("#f-Value-echo")).ToContainTextAsync("“1,234” can be");
        await Field(page, "Value").FillAsync("");
        await Expect(page.Locator("#f-Value-echo")).ToHaveTextAsync("");
        Found.Nothing(await Axe.ViolationsAsync(page));
    }

    [Fact]
    public async Task Words_InPlaceOfAPeriod_AreOfferedTheBoxAndSaidToChangeNoStatus()
    {
        var page = await EditorAsync(NewReading);
        await Field(page, "Period").FillAsync("when all were delivered");
        await Expect(page.Locator("#f-Period-echo")).ToContainTextAsync("tick the box below");

        await page.GetByLabel("The source gives no date").CheckAsync();
        await Expect(page.Locator("#f-Period-echo")).ToContainTextAsync("No date");
        await Field(page, "Value").FillAsync("27");
        await OursAsync(page);

        await Expect(page.Locator("[data-effect]")).ToContainTextAsync("Its period has no date, so no status can change by it.");
    }

    /// <summary>Where it comes from is folded while it is a public text.</summary>
    private static async Task OursAsync(Microsoft.Playwright.IPage page)
    {
        if (!await Field(page, "Provenance").IsVisibleAsync())
        {
            await page.Locator("details:has([name='f.Provenance']) > summary").ClickAsync();
        }
        await Field(page, "Provenance").SelectOptionAsync("illustrative");
    }

    [Theory]
    [InlineData(true, "2700", "2\u202F700 aircraft is about")]
    [InlineData(false, "270000", "270\u202F000 aircraft is about")]
    public async Task Value_TenTimesTheLast_IsPointedOutAndSavedNonetheless(bool script, string value, string said)
    {
        var page = await EditorAsync(NewReading, new Visitor(Script: script));
        await Field(page, "Period").FillAsync("20 Nov 2026");
        await Field(page, "Value").FillAsync(value);
        await OursAsync(page);
        if (!script) await SaveAsync(page);

        await Expect(page.Locator("[data-doubt=Value]")).ToContainTextAsync(said);
        await Expect(Field(page, "Value")).ToHaveValueAsync(value);
        await SaveAsync(page);
        await Expect(page.Locator(".saved")).ToContainTextAsync("Saved.");
    }
}
