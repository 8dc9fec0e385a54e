using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>Reads <c>[BE-1-M6]</c> as a link to what has that code. A code that nothing has stays the text that it is.</summary>
/// <param name="urlOf">Where a code stands; null where nothing has it.</param>
/// <param name="wordsOf">What is read in place of a code; null where the code itself is.</param>
/// <param name="notes">Takes what looks like a code, and is none.</param>
internal sealed class CitationParser(Func<string, string?> urlOf, Func<string, string?>? wordsOf, NarrativeNotes notes) : InlineParser
{
    /// <summary>Longer ones are no codes, and not worth looking up.</summary>
    public const int LongestCode = 100;

    private static readonly char[] Opening = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var length = 0;
        while (length <= LongestCode && IsOfCode(slice.PeekCharExtra(length + 1))) length++;
        if (length is 0 or > LongestCode || slice.PeekCharExtra(length + 1) != ']') return false;

        // [text](address) is a link of Markdown; [BE-1](2026) is a citation with a year behind it.
        if (slice.PeekCharExtra(length + 2) == '(' && LinkTarget.BeginsAt(slice.Text, slice.Start + length + 3)) return false;
        var code = slice.Text.Substring(slice.Start + 1, length);
        if (urlOf(code) is not { } url)
        {
            if (code.Any(char.IsAsciiLetterUpper) && code.Contains('-', StringComparison.Ordinal) && code.Any(char.IsAsciiDigit))
            {
                notes.Unknown(code);
            }
            return false;
        }

        var link = new CitationInline(code, url) { IsClosed = true };
        link.AppendChild(new LiteralInline(wordsOf?.Invoke(code) ?? code));
        processor.Inline = link;
        slice.Start += length + 2;
        return true;
    }

    public override void Initialize() => OpeningCharacters = Opening;

    private static bool IsOfCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '/';
}

/// <summary>A link whose address nobody typed.</summary>
internal sealed class CitationInline(string code, string url) : LinkInline(url, "")
{
    /// <summary>As it was typed.</summary>
    public string Code => code;
}
