using System.Buffers;
using System.Text.RegularExpressions;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>
/// Paragraphs as they were typed: a line of hyphens under one draws a line, and <c>[name]: address</c> is text that
/// gives links their address.
/// </summary>
internal sealed partial class TypedParagraphParser : ParagraphBlockParser
{
    public TypedParagraphParser() => ParseSetextHeadings = false;

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock paragraph) return true;
        ref var lines = ref paragraph.Lines;
        if (lines.Count == 0) return false;
        for (var i = 0; i < lines.Count; i++) lines.Lines[i].Slice.TrimStart();
        lines.Lines[lines.Count - 1].Slice.TrimEnd();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Definition().Match(lines.Lines[i].Slice.ToString()) is not { Success: true } match) continue;
            var name = match.Groups["name"].Value;
            if (processor.Document.ContainsLinkReferenceDefinition(name)) continue;
            processor.Document.SetLinkReferenceDefinition(
                name, new LinkReferenceDefinition(name, match.Groups["url"].Value, null), addGroup: false);
        }

        return true;
    }

    [GeneratedRegex(
        """^\[(?<name>[^\[\]\\^][^\[\]\\]{0,99})\]:[ \t]*<?(?<url>[^\s<>]+)>?(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
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

    private const int LongestPath = 260;

    private static readonly SearchValues<char> Signs = SearchValues.Create("*_~`[]#>-+.)|<!");

    private static readonly SearchValues<char> BeforePaths = SearchValues.Create(" \t\n\"'(");

    public override void Initialize() => OpeningCharacters = Opening;

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var next = slice.PeekChar();
        if (next != '\\' && !Signs.Contains(next)) return false;
        var stays = next == '\\' || IsOfPath(slice.Text.AsSpan(0, slice.Start));
        processor.Inline = new LiteralInline
        {
            Content = stays
                ? new StringSlice(slice.Text, slice.Start, slice.Start + 1)
                : new StringSlice(slice.Text, slice.Start + 1, slice.Start + 1),
            IsFirstCharacterEscaped = true,
        };
        slice.Start += 2;
        return true;
    }

    /// <summary>Whether a backslash behind it parts folders, as in C:\dir\*.txt and \\server\_share.</summary>
    private static bool IsOfPath(ReadOnlySpan<char> before)
    {
        var word = before[^Math.Min(before.Length, LongestPath)..];
        word = word[(word.LastIndexOfAny(BeforePaths) + 1)..];
        return word is [(>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ':', '\\', ..] or [(>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ':']
            or ['\\', '\\', _, ..];
    }
}

/// <summary>
/// Links with an address behind them, and links by the name of an address that stands on a line of its own. What has no
/// such line is text.
/// </summary>
internal sealed class TypedLinkParser(string text, Func<string, string?> urlOf, NarrativeNotes notes) : LinkInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.CurrentChar != ']' || slice.PeekChar() == '(') return base.Match(processor, ref slice);
        if (processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is not { } open) return false;
        var typed = Typed(open, processor.GetSourcePosition(slice.Start));
        if (IsFootnote(typed)) notes.Footnote(typed);
        else if (slice.PeekChar() == '[' && NameBehind(slice) is var name)
        {
            if ((name ?? open.Label) is { } label && processor.Document.ContainsLinkReferenceDefinition(label))
            {
                return base.Match(processor, ref slice);
            }

            if (name is not null && !IsFootnote($"[{name}]") && urlOf(name) is null && typed.Length > 0) notes.NoAddress(typed, name);
        }
        else if (slice.PeekChar() is not ('[' or ':') && open.Label is not null) return base.Match(processor, ref slice);

        processor.Inline = open.ReplaceBy(new LiteralInline(open.IsImage ? "![" : "["));
        return false;
    }

    private static bool IsFootnote(string typed) => typed.StartsWith("[^", StringComparison.Ordinal) && typed.Length > "[^]".Length;

    /// <summary>The name of an address, null for the words themselves.</summary>
    private static string? NameBehind(StringSlice slice)
    {
        slice.SkipChar();
        return slice.PeekChar() != ']' && LinkHelper.TryParseLabel(ref slice, out var label) ? label : null;
    }

    /// <summary>From one bracket to the other, where both stand on one line.</summary>
    private string Typed(LinkDelimiterInline open, int end)
    {
        var start = open.Span.Start + (open.IsImage ? 1 : 0);
        if (start < 0 || end >= text.Length || start >= end || text[start] != '[' || text[end] != ']') return "";
        var typed = text[start..(end + 1)];
        return typed.Contains('\n', StringComparison.Ordinal) ? "" : typed;
    }
}

/// <summary>Addresses that begin with a large letter, as telephones write them, are links as others are.</summary>
internal sealed partial class TypedAddressParser : AutoLinkParser
{
    private (string Typed, string Small) _text = ("", "");

    public TypedAddressParser(AutoLinkOptions options) : base(options) => OpeningCharacters = [.. OpeningCharacters!, 'H', 'W'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!ReferenceEquals(_text.Typed, slice.Text))
        {
            _text = (slice.Text, Beginning().Replace(slice.Text, m => m.Value.ToLowerInvariant()));
        }

        var small = new StringSlice(_text.Small, slice.Start, slice.End);
        if (!base.Match(processor, ref small)) return false;
        if (processor.Inline is LinkInline { FirstChild: LiteralInline words })
        {
            words.Content = new StringSlice(slice.Text, slice.Start, slice.Start + words.Content.Length - 1);
        }

        slice.Start = small.Start;
        return true;
    }

    [GeneratedRegex(@"https?://|www\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
