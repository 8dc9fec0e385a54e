using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>
/// Goes through what Markdown made of a text and puts back what it would swallow: numbers and figures before items of
/// lists, addresses that lead nowhere, pictures, titles of links, the name behind a fence of code.
/// </summary>
internal sealed partial class TypedMarks(string text, NarrativeNotes notes)
{
    /// <summary>Whether a sign before it belongs to a figure: - 0.5 %, + DKK 3 bn, > 5 %.</summary>
    public static bool IsFigure(ReadOnlySpan<char> rest) => Figure().IsMatch(rest);

    /// <summary>Where in the text the address of a link stands that its words do not show; null where they do, or it has none.</summary>
    public static SourceSpan? TypedTarget(Inline link) => link.GetData(typeof(TypedMarks)) as SourceSpan?;

    public void PutBack(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(heading.Level + 2, 6);
        foreach (var code in document.Descendants<FencedCodeBlock>()) PutBack(code);
        foreach (var list in document.Descendants<ListBlock>().ToList()) PutBack(list);
        foreach (var table in document.Descendants<Table>()) Align(table);
        foreach (var emphasis in document.Descendants<EmphasisInline>().ToList()) PutBack(emphasis);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (link.IsEmail || LinkTarget.Of(link.Url) is null || IsWithinLink(link)) link.ReplaceBy(new LiteralInline($"<{link.Url}>"));
        }

