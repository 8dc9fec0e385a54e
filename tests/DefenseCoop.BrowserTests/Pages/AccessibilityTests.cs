using DefenseCoop.BrowserTests.Hosting;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>On screens with room for tables.</summary>
public sealed class AccessibilityOnWideScreenTests(Stage stage) : AccessibilityTests(stage, 1440);

/// <summary>On a phone.</summary>
public sealed class AccessibilityOnPhoneTests(Stage stage) : AccessibilityTests(stage, 390);

/// <summary>Axe finds nothing on any page: in either theme, with everything closed and with everything opened.</summary>
public abstract class AccessibilityTests(Stage stage, int width) : BrowserTest(stage)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
        ResultTypes = [ResultType.Violations],
    };

    [Theory]
    [MemberData(nameof(PageList.All), MemberType = typeof(PageList))]
    public async Task Page_InEitherTheme_HasNoViolation(string path, int status)
    {
        var page = await OpenAsync(path, new Visitor(width), status);
        var violations = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var open in new[] { false, true })
            {
                await page.SetDetailsAsync(open);
                var result = await page.RunAxe(Rules);
                Assert.NotEmpty(result.Passes);
                violations.AddRange(result.Violations.Select(v => $"{scheme}, {(open ? "opened" : "closed")}: {Describe(v)}"));
            }
        }

        Found.Nothing(violations);
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Help}) at {violation.Nodes.Length} places:\n"
        + string.Join("\n", violation.Nodes.Take(4).Select(n => $"    {n.Target}: {n.Html}\n      {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}"));
}
