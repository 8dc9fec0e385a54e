using DefenseCoop.BrowserTests.Hosting;
using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>Axe finds nothing on any page, on a screen with room for tables and on a phone.</summary>
public sealed class AccessibilityTests(ProductInBrowser product) : BrowserTest(product)
{
    [Theory]
    [MemberData(nameof(PageList.All), MemberType = typeof(PageList))]
    public async Task Page_OnEitherScreen_HasNoViolation(string path, int status)
    {
        var page = await OpenAsync(path, status: status);
        foreach (var width in Visitor.Widths)
        {
            await page.SetViewportSizeAsync(width, Visitor.Height);
            Found.Nothing(await Axe.ViolationsAsync(page));
        }
    }
}
