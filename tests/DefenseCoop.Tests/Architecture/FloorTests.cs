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

    [Fact]
    public void FoldersOfData_Used_StandOnTheSameFloorOrBelow() => AssertFloors("DefenseCoop.Data", Data);

    [Fact]
    public void Readme_Map_ShowsTheFloorsOfData()
    {
        var readme = RepositoryFiles.Read("README.md");

        Assert.All(Data, floor => Assert.Contains(string.Join(", ", floor.Select(f => $"`{f}`")), readme, StringComparison.Ordinal));
    }

    private static void AssertFloors(string project, string[][] floors)
    {
        var heights = floors.SelectMany((folders, height) => folders.Select(f => (f, height))).ToDictionary(f => f.f, f => f.height, StringComparer.Ordinal);
        string[] files = [.. RepositoryFiles.Under($"src/{project}", "*.cs"), .. RepositoryFiles.Under($"src/{project}", "*.razor")];
        Assert.True(files.Length > 100, $"Only {files.Length} files were found.");

        var wrong = new List<string>();
        foreach (var file in files)
        {
            if (file.Split('/') is not [_, _, var folder, _, ..]) continue;
            if (!heights.TryGetValue(folder, out var height))
            {
                wrong.Add($"{folder} stands on no floor.");
                continue;
            }

            foreach (Match used in Name().Matches(RepositoryFiles.Read(file)))
            {
                if (used.Groups[1].Value != project) continue;
                if (heights.TryGetValue(used.Groups[2].Value, out var other) && other > height) wrong.Add($"{file} knows {used.Value}, which stands above it.");
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    [GeneratedRegex(@"\b(DefenseCoop\.\w+)\.(\w+)")]
    private static partial Regex Name();
}
