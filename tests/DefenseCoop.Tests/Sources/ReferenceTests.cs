using System.Globalization;
using System.Text.RegularExpressions;
using DefenseCoop.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Sources;

/// <summary>Each source of a page has one number, in the order in which it is first cited; the list at the foot has the same.</summary>
[Collection(StarterSiteTests.Name)]
public sealed partial class ReferenceTests(StarterSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?asOf=2024-03-06")]
    [InlineData("?asOf=2025-06-30")]
    public async Task Numbers_OfEveryInitiative_AreThoseOfTheListInTheOrderOfTheirFirstCitation(string day)
    {
        await using var db = site.NewContext();
        foreach (var code in await db.Initiatives.Select(i => i.Code).ToListAsync(Stop)) await CheckAsync($"/initiatives/{code}{day}");
    }

    [Theory]
    [InlineData("base-expansion")]
    [InlineData("joint-training")]
    [InlineData("cybersecurity")]
    [InlineData("intelligence-sharing")]
    [InlineData("defense-technology")]
    [InlineData("defense-spending")]
    [InlineData("maritime-arctic")]
    public async Task Numbers_OfAFocusArea_AreThoseOfTheList(string slug)
    {
        await CheckAsync($"/focus-areas/{slug}");
        await CheckAsync($"/focus-areas/{slug}?asOf=2024-03-06");
    }

    [Fact]
    public async Task Numbers_OfRecommendations_AreThoseOfTheList() => await CheckAsync("/recommendations");

    private async Task CheckAsync(string address)
    {
        var page = await site.GetAsync(address, Stop);
        var marks = page.All("main details.sources").ToList();
        var cited = marks.SelectMany(m => Numbers().Matches(m.QuerySelector("summary")!.TextContent))
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))
            .ToList();
        var listed = page.All("table.references tbody tr").ToList();

        Assert.True(
            cited.Distinct().SequenceEqual(Enumerable.Range(1, listed.Count)),
            $"{address}: {string.Join(' ', cited.Distinct())} of {listed.Count}");
        Assert.Equal(
            Enumerable.Range(1, listed.Count).Select(n => $"[{n}]"), listed.Select(r => HtmlPage.Words(r.QuerySelector("td.ref")!)));

        // What a mark opens has the code of the row with that number.
        var codes = listed.Select(r => r.GetAttribute("data-source")).ToList();
        foreach (var entry in marks.SelectMany(m => m.QuerySelectorAll("li > a")))
        {
            var number = int.Parse(Numbers().Match(entry.TextContent).Groups[1].Value, CultureInfo.InvariantCulture);
            Assert.EndsWith($"#{codes[number - 1]}", entry.GetAttribute("href"), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"\[(\d+)\]")]
    private static partial Regex Numbers();
}
