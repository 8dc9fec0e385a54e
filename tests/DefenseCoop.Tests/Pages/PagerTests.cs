using Bunit;
using DefenseCoop.Web.Shared;
using Xunit;

namespace DefenseCoop.Tests.Pages;

public sealed class PagerTests
{
    [Theory]
    [InlineData("first of two", 1, 2, "[1] 2", false, true)]
    [InlineData("last of two", 2, 2, "1 [2]", true, false)]
    [InlineData("first of many", 1, 9, "[1] 2 3 … 9", false, true)]
    [InlineData("the gap begins", 5, 9, "1 … 3 4 [5] 6 7 … 9", true, true)]
    [InlineData("no gap of nothing", 4, 7, "1 2 3 [4] 5 6 7", true, true)]
    [InlineData("last of many", 200, 200, "1 … 198 199 [200]", true, false)]
    public void Render_Page_OffersFirstLastAndNeighbors(string label, int page, int pages, string shown, bool previous, bool next)
    {
        using var context = new BunitContext();

        var pager = context.Render<Pager>(p => p.Add(x => x.Page, page).Add(x => x.Pages, pages).Add(x => x.Url, n => $"/list?page={n}"));

        var items = pager.FindAll("li").Skip(1).SkipLast(1)
            .Select(li => li.QuerySelector("a[aria-current=page]") is null ? li.TextContent.Trim() : $"[{li.TextContent.Trim()}]");
        Assert.True(shown == string.Join(' ', items), $"{label}: {string.Join(' ', items)}");
        Assert.Equal(previous ? $"/list?page={page - 1}" : null, pager.FindAll("a[rel=prev]").SingleOrDefault()?.GetAttribute("href"));
        Assert.Equal(next ? $"/list?page={page + 1}" : null, pager.FindAll("a[rel=next]").SingleOrDefault()?.GetAttribute("href"));
        Assert.Single(pager.FindAll("nav[aria-label]"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Render_OnePageOrNone_OffersNothing(int pages)
    {
        using var context = new BunitContext();

        var pager = context.Render<Pager>(p => p.Add(x => x.Page, 1).Add(x => x.Pages, pages).Add(x => x.Url, n => $"/list?page={n}"));

        Assert.Empty(pager.FindAll("a, nav"));
    }
}
