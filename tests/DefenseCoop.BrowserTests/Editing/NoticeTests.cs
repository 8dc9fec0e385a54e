using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>What a form says after it was sent: that it was saved and what that did, or what is wrong with it.</summary>
public sealed class NoticeTests(ProductInBrowser product, Installation installation)
    : EditTest(product, installation), IClassFixture<Installation>
{
    private const string NewReading = "/edit/reading/new?of=IN-DT1-DELIV";

    [Fact]
    public async Task Saved_IsToldWhereTheEyeIs_WithItsEffectAndTheWaysOn()
    {
        var page = await EditorAsync(NewReading);
        await Field(page, "Period").FillAsync("Oct 2026");
        await Field(page, "Value").FillAsync("27");
        var pick = page.Locator("#f-Sources");
        await pick.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("S-FMN-2433");
        await pick.GetByRole(AriaRole.Option).First.ClickAsync();
        var effects = page.Locator("[data-effect] li");
        await Expect(effects.First).ToBeVisibleAsync();
        var effect = await effects.First.InnerTextAsync();
        await SaveAsync(page);

        var notice = page.Locator(".saved");
        await Expect(notice).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(notice).ToContainTextAsync("Saved.");
        await Expect(notice.Locator("li").First).ToHaveTextAsync(effect);
        await Expect(page.Locator("[data-target]")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-target]")).ToBeInViewportAsync();
        var code = new Uri(page.Url).Fragment[1..];
        await Expect(page.Locator("[data-target]")).ToHaveAttributeAsync("id", code);
        Assert.Equal(1, await CountAsync(code));

        await notice.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(notice).ToContainTextAsync("Taken back.");
        await Expect(notice).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Equal(0, await CountAsync(code));
        await notice.GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
        await Expect(notice).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Saved_AnotherOfTheSame_IsOneClickAway()
    {
        var page = await EditorAsync("/edit/milestone/new?of=BE-3");
        await Field(page, "Title").FillAsync("The first of two");
        await Field(page, "Provenance").SelectOptionAsync("illustrative");
        await SaveAsync(page);
        await page.Locator(".saved").GetByRole(AriaRole.Link, new() { Name = "Record another milestone" }).ClickAsync();

        await page.AtAsync("/edit/milestone/new?of=BE-3");
        await Expect(Field(page, "Title")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Errors_HaveTheFocusAndTheTitle_AndGoOnceTheyArePutRight()
    {
        var page = await EditorAsync(NewReading);
        WatchOf(page).Expect(NewReading);
        await SaveAsync(page);

        var problems = page.Locator("[data-problems]");
        await Expect(problems).ToBeFocusedAsync();
        await Expect(problems).ToContainTextAsync("Enter the value.");
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: "));
        await Expect(Field(page, "Value")).ToHaveAttributeAsync("aria-invalid", "true");
        Found.Nothing(await Axe.ViolationsAsync(page));
        await problems.GetByRole(AriaRole.Link, new() { Name = "Enter the value." }).ClickAsync();
        await Expect(Field(page, "Value")).ToBeFocusedAsync();

        await Field(page, "Value").FillAsync("27");
        await Expect(problems).Not.ToContainTextAsync("Enter the value.");
        await Expect(Field(page, "Value")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Field(page, "Period").FillAsync("Sep 2026");
        await Field(page, "Provenance").EvaluateAsync("field => field.closest('details').open = true");
        await Field(page, "Provenance").SelectOptionAsync("illustrative");
        await Expect(problems).ToHaveCountAsync(0);
        await Expect(page).Not.ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: "));
    }

    private Task<int> CountAsync(string code) =>
        ReadAsync(db => db.Readings.CountAsync(r => r.Code == code, TestContext.Current.CancellationToken));
}
