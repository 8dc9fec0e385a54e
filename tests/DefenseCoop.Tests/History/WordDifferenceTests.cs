using CsCheck;
using DefenseCoop.Tests.Status;
using DefenseCoop.Web.History;
using Xunit;

namespace DefenseCoop.Tests.History;

/// <summary>The pieces of a difference give back both texts.</summary>
public sealed class WordDifferenceTests
{
    private static readonly Gen<string> Text =
        Generated.OneOf("the", "The", "runway", " ", "  ", "\n", ",", ".", "æ", "–", "<b>", "2.4", "").Array[0, 40].Select(string.Concat);

    [Fact]
    public void Of_AnyTwoTexts_GivesBackBoth() =>
        Gen.Select(Text, Text).ForAll(3_000, texts =>
        {
            var pieces = WordDifference.Of(texts.Item1, texts.Item2);
            Assert.Equal(texts.Item1, string.Concat(pieces.Where(p => p.Fate != TextFate.Added).Select(p => p.Text)));
            Assert.Equal(texts.Item2, string.Concat(pieces.Where(p => p.Fate != TextFate.Removed).Select(p => p.Text)));
            Assert.All(pieces, p => Assert.NotEqual("", p.Text));
        });

    [Fact]
    public void Of_OneWordChanged_KeepsTheOthers()
    {
        var pieces = WordDifference.Of("The runway is extended by 2026.", "The runway is widened by 2026.");

        Assert.Equal(
            [(TextFate.Kept, "The runway is "), (TextFate.Removed, "extended"), (TextFate.Added, "widened"), (TextFate.Kept, " by 2026.")],
            pieces.Select(p => (p.Fate, p.Text)));
    }

    [Fact]
    public void Of_EqualTexts_IsOnePieceThatIsKept() =>
        Assert.Equal([new TextPiece(TextFate.Kept, "As it was")], WordDifference.Of("As it was", "As it was"));
}
