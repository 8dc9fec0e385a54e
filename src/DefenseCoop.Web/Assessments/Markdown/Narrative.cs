using System.Net;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>
/// The narrative of an assessment, from Markdown to what a page may show. What was typed is what is read: every letter and
/// every digit stands on the page in its order, but for the address of a link, which is in its target. Only signs that
/// give the text its form may go: of headings, emphasis, quotes, tables, bullets, code, links and citations, and the
/// backslash before one of them. HTML that somebody writes is text. What is made of it all is looked through once more,
/// so that nothing but plain prose and links comes out whatever goes in.
/// </summary>
public static class Narrative
{
    /// <summary>Deeper nesting of quotes and lists is cut off; no person writes it.</summary>
    private const int Deepest = 32;

    private static readonly string[] Tags =
        [
            "p", "br", "strong", "em", "del", "a", "ul", "ol", "li", "blockquote", "h3", "h4",
            "h5", "h6", "code", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td",
        ];

    private static readonly HtmlSanitizer Sanitizer = NewSanitizer();

    /// <summary>Turns Markdown into HTML that is safe to show.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="urlOf">Where a cited code stands; null where nothing has it.</param>
    /// <param name="wordsOf">What is read in place of a cited code; null where the code itself is.</param>
    public static MarkupString ToHtml(string? text, Func<string, string?> urlOf, Func<string, string?>? wordsOf = null) =>
        Read(text, urlOf, wordsOf).Html;

    /// <summary>The same for its writer, below what cannot be shown as it may be meant.</summary>
    public static MarkupString ToPreview(
        string? text, Func<string, string?> urlOf, Func<string, string?>? wordsOf = null, Func<string, bool>? isThere = null)
    {
        var (html, notes) = Read(text, urlOf, wordsOf, isThere);
        return notes.Count == 0 ? html : new MarkupString(
            $"<ul class=\"remarks\">{string.Concat(notes.Select(n => $"<li>{WebUtility.HtmlEncode(n)}</li>"))}</ul>{html}");
    }

    /// <summary>The addresses of this program to which links of a text lead, each once.</summary>
    public static IReadOnlyList<string> OwnTargets(params IEnumerable<string?> texts)
    {
        HashSet<string> targets = new(StringComparer.Ordinal);
        foreach (var text in texts.Where(t => t?.Contains('/', StringComparison.Ordinal) == true))
        {
            Read(text, _ => null, isThere: target =>
            {
                targets.Add(target);
                return true;
            });
        }

        return [.. targets];
    }

    /// <summary>The HTML, and what its writer should know of it.</summary>
    public static (MarkupString Html, IReadOnlyList<string> Notes) Read(
        string? text, Func<string, string?> urlOf, Func<string, string?>? wordsOf = null, Func<string, bool>? isThere = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return (default, []);
        var notes = new NarrativeNotes(isThere);
        var html = Render(text, urlOf, wordsOf, notes);
        if (html is null) notes.IsAsTyped();
        return (new MarkupString(Sanitizer.Sanitize(html ?? $"<pre>{WebUtility.HtmlEncode(text)}</pre>")), notes.All);
    }

    /// <summary>
    /// Null where Markdown makes something of it that does not say all
    /// that was typed, or it is nested deeper than the parser goes.
    /// </summary>
    private static string? Render(string text, Func<string, string?> urlOf, Func<string, string?>? wordsOf, NarrativeNotes notes)
    {
        var pipeline = Pipeline(text, urlOf, wordsOf, notes);
        try
        {
            var document = Markdig.Markdown.Parse(text, pipeline);
            new TypedMarks(text, notes).PutBack(document);
            return TypedWords.Of(document, text).Equals(TypedWords.Of(text), StringComparison.Ordinal) ? document.ToHtml(pipeline) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static MarkdownPipeline Pipeline(
        string text, Func<string, string?> urlOf, Func<string, string?>? wordsOf, NarrativeNotes notes)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = Deepest }
            .DisableHtml().UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseSoftlineBreakAsHardlineBreak().UsePreciseSourceLocation();
        builder.InlineParsers.Insert(0, new TypedAddressParser(new AutoLinkOptions
        {
            UseHttpsForWWWLinks = true, AllowDomainWithoutPeriod = true, ValidPreviousCharacters = "*_~([{<>\"'“„”‘’«»:;,.|–—-",
        }));
        builder.BlockParsers.Replace<ParagraphBlockParser>(new TypedParagraphParser());
        builder.BlockParsers.Replace<QuoteBlockParser>(new TypedQuoteParser());
        builder.InlineParsers.TryRemove<HtmlEntityParser>();
        builder.InlineParsers.Replace<EscapeInlineParser>(new TypedEscapeParser());
        builder.InlineParsers.Replace<LinkInlineParser>(new TypedLinkParser(text, urlOf, notes));
        builder.InlineParsers.InsertBefore<TypedLinkParser>(new CitationParser(urlOf, wordsOf, notes));
        // 2*3*4 is a product.
        var emphasis = builder.InlineParsers.FindExact<EmphasisInlineParser>()!.EmphasisDescriptors;
        emphasis[emphasis.FindIndex(e => e.Character == '*')] = new EmphasisDescriptor('*', 1, 2, enableWithinWord: false);
        return builder.Build();
    }

    private static HtmlSanitizer NewSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "class"], StringComparer.OrdinalIgnoreCase),
            AllowedClasses = new HashSet<string>(NarrativeClasses.All, StringComparer.Ordinal),
            AllowedSchemes = new HashSet<string>(["http", "https"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        })
        {
            // The words of a tag that is not allowed stay.
            KeepChildNodes = true,
        };
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Dom.IElement { LocalName: "a" } link && IsElsewhere(link.GetAttribute("href")))
            {
                link.SetAttribute("rel", "noopener noreferrer nofollow");
            }
        };
        return sanitizer;
    }

    private static bool IsElsewhere(string? address) =>
        address is not null && (address.Contains("://", StringComparison.Ordinal) || address.StartsWith("//", StringComparison.Ordinal));
}
