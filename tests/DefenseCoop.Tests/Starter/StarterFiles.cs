using System.Text.Json.Nodes;
using Xunit;

namespace DefenseCoop.Tests.Starter;

/// <summary>
/// The starter files that the tests read: the product's own and,
/// where it lies beside the repository, the one it came from.
/// </summary>
internal static class StarterFiles
{
    public static string Own { get; } = Path.Combine(AppContext.BaseDirectory, "Starter", "starter.json");

    public static TheoryData<string> All()
    {
        var files = new TheoryData<string> { Own };
        if (Shared() is { } shared) files.Add(shared);
        return files;
    }

    public static JsonObject OwnContent() => JsonNode.Parse(File.ReadAllText(Own))!.AsObject();

    private static string? Shared()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "DefenseCoop.sln"))) continue;
            var path = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", "starter-2.json"));
            return File.Exists(path) ? path : null;
        }

        return null;
    }
}