        foreach (var link in document.Descendants<LinkInline>().ToList()) PutBack(link);
        foreach (var tag in document.Descendants<LiteralInline>().Select(l => HtmlTag().Match(l.Content.ToString())).Where(m => m.Success))
        {
            notes.Html(tag.Value);
        }
    }

    /// <summary>The name of a language, which nobody would see, becomes the first line.</summary>
    private void PutBack(FencedCodeBlock code)
    {
        var name = text[code.Span.Start..].Split(['\r', '\n'], 2)[0].TrimStart(code.FencedChar).Trim();
        if (name.Length == 0) return;
        var lines = new StringLineGroup(code.Lines.Count + 1);
        lines.Add(new StringSlice(name));
        for (var i = 0; i < code.Lines.Count; i++) lines.Add(code.Lines.Lines[i].Slice);
        code.Lines = lines;
    }

    /// <summary>
    /// Numbers stay as they were typed, and so does a sign that may be a minus, a plus or the mark of a footnote: before a
    /// figure, or before the only item.
    /// </summary>
    private void PutBack(ListBlock list)
    {
        var items = list.OfType<ListItemBlock>().Select(i => (Item: i, Marker: Marker().Match(text, i.Span.Start))).ToList();
        if (!list.IsOrdered
            && list.BulletType != '+' && items.Count > 1 && !items.Any(i => IsFigure(text.AsSpan(i.Marker.Index + i.Marker.Length))))
        {
            return;
        }
        list.GetAttributes().AddClass(NarrativeClasses.Typed);
        foreach (var (item, marker) in items)
        {
            if (item.FirstOrDefault() is not ParagraphBlock { Inline: not null })
            {
                item.Insert(0, new ParagraphBlock { Inline = new ContainerInline() });
            }
            var first = ((ParagraphBlock)item[0]).Inline!;
            var typed = new LiteralInline(marker.Value + " ");
            if (first.FirstChild is { } child) child.InsertBefore(typed);
            else first.AppendChild(typed);
        }
    }

    /// <summary>The same as the style that Markdown gives, which pages do not take.</summary>
    private static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (cell, column) in row.OfType<TableCell>().Zip(table.ColumnDefinitions))
            {
                if (column.Alignment is TableColumnAlign.Right or TableColumnAlign.Center)
                {
                    cell.GetAttributes()
                        .AddClass(column.Alignment == TableColumnAlign.Right ? NarrativeClasses.Right : NarrativeClasses.Center);
                }
            }
        }

        foreach (var column in table.ColumnDefinitions) column.Alignment = null;
    }

    /// <summary>Marks of footnotes, (*) and (*), stress nothing.</summary>
    private static void PutBack(EmphasisInline emphasis)
    {
        var begins = emphasis.FirstChild is LiteralInline { Content.IsEmpty: false } first
            && ")]},.;:%".Contains(first.Content.CurrentChar, StringComparison.Ordinal);
        var ends = emphasis.LastChild is LiteralInline { Content.IsEmpty: false } last
            && "([{".Contains(last.Content[last.Content.End], StringComparison.Ordinal);
        if (!begins && !ends) return;
        var marks = new string(emphasis.DelimiterChar, emphasis.DelimiterCount);
        var plain = new ContainerInline();
        emphasis.ReplaceBy(plain);
        plain.FirstChild!.InsertBefore(new LiteralInline(marks));
        plain.AppendChild(new LiteralInline(marks));
    }

    private void PutBack(LinkInline link)
    {
        if (link.Reference is not null)
        {
            PutBackNamed(link);
            return;
        }

        // Links hold no links.
        if (!link.IsImage && IsWithinLink(link))
        {
            link.ReplaceBy(new ContainerInline());
            return;
        }

        if (link is CitationInline) return;
        if (LinkTarget.Of(link.Url) is not { } target)
        {
            if (!link.IsAutoLink) notes.LeadsNowhere(link.Url);
            link.ReplaceBy(new LiteralInline(Typed(link.Span)), copyChildren: false);
            return;
        }

        if (link.IsImage) notes.Picture(target);
        notes.Leads(target);
        var isOfLinks = link.IsImage
            && (IsWithinLink(link) || link.Descendants<LinkInline>().Any() || link.Descendants<AutolinkInline>().Any());
        if (!string.IsNullOrWhiteSpace(link.Title)) link.InsertAfter(new LiteralInline($" {Typed(link.TitleSpan)}"));
        if (isOfLinks)
        {
            link.InsertAfter(new LiteralInline($" ({Typed(link.UrlSpan)})"));
            link.ReplaceBy(new ContainerInline());
            return;
        }

        if (!HasWords(link)) link.AppendChild(new LiteralInline(Typed(link.UrlSpan)));
        else if (!link.IsAutoLink) link.SetData(typeof(TypedMarks), link.UrlSpan);
        (link.Url, link.Title, link.IsImage) = (target, null, false);
    }

    /// <summary>The name of an address stays behind the words: the line that has the address stands elsewhere on the page.</summary>
    private void PutBackNamed(LinkInline link)
    {
        var typed = Typed(link.Span);
        if (LinkTarget.Of(link.Url) is not { } target || !HasWords(link))
        {
            notes.LeadsNowhere(link.Url);
            link.ReplaceBy(new LiteralInline(typed), copyChildren: false);
            return;
        }

        if (!link.IsShortcut && typed[(typed.LastIndexOf("][", StringComparison.Ordinal) + 1)..] is { Length: > 2 } name)
        {
            link.InsertAfter(new LiteralInline(name));
        }

        if (link.IsImage) notes.Picture(target);
        notes.Leads(target);
        if (IsWithinLink(link) || link.Descendants<LinkInline>().Any() || link.Descendants<AutolinkInline>().Any())
        {
            link.ReplaceBy(new ContainerInline());
            return;
        }

        (link.Url, link.Title, link.IsImage) = (target, null, false);
    }

    private string Typed(SourceSpan span) => text[span.Start..(span.End + 1)];

    private static bool IsWithinLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline { IsImage: false }) return true;
        }

        return false;
    }

    private static bool HasWords(ContainerInline inline) =>
        inline.Descendants<LiteralInline>().Any(l => !string.IsNullOrWhiteSpace(l.Content.ToString()))
            || inline.Descendants<CodeInline>().Any();

    [GeneratedRegex("</?[a-zA-Z][^<>@]*>")]
    private static partial Regex HtmlTag();

    [GeneratedRegex(@"\G\s*(?:[-+*]|[0-9]{1,9}[.)])")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\G[ \t]*[(~≈±<>=]*[ \t]*(?:[\p{Sc}]|[A-Z]{3}(?=[ \t]?[0-9]))?[ \t]?[.,]?[0-9]")]
    private static partial Regex Figure();
}
