using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Assessments;

/// <summary>The board of assessments: a period is opened on it, and other open boards follow.</summary>
public sealed class BoardTests(ProductInBrowser product, Installation installation)
    : PeopleTest(product, installation), IClassFixture<Installation>
{
    [Fact]
    public async Task Manager_OpensAPeriod_AndEveryBoardShowsTheDrafts()
    {
        var manager = await SignedInAsync(await Installation.AddAsync(Roles.Manager, "Mia"), "/assessments");
        var editor = await SignedInAsync(await Installation.AddAsync(Roles.Editor, "Eva"), "/assessments");
        await manager.GetByLabel("Period", new() { Exact = true }).SelectOptionAsync("2026-Q3");

        await PressAsync(manager, "Open…");
        await Expect(manager.Locator(".question")).ToContainTextAsync("The period ended on 30 Sep 2026.");
        await manager.GetByLabel("Due", new() { Exact = true }).FillAsync("2026-11-01");
        await PressAsync(manager, "Open the 3rd quarter of 2026");
        await Expect(manager.Locator("#Due-error")).ToContainTextAsync("has passed");
        await manager.GetByLabel("Due", new() { Exact = true }).FillAsync("2026-12-15");
        await PressAsync(manager, "Open the 3rd quarter of 2026");

        await Expect(manager.Locator("[role=status]:visible"))
            .ToContainTextAsync("The 3rd quarter of 2026 is open. Its assessments are due by 15 Dec 2026.");
        await Expect(manager.Locator(".board .overdue")).ToHaveCountAsync(0);
        await Expect(manager.Locator("td[data-period='2026-Q3'][data-state=Draft]")).ToHaveCountAsync(7);
        await Expect(editor.Locator("td[data-period='2026-Q3'][data-state=Draft]")).ToHaveCountAsync(7);
        await Expect(manager.Locator("#period option[value='2026-Q3']")).ToHaveCountAsync(0);
        foreach (var page in new[] { manager, editor })
        {
            foreach (var width in Visitor.Widths)
            {
                await page.SetViewportSizeAsync(width, Visitor.Height);
                Found.Nothing(await Axe.ViolationsAsync(page));
                Assert.True(
                    await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
            }
        }
    }

    [Fact]
    public async Task Opening_Cancelled_ChangesNothingAndSaysSo()
    {
        var page = await SignedInAsync(await Installation.AddAsync(Roles.Manager, "Max"), "/assessments");
        await page.GetByLabel("Period", new() { Exact = true }).SelectOptionAsync("2026-Q2");
        using (await Installation.App.Services.GetRequiredService<IDatabase>().TakeTurnAsync(TestContext.Current.CancellationToken))
        {
            await PressAsync(page, "Open…");
            await PressAsync(page, "Open the 2nd quarter of 2026");
            await Expect(page.Locator("[role=status]:visible")).ToContainTextAsync("Making a draft for each focus area");
            await PressAsync(page, "Cancel");
            await Expect(page.Locator("[role=status]:visible")).ToHaveTextAsync("The opening was canceled. Nothing was changed.");
        }

        await Expect(page.Locator("#period option[value='2026-Q2']")).ToHaveCountAsync(1);
        await Expect(page.Locator("td[data-period='2026-Q2'][data-state=Draft]")).ToHaveCountAsync(0);
    }
}
