using System.Text.RegularExpressions;
using DefenseCoop.BrowserTests.Hosting;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>What a page says stands on its print on A4, too: read from the text of the PDF.</summary>
public sealed partial class PrintTests(Stage stage) : BrowserTest(stage)
{
    /// <summary>Every text of a page that its reader sees or can open, but for what only works on a screen.</summary>
    private const string ReadTexts = """
        () => {
            const onScreenOnly = 'script, svg title, form, button, .button, .chips, .clocks, .live-note, .pager, .page-size, .crumbs, .tabs, .history-link, .edit-links, .edit-link,'
                + ' .card-line, .visually-hidden, details.sources > ul, .why-row a, .about, [hidden], details.why:not(.inline) > summary, details.why.inline > summary:not(:has(.status))';
            const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(onScreenOnly)) texts.push(walker.currentNode.data);
            return texts;
        }
        """;

    [Theory]
    [InlineData("/", 2)]
    [InlineData("/?asOf=2025-06-30", 2)]
    [InlineData("/initiatives", 4)]
    [InlineData("/initiatives?status=Stale&sort=-start", 3)]
    [InlineData("/initiatives/BE-1", 8)]
    [InlineData("/initiatives/DT-1?asOf=2025-06-30", 9)]
    [InlineData("/initiatives/SP-1", 14)]
    [InlineData("/focus-areas/defense-spending", 12)]
    [InlineData("/focus-areas/cybersecurity", 9)]
    [InlineData("/sources", 14)]
    [InlineData("/recommendations", 3)]
    public async Task Page_Printed_SaysAllThatItSays(string path, int pages)
    {
        var page = await OpenAsync(path);
        var texts = await page.EvaluateAsync<string[]>(ReadTexts);

        var (print, count) = await PrintAsync(page);

        Assert.True(texts.Length > 20, $"Only {texts.Length} texts were looked for.");
        Found.Nothing(texts.Select(Squeezed).Where(t => t.Length > 0 && !print.Contains(t, StringComparison.Ordinal)).Distinct());
        Assert.InRange(count, 1, pages);
    }

    [Theory]
    [InlineData("/initiatives?status=Stale&stage=UnderWay", "Stage:Underway;Status:Stale")]
    [InlineData("/sources?tier=3&check=yes", "Tier3;Needsaprimarycheck")]
    [InlineData("/initiatives?asOf=2025-06-30", "Asof30Jun2025,printedon")]
    [InlineData("/initiatives/BE-1", "printedon")]
    public async Task Page_Printed_SaysItsFilterItsDayAndTheDayOfPrinting(string path, string words)
    {
        var (print, _) = await PrintAsync(await OpenAsync(path));

        Assert.Contains(words, print, StringComparison.Ordinal);
        var today = await (await OpenAsync("/method")).Locator(".day time").First.InnerTextAsync();
        Assert.Contains($"printedon{Squeezed(today)}", print, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_Printed_HasAStatusAndACauseInEveryRow()
    {
        var page = await OpenAsync("/initiatives");
        var rows = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.register tr[data-code]')].map(r => r.dataset.code + '|' + r.querySelector('[data-status]').textContent + '|' + r.nextElementSibling.querySelector('p').firstChild.textContent)");

        var (print, _) = await PrintAsync(page);

        Assert.Equal(39, rows.Length);
        var from = 0;
        foreach (var row in rows.Select(r => r.Split('|')))
        {
            foreach (var text in row)
            {
                var at = print.IndexOf(Squeezed(text), from, StringComparison.Ordinal);
                Assert.True(at >= from, $"{row[0]}: \"{text}\" is not printed in its row.");
                if (text == row[0]) from = at;
            }
        }
    }

    /// <summary>The text of the print without any space, as lines break where the paper wants it, and how many pages it has.</summary>
    private static async Task<(string Text, int Pages)> PrintAsync(IPage page)
    {
        var pdf = await page.PdfAsync(new() { Format = "A4", Margin = new() { Top = "15mm", Bottom = "15mm", Left = "15mm", Right = "15mm" } });
        using var document = PdfDocument.Open(pdf);
        return (Squeezed(string.Concat(document.GetPages().Select(p => p.Text))), document.NumberOfPages);
    }

    private static string Squeezed(string text) => Space().Replace(text, "").Replace("\u00ad", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[\s\u200b\u202f\u00a0]+")]
    private static partial Regex Space();
}
