using System.Text;

namespace DefenseCoop.Domain.Text;

/// <summary>
/// Text as it is searched: folded, without marks on letters, as plain words between spaces. What one types with a hyphen,
/// a space or nothing between is one word: F-35, F 35 and F35.
/// </summary>
public static class SearchText
{
    /// <summary>Before a number, so few letters are a name together with it, as in F 35, BE 1, Link 16.</summary>
    private const int LettersOfName = 4;

    /// <summary>What a search looks in for some texts: every word in every way in which people may write it.</summary>
    public static string Of(IEnumerable<string?> texts)
    {
        var all = new StringBuilder(" ");
        HashSet<string> more = new(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var folded = FoldedText.Of(text);
            var words = Words(Letters(folded, isSpelled: false));
            foreach (var (before, word) in words.Prepend("").Zip(words))
            {
                all.Append(word).Append(' ');
                if (IsName(before, word)) more.Add(before + word);
            }

            more.UnionWith(Words(Letters(folded, isSpelled: true)).Except(words, StringComparer.Ordinal));
        }

        foreach (var word in more) all.Append(word).Append(' ');
        return all.ToString();
    }

    /// <summary>The words of a text; a hyphen or an apostrophe between letters parts none.</summary>
    internal static string[] Words(string letters)
    {
        var words = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            var (before, after) = (i == 0 ? ' ' : letters[i - 1], i == letters.Length - 1 ? ' ' : letters[i + 1]);
            if (char.IsLetterOrDigit(letters, char.IsLowSurrogate(c) ? i - 1 : i)) words.Append(c);
            else if (c is '.' or ',' && char.IsDigit(before) && char.IsDigit(after)) words.Append('.');
            else if (c is not ('-' or '\'') && !(c == '.' && char.IsLetter(before) && char.IsLetter(after))) words.Append(' ');
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Folded text with plain letters: æ as ae, and of ø and å the letter without its stroke or ring.</summary>
    /// <param name="folded">As <see cref="FoldedText.Of"/> gives it.</param>
    /// <param name="isSpelled">With oe for ø, aa for å, and ae, oe, ue for
    /// the German ones, as people spell them who have no such keys.</param>
    internal static string Letters(string folded, bool isSpelled)
    {
        if (Ascii.IsValid(folded)) return folded;
        var letters = new StringBuilder(folded.Length);
        foreach (var character in folded.EnumerateRunes())
        {
            if (FoldedText.IsMark(character))
            {
                if (isSpelled && letters.Length > 0) letters.Append(Spelled(letters[^1], character.Value));
            }
            else
            {
                letters.Append(character.Value switch
                {
                    'æ' => "ae",
                    'ø' => isSpelled ? "oe" : "o",
                    'œ' => "oe",
                    'đ' or 'ð' => "d",
                    'þ' => "th",
                    'ł' => "l",
                    'ħ' => "h",
                    'ı' => "i",
                    _ => character.ToString(),
                });
            }
        }

        return letters.ToString();
    }

    /// <summary>Whether two words, one after the other, are one name, such as F 35.</summary>
    internal static bool IsName(string letters, string number) =>
        letters.Length is > 0 and <= LettersOfName && letters.All(char.IsLetter) && char.IsDigit(number[0]);

    private static string Spelled(char letter, int mark) => (letter, mark) switch
    {
        ('a', 0x030A) => "a",
        ('a' or 'o' or 'u', 0x0308) => "e",
        _ => "",
    };
}
