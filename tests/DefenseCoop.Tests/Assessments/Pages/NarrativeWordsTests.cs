using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using DefenseCoop.Web.Assessments.Markdown;
using Xunit;

namespace DefenseCoop.Tests.Assessments.Pages;

/// <summary>
/// What was typed is what is read: every letter and every digit stands on the page in its order, whatever signs of Markdown
/// stand between them. The address of a link may stand in its target instead.
/// </summary>
public sealed class NarrativeWordsTests
{
    private static readonly string[] Targets = ["https://ex.org/t1", "/method", "#M6"];

    private static readonly string[] Pieces =
    [
        "alpha", "Beta7", "blåbærgrød", "14. marts 2025", "1. maj", "- 0.5 % of GDP", "+ 5 %", "> 5 %", "> ", ">> q", "1) one", "2. two",
        "007. agent", "1. ", "- item", "* item", "+ item", "-", "1.",
        "2*3*4", "*", "**", "***", "_", "__", "~", "~~", "`", "``", "```", "```py x", "~~~ sh", "    code", "\t", " ", "  ", "\n", "\n",
        "\n", "\n\n", "\r\n", "|", "| a | b |", "|---|--:|", "---", "- - -", "===", "# H1", "#1", "###### h6 ##", "####### no",
        "[", "]", "(", ")", "[words](https://ex.org/t1)", "[words](/method \"a title\")", "[w](#M6 'tt')", "[](https://ex.org/t1)",
        "![pic](https://ex.org/t1)", "![", "](https://ex.org/t1)", "](2026)", "[BE-1](2026)", "[x](javascript:alert(1))", "[a](<b c>)",
        "[BE-1]", "[BE-99]",
        "[BE-1]: https://fmn.dk/d", "[ref]: /sources 'Title'", "[ref][BE-1]", "[ref][]", "[w][p]", "![m][p]", "[p]: https://ex.org/p",
        "HTTPS://Ex.org/U", "Www.x.dk", "C:\\d\\*.t", "[^1]", "[^1]: note", "- [ ] todo", "- [x] done",
        "https://fmn.dk/a_b*c", "www.fmn.dk/x", "http://localhost:5080", "<https://fmn.dk/y>", "<a@b.dk>", "a@b.dk", "mailto:a@b.dk",
        "ftp://x.y", "<b>", "</b>", "<script>x</script>", "<!-- c -->", "<br/>", "<?php", "<![CDATA[z]]>",
        "&copy;", "&nbsp;", "&#65;", "R&D", "\\", "\\*", "\\\\srv\\d", "C:\\n\\_x", "line\\", "!", "\"q\"", "'", ":", "=", "^", "{a}",
        "$5", "€ 7", "H~2~O", "==m==", "++i++", ":smile:", "😀", "e\u0301", "½", "١٢",
    ];

    [Fact]
    public void EveryLetterAndDigit_OfAnyText_StandsOnThePageInItsOrder() =>
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Array[1, 14], Gen.Bool.Array[14]).Select((which, spaced) =>
            string.Concat(which.Select((w, i) => Pieces[w] + (spaced[i] ? " " : "")))).Sample(
            text => Assert.Equal(Words(text), Words(Read(text))), iter: 10_000, seed: "0000000000000", print: t => t);

    private static string Read(string text)
    {
        var body = new HtmlParser().ParseDocument(Narrative.ToHtml(text, code => code == "BE-1" ? $"/at/{code}" : null).Value ?? "").Body!;
        foreach (var link in body.QuerySelectorAll("a"))
        {
            if (link.GetAttribute("href") is { } target && Targets.Contains(target) && link.TextContent.Trim() != target)
            {
                link.Append(link.Owner!.CreateTextNode(target));
            }
        }

        return body.TextContent;
    }

    private static string Words(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => System.Text.Rune.IsLetterOrDigit(r)).Select(r => r.ToString()));
}
