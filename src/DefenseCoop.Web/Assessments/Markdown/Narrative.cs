using Ganss.Xss;
using Markdig;
using Markdig.Parsers.Inlines;
using Microsoft.AspNetCore.Components;

namespace DefenseCoop.Web.Assessments.Markdown;

/// <summary>
/// The narrative of an assessment, from Markdown to what a page may show. HTML that somebody writes is text; what is made
/// of Markdown is looked through once more, so that nothing but plain prose and links comes out whatever goes in.
/// </summary>
public static class Narrative
{
    /// <summary>Deeper nesting of quotes and lists is cut off; no person writes it.</summary>
    private const int Deepest = 32;

    private static readonly string[] Tags =
        ["p", "br", "strong", "em", "del", "a", "ul", "ol", "li", "blockquote", "h3", "h4", "h5", "h6", "code", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td"];

    private static readonly HtmlSanitizer Sanitizer = NewSanitizer();

    /// <summary>Turns Markdown into HTML that is safe to show.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="urlOf">Where a cited code stands; null where nothing has it.</param>
    /// <param name="wordsOf">What is read in place of a cited code; null where the code itself is.</param>
    public static MarkupString ToHtml(string? text, Func<string, string?> urlOf, Func<string, string?>? wordsOf = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return default;
        string html;
        try
        {
            html = Markdig.Markdown.ToHtml(text, Pipeline(urlOf, wordsOf));
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser goes: shown as it was typed.
            html = $"<pre>{System.Net.WebUtility.HtmlEncode(text)}</pre>";
        }

        return new MarkupString(Sanitizer.Sanitize(html));
    }

    private static MarkdownPipeline Pipeline(Func<string, string?> urlOf, Func<string, string?>? wordsOf)
    {
        // Headings of a narrative stand below those of the page, which are h1 and h2.
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = Deepest }.DisableHtml().UsePipeTables().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UseSoftlineBreakAsHardlineBreak();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new CitationParser(urlOf, wordsOf));
        builder.DocumentProcessed += document =>
        {
            foreach (var heading in Markdig.Syntax.MarkdownObjectExtensions.Descendants<Markdig.Syntax.HeadingBlock>(document)) heading.Level = Math.Min(heading.Level + 2, 6);
        };
        return builder.Build();
    }

    private static HtmlSanitizer NewSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(Tags, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
        })
        {
            // The words of a tag that is not allowed stay.
            KeepChildNodes = true,
        };
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is AngleSharp.Dom.IElement { LocalName: "a" } link && IsElsewhere(link.GetAttribute("href"))) link.SetAttribute("rel", "noopener noreferrer nofollow");
        };
        return sanitizer;
    }

    private static bool IsElsewhere(string? address) =>
        address is not null && (address.Contains("://", StringComparison.Ordinal) || address.StartsWith("//", StringComparison.Ordinal));
}
