using System.Globalization;
using CsCheck;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Typing;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Typing;

public sealed class TextCutTests
{
    private const string Family = "👩‍👩‍👧‍👦";

    private static readonly Gen<string> Texts = Generated.OneOf(
        "a", " ", "å", "a\u030A", "e\u0301\u0323", "🇩🇰", "🇺🇸", Family,
        "👍🏽", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "한", "\r\n", "𝔇", "n̈", "…").Array[0, 30]
        .Select(string.Concat);

    [Theory]
    [InlineData("short", 5, "short", "short")]
    [InlineData("longer", 5, "longe", "long…")]
    [InlineData("ab🇩🇰", 4, "ab", "ab…")]
    [InlineData("ab🇩🇰c", 6, "ab🇩🇰", "ab…")]
    [InlineData("Aa\u030Arhus", 2, "A", "A…")]
    [InlineData("one two", 5, "one t", "one…")]
    [InlineData(Family, 10, "", "…")]
    [InlineData("x" + Family + "y", 12, "x" + Family, "x…")]
    public void Cut_AndShorten_KeepCharactersWhole(string text, int most, string cut, string shortened) =>
        Assert.Equal((cut, shortened), (text.Cut(most), text.Shorten(most)));

    [Fact]
    public void Cut_AnyText_IsItsBeginningInWholeCharactersAndAsLongAsFits() =>
        Gen.Select(Texts, Gen.Int[0, 60]).ForAll(5_000, both =>
        {
            var (text, most) = both;
            var cut = text.Cut(most);
            Assert.StartsWith(cut, text, StringComparison.Ordinal);
            Assert.True(cut.Length <= most || text.Length <= most);
            var ends = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToList();
            Assert.Contains(cut.Length, ends);
            if (cut != text) Assert.True(ends.First(e => e > cut.Length) > most, "One more would have fitted.");
            Assert.True(text.Shorten(most + 1).Length <= most + 1);
        });

    [Theory]
    [InlineData("kbps", "1 kbps")]
    [InlineData("Gbps", "1 Gbps")]
    [InlineData("bus", "1 bus")]
    [InlineData("ships", "1 ship")]
    [InlineData("start-ups", "1 start-up")]
    [InlineData("people", "1 person")]
    [InlineData("aircraft", "1 aircraft")]
    [InlineData("F-35A aircraft", "1 F-35A aircraft")]
    [InlineData("DKK bn", "1 DKK bn")]
    [InlineData("series", "1 series")]
    [InlineData("exercises", "1 exercise")]
    [InlineData("joint exercises", "1 joint exercise")]
    [InlineData("class", "1 class")]
    [InlineData("countries", "1 country")]
    [InlineData("% of GDP", "1% of GDP")]
    [InlineData("items", "1 item")]
    [InlineData("sites", "1 site")]
    [InlineData("glasses", "1 glasses")]
    [InlineData("PLN bns", "1 PLN bns")]
    public void Of_OneOfAUnit_IsASingularThatIsWrittenAndNoneThatIsGuessed(string unit, string expected) =>
        Assert.Equal(expected, Words.Of(1, unit));

    [Theory]
    [InlineData("aircraft", true)]
    [InlineData("People", true)]
    [InlineData("ships", true)]
    [InlineData("Danish soldiers", true)]
    [InlineData("FTE", false)]
    [InlineData("% of GDP", false)]
    [InlineData("DKK bn", false)]
    [InlineData("people a year", false)]
    [InlineData("months", false)]
    public void IsCounted_Unit_IsTold(string unit, bool expected) => Assert.Equal(expected, Unit.IsCounted(unit));

    [Theory]
    [InlineData("\u200B Thule\uFEFF\u00AD", "Thule")]
    [InlineData("\u202A  ", "")]
    [InlineData("a\u200Db", "a\u200Db")]
    [InlineData(null, "")]
    public void Trim_InklessEnds_AreGone(string? text, string expected) =>
        Assert.Equal((expected, expected.Length == 0), (TypedText.Trim(text), TypedText.IsBlank(text)));
}
