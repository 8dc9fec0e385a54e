using System.Globalization;
using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.BrowserTests.People;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.People;
using DefenseCoop.Web.Urls;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Live;

/// <summary>The register follows changes, and leaves the reader alone.</summary>
[AnyFont]
public sealed class OpenRegisterTests(ProductInBrowser product, Installation installation)
    : LiveTest(product, installation), IClassFixture<Installation>
{
    private const int Changes = 40;
    private const int MostASecond = 4;

    [Fact]
    public async Task Change_InAnotherBrowser_IsSeenWithoutDisturbing()
    {
        var reader = await ReaderAsync("/initiatives");
        var administrator = await SignedInAsync(
            await Installation.AddAsync(Roles.Administrator), EditUrls.Record(FormNames.Category, "base-expansion"));
        await reader.MarkAsync();
        await reader.Locator("#f-to").EvaluateAsync("e => { e.value = '2027-01-31'; }");
        await reader.Locator("tr[data-code=DT-1] details.why summary").ClickAsync();
        await reader.Locator("#f-q").PressSequentiallyAsync("half a wo");
        await reader.EvaluateAsync("scrollTo(0, 420)");
        var before = await StateAsync(reader);

        await administrator.Locator("[name='f.Name']").FillAsync("Expansion of bases, renamed");
        await PressAsync(administrator, "Save category");
        await Expect(administrator.Locator("main .saved").First).ToBeVisibleAsync();
        await Expect(reader.Locator("tr[data-code=BE-1] .c-category"))
            .ToHaveTextAsync("Expansion of bases, renamed", new() { Timeout = Promise });

        Assert.Equal(before, await StateAsync(reader));
        await Expect(reader.Locator("#f-q")).ToBeFocusedAsync();
        await Expect(reader.Locator("select#f-category, #f-category-base-expansion + label").First).ToContainTextAsync("renamed");
        await reader.Keyboard.TypeAsync("rd");
        await Expect(reader.Locator("#f-q")).ToHaveValueAsync("half a word");
        await reader.SameLoadAsync();
    }

    [Fact]
    public async Task Changes_InABurst_AreRenderedFourTimesASecondAtMostAndEndInTheLast()
    {
        var reader = await ReaderAsync("/initiatives");
        var title = reader.Locator("tr[data-code=CY-1] .title a");
        await ObserveAsync(reader, "table.register tbody");

        for (var i = 1; i <= Changes; i++)
        {
            await ChangeAsync(initiative => initiative.Retitle(string.Create(CultureInfo.InvariantCulture, $"Title number {i}")), "CY-1");
            await Task.Delay(40, Stop);
        }

        await Expect(title).ToHaveTextAsync($"Title number {Changes}", new() { Timeout = Promise });
        var times = await RenderingsAsync(reader);
        Assert.True(times.Length >= 4, $"Only {times.Length} renderings were seen: the page did not follow while it went on.");
        Assert.DoesNotContain(times, from => times.Count(t => t >= from && t < from + 1000) > MostASecond);
    }

    [Fact]
    public async Task Rows_ThatWouldMove_WaitUntilTheReaderAsks()
    {
        var reader = await ReaderAsync("/initiatives?sort=title");
        var codes = await reader.CodesAsync();
        string[] chosen = [codes[0], codes[2], codes[4]];
        await reader.Locator("tr[data-code]").Nth(4).Locator("details.why summary").ClickAsync();
        var note = reader.Locator(".live-note");

        await ChangeAsync(initiative => initiative.Retitle($"Zz {initiative.Code}"), chosen);

        var button = note.GetByRole(AriaRole.Button, new() { Name = "3 rows changed, show" });
        await Expect(button).ToBeVisibleAsync(new() { Timeout = Promise });
        Assert.Equal(codes, await reader.CodesAsync());
        await Expect(reader.Locator($"tr[data-code={chosen[0]}] .title")).ToContainTextAsync("Zz");
        Found.Nothing(await Axe.ViolationsAsync(reader));

        await button.ClickAsync();
        await Expect(button).ToBeHiddenAsync();
        await Expect(note).ToBeFocusedAsync();
        string[] sorted = [.. codes.Except(chosen), .. chosen.Order(StringComparer.Ordinal)];
        Assert.Equal(sorted, await reader.CodesAsync());
    }

    [Fact]
    public async Task Rows_ThatWouldMove_AndGoBack_AreNoLongerOffered()
    {
        var reader = await ReaderAsync("/initiatives?sort=title&category=cybersecurity");
        var codes = await reader.CodesAsync();
        var title = (await reader.Locator($"tr[data-code={codes[0]}] .title a").InnerTextAsync()).Trim();
        var button = reader.Locator(".live-note button");

        await ChangeAsync(initiative => initiative.Retitle("Zz"), codes[0]);
        await Expect(button).ToHaveTextAsync("1 row changed, show", new() { Timeout = Promise });

        await ChangeAsync(initiative => initiative.Retitle(title), codes[0]);
        await Expect(button).ToBeHiddenAsync(new() { Timeout = Promise });
        Assert.Equal(codes, await reader.CodesAsync());
    }

    [Fact]
    public async Task Page_OfAnInitiative_FollowsItAndNoOther()
    {
        var reader = await ReaderAsync("/initiatives/DT-1");
        await reader.Locator("#why > summary").ClickAsync();
        await reader.Locator("details.sources summary").First.ClickAsync();
        await ObserveAsync(reader, "main");

        await ChangeAsync(initiative => initiative.Retitle("Another one"), "BE-2");
        await ChangeAsync(initiative => initiative.Retitle("This very one"), "DT-1");

        await Expect(reader.Locator("h1")).ToContainTextAsync("This very one", new() { Timeout = Promise });
        await Expect(reader).ToHaveTitleAsync("DT-1 This very one – DefenseCoop");
        Assert.Single(await RenderingsAsync(reader));
        Assert.True(await reader.Locator("#why").EvaluateAsync<bool>("d => d.open"));
        Assert.True(await reader.Locator("details.sources").First.EvaluateAsync<bool>("d => d.open"));
    }

    /// <summary>What must not change under the reader: scroll, typed values, boxes, what is open.</summary>
    private static Task<string> StateAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => JSON.stringify({
            scroll: scrollY,
            active: document.activeElement.id,
            typed: [...document.querySelectorAll('input, select')].map(i => [i.id, i.type === 'checkbox' ? i.checked : i.value]),
            open: [...document.querySelectorAll('details')].map(d => d.open),
        })
        """);
}
