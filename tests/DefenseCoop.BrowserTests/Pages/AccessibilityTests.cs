using DefenseCoop.BrowserTests.Hosting;
using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>On screens with room for tables.</summary>
public sealed class AccessibilityOnWideScreenTests(Stage stage) : AccessibilityTests(stage, 1440);

/// <summary>On a phone.</summary>
public sealed class AccessibilityOnPhoneTests(Stage stage) : AccessibilityTests(stage, 390);

/// <summary>Axe finds nothing on any page: in either theme, with everything closed and with everything opened.</summary>
public abstract class AccessibilityTests(Stage stage, int width) : BrowserTest(stage)
{
    [Theory]
    [MemberData(nameof(PageList.All), MemberType = typeof(PageList))]
    public async Task Page_InEitherTheme_HasNoViolation(string path, int status)
    {
        var page = await OpenAsync(path, new Visitor(width), status);

        Found.Nothing(await Axe.ViolationsAsync(page));
    }
}
