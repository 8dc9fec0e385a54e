using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Styles: one file a section, each in the order of layers, and nothing in them that no page has.</summary>
public sealed partial class StyleTests
{
    private const string Folder = "src/DefenseCoop.Web/Styles";

    [Fact]
    public void Sections_AreTheFilesOfTheFolder()
    {
        var project = RepositoryFiles.Read("src/DefenseCoop.Web/DefenseCoop.Web.csproj");
        var sections = Sections().Match(project).Groups["names"].Value.Split(';');

        Assert.Equal("base frame status sources tables forms editing history assessments records narrow print", string.Join(' ', sections));
        Assert.Equal(sections.Order(StringComparer.Ordinal), RepositoryFiles.Under(Folder, "*.css").Select(Path.GetFileNameWithoutExtension));
    }

    [Fact]
    public void Classes_AreUsed()
    {
        var code = string.Join('\n', from kind in new[] { "*.razor", "*.cs", "*.js" } from file in RepositoryFiles.Under("src/DefenseCoop.Web", kind) select RepositoryFiles.Read(file));
        var words = Word().EnumerateMatches(code);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words) used.Add(code[word.Index..(word.Index + word.Length)]);

        Assert.Empty(
            from file in RepositoryFiles.Under(Folder, "*.css")
            from Match rule in Selectors().Matches(Comments().Replace(RepositoryFiles.Read(file), ""))
            from Match name in Class().Matches(rule.Value)
            where !used.Contains(name.Groups["name"].Value)
            select $"{file}: {name.Value}");
    }

    [GeneratedRegex("<StyleSection Include=\"(?<names>[^\"]+)\"")]
    private static partial Regex Sections();

    [GeneratedRegex(@"[\w-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"[^{};]+(?=\{)")]
    private static partial Regex Selectors();

    [GeneratedRegex(@"\.(?<name>[a-zA-Z][\w-]*)")]
    private static partial Regex Class();
}
