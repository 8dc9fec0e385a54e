using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>What axe finds on a page: in either theme, with everything closed and with everything opened.</summary>
internal static class Axe
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

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var violations = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var open in new[] { false, true })
            {
                await page.SetDetailsAsync(open);
                var result = await page.RunAxe(Rules);
                Assert.NotEmpty(result.Passes);
                violations.AddRange(result.Violations.Select(v => $"{new Uri(page.Url).PathAndQuery}, {scheme}, {(open ? "opened" : "closed")}: {Describe(v)}"));
            }
        }

        return violations;
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Help}) at {violation.Nodes.Length} places:\n"
        + string.Join("\n", violation.Nodes.Take(4).Select(n => $"    {n.Target}: {n.Html}\n      {string.Join("; ", n.Any.Concat(n.All).Concat(n.None).Select(c => c.Message))}"));
}
