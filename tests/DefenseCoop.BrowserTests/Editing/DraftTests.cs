using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using DefenseCoop.Domain.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Editing;

/// <summary>Nothing typed is lost.</summary>
[AnyFont]
public sealed class DraftTests(ProductInBrowser product, Installation installation)
    : EditTest(product, installation), IClassFixture<Installation>
{
    [Fact]
    public async Task Typing_ThenClosingTheTab_BringsTheFormBackAsTyped()
    {
        var page = await EditorAsync(NewRecommendation);
        await Field(page, "Text").PressSequentiallyAsync("Two lines\nof text");
        await page.Locator("[name=Why]").FillAsync("because");
        await KeptAsync(page);
        await page.CloseAsync();

        var again = await page.Context.NewPageAsync();
        await GoAsync(again, NewRecommendation);

        await Expect(Field(again, "Text")).ToHaveValueAsync("Two lines\nof text");
        await Expect(again.Locator("[name=Why]")).ToHaveValueAsync("because");
        await Expect(again.Locator("form[data-discard]")).ToContainTextAsync("You began this on");
        await again.GetByRole(AriaRole.Button, new() { Name = "Discard the draft…" }).ClickAsync();
        await Expect(again.Locator(".question")).ToContainTextAsync("cannot be brought back");
        await Expect(again.Locator(".question h2")).ToBeFocusedAsync();
        await again.GetByRole(AriaRole.Button, new() { Name = "Discard the draft" }).ClickAsync();
        await Expect(Field(again, "Text")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Closing_BeforeTheDraftWasDue_KeepsItNonetheless()
    {
        var page = await EditorAsync(NewRecommendation);
        await Field(page, "Text").FillAsync("at the last moment");

        // Without asking whether to leave, as a tab that is thrown away.
        await page.CloseAsync(new() { RunBeforeUnload = false });

        var again = await page.Context.NewPageAsync();
        await GoAsync(again, "/drafts");
        await Expect(again.Locator("tr[data-draft]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Leaving_ADirtyForm_Warns()
    {
        var page = await EditorAsync(NewRecommendation);
        var warnings = 0;
        page.Dialog += async (_, dialog) =>
        {
            Assert.Equal("beforeunload", dialog.Type);
            warnings++;
            await dialog.DismissAsync();
        };
        await Field(page, "Text").FillAsync("not saved yet");

        await page.Locator(".sidenav").GetByRole(AriaRole.Link, new() { Name = "Sources", Exact = true }).ClickAsync();
        await KeptAsync(page);

        Assert.Equal(1, warnings);
        Assert.Equal(NewRecommendation, page.PathAndQuery());
        await Expect(Field(page, "Text")).ToHaveValueAsync("not saved yet");
    }

    [Fact]
    public async Task Saving_AsksNothingAndLeavesNoDraft()
    {
        var page = await EditorAsync(NewRecommendation);
        page.Dialog += (_, dialog) => throw new InvalidOperationException(dialog.Message);
        await Field(page, "Text").FillAsync("A recommendation that is saved");
        await Field(page, "Provenance").SelectOptionAsync("illustrative");
        await SaveAsync(page);

        await Expect(page.Locator(".saved")).ToContainTextAsync("Saved.");
        await GoAsync(page, "/drafts");
        await Expect(page.Locator("tr[data-draft]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SessionEnded_WhileTyping_IsSaidAndGoesOnAfterASignInElsewhere()
    {
        var account = await Installation.AddAsync(Roles.Editor);
        var page = await SignedInAsync(account, NewRecommendation);
        WatchOf(page).ExpectsLostConnection = true;
        WatchOf(page).Expect("/edit/drafts");
        var other = await page.Context.NewPageAsync();
        await SignOutAsync(other);

        await Field(page, "Text").FillAsync("typed after the end");
        await Expect(State(page)).ToContainTextAsync("your session has ended");
        await SignInAsync(other, account);

        await KeptAsync(page);
        await Expect(Field(page, "Text")).ToHaveValueAsync("typed after the end");
    }

    [Fact]
    public async Task Effect_OfWhatIsTyped_ShowsByItself()
    {
        var code = await ReadAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(db.Indicators
            .Where(i => i.Targets.Any(t => t.By != null) && i.Baseline != null && i.Targets.All(t => t.Value > i.Baseline.Value))
            .OrderBy(i => i.Id)
            .Select(i => i.Code),
            TestContext.Current.CancellationToken));
        var page = await EditorAsync($"/edit/reading/new?of={code}");
        await Field(page, "Period").FillAsync("2026-10-31");
        await Field(page, "Value").FillAsync("1000000");
        await page.Locator("details:has([name='f.Provenance']) > summary").ClickAsync();
        await Field(page, "Provenance").SelectOptionAsync("illustrative");

        await Expect(page.Locator("[data-effect] li").First).ToContainTextAsync("because");
    }

    [Fact]
    public async Task Text_OverItsLimit_IsCountedAndNotCut()
    {
        var page = await EditorAsync(NewRecommendation);
        var text = new string('x', 600);
        await page.Locator("[name=Why]").FillAsync(text);

        await Expect(page.Locator(".count-note")).ToHaveTextAsync("600 characters: 100 too many");
        await Expect(page.Locator("[name=Why]")).ToHaveValueAsync(text);
        await KeptAsync(page);
    }
}
