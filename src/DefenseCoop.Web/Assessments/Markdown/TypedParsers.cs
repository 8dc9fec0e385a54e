using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>Paragraphs as they were typed: a line of hyphens under one draws a line, and <c>[name]: address</c> is text.</summary>
internal sealed class TypedParagraphParser : ParagraphBlockParser
{
    public TypedParagraphParser() => ParseSetextHeadings = false;

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock paragraph) return true;
        ref var lines = ref paragraph.Lines;
        if (lines.Count == 0) return false;
        for (var i = 0; i < lines.Count; i++) lines.Lines[i].Slice.TrimStart();
        lines.Lines[lines.Count - 1].Slice.TrimEnd();
        return true;
    }
}

/// <summary>Quotes, but <c>&gt; 5 %</c> is more than 5 %.</summary>
internal sealed class TypedQuoteParser : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        line.SkipChar();
        return TypedMarks.IsFigure(line.AsSpan()) ? BlockState.None : base.TryOpen(processor);
    }
}

/// <summary>
/// A backslash takes the meaning of a sign that would have one;
/// every other one stays, as those of C:\data and \\server do.
/// </summary>
internal sealed class TypedEscapeParser : InlineParser
{
    private static readonly char[] Opening = ['\\'];

    private static readonly SearchValues<char> Signs = SearchValues.Create("*_~`[]#>-+.)|<!");

    public override void Initialize() => OpeningCharacters = Opening;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var next = slice.PeekChar();
        if (next != '\\' && !Signs.Contains(next)) return false;
        processor.Inline = new LiteralInline
        {
            Content = next == '\\'
                ? new StringSlice(slice.Text, slice.Start, slice.Start + 1)
                : new StringSlice(slice.Text, slice.Start + 1, slice.Start + 1),
            IsFirstCharacterEscaped = true,
        };
        slice.Start += 2;
        return true;
    }
}

/// <summary>Links with an address behind them. Others, by the name of an address that stands elsewhere, are text.</summary>
internal sealed class TypedLinkParser : LinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']' || slice.PeekChar() == '(') return base.Match(processor, ref slice);
        if (processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is { } open)
        {
            processor.Inline = open.ReplaceBy(new LiteralInline(open.IsImage ? "![" : "["));
        }
        return false;
    }
}
