using Bunit;
using DefenseCoop.Data.Sources;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;
using Xunit;

namespace DefenseCoop.Tests.Sources;

public sealed class SourceMarksTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("https", "https://example.org/a?b=1&c=2", true)]
    [InlineData("http", "http://example.org/", true)]
    [InlineData("a file of an archive", "seed:000_e78494eeca74cf09.txt", false)]
    [InlineData("a mark of our own", "article:rewritten-le-monde-text", false)]
    [InlineData("an index entry", "index:54601823976", false)]
    [InlineData("a name", "urn:defensecoop:synthetic", false)]
    [InlineData("script", "javascript:alert(1)", false)]
    [InlineData("data", "data:text/html,<script>alert(1)</script>", false)]
    [InlineData("a file", "file:///etc/passwd", false)]
    [InlineData("a path", "/etc/passwd", false)]
    [InlineData("no scheme", "//example.org/", false)]
    [InlineData("nothing", "", false)]
    public void Render_Source_LinksToItsEntryAndOutOnlyToTheWeb(string label, string url, bool isWeb)
    {
        using var context = new BunitContext();

        var marks = Render(context, new DayChoice(Today, Today), Source("S-ONE", url));

        var links = marks.FindAll("a");
        Assert.True(links.Count == (isWeb ? 2 : 1), label);
        Assert.Equal(("/sources?at=S-ONE#S-ONE", "[1] Title of S-ONE"), (links[0].GetAttribute("href"), links[0].TextContent));
        if (!isWeb) return;
        Assert.Equal(url, links[1].GetAttribute("href"));
        Assert.Equal(["external", "noopener", "noreferrer"], links[1].GetAttribute("rel")!.Split(' '));
    }

    [Theory]
    [InlineData("Source [4]", 4)]
    [InlineData("Sources [3][7]", 3, 7)]
    [InlineData("Sources [1][2][30]", 1, 2, 30)]
    public void Render_Sources_SaysTheirNumbers(string text, params int[] numbers)
    {
        using var context = new BunitContext();

        var marks = Render(
            context, new DayChoice(Today, Today), [.. numbers.Select(n => Source($"S-{n}", "https://example.org/") with { Number = n })]);

        Assert.Equal(text, marks.Find("summary").TextContent);
        Assert.Equal(numbers.Select(n => $"[{n}] Title of S-{n}"), marks.FindAll("li > a").Select(a => a.TextContent));
    }

    [Fact]
    public void Render_PastDay_KeepsTheDayAndShowsTierAndDate()
    {
        using var context = new BunitContext();

        var marks = Render(context, new DayChoice(new DateOnly(2025, 6, 11), Today), Source("S-ONE", "https://example.org/"));

        Assert.Equal("/sources?at=S-ONE&asOf=2025-06-11#S-ONE", marks.Find("a").GetAttribute("href"));
        Assert.Equal("tier 2", marks.Find(".tier").TextContent);
        Assert.Equal(("2025-03", "Mar 2025"), (marks.Find("time").GetAttribute("datetime"), marks.Find("time").TextContent));
    }

    [Theory]
    [InlineData("published before the day", "2025-04-01", "/sources?at=S-ONE&asOf=2025-04-01#S-ONE")]
    [InlineData("published in the month of the day", "2025-03-01", "/sources?at=S-ONE&asOf=2025-03-01#S-ONE")]
    [InlineData("published after the day, so not in its list", "2025-02-28", "/sources?at=S-ONE#S-ONE")]
    public void Render_SourceAroundItsDay_LinksToAListThatHasIt(string label, string day, string href)
    {
        using var context = new BunitContext();

        var marks = Render(context, new DayChoice(DateOnly.Parse(day, null), Today), Source("S-ONE", "https://example.org/"));

        Assert.True(href == marks.Find("a").GetAttribute("href"), label);
    }

    [Fact]
    public void Render_NoSource_IsNothing()
    {
        using var context = new BunitContext();

        Assert.Equal("", Render(context, new DayChoice(Today, Today)).Markup.Trim());
    }

    private static IRenderedComponent<SourceMarks> Render(BunitContext context, DayChoice day, params SourceRef[] sources) =>
        context.Render<SourceMarks>(p => p.Add(x => x.Sources, sources).Add(x => x.Day, day));

    private static SourceRef Source(string code, string url) =>
        new(code, $"Title of {code}", "Publisher", PartialDate.Parse("2025-03"), SourceTier.Press, url) { Number = 1 };
}
