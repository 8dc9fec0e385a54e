using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Lines that can be read. Migrations are generated, and not read.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 140;

    public static TheoryData<string, string> Sources { get; } = new()
    {
        { "src", "*.cs" },
        { "src", "*.razor" },
        { "tests", "*.cs" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Line_OfASource_HasAtMost140Characters(string folder, string pattern)
    {
        var files = RepositoryFiles.Under(folder, pattern);

        Assert.True(files.Count > 20, $"Only {files.Count} files were found.");
        Assert.Empty(files.SelectMany(TooLong));
    }

    private static IEnumerable<string> TooLong(string file) =>
        from line in RepositoryFiles.Read(file).Split('\n').Index()
        where line.Item.TrimEnd('\r').Length > Longest
        select $"{file}:{line.Index + 1} has {line.Item.Length} characters";
}
