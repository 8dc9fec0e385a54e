using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Names that people read are sorted in one order, and neither by a database nor by code points.</summary>
public sealed partial class TextOrderRuleTests
{
    /// <summary>Names of tables and columns: hashes rest on their order.</summary>
    private static readonly string[] OfTables =
    [
        "src/DefenseCoop.Data/History/Chain/ChangeHash.cs", "src/DefenseCoop.Data/History/Versions/VersionTable.cs",
    ];

    [Fact]
    public void Source_NamesThatPeopleRead_AreSortedInOneOrder() => Assert.Empty(RepositoryFiles.CodeWith(Plain(), OfTables));

    [Theory]
    [InlineData("sources.OrderBy(s => s.Title)", true)]
    [InlineData("ordered.ThenBy(h => h.Area, StringComparer.Ordinal)", true)]
    [InlineData("sites.OrderByDescending(s => s.Site.Name, StringComparer.Ordinal)", true)]
    [InlineData("people.OrderByText(p => p.Name)", false)]
    [InlineData("rows.OrderBy(s => s.Tier)", false)]
    [InlineData("entries.OrderBy(e => e.TitleKey)", false)]
    public void Plain_Sample_IsTold(string code, bool isPlain) => Assert.Equal(isPlain, Plain().IsMatch(code));

    [GeneratedRegex(@"(?:Order|Then)By(?:Descending)?\(\w+ => [\w.]*\b(?:\w*Name|Title|Publisher|Person|Area|Words)\b[,)]")]
    private static partial Regex Plain();
}
