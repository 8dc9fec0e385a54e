using System.Globalization;

namespace DefenseCoop.Domain.Typing;

/// <summary>
/// The one place where text is made shorter. What a reader takes for one character (a letter with its accents, a flag, a
/// family) is kept whole or left out.
/// </summary>
public static class TextCut
{
    /// <summary>The beginning of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How many <see langword="char"/>s it may have, as columns and fields count them.</param>
    public static string Cut(this string text, int most)
    {
        if (text.Length <= most) return text;
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > most) break;
            end = next;
        }

        return text[..end];
    }

    /// <summary>Like <see cref="Cut"/>, with an ellipsis in place of what is left out, which counts.</summary>
    public static string Shorten(this string text, int most) => text.Length <= most ? text : $"{text.Cut(most - 1).TrimEnd()}…";
}
