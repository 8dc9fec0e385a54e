using System.Globalization;
using System.Text;

namespace DefenseCoop.Domain.Typing;

/// <summary>What people type or paste holds more than they see: kinds of space and dash, and characters without any ink.</summary>
public static class TypedText
{
    private const char CombiningRing = '\u030A';

    /// <summary>Whether nothing of it can be seen.</summary>
    public static bool IsBlank(string? text) => text is null || text.All(IsInkless);

    /// <summary>Without what cannot be seen at its ends; what stands between is left as it is.</summary>
    public static string Trim(string? text)
    {
        if (text is null) return "";
        var (start, end) = (0, text.Length);
        while (start < end && IsInkless(text[start])) start++;
        while (end > start && IsInkless(text[end - 1])) end--;
        return text[start..end];
    }

    /// <summary>
    /// As dates and numbers are read: every space and run of spaces is one space, every dash and minus a hyphen, wide forms
    /// are plain, and what cannot be seen is gone.
    /// </summary>
    public static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (char.IsWhiteSpace(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else if (c == CombiningRing && plain.Length > 0 && plain[^1] is 'a' or 'A')
            {
                plain[^1] = plain[^1] == 'a' ? 'å' : 'Å';
            }
            else if (!IsInkless(c))
            {
                plain.Append(IsDash(c) ? '-' : c is > '\uFF00' and < '\uFF5F' ? (char)(c - 0xFEE0) : c);
            }
        }

        return plain.ToString().TrimEnd(' ');
    }

    private static bool IsDash(char c) => c == '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static bool IsInkless(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
