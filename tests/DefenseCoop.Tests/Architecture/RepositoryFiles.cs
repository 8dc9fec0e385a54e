using System.Text.RegularExpressions;

namespace DefenseCoop.Tests.Architecture;

/// <summary>The files that people write, found from where the tests were built.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, without build output and generated migrations.</summary>
    public static IReadOnlyList<string> Under(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj" or "Migrations"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Lines of the program's code that a pattern matches, each with its place; but for those of some files.</summary>
    public static IEnumerable<string> CodeWith(Regex pattern, params string[] but) =>
        from kind in new[] { "*.cs", "*.razor" }
        from file in Under("src", kind)
        where !but.Contains(file)
        from line in Read(file).Split('\n').Index()
        where pattern.IsMatch(line.Item)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DefenseCoop.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("DefenseCoop.sln is in no folder above the tests.");
    }
}
