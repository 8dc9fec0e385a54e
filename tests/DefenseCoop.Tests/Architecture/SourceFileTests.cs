using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>The rules of the house that can be read off the files.</summary>
public sealed partial class SourceFileTests
{
    public static TheoryData<string, string, int> Limits { get; } = new()
    {
        { "src", "*.cs", 250 },
        { "src", "*.razor", 150 },
        { "tests", "*.cs", 300 },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void File_Lines_AreWithinTheLimit(string folder, string pattern, int limit)
    {
        var files = RepositoryFiles.Under(folder, pattern);

        Assert.True(files.Count > 20, $"Only {files.Count} files were found.");
        Assert.DoesNotContain(files.Select(f => (File: f, Lines: Lines(RepositoryFiles.Read(f)))), f => f.Lines > limit);
    }

    [Fact]
    public void CodeBlock_OfAComponent_HasAtMost40LinesThatAreNotBlank() =>
        Assert.DoesNotContain(
            RepositoryFiles.Under("src", "*.razor").Select(f =>
                (File: f,
                 Lines: RepositoryFiles.Read(f).Split("@code {") is [_, var code]
                     ? code.Split('\n').Count(l => !string.IsNullOrWhiteSpace(l)) - 1
                     : 0)),
            f => f.Lines > 40);

    [Fact]
    public void Source_Clock_IsOnlyReadThroughTimeProvider() =>
        Assert.Empty(Hits("src", "*.cs", ClockReading()).Concat(Hits("src", "*.razor", ClockReading())));

    [Fact]
    public void Domain_Source_AsksForNoClock() =>
        Assert.Empty(Hits("src/DefenseCoop.Domain", "*.cs", AnyClock()));

    [Fact]
    public void Markup_StyleAttribute_IsNotUsed() =>
        Assert.Empty(Hits("src", "*.razor", StyleAttribute()));

    [Fact]
    public void Imports_Inject_IsNotUsed() =>
        Assert.Empty(Hits("src", "_Imports.razor", Injection()));

    [Fact]
    public void Markup_AddressesOfOtherHosts_AreNotWrittenIn() =>
        Assert.Empty(Hits("src", "*.razor", OtherHost()).Concat(Hits("src", "*.css", OtherHost())));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;", true)]
    [InlineData("DateTimeOffset.Now", true)]
    [InlineData("DateTime.Today", true)]
    [InlineData("clock.GetUtcNow().UtcDateTime", false)]
    [InlineData("DateTime.DaysInMonth(2025, 3)", false)]
    public void ClockReading_Sample_IsTold(string code, bool isReading) => Assert.Equal(isReading, ClockReading().IsMatch(code));

    private static IEnumerable<string> Hits(string folder, string pattern, Regex forbidden) =>
        from file in RepositoryFiles.Under(folder, pattern)
        from line in RepositoryFiles.Read(file).Split('\n').Index()
        where forbidden.IsMatch(line.Item)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

    private static int Lines(string text) => text.TrimEnd('\n').Split('\n').Length;

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex ClockReading();

    [GeneratedRegex(@"\bTimeProvider\b|\bStopwatch\b|\bEnvironment\.TickCount")]
    private static partial Regex AnyClock();

    [GeneratedRegex(@"(<style|\sstyle\s*=)", RegexOptions.IgnoreCase)]
    private static partial Regex StyleAttribute();

    [GeneratedRegex(@"@inject\b")]
    private static partial Regex Injection();

    [GeneratedRegex("""(src|href)="(https?:)?//|url\(["']?(https?:)?//|@import""")]
    private static partial Regex OtherHost();
}
