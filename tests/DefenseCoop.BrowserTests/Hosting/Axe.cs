using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace DefenseCoop.BrowserTests.Hosting;

/// <summary>What axe finds on a page: with everything closed and with everything opened, and its colors in either theme.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string All = "runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', "
        + "'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

    // What can be seen with everything closed can be seen with everything opened; a theme changes colors and nothing else.
    private const string AllButColors = All + ", rules: { 'color-contrast': { enabled: false } }";
    private const string Colors = "runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

    private static readonly (ColorScheme Scheme, bool IsOpen, string Options)[] Looks =
        [(ColorScheme.Light, false, AllButColors), (ColorScheme.Light, true, All), (ColorScheme.Dark, true, Colors)];

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var violations = new List<string>();

        // Once a page, and in it: the package's own way loads axe twice more for each look, which takes longer than the look.
        if (await page.EvaluateAsync<bool>("!window.axe")) await page.EvaluateAsync(Script);
        foreach (var (scheme, open, options) in Looks)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.SetDetailsAsync(open);
            var result = await page.EvaluateAsync<Result>(Look(options));
            Assert.True(result.Looked > 0, "Axe looked at nothing.");
            violations.AddRange(
                result.Violations.Select(v => $"{new Uri(page.Url).PathAndQuery}, {scheme}, {(open ? "opened" : "closed")}: {v}"));
        }

        return violations;
    }

    private static string Look(string options) => $$"""
        async () => {
            const result = await axe.run(document, { {{options}}, resultTypes: ['violations'] });
            const why = node => [...node.any, ...node.all, ...node.none].map(c => c.message).join('; ');
            const places = nodes => nodes.slice(0, 4).map(n => `    ${n.target}: ${n.html}\n      ${why(n)}`).join('\n');
            return {
                looked: result.passes.length + result.violations.length,
                violations: result.violations.map(v => `${v.id} (${v.help}) at ${v.nodes.length} places:\n${places(v.nodes)}`),
            };
        }
        """;

    private sealed record Result
    {
        public int Looked { get; set; }

        public string[] Violations { get; set; } = [];
    }
}
