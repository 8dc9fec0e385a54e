using DefenseCoop.Domain;
using Xunit;

namespace DefenseCoop.Tests.Text;

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
}
