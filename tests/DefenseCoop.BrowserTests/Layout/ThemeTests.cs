using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Layout;

/// <summary>The theme follows the system until the reader chooses, and the choice is remembered.</summary>
public sealed class ThemeTests(ProductInBrowser product) : BrowserTest(product)
{
    /// <summary>Notes the theme in force at the moment that the body comes to be: before it, nothing can be painted.</summary>
    private const string NoteFirstTheme = """
        new MutationObserver((_, observer) => {
            if (!document.body) return;
            window.firstTheme = document.documentElement.dataset.theme ?? '';
            observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
        """;

    [Fact]
    public async Task Theme_Unchosen_IsTheSystemsAsItChanges()
    {
        var page = await OpenAsync("/initiatives");
        var light = await page.BackgroundAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await page.BackgroundAsync();

        Assert.NotEqual(light, dark);
        Assert.Equal(dark, await (await OpenAsync("/initiatives", new Visitor(Scheme: ColorScheme.Dark))).BackgroundAsync());
        Assert.Null(await page.Locator("html").GetAttributeAsync("data-theme"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, "dark")]
    [InlineData(ColorScheme.Dark, "light")]
    public async Task Theme_Chosen_IsRememberedWithoutAFlash(ColorScheme system, string chosen)
    {
        var page = await NewPageAsync(new Visitor(Scheme: system));
        await page.Context.AddInitScriptAsync(NoteFirstTheme);
        await GoAsync(page, "/initiatives");
        var before = await page.BackgroundAsync();

        await Theme(page).SelectOptionAsync(chosen);
        var after = await page.BackgroundAsync();
        Assert.NotEqual(before, after);

        await page.ReloadAsync();
        Assert.Equal(chosen, await FirstThemeAsync(page));
        Assert.Equal(after, await page.BackgroundAsync());
        await AliveAsync(page);
        await Expect(Theme(page)).ToHaveValueAsync(chosen);

        var other = await page.Context.NewPageAsync();
        await GoAsync(other, "/sources");
        Assert.Equal(chosen, await FirstThemeAsync(other));
        Assert.Equal(after, await other.BackgroundAsync());
    }

    [Fact]
    public async Task Theme_ChosenAndLeftAgain_IsTheSystems()
    {
        var page = await OpenAsync("/", new Visitor(Scheme: ColorScheme.Dark));
        var dark = await page.BackgroundAsync();
        await Theme(page).SelectOptionAsync("light");
        await Theme(page).SelectOptionAsync("");
        await page.ReloadAsync();

        Assert.Equal(dark, await page.BackgroundAsync());
        Assert.Null(await page.Locator("html").GetAttributeAsync("data-theme"));
    }

    [Fact]
    public async Task Theme_Chosen_HoldsFromPageToPageAndInOtherWindows()
    {
        var page = await OpenAsync("/");
        var other = await page.Context.NewPageAsync();
        await GoAsync(other, "/method");
        await Theme(page).SelectOptionAsync("dark");
        var dark = await page.BackgroundAsync();

        await Expect(other.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByText("Sources").ClickAsync();
        await page.HeadedAsync("Sources");
        Assert.Equal(dark, await page.BackgroundAsync());
        await Expect(Theme(page)).ToHaveValueAsync("dark");
    }

    private static ILocator Theme(IPage page) => page.GetByLabel("Theme", new() { Exact = true });

    private static async Task<string> FirstThemeAsync(IPage page) => await page.EvaluateAsync<string>("window.firstTheme");
}
