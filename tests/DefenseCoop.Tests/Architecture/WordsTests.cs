using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>What the product says is in American spelling, and says nothing of how its data was made. Names and titles are data.</summary>
public sealed partial class WordsTests
{
    /// <summary>File, word, and why it may stand there.</summary>
    private static readonly (string File, string Word, string Why)[] Exceptions =
    [
    ];

    [Fact]
    public void Text_OfTheProduct_IsInAmericanSpelling() => Assert.Equal("", Told(BritishWords.In));

    [Fact]
    public void Text_OfTheProduct_SaysNothingOfHowTheDataWasMade() => Assert.Equal("", Told(t => Making().Matches(t).Select(m => m.Value)));

    [Fact]
    public void Exceptions_All_AreNeeded() => Assert.Empty(
        Exceptions.Where(e => !WrittenText.Of(e.File, RepositoryFiles.Read(e.File)).Any(t => t.Text.Contains(e.Word, StringComparison.Ordinal))));

    /// <summary>Every find in a line of its own.</summary>
    private static string Told(Func<string, IEnumerable<string>> find)
    {
        var files = Files().ToList();
        Assert.True(files.Count > 500, $"Only {files.Count} files were found.");
        return string.Join('\n',
            from file in files
            from text in WrittenText.Of(file, RepositoryFiles.Read(file))
            from word in find(text.Text)
            where !Exceptions.Any(e => e.File == file && e.Word == word)
            select $"{file}:{text.Line}: {word}");
    }

    private static IEnumerable<string> Files() =>
    [
        .. from pattern in new[] { "*.cs", "*.razor", "*.js" }
           from file in RepositoryFiles.Under("src", pattern)
           select file,
        .. RepositoryFiles.Under("docs", "*.md"),
        "README.md",
    ];

    [GeneratedRegex(@"\bseed\w*|article:", RegexOptions.IgnoreCase)]
    private static partial Regex Making();
}
