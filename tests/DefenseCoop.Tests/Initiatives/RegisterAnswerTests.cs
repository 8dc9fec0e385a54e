using CsCheck;
using DefenseCoop.Data.Initiatives;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Initiatives.Register;
using Xunit;

namespace DefenseCoop.Tests.Initiatives;

public sealed class RegisterAnswerTests
{
    private static readonly Gen<string> Codes = Gen.Shuffle("ABCDEFGH".ToCharArray())
        .SelectMany(all => Gen.Int[0, 8].Select(n => new string(all, 0, n)));

    [Theory]
    [InlineData("ABC", "ABC", 1, 0)]
    [InlineData("ABC", "BCA", 1, 1)]
    [InlineData("ABCDE", "BDACE", 1, 2)]
    [InlineData("ABC", "CBA", 1, 2)]
    [InlineData("ABC", "ABCD", 1, 1)]
    [InlineData("ABC", "AC", 1, 1)]
    [InlineData("ABC", "ADC", 1, 2)]
    [InlineData("ABC", "DAB", 2, 1)]
    [InlineData("ABC", "", 1, 3)]
    public void RowsMoved_Sample_CountsWhatWouldJump(string shown, string newer, int pages, int expected) =>
        Assert.Equal(expected, RegisterAnswer.RowsMoved(Result(shown, pages), Result(newer, pages)));

    [Fact]
    public void RowsMoved_OfAnyTwo_IsNoneExactlyForTheSameRowsInTheSameOrder() =>
        Gen.Select(Codes, Codes)
            .Sample((shown, newer) => (RegisterAnswer.RowsMoved(Result(shown), Result(newer)) == 0) == (shown == newer));

    [Fact]
    public void InPlace_OfAnyTwo_KeepsTheOrderAndTakesWhatIsNew() =>
        Gen.Select(Codes, Codes).Sample((shown, newer) =>
        {
            var merged = RegisterAnswer.InPlace(Result(shown), Result(newer, title: "new")).Rows;
            return string.Concat(merged.Select(r => r.Code)) == shown
                && merged.All(r => r.Title == (newer.Contains(r.Code, StringComparison.Ordinal) ? "new" : "old"));
        });

    private static RegisterResult Result(string codes, int pages = 1, string title = "old") => new(
        [.. codes.Select(c => new RegisterRow(
            c.ToString(), title, "slug", "Category", Stage.UnderWay,
            AssessedStatus.OnTrack, "", null, null, "", 0, 0, null, Provenance.Confirmed))],
        codes.Length, 1, pages);
}
