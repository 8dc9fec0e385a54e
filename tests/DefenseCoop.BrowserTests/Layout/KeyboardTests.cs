using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Layout;

/// <summary>Everything is reached, seen and worked by keyboard.</summary>
public sealed class KeyboardTests(ProductInBrowser product) : BrowserTest(product)
{
    /// <summary>
    /// What has the focus: its place in the order of the page, how it is called, and what is wrong with how it shows.
    /// An outline may be drawn by the element or by what it draws over its row; no other thing may cover all of it.
    /// </summary>
    private const string ReadFocus = """
        () => {
            const e = document.activeElement;
            if (!e || e === document.body) return null;
            const outlined = [getComputedStyle(e), getComputedStyle(e, '::after')]
                .some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1);
            const r = e.getBoundingClientRect();
            const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .15], [.5, .85]]
                .map(([x, y]) => [r.left + x * r.width, r.top + y * r.height]);
            const seen = points.some(([x, y]) => {
                const top = document.elementFromPoint(x, y);
                return top && (e.contains(top) || top.contains(e));
            });
            const html = e.outerHTML.slice(0, 120).replace(/\s+/g, ' ');
            return {
                index: [...document.querySelectorAll('*')].indexOf(e),
                id: e.id, text: e.textContent.trim().slice(0, 80),
                problem: !outlined ? 'no outline: ' + html : !seen ? 'covered: ' + html : '',
            };
        }
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/initiatives")]
    [InlineData("/initiatives/BE-1")]
    [InlineData("/error")]
    public async Task FirstTab_OfAPage_IsTheWayToItsContent(string path)
    {
        var page = await OpenAsync(path);
        await page.Keyboard.PressAsync("Tab");
        if (path == "/error") return;

        var skip = page.Locator(".skip-link");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
        Assert.Equal(path, page.PathAndQuery());
    }

    [Theory]
    [InlineData("/initiatives", 1440)]
    [InlineData("/initiatives", 390)]
    [InlineData("/initiatives?category=cybersecurity&size=25", 1024)]
    [InlineData("/initiatives/DT-1", 1440)]
    [InlineData("/initiatives/DT-1", 390)]
    [InlineData("/focus-areas/defense-technology", 1440)]
    [InlineData("/", 1440)]
    public async Task Focus_ForwardAndBackward_IsAlwaysSeen(string path, int width)
    {
        var page = await OpenAsync(path, new Visitor(width));
        var forward = await WalkAsync(page, "Tab");
        var backward = await WalkAsync(page, "Shift+Tab");

        // A date has parts that take the focus one by one; the browser draws theirs.
        Found.Nothing(forward.GroupBy(s => s.Index).Concat(backward.GroupBy(s => s.Index))
            .Where(g => g.All(s => s.Problem.Length > 0)).Select(g => g.First().Problem));
        Assert.True(forward.Count > 15, $"Only {forward.Count} things take the focus.");
        Assert.Equal(forward.Select(s => s.Index).Order(), forward.Select(s => s.Index));
    }

    [Fact]
    public async Task Tab_OnTheRegister_ReachesEverything()
    {
        var page = await OpenAsync("/initiatives");
        var steps = await WalkAsync(page, "Tab");

        foreach (var id in new[] { "theme", "f-q" }) Assert.Contains(steps, s => s.Id == id);
        Assert.Contains(steps, s => s.Text.EndsWith("Today", StringComparison.Ordinal));
        foreach (var text in new[]
        {
            "Initiatives", "Status", "Stage", "Focus area", "More", "Milestones met",
            "Denmark-US Defence Cooperation Agreement (DCA)", "100",
        })
        {
            Assert.Contains(steps, s => s.Text == text);
        }
    }

    [Fact]
    public async Task Filter_ByKeyboardAlone_IsApplied()
    {
        var page = await OpenAsync("/initiatives");
        var panel = page.Filter("Focus area");
        await panel.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(panel).ToHaveAttributeAsync("open", "");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Locator("#f-focusArea-base-expansion")).ToBeCheckedAsync();
        await Expect(page.Locator(".chip")).ToHaveTextAsync(["Focus area: Base expansion and host-nation access"]);

        await page.Keyboard.PressAsync("Escape");
        await Expect(panel).Not.ToHaveAttributeAsync("open", "");
        await Expect(panel.Locator("summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Details_EnterAndSpace_OpenAndClose()
    {
        var page = await OpenAsync("/initiatives/SP-1");
        var why = page.Locator("article.indicator details.why").First;
        await why.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(why.Locator(".why-body")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(why.Locator(".why-body")).ToBeHiddenAsync();

        var sources = page.Locator("main details.sources").First;
        await sources.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Tab");
        await Expect(sources.Locator("a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(sources.Locator("ul")).ToBeHiddenAsync();
        await Expect(sources.Locator("summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Row_Enter_OpensTheInitiative()
    {
        var page = await OpenAsync("/initiatives");
        await page.Locator("tr[data-code=CY-4] .title a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("h1")).ToContainTextAsync("CY-4");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    /// <summary>Presses a key until the focus leaves the page.</summary>
    private static async Task<List<Step>> WalkAsync(IPage page, string key)
    {
        var steps = new List<Step>();
        while (steps.Count < 600)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<Step?>(ReadFocus) is not { } step) return steps;
            steps.Add(step);
        }

        throw new InvalidOperationException($"The focus never leaves the page: {steps[^1].Text}");
    }

    private sealed class Step
    {
        public int Index { get; set; }

        public string Id { get; set; } = "";

        public string Text { get; set; } = "";

        public string Problem { get; set; } = "";
    }
}
