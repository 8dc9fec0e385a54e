using CsCheck;
using DefenseCoop.Domain.Text;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Text;

/// <summary>Two texts that a reader takes for the same are the same, and Danish letters stand in Danish order.</summary>
public sealed class FoldedTextTests
{
    private const string Seed = "0000000000000";

    private static readonly Gen<string> Characters = Gen.Frequency(
        (4, Gen.Char[' ', '~'].Select(c => c.ToString())),
        (3, Generated.OneOf([.. UnicodeLetters.All.Select(l => l.Composed)])),
        (3, Generated.OneOf([.. UnicodeLetters.All.Select(l => l.Decomposed)])),
        (2, Generated.OneOf([.. Alike.SelectMany(a => a)])),
        (2, Gen.Char.Select(c => c.ToString())),
        (1, Generated.OneOf("😀", "👩‍👩‍👧", "𝔸", "漢", "ﬃ", "й", "ϊ", "\uD83D", "\u0301", "\u0323\u0302", "İ", "ẞ", "Ⅳ", "①", "Ａ")));

    private static readonly Gen<string> Texts = Characters.Array[0, 12].Select(string.Concat);

    /// <summary>Each row: characters that are typed for one another.</summary>
    private static IReadOnlyList<string[]> Alike =>
    [
        ["-", "‐", "‑", "‒", "–", "—", "―", "−", "﹘", "﹣", "－", "⁃", "˗", "⸺"],
        ["'", "‘", "’", "‚", "‛", "′", "ʼ", "ʻ", "`", "´", "＇"],
        ["\"", "“", "”", "„", "‟", "″", "«", "»", "‹", "›", "＂"],
        [" ", "\u00A0", "\u202F", "\u2009", "\u2003", "\u3000", "\t", "\n", "\r\n", "\u2028", "\u205F", "\u0085", "  "],
        [
            "", "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u200E", "\u200F", "\u202A",
            "\u202C", "\u2066", "\u2069", "\u180E", "\uFE0F", "\u034F", "\u061C", "\u0000", "\u0007", "\u3164",
        ],
    ];

    [Fact]
    public void Of_Twice_IsTheSameAsOnce() =>
        Texts.Sample(t => Assert.Equal(FoldedText.Of(t), FoldedText.Of(FoldedText.Of(t))), iter: 20_000, seed: Seed);

    [Fact]
    public void Of_UpperAndLowerCase_IsTheSame() => Texts.Sample(
        t => Assert.Equal(FoldedText.Of(t.ToLowerInvariant()), FoldedText.Of(t.ToLowerInvariant().ToUpperInvariant().ToLowerInvariant())),
        iter: 20_000, seed: Seed);

    [Fact]
    public void Of_ComposedAndDecomposed_IsTheSame()
    {
        Assert.Equal(497, UnicodeLetters.All.Count);
        Assert.All(UnicodeLetters.All, l => Assert.Equal(FoldedText.Of(l.Decomposed), FoldedText.Of(l.Composed)));
        Assert.All(UnicodeLetters.All, l => Assert.NotEqual(FoldedText.Of(l.Composed), FoldedText.Of(l.Decomposed[..1])));
    }

    [Fact]
    public void Of_MarksInAnyOrder_IsTheSame() =>
        Assert.All(UnicodeLetters.All.Where(l => l.Decomposed.Length == 3), l => Assert.Equal(
            FoldedText.Of(l.Composed), FoldedText.Of($"{l.Decomposed[0]}{l.Decomposed[2]}{l.Decomposed[1]}")));

    [Fact]
    public void Of_WhatIsTypedForOneAnother_IsTheSame() =>
        Assert.All(Alike, row => Assert.All(row, one => Assert.Equal(FoldedText.Of($"F{row[0]}35"), FoldedText.Of($"f{one}35"))));

    [Theory]
    [InlineData("  Rømø\u00A0 Air\tBase ", "rømø air base")]
    [InlineData("F\u201135", "f-35")]
    [InlineData("Women’s", "women's")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("ﬁnal oﬃce", "final office")]
    [InlineData("Ｆ－３５", "f-35")]
    [InlineData("İZMİR", "i\u0307zmi\u0307r")]
    [InlineData("Ka\u00ADstrup", "kastrup")]
    [InlineData("\uFEFFBE-1", "be-1")]
    [InlineData("wait…", "wait...")]
    [InlineData("\u212Bngstr\u00F6m", "a\u030Angstro\u0308m")]
    [InlineData("КИЇВ", "киі\u0308в")]
    [InlineData(null, "")]
    public void Of_Text_IsAsExpected(string? text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Theory]
    [InlineData("Romo", "Rømø")]
    [InlineData("resume", "résumé")]
    [InlineData("F35", "F-35")]
    [InlineData("Aarhus", "Århus")]
    [InlineData("a b", "ab")]
    public void AreSame_OtherLetters_IsFalse(string one, string other) => Assert.False(FoldedText.AreSame(one, other));

    [Theory]
    [InlineData("abe", "Zebra", "Æble", "Øl", "Ål")]
    [InlineData("Aalborg", "Aarhus", "Billund", "Esbjerg", "Zealand", "Ærø", "Østerbro", "Ålborg", "Århus")]
    [InlineData("Arsenal", "Årsag")]
    [InlineData("De Icing", "de-icing", "deicing")]
    [InlineData("Elan", "Élan", "elation")]
    [InlineData("Muller", "Müller", "Myller", "Mze")]
    [InlineData("Zorn", "Ärger", "Ærme", "Öl", "Øm", "A\u030Ase")]
    [InlineData("“Arctic” first", "Baltic", "‘Cold’ Response")]
    [InlineData("1 unit", "2 units", "Alfa")]
    [InlineData("Forsvar", "Forsvarets", "Forsvarets Efterretningstjeneste", "Forsvarsministeriet")]
    [InlineData("Ministry of Defence", "Ministry of Defence (DK)", "Ministry-of-Foreign Affairs")]
    public void Order_OfNames_IsDanish(params string[] names)
    {
        Assert.Equal(names, names.Reverse().Order(FoldedText.Order));
        Assert.Equal(names, names.Order(FoldedText.Order));
    }

    [Fact]
    public void Order_OfAnyTexts_AgreesWithKeyAndIsTotal() => Gen.Select(Texts, Texts).Sample(
        (a, b) =>
        {
            var order = Math.Sign(FoldedText.Order.Compare(a, b));
            var byKey = Math.Sign(string.CompareOrdinal(FoldedText.SortKey(a), FoldedText.SortKey(b)));
            Assert.Equal(-order, Math.Sign(FoldedText.Order.Compare(b, a)));
            if (byKey != 0) Assert.Equal(byKey, order);
            if (FoldedText.AreSame(a, b)) Assert.Equal(FoldedText.SortKey(a), FoldedText.SortKey(b));
            Assert.Equal(order == 0, a.Equals(b, StringComparison.Ordinal));
        },
        iter: 20_000,
        seed: Seed);
}
