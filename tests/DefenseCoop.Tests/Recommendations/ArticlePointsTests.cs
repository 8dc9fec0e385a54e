using System.Text.Json.Nodes;
using DefenseCoop.Domain;
using DefenseCoop.Tests.Pages;
using DefenseCoop.Tests.Starter;
using Xunit;

namespace DefenseCoop.Tests.Recommendations;

/// <summary>What the article recommends, proposes and claims, each with the focus area that answers it.</summary>
[Collection(StarterSiteTests.Name)]
public sealed class ArticlePointsTests(StarterSite site)
{
    private static readonly DateOnly[] Days = [StarterSite.Today, new(2024, 3, 6)];

    [Fact]
    public async Task EveryPoint_OfTheStarterData_StandsWithItsWordsAndTheStatusOfItsFocusArea()
    {
        var points = StarterFiles.OwnContent()["recommendations"]!.AsArray();
        Assert.Equal(14, points.Count);
        foreach (var day in Days)
        {
            var page = await site.GetAsync($"/recommendations?asOf={day:yyyy-MM-dd}", TestContext.Current.CancellationToken);
            var statuses = site.On(day).FocusAreas.ToDictionary(f => f.About.Title, f => f.Status);
            foreach (var point in points)
            {
                var row = page.Document.GetElementById(Text(point, "id")!)!;
                Assert.Contains($"{Text(point, "title")}. {Text(point, "text")}", row.TextContent, StringComparison.Ordinal);
                var area = row.QuerySelector("[data-label='Focus area'] a")?.TextContent;
                Assert.Equal(Text(point, "category") is null, area is null);
                if (area is not null) Assert.Equal(Words.Of(statuses[area]), row.QuerySelector("[data-status]")!.TextContent);
            }

            Assert.Equal(
                ["3 recommendations", "3 proposals", "8 claims"],
                page.Document.QuerySelectorAll("main table.points caption").Select(c => c.TextContent));
            Assert.Empty(page.All("main table.points td > em.unknown"));
        }
    }

    private static string? Text(JsonNode? point, string field) => point![field]?.GetValue<string>();
}
