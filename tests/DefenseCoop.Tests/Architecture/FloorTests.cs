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

        Assert.All(
            Data.Concat(Web), floor => Assert.Contains(string.Join(", ", floor.Select(f => $"`{f}`")), readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("src/DefenseCoop.Web/Hosting/AccessSetup.cs", "AddSingleton<People.Administration.Installation.Attention>()", "People")]
    [InlineData("src/DefenseCoop.Web/Operations/Backups/BackupSetup.cs", "AddSingleton<Chores.ChoreRunner>()", "Operations")]
    [InlineData("src/DefenseCoop.Web/Urls/Some.cs", "new DefenseCoop.Web.Layout.Problems.ProblemPage()", "Layout")]
    [InlineData("src/DefenseCoop.Web/Urls/Some.cs", "Web.Layout.Problems.ProblemPage page", "Layout")]
    [InlineData("src/DefenseCoop.Web/Urls/Some.cs", "Initiatives.Count + page.Layout.Problems", null)]
    public void Named_HoweverFarItIsWrittenOut_IsOfItsFolder(string file, string text, string? home)
    {
        var named = Named(text, file, "DefenseCoop.Web", Known(FilesOf("DefenseCoop.Web")));

        string[] expected = home is null ? [] : [home];
        Assert.Equal(expected, named.Select(n => n.Home));
    }

    [Theory]
    [InlineData("new ChoreRunner(x)")]
    [InlineData("Dictionary<string, ChoreRunner> runners")]
    [InlineData("List<ChoreRunner> runners")]
    [InlineData("typeof(ChoreRunner)")]
    public void Shown_InCodeOfAComponent_IsOfItsFolder(string text) =>
        Assert.Contains(("ChoreRunner", "Operations"), Shown(text, Homes(FilesOf("DefenseCoop.Web"))));

    private static string[] FilesOf(string project) =>
        [.. RepositoryFiles.Under($"src/{project}", "*.cs"), .. RepositoryFiles.Under($"src/{project}", "*.razor")];

    private static void AssertFloors(string project, string[][] floors)
    {
        var heights = floors.SelectMany((folders, height) => folders.Select(f => (f, height)))
            .ToDictionary(f => f.f, f => f.height, StringComparer.Ordinal);
        var files = FilesOf(project);
        Assert.True(files.Length > 100, $"Only {files.Length} files were found.");
        var homes = Homes(files);
        var known = Known(files);

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
            foreach (var (name, home) in Named(text, file, project, known)
                .Concat(file.EndsWith(".razor", StringComparison.Ordinal) ? Shown(text, homes) : []))
            {
                if (heights.TryGetValue(home, out var other) && other > height) wrong.Add($"{file} knows {name}, which stands above it.");
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    /// <summary>Names written out from the root, or from a namespace that the file is in: the innermost that has one counts.</summary>
    private static IEnumerable<(string Name, string Home)> Named(string text, string file, string project, HashSet<string> known)
    {
        var own = NameOf(file).Split('.')[..^1];
        string[] scopes = ["", .. Enumerable.Range(1, own.Length).Reverse().Select(n => string.Join('.', own[..n]) + ".")];
        foreach (Match match in Name().Matches(text))
        {
            // A property may be called as a folder is: it is the folder if what follows stands in it.
            var parts = match.Value.Split('.');
            var home = scopes.Where(scope => known.Contains(scope + parts[0]) && known.Contains($"{scope}{parts[0]}.{parts[1]}"))
                .Select(scope => (scope + match.Value).Split('.'))
                .FirstOrDefault(full => full.Length > 2 && $"{full[0]}.{full[1]}" == project);
            if (home is not null) yield return (match.Value, home[2]);
        }
    }

    /// <summary>Full names of all types that have a file of their own, and of all namespaces.</summary>
    private static HashSet<string> Known(string[] files)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parts in files.Select(f => NameOf(f).Split('.')))
        {
            for (var n = 1; n <= parts.Length; n++) known.Add(string.Join('.', parts[..n]));
        }

        return known;
    }

    /// <summary>Folders are namespaces, and a file is called as its type is.</summary>
    private static string NameOf(string file)
    {
        var parts = file.Split('/');
        return string.Join('.', [.. parts[1..^1], parts[^1].Split('.')[0]]);
    }

    /// <summary>Components take their namespaces from one file for all: there it is the names of the types that tell.</summary>
    private static IEnumerable<(string Name, string Home)> Shown(string text, Dictionary<string, string> homes) =>
        TypeName().Matches(text)
            .Select(m => m.Groups.Values.Skip(1).First(g => g.Success).Value).Where(homes.ContainsKey).Select(n => (n, homes[n]));

    /// <summary>The folder of each type that has a file of its own, where there is one of its name only.</summary>
    private static Dictionary<string, string> Homes(string[] files) => files
        .Select(f => f.Split('/')).Where(parts => parts.Length > 3)
        .Select(parts => (Type: parts[^1].Split('.')[0], Home: parts[2])).Distinct()
        .GroupBy(f => f.Type).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Home, StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)+")]
    private static partial Regex Name();

    /// <summary>A component, what is injected, inherited or made, what a generic is of, and what a member is asked of.</summary>
    [GeneratedRegex(
        @"<([A-Z]\w+)|,\s*([A-Z]\w+)\??>|@(?:inject|inherits)\s+(\w+)|\b(?:new\s+|typeof\()([A-Z]\w+)|(?<![\w.])([A-Z]\w+)\.[A-Z]")]
    private static partial Regex TypeName();
}
