using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>The document on security speaks of every requirement it must, and of nothing that is not there.</summary>
public sealed partial class SecurityDocumentTests
{
    private const string Document = "docs/security.md";
    private const string Unmet = "## What is not met, and why";

    /// <summary>
    /// OWASP ASVS 5.0.0: for every section the number of its last requirement of level 1 or 2, which come before those
    /// of level 3 everywhere.
    /// </summary>
    private const string LastOfSections = """
        1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4
        5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
        8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
        11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5
        14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
        """;

    private static readonly string[] States = ["met", "partly", "not met", "not applicable"];

    /// <summary>How the document shortens the folders of the projects.</summary>
    private static readonly Dictionary<string, string> Folders = new(StringComparer.Ordinal)
    {
        ["Domain/"] = "src/DefenseCoop.Domain/",
        ["Data/"] = "src/DefenseCoop.Data/",
        ["Web/"] = "src/DefenseCoop.Web/",
        ["Tests/"] = "tests/DefenseCoop.Tests/",
        ["BrowserTests/"] = "tests/DefenseCoop.BrowserTests/",
    };

    /// <summary>What paths that are written in full begin with.</summary>
    private static readonly string[] Whole = ["src/DefenseCoop.", "tests/run", "docs/", "Directory."];

    private static readonly string Text = RepositoryFiles.Read(Document);

    private static readonly IReadOnlyList<Row> Rows =
    [
        .. RowLine().Matches(Text).Select(m => new Row(m.Groups[1].Value, m.Groups[2].Value.Trim(), m.Groups[3].Value.Trim())),
    ];

    private static readonly IReadOnlyList<string> Requirements =
    [
        .. from section in LastOfSections.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
           let parts = section.Split(':')
           from number in Enumerable.Range(1, int.Parse(parts[1], CultureInfo.InvariantCulture))
           select $"{parts[0]}.{number}",
    ];

    [Fact]
    public void Requirements_OfLevelsOneAndTwo_AreAnsweredOnceEach() =>
        Assert.All(Requirements, requirement => Assert.True(
            Rows.Sum(row => row.Numbers.Count(n => IsOf(requirement, n))) == 1, $"{requirement} is not answered, or more than once."));

    [Fact]
    public void Rows_Numbers_AreOfTheStandard() =>
        Assert.All(Rows.SelectMany(r => r.Numbers), n => Assert.Contains(Requirements, requirement => IsOf(requirement, n)));

    [Fact]
    public void Rows_States_AreKnownAndExplained() =>
        Assert.All(Rows, row =>
        {
            Assert.Contains(row.StateName, States);
            if (row.StateName == "met")
            {
                Assert.True(PathOrPart().IsMatch(row.MetBy), $"{row.Number} is met by nothing that can be looked up.");
            }
            else
            {
                Assert.True(row.State.Length > row.StateName.Length + 2, $"{row.Number} says {row.State} and not why.");
            }
        });

    [Fact]
    public void Rows_NotWhollyMet_AreGivenTheirReasonAtTheEnd()
    {
        var reasons = Text[Text.IndexOf(Unmet, StringComparison.Ordinal)..];

        Assert.All(
            Rows.Where(r => r.StateName is "partly" or "not met").SelectMany(r => r.Numbers),
            n => Assert.Matches($@"(?<![\d.]){Regex.Escape(n)}(?![\d]|\.\d)", reasons));
    }

    [Fact]
    public void Paths_Named_Exist()
    {
        var paths = Code().Matches(Text).Select(m => m.Groups[1].Value)
            .Select(FullPath).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

        Assert.True(paths.Count > 50, $"Only {paths.Count} paths were found.");
        Assert.All(paths, path => Assert.True(Exists(path), $"{Document} names {path}, which is not there."));
        Assert.All(
            Link().Matches(Text).Select(m => m.Groups[1].Value),
            file => Assert.True(Exists("docs/" + file), $"{Document} leads to {file}, which is not there."));
    }

    /// <param name="number">A requirement, or the section or chapter that it is of.</param>
    private static bool IsOf(string requirement, string number) =>
        requirement == number || requirement.StartsWith(number + ".", StringComparison.Ordinal);

    /// <returns>Null for code that is no path of a project.</returns>
    private static string? FullPath(string code)
    {
        if (Whole.Any(start => code.StartsWith(start, StringComparison.Ordinal))) return code;
        var folder = Folders.Keys.FirstOrDefault(f => code.StartsWith(f, StringComparison.Ordinal));
        return folder is null ? null : Folders[folder] + code[folder.Length..];
    }

    private static bool Exists(string path)
    {
        var full = Path.Combine(RepositoryFiles.Root, path);
        return Directory.Exists(full) || File.Exists(full) || File.Exists(full + ".cs") || File.Exists(full + ".razor");
    }

    [GeneratedRegex(@"^\| (V?[\d., ]+) \|[^|\n]*\|([^|\n]*)\|([^|\n]*)\|\r?$", RegexOptions.Multiline)]
    private static partial Regex RowLine();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();

    /// <summary>A path, or a link to another part of the document.</summary>
    [GeneratedRegex(@"`[^`]+`|\]\(")]
    private static partial Regex PathOrPart();

    /// <param name="Number">A requirement, several, a section, or a chapter.</param>
    private sealed record Row(string Number, string MetBy, string State)
    {
        public IReadOnlyList<string> Numbers { get; } = [.. Number.TrimStart('V').Split(',', StringSplitOptions.TrimEntries)];

        public string StateName => State.Split(':')[0];
    }
}
