using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Text is made shorter at one place, which keeps characters whole.</summary>
public sealed partial class TextCutRuleTests
{
    /// <summary>Letters and digits alone, by rules of their own: hashes, codes made from them, repeated passwords.</summary>
    private static readonly string[] Plain = ["src/DefenseCoop.Domain/Typing/TextCut.cs"];

    [Fact]
    public void Source_TextByALength_IsCutAtOnePlaceOnly() => Assert.Empty(RepositoryFiles.CodeWith(Cut(), Plain));

    [Theory]
    [InlineData("text[..Account.MaxName]", true)]
    [InlineData("text.Length <= max ? text : text[..max]", true)]
    [InlineData("$\"{title[..(RecordChange.MaxTitle - 1)]}…\"", true)]
    [InlineData("reason[..LongestReason]", true)]
    [InlineData("text[..40] + \"…\"", true)]
    [InlineData("text.Substring(0, 40)", true)]
    [InlineData("code[..code.IndexOf('-')]", false)]
    [InlineData("[.. values.Take(5)]", false)]
    [InlineData("text.Shorten(MaxQuoted)", false)]
    public void Cut_Sample_IsTold(string code, bool isCut) => Assert.Equal(isCut, Cut().IsMatch(code));

    [GeneratedRegex(
        @"\[\.\.\(?(?:[\w.]*\.)?(?:[Mm]ax|[Mm]ost|[Ll]ongest|[Ll]imit)\w*"
            + @"|\[\.\.[^\]]*\]\}?(?: \+ "")?…|\w\[\.\.[0-9]{2,}\] \+|\.Substring\(0,")]
    private static partial Regex Cut();
}
