using System.Globalization;
using DefenseCoop.BrowserTests.Hosting;
using DefenseCoop.Domain.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace DefenseCoop.BrowserTests.Initiatives;

/// <summary>The register's order and its pages.</summary>
[AnyFont]
public sealed class RegisterOrderTests(ProductInBrowser product) : BrowserTest(product)
{
    private const string ReadKeys = """
        column => [...document.querySelectorAll('.register tbody tr[data-code]')].map(row => {
            const cell = row.cells[column];
            return (cell.querySelector('summary, a') ?? cell).textContent.trim();
        })
        """;

    private static readonly string[] Unknown = ["unknown", "none public"];

    [Theory]
    [InlineData("Code", 0)]
    [InlineData("Title", 1)]
    [InlineData("Category", 2)]
    [InlineData("Stage", 3)]
    [InlineData("Status", 4)]
    [InlineData("Start", 5)]
    [InlineData("End", 6)]
    [InlineData("Milestones met", 8)]
    [InlineData("Status as of", 9)]
    public async Task Column_SortedBothWays_IsInOrder(string title, int column)
    {
        var page = await OpenAsync("/initiatives?sort=" + (column == 0 ? "title" : "code"), new Visitor(1920));
        await page.MarkAsync();
        var header = page.Locator($".register thead th:nth-child({column + 1})");

        await header.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(header).ToHaveAttributeAsync("aria-sort", "ascending");
        var up = await page.EvaluateAsync<string[]>(ReadKeys, column);
        await header.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Expect(header).ToHaveAttributeAsync("aria-sort", "descending");
        var down = await page.EvaluateAsync<string[]>(ReadKeys, column);

        await Expect(page.Locator("th[aria-sort=ascending], th[aria-sort=descending]")).ToHaveCountAsync(1);
        Assert.Equal(39, up.Length);
        Assert.Equal(up.Order(StringComparer.Ordinal), down.Order(StringComparer.Ordinal));
        AssertUnknownLast(up);
        AssertUnknownLast(down);
        AssertOrdered(column, Known(up), Known(down));
        await page.SameLoadAsync();
    }

    [Fact]
    public async Task PageSize_Chosen_ShowsThatManyRowsAndPages()
    {
        var page = await OpenAsync("/initiatives?sort=title");
        await Expect(page.Locator(".pager")).ToHaveCountAsync(0);
        await page.Locator(".page-size").GetByRole(AriaRole.Link, new() { Name = "25" }).ClickAsync();
        await Expect(page.Locator(".register tbody tr[data-code]")).ToHaveCountAsync(25);
        Assert.Equal("/initiatives?sort=title&size=25", page.PathAndQuery());
        await Expect(page.Locator("caption")).ToContainTextAsync("1 to 25 shown");
        var first = await page.CodesAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Expect(page.Locator(".register tbody tr[data-code]")).ToHaveCountAsync(14);
        Assert.Equal("/initiatives?sort=title&page=2&size=25", page.PathAndQuery());
        await Expect(page.Locator("caption")).ToContainTextAsync("26 to 39 shown");
        await Expect(page.Locator(".pager [aria-current=page]")).ToHaveTextAsync("2");
        var second = await page.CodesAsync();
        Assert.Empty(first.Intersect(second));
        Assert.Equal(39, await page.TotalAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Previous" }).ClickAsync();
        await Expect(page.Locator(".register tbody tr[data-code]")).ToHaveCountAsync(25);
        Assert.Equal(first, await page.CodesAsync());
    }

    [Fact]
    public async Task Filter_OnALaterPage_StartsFromTheFirst()
    {
        var page = await OpenAsync("/initiatives?size=25&page=2&sort=-start");
        await page.TickAsync("Stage", "Under way");
        await Expect(page.Locator(".chip")).ToHaveCountAsync(1);

        Assert.Equal("/initiatives?stage=UnderWay&sort=-start&size=25", page.PathAndQuery());
        await Expect(page.Locator("caption")).ToContainTextAsync("1 to 25 shown");
    }

    private static string[] Known(string[] keys) => [.. keys.Where(k => !Unknown.Contains(k))];

    private static void AssertUnknownLast(string[] keys) =>
        Assert.DoesNotContain(keys.SkipWhile(k => !Unknown.Contains(k)), k => !Unknown.Contains(k));

    private static void AssertOrdered(int column, string[] up, string[] down)
    {
        // Words have an order of their own: equal ones stand together, and both ways are each other's reverse.
        if (column is 2 or 3 or 4)
        {
            Assert.Equal(up.Distinct().Count(), Runs(up).Count);
            Assert.Equal(Runs(up), Runs(down).AsEnumerable().Reverse());
            return;
        }

        AssertMonotone(up, down, text => Key(column, text));
        if (column is 5 or 6 or 9) AssertMonotone([.. up.Where(IsDay)], [.. down.Where(IsDay)], text => Day(text));
    }

    private static void AssertMonotone(string[] up, string[] down, Func<string, IComparable> key)
    {
        Assert.Equal(up.Select(key).Order(), up.Select(key));
        Assert.Equal(up.Select(key).OrderDescending(), down.Select(key));
    }

    private static List<string> Runs(string[] keys) => [.. keys.Where((key, i) => i == 0 || keys[i - 1] != key)];

    private static IComparable Key(int column, string text) => column switch
    {
        0 => string.Concat(text.Split('-')[0], text.Split('-')[1].PadLeft(4, '0')),
        8 => Share(text),
        1 => new OrdinalText(FoldedText.SortKey(text)),
        _ => int.Parse(text[^4..], CultureInfo.InvariantCulture),
    };

    /// <summary>"3 of 4" as a share.</summary>
    private static double Share(string text) => text.Split(" of ") is [var met, var all]
        ? double.Parse(met, CultureInfo.InvariantCulture) / double.Parse(all, CultureInfo.InvariantCulture)
        : double.NaN;

    /// <summary>Dates known to the month or the year stand somewhere among those of it; days have an order among themselves.</summary>
    private static bool IsDay(string text) => text.Split(' ').Length == 3;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "d MMM yyyy", CultureInfo.InvariantCulture);

    private sealed record OrdinalText(string Text) : IComparable
    {
        public int CompareTo(object? obj) => string.CompareOrdinal(Text, ((OrdinalText)obj!).Text);
    }
}
