using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>
/// A page on A4: its text without any space, as lines break where the paper wants it, the same by lines, as the eye reads
/// what stands side by side, and how many pages it has.
/// </summary>
internal sealed partial record Print(string Text, IReadOnlyList<string> Lines, int Pages)
{
    /// <summary>Every text of a page that its reader sees or can open, but for what only works on a screen.</summary>
    private const string ReadTexts = """
        within => {
            const root = document.querySelector(within);
            const onScreenOnly = 'script, svg title, form, button, .button, .chips, .clocks, .live-note, .pager, .page-size,'
                + ' .crumbs, .tabs, .history-link, .edit-links, .edit-link, .card-line, .visually-hidden, details.sources > ul,'
                + ' .why-row a, .about, [hidden], details.why:not(.inline) > summary,'
                + ' details.why.inline > summary:not(:has(.status))';
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) {
                const only = walker.currentNode.parentElement.closest(onScreenOnly);
                if (!only || !root.contains(only)) texts.push(walker.currentNode.data);
            }
            return texts;
        }
        """;

    public static async Task<Print> OfAsync(IPage page)
    {
        var pdf = await page.PdfAsync(
            new() { Format = "A4", Margin = new() { Top = "15mm", Bottom = "15mm", Left = "15mm", Right = "15mm" } });
        using var document = PdfDocument.Open(pdf);
        var pages = document.GetPages().ToList();
        var lines = pages.SelectMany(p => p.Letters.GroupBy(l => Math.Round(l.StartBaseLine.Y)).OrderByDescending(l => l.Key))
            .Select(l => Squeezed(string.Concat(l.OrderBy(c => c.StartBaseLine.X).Select(c => c.Value))));
        return new(Squeezed(string.Concat(pages.Select(p => p.Text))), [.. lines], pages.Count);
    }

    /// <summary>What the page says and its print does not.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(IPage page, string within = "main")
    {
        var texts = await page.EvaluateAsync<string[]>(ReadTexts, within);
        Assert.True(texts.Length > 20, $"Only {texts.Length} texts were looked for.");
        return [.. texts.Select(Squeezed).Where(t => t.Length > 0 && !Text.Contains(t, StringComparison.Ordinal)).Distinct()];
    }

    public static string Squeezed(string text) => Space().Replace(text, "").Replace("\u00ad", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[\s\u200b\u202f\u00a0]+")]
    private static partial Regex Space();
}
