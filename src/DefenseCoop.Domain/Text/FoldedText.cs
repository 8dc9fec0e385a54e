using System.Globalization;
using System.Text;

namespace DefenseCoop.Domain.Text;

/// <summary>
/// Text as it is compared, wherever two texts are: whatever the case, however a letter with a mark is put together,
/// whichever hyphen, apostrophe, quotation mark or space was typed, and without what nobody sees.
/// </summary>
public static class FoldedText
{
    private const string Apostrophes = "'‘’‚‛′‵ʹʻʼʽˈ`´՚";
    private const string Quotes = "\"“”„‟″‶«»‹›〝〞";

    /// <summary>Hyphens and dashes that Unicode does not count among them: minus, bullet, modifier.</summary>
    private const string Dashes = "\u2212\u2043\u02D7";

    /// <summary>Unicode counts them among marks or letters, and they show nothing.</summary>
    private const string Unseen = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0";

    /// <summary>Texts that fold to the same are the same.</summary>
    public static IEqualityComparer<string> Comparer { get; } = new Equality();

    /// <summary>Danish order, see <see cref="SortKey"/>; the same on every machine, also of texts that fold to the same.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create(static (a, b) =>
        string.CompareOrdinal(SortKey(a), SortKey(b)) is var byKey and not 0 ? byKey
        : string.CompareOrdinal(Of(a), Of(b)) is var byFold and not 0 ? byFold
        : string.CompareOrdinal(a, b));

    /// <summary>The folded text: folding it again changes nothing.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var fold = new Fold(text.Length);
        foreach (var character in text.EnumerateRunes()) fold.Add(character);
        return fold.Finish();
    }

    public static bool AreSame(string? one, string? other) => Of(one).Equals(Of(other), StringComparison.Ordinal);

    /// <summary>
    /// What sorts by code point as Danish does, in a database as in memory: æ ø å after z, with ä ö as æ ø and ü as y; other
    /// marks, hyphens and punctuation do not weigh. Two a's stay two a's (Aalborg before Aarhus before Billund): no program
    /// can tell those that stand for å from those of Saab.
    /// </summary>
    public static string SortKey(string? text)
    {
        var key = new StringBuilder();
        foreach (var character in Of(text).EnumerateRunes())
        {
            if (IsMark(character))
            {
                if (key.Length > 0) key[^1] = WithMark(key[^1], character.Value);
            }
            else if (Rune.IsLetterOrDigit(character)) key.Append(Letter(character));
            else if (character.Value is not ('\'' or '"') && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }

    internal static bool IsMark(Rune character) => Rune.GetUnicodeCategory(character)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Letters beyond z have the three characters after it.</summary>
    private static string Letter(Rune letter) => letter.Value switch
    {
        'æ' => "{",
        'ø' or 'œ' => "|",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ł' => "l",
        'ħ' => "h",
        'ı' => "i",
        _ => letter.ToString(),
    };

    private static char WithMark(char letter, int mark) => (letter, mark) switch
    {
        ('a', 0x030A) => '}',
        ('a', 0x0308) => '{',
        ('o', 0x0308 or 0x030B) => '|',
        ('u', 0x0308 or 0x030B) => 'y',
        _ => letter,
    };

    private sealed class Equality : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => AreSame(x, y);

        public int GetHashCode(string obj) => string.GetHashCode(Of(obj), StringComparison.Ordinal);
    }

    private struct Fold(int length)
    {
        private readonly StringBuilder _text = new(length);

        /// <summary>Of the letter before, in one order, whatever order they were typed in.</summary>
        private readonly SortedSet<Rune> _marks = [];

        private bool _isAfterSpace;

        public void Add(Rune character)
        {
            if (Rune.IsWhiteSpace(character)) _isAfterSpace = true;
            else if (character.IsAscii && !Rune.IsControl(character))
            {
                Put(character.Value is '`' ? new Rune('\'') : Rune.ToLowerInvariant(character));
            }
            else if (IsUnseen(character)) return;
            else if (CharacterParts.Of(character) is { } parts) Add(parts);
            else if (IsMark(character)) Mark(character);
            else if (CharacterParts.Of(Rune.ToLowerInvariant(character)) is { } smallParts) Add(smallParts);
            else Put(Plain(character));
        }

        public readonly string Finish()
        {
            PutMarks();
            return _text.ToString();
        }

        private void Add(string characters)
        {
            foreach (var character in characters.EnumerateRunes()) Add(character);
        }

        private void Mark(Rune mark)
        {
            if (_isAfterSpace) PutSpace();
            _marks.Add(mark);
        }

        private void Put(Rune character)
        {
            PutSpace();
            if (character.IsBmp) _text.Append((char)character.Value);
            else _text.Append(character.ToString());
        }

        private void PutSpace()
        {
            PutMarks();
            if (_isAfterSpace && _text.Length > 0) _text.Append(' ');
            _isAfterSpace = false;
        }

        private readonly void PutMarks()
        {
            foreach (var mark in _marks) _text.Append(mark.ToString());
            _marks.Clear();
        }

        private static Rune Plain(Rune character)
        {
            if (character.IsBmp && Apostrophes.Contains((char)character.Value, StringComparison.Ordinal)) return new Rune('\'');
            if (character.IsBmp && Quotes.Contains((char)character.Value, StringComparison.Ordinal)) return new Rune('"');
            var isDash = Rune.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation
                || (character.IsBmp && Dashes.Contains((char)character.Value, StringComparison.Ordinal));
            return isDash ? new Rune('-') : Rune.ToLowerInvariant(character);
        }

        private static bool IsUnseen(Rune character) =>
            Rune.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control
            || character.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
            || (character.IsBmp && Unseen.Contains((char)character.Value, StringComparison.Ordinal));
    }
}
