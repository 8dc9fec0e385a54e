using AngleSharp.Html.Parser;
using DefenseCoop.Web.Assessments.Markdown;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Pages;

/// <summary>What people type without a thought of Markdown is read as they typed it.</summary>
public sealed class NarrativeTypedTests
{
    [Theory]
    [InlineData("14. marts 2025 blev aftalen underskrevet.")]
    [InlineData("1. maj 2025: intet nyt")]
    [InlineData("2025. A good year")]
    [InlineData("007. James")]
    [InlineData("3) third")]
    [InlineData("- 0.5 % of GDP")]
    [InlineData("- DKK 143 bn")]
    [InlineData("- € 5 million")]
    [InlineData("- (2.0) %")]
    [InlineData("+ 5 %")]
    [InlineData("+ fuel")]
    [InlineData("> 5 % of GDP")]
    [InlineData(">= 27 aircraft")]
    [InlineData("* Excludes Greenland")]
    [InlineData("#1 priority")]
    [InlineData("2*3*4 = 24")]
    [InlineData("5*, 6* and (*), (*)")]
    [InlineData("snake_case_name and x__init__y")]
    [InlineData("~5 % or ~ 6 %")]
    [InlineData("&copy; and &nbsp; and R&amp;D and AT&T")]
    [InlineData("C:\\data and \\\\server\\share and end\\")]
    [InlineData("C:\\dir\\*.txt and C:\\_a\\*.md, \\\\server\\_share\\*.x and (D:\\*)")]
    [InlineData("[x]: https://example.org/a_b \"T\"")]
    [InlineData("See https://fmn.dk/a_b_c*d*e, www.fmn.dk. Or (http://localhost:5080/x).")]
    [InlineData("text[^1] and [^1]: note")]
    [InlineData("[x](2026) and [y](report.pdf) and [z](javascript:alert(1))")]
    [InlineData("mailto:a@b.dk, ftp://x.y and <a@b.dk>")]
    [InlineData("<b>bold</b> <!-- hidden --> <br/> 3 < 4 > 2")]
    [InlineData("a --- b, c -- d, e – f, *** NOTE ***")]
    [InlineData("a | b without a table")]
    [InlineData("![no picture")]
    [InlineData("100 % [sic] {a} ^b^ ==c== $d$ :smile: --e")]
    public void Text_OfOneLine_IsReadAsItWasTyped(string text) => Assert.Equal(text, Read(text));

