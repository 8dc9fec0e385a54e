using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>
/// Addresses are written in one folder of Web; everything else asks there.
/// Only a page names its own, as the framework reads it from there.
/// </summary>
public sealed partial class AddressTests
{
    private const string Folder = "src/DefenseCoop.Web/Urls/";

    [Fact]
    public void Paths_WrittenOut_StandInOneFolder()
    {
        string[] files = [.. RepositoryFiles.Under("src", "*.cs"), .. RepositoryFiles.Under("src", "*.razor")];
        var elsewhere =
            from file in files
            where !file.StartsWith(Folder, StringComparison.Ordinal)
            from line in RepositoryFiles.Read(file).Split('\n').Index()
            where !line.Item.StartsWith("@page ", StringComparison.Ordinal) && Path().IsMatch(line.Item)
            select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

        Assert.Contains(files, f => f.StartsWith(Folder, StringComparison.Ordinal) && Path().IsMatch(RepositoryFiles.Read(f)));
        Assert.Empty(elsewhere);
    }

    /// <summary>A text that begins with a slash and a word, such as <c>"/initiatives"</c>.</summary>
    [GeneratedRegex("\"/[a-z_]")]
    private static partial Regex Path();
}
