using System.Text;

namespace DefenseCoop.Domain.Text;

/// <summary>Names as they stand in addresses.</summary>
public static class Slug
{
    /// <summary>Lower-case ASCII letters and digits with single hyphens between.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (c is 'æ' or 'ø' or 'å') slug.Append(c switch { 'æ' => "ae", 'ø' => "o", _ => "a" });
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var trimmed = slug.ToString().TrimEnd('-');
        return trimmed.Length > 0 ? trimmed : "x";
    }
}
