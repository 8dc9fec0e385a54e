using DefenseCoop.BrowserTests.Hosting;
using Xunit;

namespace DefenseCoop.BrowserTests.Pages;

/// <summary>What a page says stands on its print on A4, too: read from the text of the PDF.</summary>
public sealed class PrintTests(ProductInBrowser product) : BrowserTest(product)
{
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
    [InlineData("/focus-areas", 2)]
    [InlineData("/assessments", 2)]
    [InlineData("/method", 9)]
    [InlineData("/changes", 4)]
    [InlineData("/history/initiative/BE-1", 3)]
    public async Task Page_Printed_SaysAllThatItSays(string path, int pages)
    {
        var page = await OpenAsync(path);

        var print = await Print.OfAsync(page);

        Found.Nothing(await print.MissingAsync(page));
        Assert.InRange(print.Pages, 1, pages);
    }

    [Theory]
    [InlineData("/initiatives?status=Stale&stage=UnderWay", "Stage:Underway;Status:Stale")]
    [InlineData("/sources?tier=3&check=yes", "Tier3;Needsaprimarycheck")]
    [InlineData("/initiatives?asOf=2025-06-30", "Asof30Jun2025,printedon")]
    [InlineData("/initiatives/BE-1", "printedon")]
    public async Task Page_Printed_SaysItsFilterItsDayAndTheDayOfPrinting(string path, string words)
    {
        var print = await Print.OfAsync(await OpenAsync(path));

        Assert.Contains(words, print.Text, StringComparison.Ordinal);
        var today = await (await OpenAsync("/method")).Locator(".day time").First.InnerTextAsync();
        Assert.Contains($"printedon{Print.Squeezed(today)}", print.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_Printed_HasAStatusAndACauseInEveryRow()
    {
        var page = await OpenAsync("/initiatives");
        var rows = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('.register tr[data-code]')].map(r => r.dataset.code + '|' + r.querySelector('[data-status]')"
                + ".textContent + '|' + r.nextElementSibling.querySelector('p').firstChild.textContent)");

        var print = (await Print.OfAsync(page)).Text;

        Assert.Equal(39, rows.Length);
        var from = 0;
        foreach (var row in rows.Select(r => r.Split('|')))
        {
            foreach (var text in row)
            {
                var at = print.IndexOf(Print.Squeezed(text), from, StringComparison.Ordinal);
                Assert.True(at >= from, $"{row[0]}: \"{text}\" is not printed in its row.");
                if (text == row[0]) from = at;
            }
        }
    }
}
