using System.Text.RegularExpressions;

namespace DefenseCoop.Domain.Assessments;

/// <summary>A citation within a text.</summary>
/// <param name="Code">Of what is cited.</param>
/// <param name="Index">Where its opening bracket stands.</param>
/// <param name="Length">With both brackets.</param>
public readonly record struct TextCitation(string Code, int Index, int Length);

/// <summary>Finds citations in Markdown: <c>[BE-1-M6]</c>, a code in brackets that is no link of its own.</summary>
public static partial class CitationText
{
    public static IReadOnlyList<TextCitation> Of(string? text) =>
        string.IsNullOrEmpty(text) ? [] : [.. Pattern().Matches(text).Select(m => new TextCitation(m.Groups[1].Value, m.Index, m.Length))];

    /// <summary>The codes that are cited, each once, in their order.</summary>
    public static IReadOnlyList<string> Codes(params IEnumerable<string?> texts) =>
        [.. texts.SelectMany(Of).Select(c => c.Code).Distinct(StringComparer.Ordinal)];

    /// <summary>A code has a hyphen in it and no spaces; an address behind it makes it a link of Markdown.</summary>
    [GeneratedRegex(@"(?<![\\!])\[((?=[A-Za-z0-9._-]*-[A-Za-z0-9])[A-Za-z][A-Za-z0-9._-]{1,79})\](?!\((?:https?://|www\.|[/#<]))")]
    private static partial Regex Pattern();
}
