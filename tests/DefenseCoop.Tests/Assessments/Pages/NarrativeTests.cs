using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DefenseCoop.Web.Assessments.Markdown;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Pages;

/// <summary>Markdown becomes prose and links, and nothing else whatever is written.</summary>
public sealed class NarrativeTests
{
    private static readonly string[] Harmless =
    [
        "a", "p", "br", "strong", "em", "del", "ul", "ol", "li", "blockquote", "h3", "h4",
        "h5", "h6", "code", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td",
    ];

    [Theory]
    [InlineData("One **strong** and *soft* word", "<p>One <strong>strong</strong> and <em>soft</em> word</p>")]
    [InlineData("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>")]
    [InlineData("# Heading", "<h3>Heading</h3>")]
    [InlineData(
        "[the report](https://example.org/a?b=1&c=2)",
        "<p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\">the report</a></p>")]
    [InlineData("[here](/method)", "<p><a href=\"/method\">here</a></p>")]
    [InlineData("a < b & c", "<p>a &lt; b &amp; c</p>")]
    [InlineData("one\ntwo", "<p>one<br>\ntwo</p>")]
    public void Markdown_OfProse_IsRendered(string text, string html) => Assert.Equal(html, Html(text));

    [Theory]
    [InlineData("As [BE-1-M6] shows.", "<p>As <a href=\"/at/BE-1-M6\">BE-1-M6</a> shows.</p>")]
    [InlineData(
        "**[BE-1-M6]**, [BE-1-M6].", "<p><strong><a href=\"/at/BE-1-M6\">BE-1-M6</a></strong>, <a href=\"/at/BE-1-M6\">BE-1-M6</a>.</p>")]
    [InlineData("[NOTHING-1] is text", "<p>[NOTHING-1] is text</p>")]
    [InlineData("`[BE-1-M6]` is code", "<p><code>[BE-1-M6]</code> is code</p>")]
    [InlineData("[BE-1-M6](/elsewhere)", "<p><a href=\"/elsewhere\">BE-1-M6</a></p>")]
    [InlineData("[ ] and [] and [", "<p>[ ] and [] and [</p>")]
    public void Citation_OfWhatThereIs_IsALink(string text, string html) => Assert.Equal(html, Html(text));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](https://example.org/track.png)")]
    [InlineData("![x](\"onerror=\"alert(1))")]
    [InlineData("[x](/a \"onmouseover=alert(1)\")")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<form action=/account/sign-out><button>x</button></form>")]
    [InlineData("```<script>\nalert(1)\n```")]
    [InlineData("<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>")]
    public void Script_InMarkdown_ComesOutAsText(string text)
    {
        var document = new HtmlParser().ParseDocument(Html(text));
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Harmless);
            foreach (var attribute in element.Attributes) Assert.Contains(attribute.Name, new[] { "href", "rel", "class" });
            if (element.GetAttribute("href") is { } address) Assert.Matches("^(https?://|/|#|[^:]*$)", address);
        }
    }

    [Fact]
    public void Html_ThatSomebodyWrote_IsReadAsTheyWroteIt() =>
        Assert.Equal(
            "<script>alert(1)</script>", new HtmlParser().ParseDocument(Html("<script>alert(1)</script>")).Body!.TextContent.Trim());

    [Theory]
    [InlineData("> ", 20_000)]
    [InlineData("[", 50_000)]
    [InlineData("*a ", 50_000)]
    [InlineData("- ", 5_000)]
    [InlineData("| a ", 10_000)]
    [InlineData("word ", 40_000)]
    public void Text_LongAndStrange_IsRenderedInTime(string piece, int times)
    {
        var watch = Stopwatch.StartNew();
        Html(string.Concat(Enumerable.Repeat(piece, times)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void Nothing_GivesNothing() => Assert.Equal("", Html(" \n "));

    private static string Html(string text) =>
        (Narrative.ToHtml(text, code => code == "BE-1-M6" ? $"/at/{code}" : null).Value ?? "").Trim();
}