    [Theory]
    [InlineData("14. marts\n15. april", "14. marts|15. april")]
    [InlineData("1. one\n1. two\n1. three", "1. one|1. two|1. three")]
    [InlineData("3. c\n7. g", "3. c|7. g")]
    [InlineData("- 0.5 %\n- growth", "- 0.5 %|- growth")]
    [InlineData("1. one\n\n   more\n2. two", "1. one|more|2. two")]
    [InlineData("Underskrevet den\n14. marts 2025", "Underskrevet den|14. marts 2025")]
    [InlineData("one\n---\ntwo\n===", "one|---|two|===")]
    [InlineData("```python x\nprint(1)\n```", "python x|print(1)")]
    [InlineData("```\nopen", "open")]
    [InlineData("    indented  code", "indented  code")]
    [InlineData("> quoted\n> 5 lines", "quoted|5 lines")]
    [InlineData("- one\n- two", "one|two")]
    [InlineData("1.\n2. two", "1.|2. two")]
    [InlineData("1. # head\n2. > quote", "1. head|2.|quote")]
    public void Text_OfLines_IsReadAsItWasTyped(string text, string lines) =>
        Assert.Equal(lines.Split('|'), Read(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [Theory]
    [InlineData("| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | 3 |", "<td class=\"right\">2</td>\n<td class=\"center\">3</td>")]
    [InlineData(
        "![The *F-35*](https://x.dk/a.png)", "<a href=\"https://x.dk/a.png\" rel=\"noopener noreferrer nofollow\">The <em>F-35</em></a>")]
    [InlineData("![](https://x.dk/a.png)", ">https://x.dk/a.png</a>")]
    [InlineData(
        "[![pic](https://a.dk/p.png)](https://b.dk)",
        "<a href=\"https://b.dk\" rel=\"noopener noreferrer nofollow\">pic (https://a.dk/p.png)</a>")]
    [InlineData("[words](/method \"a title\")", "<a href=\"/method\">words</a> \"a title\"")]
    [InlineData("[](https://a.dk/x)", ">https://a.dk/x</a>")]
    [InlineData("www.fmn.dk.", "<a href=\"https://www.fmn.dk\" rel=\"noopener noreferrer nofollow\">www.fmn.dk</a>.")]
    [InlineData("https://fmn.dk/a_b", "<a href=\"https://fmn.dk/a_b\" rel=\"noopener noreferrer nofollow\">https://fmn.dk/a_b</a>")]
    [InlineData("<https://fmn.dk/x>", ">https://fmn.dk/x</a>")]
    [InlineData("[x](www.fmn.dk)", "<a href=\"https://www.fmn.dk\"")]
    [InlineData(
        "HTTPS://EXAMPLE.ORG/Z",
        "<a href=\"https://EXAMPLE.ORG/Z\" rel=\"noopener noreferrer nofollow\">HTTPS://EXAMPLE.ORG/Z</a>")]
    [InlineData("See Https://x.dk/A.", ">Https://x.dk/A</a>.")]
    [InlineData("WWW.FMN.DK", "<a href=\"https://www.FMN.DK\"")]
    [InlineData(
        "[the agreement][1] of\n\n[1]: https://a.dk/b",
        "<p><a href=\"https://a.dk/b\" rel=\"noopener noreferrer nofollow\">the agreement</a>[1] of</p>\n"
            + "<p>[1]: <a href=\"https://a.dk/b\"")]
    [InlineData("[the *Agreement*][] x\n[the *agreement*]: /method", "<a href=\"/method\">the <em>Agreement</em></a> x")]
    [InlineData(
        "[agreed] x\n\n[agreed]: <https://a.dk> 'T'",
        "<a href=\"https://a.dk\" rel=\"noopener noreferrer nofollow\">agreed</a> x")]
    [InlineData(
        "![map][p]\n\n[p]: https://a.dk/p.png",
        "<a href=\"https://a.dk/p.png\" rel=\"noopener noreferrer nofollow\">map</a>[p]")]
    [InlineData("[![m][p]](/method)\n\n[p]: https://a.dk/p.png", "<a href=\"/method\">m[p]</a>")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)", "<p>[x][1]</p>")]
    [InlineData("[BE-1](2026)", "<a href=\"/at/BE-1\">BE-1</a>(2026)")]
    [InlineData("[BE-1][BE-1]: both", "<a href=\"/at/BE-1\">BE-1</a><a href=\"/at/BE-1\">BE-1</a>: both")]
    [InlineData("[of BE: [BE-1]](/method)", "<a href=\"/method\">of BE: BE-1</a>")]
    [InlineData("\\*no\\* \\# \\[x\\]", "<p>*no* # [x]</p>")]
    [InlineData("before\n\n***\n\nafter", "<hr>")]
    [InlineData("1. one\n2. two", "<ol class=\"typed\">")]
    public void Signs_OfMarkdown_GiveForm(string text, string html) => Assert.Contains(html, Html(text), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "[x](2026)",
        "“2026” is no address that a link can lead to, so it stands as you typed it: write one that begins with https:// or with /.")]
    [InlineData(
        "[x](//evil.example)",
        "“//evil.example” is no address that a link can lead to, "
            + "so it stands as you typed it: write one that begins with https:// or with /.")]
    [InlineData("![x](https://a.dk/p.png)", "Pictures are not shown: the words of this one link to https://a.dk/p.png.")]
    [InlineData("![map][p]\n\n[p]: https://a.dk/p.png", "Pictures are not shown: the words of this one link to https://a.dk/p.png.")]
    [InlineData(
        "[the agreement][1]",
        "“[the agreement][1]” stands as you typed it: a link by a name needs a line that gives the address, “[1]: https://…”.")]
    [InlineData(
        "so[^1]\n\n[^1]: note",
        "“[^1]” stands as you typed it: there are no footnotes here. Write the note in brackets, or cite its source.")]
    [InlineData(
        "[f](#nofrag)",
        "“#nofrag” names no page, so this link leads nowhere: write the address of the page before it, such as /method#nofrag.")]
    [InlineData("[bad](/initiatives/BE-99)", "Nothing here stands at “/initiatives/BE-99”, so this link leads nowhere.")]
    [InlineData("[bad][1]\n\n[1]: /nowhere", "Nothing here stands at “/nowhere”, so this link leads nowhere.")]
    [InlineData("a <b>bold word", "“<b>” is shown as text: HTML has no effect here.")]
    [InlineData("[BE-99]", "Nothing here has the code BE-99, so [BE-99] leads nowhere.")]
    [InlineData(
        "a | b\n|---|--:| [x](/method)",
        "This text is shown as you typed it, as its signs cannot be read as Markdown without a loss of words.")]
    public void Preview_OfWhatCannotBeShown_NamesIt(string text, string note)
    {
        Assert.Equal([note], Narrative.Read(text, Place, isThere: t => t == "/method").Notes);
        Assert.Contains(
            note,
            new HtmlParser().ParseDocument(Narrative.ToPreview(text, Place, isThere: t => t == "/method").Value!)
                .QuerySelector("ul.remarks")!.TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("As [BE-1] shows, **14** of 27. [x](/method) https://fmn.dk [sic] <https://fmn.dk> 3 < 4")]
    [InlineData("- 0.5 %\n\n| a |\n|--:|\n| 1 |\n\n> quote")]
    [InlineData("[the agreement][1], [sic] and a[0]\n\n[1]: https://a.dk")]
    public void Preview_OfWhatIsShown_HasNoNotes(string text) => Assert.Empty(Narrative.Read(text, Place).Notes);

    private static string? Place(string code) => code == "BE-1" ? "/at/BE-1" : null;

    private static string Html(string text) => Narrative.ToHtml(text, Place).Value ?? "";

    private static string Read(string text) => new HtmlParser().ParseDocument(Html(text)).Body!.TextContent.Trim();
}
