using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>Two people on one record, and forms by keyboard alone.</summary>
public sealed class EditJourneyTests(ProductInBrowser product, Installation installation)
    : EditTest(product, installation), IClassFixture<Installation>
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
    public async Task Sources_AreFoundAndChosenByKeyboard()
    {
        var page = await EditorAsync(NewRecommendation);
        var pick = page.Locator("#f-Sources");
        var box = pick.GetByRole(AriaRole.Combobox);
        await box.FocusAsync();
        await page.Keyboard.TypeAsync("defence agreement");
        await Expect(pick.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        Found.Nothing(await Axe.ViolationsAsync(page));
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(pick.Locator("[role=option][aria-selected=true]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");

        await Expect(pick.Locator("[data-picked] > li")).ToHaveCountAsync(1);
        Assert.Equal(NewRecommendation, page.PathAndQuery());
        await Expect(box).ToBeFocusedAsync();
        await Expect(box).ToHaveValueAsync("");
        await page.Keyboard.TypeAsync("defence");
        await Expect(pick.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(pick.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await pick.GetByRole(AriaRole.Button, new() { Name = "Remove" }).PressAsync("Enter");
        await Expect(pick.Locator("[data-picked] > li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task NewSource_OpensWhereItIsCitedAndIsSavedWithTheFact()
    {
        var page = await EditorAsync("/edit/initiative/BE-2");
        var start = page.Locator("#f-StartSources");
        await start.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("https://www.fmn.dk/en/news/2026/a-base-that-nobody-knew/");
        await start.GetByRole(AriaRole.Option, new() { Name = "as a new source" }).ClickAsync();
        await Expect(start.Locator("[name='f.NewSource.Title']")).ToHaveValueAsync("A base that nobody knew");
        await Expect(start.Locator("[name='f.NewSource.Publisher']")).ToHaveValueAsync("Danish Ministry of Defence");
        await page.Locator("#f-EndSources").GetByRole(AriaRole.Combobox).PressSequentiallyAsync("nobody");
        await page.Locator("#f-EndSources").GetByRole(AriaRole.Option, new() { Name = "the new source of this form" }).ClickAsync();
        await start.Locator("[name='f.NewSource.Title']").FillAsync("A base that everybody knows");
        await Expect(page.Locator("#f-EndSources [data-picked]")).ToContainTextAsync("A base that everybody knows");
        await SaveAsync(page);

        await Expect(page.Locator(".saved")).ToBeVisibleAsync();
        Assert.Equal(
            2,
            await ReadAsync(db => db.Citations.CountAsync(
                c => c.SubjectCode == "BE-2" && c.Source.Title == "A base that everybody knows", TestContext.Current.CancellationToken)));
    }

    /// <summary>A code that is typed to its end is no title, however late the answer for it comes.</summary>
    [Fact]
    public async Task CodeOfASource_TypedFasterThanTheAnswer_IsNeverOfferedAsANewOne()
    {
        var page = await EditorAsync(NewRecommendation);
        var pick = page.Locator("#f-Sources");
        var box = pick.GetByRole(AriaRole.Combobox);
        var made = pick.GetByRole(AriaRole.Option, new() { Name = "as a new source" });
        var gate = new TaskCompletionSource();
        await page.RouteAsync(
            url => url.Contains("q=S-DL-DCA", StringComparison.Ordinal),
            async route =>
            {
                await gate.Task;
                await route.ContinueAsync();
            });
        await box.PressSequentiallyAsync("S-DL");
        await Expect(made).ToHaveCountAsync(1);

        await box.PressSequentiallyAsync("-DCA");
        await Expect(made).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter");
        await Expect(pick.Locator("[data-picked] > li")).ToHaveCountAsync(0);
        gate.SetResult();

        await Expect(pick.GetByRole(AriaRole.Option).First).ToContainTextAsync("S-DL-DCA");
        await Expect(made).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(pick.Locator("[data-picked] > li[data-value='S-DL-DCA']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Sources_WithoutAScript_AreFoundAddedAndRemoved()
    {
        var page = await EditorAsync(NewRecommendation, Visitor.WithoutScript);
        var pick = page.Locator("#f-Sources");
        await Field(page, "Text").FillAsync("Typed before");
        await pick.Locator("[name='find.Sources']").FillAsync("milestone");
        await pick.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await pick.Locator(".found input[type=checkbox]").First.CheckAsync();
        await pick.Locator("[name='find.Sources']").FillAsync("https://example.org/some-new-report");
        await pick.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Expect(pick.Locator("[data-picked] > li")).ToHaveCountAsync(1);
        await pick.GetByRole(AriaRole.Button, new() { Name = "as a new source" }).ClickAsync();
        await Expect(pick.Locator("[data-picked] > li")).ToHaveCountAsync(2);
        await Expect(Field(page, "NewSource.Url")).ToHaveValueAsync("https://example.org/some-new-report");
        await Expect(Field(page, "Text")).ToHaveValueAsync("Typed before");
        await pick.Locator("[data-picked] > li").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(pick.Locator("[data-picked] > li")).ToHaveCountAsync(1);
        Assert.Equal(
            0, await ReadAsync(db => db.Recommendations.CountAsync(r => r.Text == "Typed before", TestContext.Current.CancellationToken)));
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
