using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>Two people on one record, and forms by keyboard alone.</summary>
public sealed class EditJourneyTests(Stage stage, Installation installation) : EditTest(stage, installation), IClassFixture<Installation>
{
    [Fact]
    public async Task TwoPeople_OnOneRecord_SeeTheMergeAndChoose()
    {
        var first = await EditorAsync("/edit/initiative/BE-1", name: "Ane");
        var second = await EditorAsync("/edit/initiative/BE-1", name: "Bo");
        WatchOf(second).Expect("/edit/initiative/BE-1");
        await Field(first, "Title").FillAsync("Title by Ane");
        await SaveAsync(first);
        await Expect(first.Locator(".saved")).ToBeVisibleAsync();

        await Field(second, "Title").FillAsync("Title by Bo");
        await SaveAsync(second);

        await Expect(second.Locator(".merge h2")).ToContainTextAsync("Ane changed this record");
        var row = second.Locator("tr[data-field=Title]");
        await Expect(row).ToContainTextAsync("Title by Ane");
        await row.GetByLabel("Theirs").CheckAsync();
        await Expect(Field(second, "Title")).ToHaveValueAsync("Title by Ane");
        await row.GetByLabel("Mine").CheckAsync();
        await Expect(Field(second, "Title")).ToHaveValueAsync("Title by Bo");
        Found.Nothing(await Axe.ViolationsAsync(second));
        await SaveAsync(second);

        await Expect(second.Locator(".saved")).ToBeVisibleAsync();
        await Expect(second.Locator("h1")).ToContainTextAsync("Title by Bo");
    }

    [Fact]
    public async Task Form_ByKeyboardAlone_IsFilledInAndSaved()
    {
        var page = await EditorAsync("/initiatives/BE-1");
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Add a milestone" });
        await link.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.AtAsync("/edit/milestone/new?of=BE-1");
        await Expect(page.Locator("form[data-edit]")).ToBeVisibleAsync();

        await TypeAsync(page, "f-Title", "By keyboard");
        await TypeAsync(page, "f-Planned", "2027-03");
        await TypeAsync(page, "f-PlannedProvenance", "Ours");
        await TypeAsync(page, "f-Provenance", "Ours");
        await page.Locator("#f-Title").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".saved")).ToBeVisibleAsync();
        await Expect(page.Locator("#h-milestones").Locator("xpath=ancestor::section")).ToContainTextAsync("By keyboard");
    }

    [Fact]
    public async Task PickList_Filtered_IsTickedByKeyboard()
    {
        var page = await EditorAsync(NewRecommendation);
        var pick = page.Locator("#f-Sources");
        await pick.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("defence agreement");
        await Expect(pick.Locator(".boxes .check:visible").First).ToBeVisibleAsync();
        Assert.True(await pick.Locator(".boxes .check:visible").CountAsync() < await pick.Locator(".boxes .check").CountAsync());
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(NewRecommendation, page.PathAndQuery());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");

        await Expect(pick.Locator("input:checked")).ToHaveCountAsync(1);
    }

    /// <summary>Goes on by the tab key until a field has the focus, and types.</summary>
    private static async Task TypeAsync(IPage page, string id, string text)
    {
        for (var presses = 0; presses < 300; presses++)
        {
            if (await page.EvaluateAsync<string>("document.activeElement.id") == id)
            {
                await page.Keyboard.TypeAsync(text);
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The tab key never reaches {id}.");
    }
}
