using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Live;

/// <summary>Translators put nodes of their own in the place of those that the circuit writes to.</summary>
[AnyFont]
public sealed class TranslatedPageTests(ProductInBrowser product) : BrowserTest(product)
{
    private const string Each =
        """
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) {
            const text = walker.currentNode;
            if (text.data.trim() && !text.parentNode.closest('script, style, textarea, option, font')) texts.push(text);
        }
        """;

    private const string Wrapped =
        Each + "for (const t of texts) { const outer = document.createElement('font'), inner = document.createElement('font'); "
            + "inner.textContent = 'Ø ' + t.data; outer.append(inner); t.replaceWith(outer); }";

    private const string Marked = "document.documentElement.lang = 'da'; document.documentElement.classList.add('translated-ltr'); "
        + Wrapped;

    private const string Replaced = Each + "for (const t of texts) t.replaceWith(document.createTextNode('Ø ' + t.data));";

    public static TheoryData<string, string> Translators =>
        new() { { "marked", Marked }, { "wrapped", Wrapped }, { "replaced", Replaced } };

    [Theory]
    [MemberData(nameof(Translators))]
    public async Task Link_OnATranslatedPage_LoadsThePageAnew(string name, string translate)
    {
        Assert.NotEmpty(name);
        var page = await OpenAsync("/initiatives");
        await page.MarkAsync();
        await page.EvaluateAsync($"() => {{ {translate} }}");

        await page.Locator(".sidenav a[href='/method']").ClickAsync();

        await page.AtAsync("/method");
        await page.HeadedAsync("Method");
        Assert.False(await page.EvaluateAsync<bool>("window.mark === true"));
        await AliveAsync(page);
    }

    [Fact]
    public async Task Back_OnATranslatedPage_LoadsThePageAnew()
    {
        var page = await OpenAsync("/initiatives");
        await page.Locator(".sidenav a[href='/method']").ClickAsync();
        await page.HeadedAsync("Method");
        await page.EvaluateAsync($"() => {{ {Marked} }}");

        await page.EvaluateAsync("history.back()");

        await page.AtAsync("/initiatives");
        await page.HeadedAsync("Initiatives");
        await AliveAsync(page);
    }

    [Fact]
    public async Task Filter_OnATranslatedPage_LoadsThePageAnew()
    {
        var page = await OpenAsync("/initiatives");
        await page.EvaluateAsync($"() => {{ {Marked} }}");
        await Expect(page.Locator(".unfollowed")).ToBeVisibleAsync();

        await page.Locator("main input[name=q]").FillAsync("F-35");
        await page.Locator("main input[name=q]").PressAsync("Enter");

        await page.AtAsync("/initiatives?q=F-35");
        await page.HeadedAsync("Initiatives");
        Assert.DoesNotContain("Ø", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
    }
}
