using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>The letters and digits of a text, by which it is told that what was made of it says all that was typed.</summary>
internal static class TypedWords
{
    public static string Of(string text)
    {
        var words = new StringBuilder(text.Length);
        Add(words, text);
        return words.ToString();
    }

    /// <param name="document">As it will be shown.</param>
    /// <param name="text">From which it was made.</param>
    public static string Of(MarkdownDocument document, string text)
    {
        var words = new StringBuilder(text.Length);
        Add(words, document, text);
        return words.ToString();
    }

    private static void Add(StringBuilder words, Block block, string text)
    {
        switch (block)
        {
            case ContainerBlock blocks:
                foreach (var child in blocks) Add(words, child, text);
                break;
            case CodeBlock code:
                Add(words, code.Lines.ToString());
                break;
            case LeafBlock { Inline: { } inline }:
                Add(words, inline, text);
                break;
        }
    }

    private static void Add(StringBuilder words, Inline inline, string text)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Add(words, literal.Content.AsSpan());
                break;
            case CodeInline code:
                Add(words, code.Content);
                break;
            case AutolinkInline link:
                Add(words, link.Url);
                break;
            case CitationInline citation:
                Add(words, citation.Code);
                break;
            case ContainerInline container:
                foreach (var child in container) Add(words, child, text);
                if (TypedMarks.TypedTarget(inline) is { } target) Add(words, text.AsSpan(target.Start, target.Length));
                break;
        }
    }

    private static void Add(StringBuilder words, ReadOnlySpan<char> text)
    {
        foreach (var character in text.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(character)) continue;
            if (character.IsBmp) words.Append((char)character.Value);
            else words.Append(character.ToString());
        }
    }
}
