using System.Globalization;
using CsCheck;
using DefenseCoop.Domain;
using DefenseCoop.Tests.Status;
using Xunit;

namespace DefenseCoop.Tests.Text;

/// <summary>Shares are written by one rule, of counts, of weights and of the way to a target.</summary>
public sealed class ShareWordsTests
{
    [Theory]
    [InlineData(0, 39, "0%")]
    [InlineData(14, 39, "36%")]
    [InlineData(24, 39, "62%")]
    [InlineData(1, 39, "3%")]
    [InlineData(1, 8, "13%")]
    [InlineData(39, 39, "100%")]
    [InlineData(1, 10_039, "under 1%")]
    [InlineData(10_038, 10_039, "over 99%")]
    [InlineData(0, 0, "")]
    public void Share_OfACount_IsRoundedAndNeverReadsAsNoneOrAll(int count, int of, string words) =>
        Assert.Equal(words, Words.Share(count, of));

    [Theory]
    [InlineData("0.7407", "74%")]
    [InlineData("0.745", "75%")]
    [InlineData("0.996", "over 99%")]
    [InlineData("0.004", "under 1%")]
    [InlineData("1.003", "over 100%")]
    [InlineData("1.24", "124%")]
    [InlineData("-0.004", "under 0%")]
    [InlineData("-0.2", "-20%")]
    public void Percent_OfAShare_IsTheNearest(string share, string words) =>
        Assert.Equal(words, Words.Percent(decimal.Parse(share, CultureInfo.InvariantCulture)).Replace('\u2212', '-'));

    [Theory]
    [InlineData("0.497", "just under 50%")]
    [InlineData("0.503", "just over 50%")]
    [InlineData("0.5", "50%")]
    [InlineData("0.4", "40%")]
    public void Percent_BesideABound_SaysOnWhichSide(string share, string words) =>
        Assert.Equal(words, Words.Percent(decimal.Parse(share, CultureInfo.InvariantCulture), 0.5m));

    [Fact]
    public void Share_OfAnyCount_ReadsAsNoneOrAllOnlyWhereItIs_AndIsTheNearestElse() =>
        Gen.Int[1, 20_000].SelectMany(of => Gen.Int[0, of].Select(count => (count, of))).ForAll(5000, pair =>
    {
        var (count, of) = pair;
        var words = Words.Share(count, of);

        Assert.Equal(Words.Percent((decimal)count / of), words);
        Assert.Equal((count == 0, count == of), (words == "0%", words == "100%"));
        if (words.All(c => char.IsDigit(c) || c == '%'))
        {
            var percent = int.Parse(words.TrimEnd('%'), CultureInfo.InvariantCulture);
            Assert.True(Math.Abs((100m * count / of) - percent) <= 0.5m, words);
        }
    });
}
