using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Live;

/// <summary>Changes and histories follow what is done meanwhile, and leave the reader alone.</summary>
[AnyFont]
public sealed class OpenChangesTests(ProductInBrowser product, Installation installation)
    : LiveTest(product, installation), IClassFixture<Installation>
{
    [Fact]
    public async Task Changes_NewOne_IsOfferedAndShownWhenAsked()
    {
        var reader = await ReaderAsync("/changes");
        var rows = reader.Locator("tr[data-change]");
        var before = await rows.CountAsync();

        await ChangeAsync(initiative => initiative.Retitle("A runway made longer"), "BE-2");

        var button = reader.GetByRole(AriaRole.Button, new() { Name = "1 new change, show" });
        await Expect(button).ToBeVisibleAsync(new() { Timeout = Promise });
        await Expect(rows).ToHaveCountAsync(before);
        await button.ClickAsync();
        await Expect(rows).ToHaveCountAsync(before + 1);
        await Expect(rows.First).ToContainTextAsync("Initiative BE-2 A runway made longer changed");
        await Expect(rows.First).ToContainTextAsync("Eva");
        Found.Nothing(await Axe.ViolationsAsync(reader));
    }

    /// <summary>
    /// Open pages with one address share what they read, and the thread on which they are told of a change is another
    /// one's: each shows it by its own reader's clock all the same.
    /// </summary>
    [Fact]
    public async Task Changes_NewOne_IsShownToEachReaderByTheirOwnClock()
    {
        var readers = new Dictionary<string, IPage>
        {
            ["CET"] = await ReaderAsync("/changes", new Visitor(Zone: "Europe/Copenhagen")),
            ["UTC-10"] = await ReaderAsync("/changes", new Visitor(Zone: "Pacific/Honolulu")),
            ["UTC+14"] = await ReaderAsync("/changes", new Visitor(Zone: "Pacific/Kiritimati")),
        };
        // The zone of a browser is known to the server once its first page has run.
        foreach (var page in readers.Values) await GoAsync(page, "/changes");

        await ChangeAsync(initiative => initiative.Retitle("A mast seen from everywhere"), "CY-1");

        List<string> shown = [];
        foreach (var (zone, page) in readers)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "1 new change, show" }).ClickAsync(new() { Timeout = 10 * Promise });
            var row = page.Locator("tr[data-change]").First;
            await Expect(row).ToContainTextAsync("A mast seen from everywhere");
            var times = await page.Locator("main time[datetime*='T']").AllInnerTextsAsync();
            Assert.NotEmpty(times);
            Assert.All(times, time => Assert.EndsWith(" " + zone, time, StringComparison.Ordinal));
            shown.Add((await row.Locator("time").First.InnerTextAsync()).Replace(zone, "", StringComparison.Ordinal));
        }

        Assert.Equal(3, shown.Distinct().Count());
    }

    [Fact]
    public async Task Changes_Form_AsksByTheAddress()
    {
        var reader = await ReaderAsync("/changes");
        await ChangeAsync(initiative => initiative.Retitle("A radar seen farther"), "CY-2");
        await reader.MarkAsync();

        await reader.GetByLabel("Kind").SelectOptionAsync("Initiative");
        await reader.GetByLabel("Action").SelectOptionAsync("Changed");
        await reader.Locator("#f-record").FillAsync("CY-2");
        await reader.Locator("form.filters button").ClickAsync();

        await Expect(reader.Locator(".chip")).ToHaveCountAsync(3);
        Assert.Equal("/changes?record=CY-2&kind=Initiative&action=Changed", reader.PathAndQuery());
        await Expect(reader.Locator("tr[data-change]")).ToHaveCountAsync(1);
        await reader.SameLoadAsync();
    }

    [Fact]
    public async Task History_NewVersion_IsOfferedAndShownFieldByField()
    {
        var reader = await ReaderAsync("/initiatives/DT-2");
        await reader.Locator("nav.tabs").GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Expect(reader.Locator("nav.tabs [aria-current=page]")).ToHaveTextAsync("History");
        var versions = reader.Locator("article[data-change]");
        var before = await versions.CountAsync();

        await ChangeAsync(initiative => initiative.Retitle("Another title"), "DT-2");

        await reader.GetByRole(AriaRole.Button, new() { Name = "1 new change, show" }).ClickAsync(new() { Timeout = Promise });
        await Expect(versions).ToHaveCountAsync(before + 1);
        await Expect(versions.First.Locator("ins")).ToContainTextAsync("Another title");
        Found.Nothing(await Axe.ViolationsAsync(reader));
    }
}
