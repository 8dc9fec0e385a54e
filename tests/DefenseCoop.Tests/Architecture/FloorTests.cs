using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>
/// Folders stand on floors: one may know those on its own floor and below, and nothing of those above. The map in README.md
/// shows the same floors.
/// </summary>
public sealed partial class FloorTests
{
    private static readonly string[][] Data =
    [
        ["Storage", "History"],
        ["Status"],
        ["Commands"],
        ["Fields"],
        ["Sources"],
        ["Results", "Initiatives", "Schedule", "Spending", "Recommendations", "People", "Assessments"],
        ["Editing"],
        ["Backups", "Summary", "Verification"],
        ["Starter", "Synthetic"],
        ["Setup"],
    ];

    private static readonly string[][] Web =
    [
        ["Urls", "Settings"],
        ["Operations"],
        ["Shared", "People", "History", "Editing"],
        ["Initiatives", "Results", "Schedule", "Spending", "Recommendations", "Sources", "Assessments", "Status"],
        ["Summary", "Api"],
        ["Layout"],
        ["Hosting"],
    ];

    [Fact]
    public void FoldersOfData_Used_StandOnTheSameFloorOrBelow() => AssertFloors("DefenseCoop.Data", Data);

    [Fact]
    public void FoldersOfWeb_Used_StandOnTheSameFloorOrBelow() => AssertFloors("DefenseCoop.Web", Web);

    [Fact]
    public void Readme_Map_ShowsTheFloors()
    {
        var readme = RepositoryFiles.Read("README.md");

        Assert.All(Data.Concat(Web), floor => Assert.Contains(string.Join(", ", floor.Select(f => $"`{f}`")), readme, StringComparison.Ordinal));
    }

    private static void AssertFloors(string project, string[][] floors)
    {
        var heights = floors.SelectMany((folders, height) => folders.Select(f => (f, height))).ToDictionary(f => f.f, f => f.height, StringComparer.Ordinal);
        string[] files = [.. RepositoryFiles.Under($"src/{project}", "*.cs"), .. RepositoryFiles.Under($"src/{project}", "*.razor")];
        Assert.True(files.Length > 100, $"Only {files.Length} files were found.");
        var homes = Homes(files);

        var wrong = new List<string>();
        foreach (var file in files)
        {
            if (file.Split('/') is not [_, _, var folder, _, ..]) continue;
            if (!heights.TryGetValue(folder, out var height))
            {
                wrong.Add($"{folder} stands on no floor.");
                continue;
            }

            var text = RepositoryFiles.Read(file);
            foreach (var (name, home) in Named(text, project).Concat(file.EndsWith(".razor", StringComparison.Ordinal) ? Shown(text, homes) : []))
            {
                if (heights.TryGetValue(home, out var other) && other > height) wrong.Add($"{file} knows {name}, which stands above it.");
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    private static IEnumerable<(string Name, string Home)> Named(string text, string project) =>
        Name().Matches(text).Where(m => m.Groups[1].Value == project).Select(m => (m.Value, m.Groups[2].Value));

    /// <summary>Components take their namespaces from one file for all: there it is the names of the types that tell.</summary>
    private static IEnumerable<(string Name, string Home)> Shown(string text, Dictionary<string, string> homes) =>
        TypeName().Matches(text).Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Value).Where(homes.ContainsKey).Select(n => (n, homes[n]));

    /// <summary>The folder of each type that has a file of its own, where there is one of its name only.</summary>
    private static Dictionary<string, string> Homes(string[] files) => files
        .Select(f => f.Split('/')).Where(parts => parts.Length > 3)
        .Select(parts => (Type: parts[^1].Split('.')[0], Home: parts[2])).Distinct()
        .GroupBy(f => f.Type).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Home, StringComparer.Ordinal);

    [GeneratedRegex(@"\b(DefenseCoop\.\w+)\.(\w+)")]
    private static partial Regex Name();

    /// <summary>A component, what is injected or inherited, and what a member is asked of.</summary>
    [GeneratedRegex(@"<([A-Z]\w+)|@(?:inject|inherits)\s+(\w+)|(?<![\w.])([A-Z]\w+)\.[A-Z]")]
    private static partial Regex TypeName();
}
