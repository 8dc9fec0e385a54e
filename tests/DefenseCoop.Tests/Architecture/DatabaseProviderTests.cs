using System.Text.RegularExpressions;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>What only one kind of database can do is in the folder of its provider; all others go through one interface.</summary>
public sealed partial class DatabaseProviderTests
{
    private const string Folder = "src/DefenseCoop.Data/Storage/Sqlite/";

    /// <summary>The line that names the providers, the package, and the setting.</summary>
    private static readonly string[] Naming =
    [
        "src/DefenseCoop.Data/DefenseCoop.Data.csproj: <PackageReference Include=\"Microsoft.EntityFrameworkCore.Sqlite\" />",
        "src/DefenseCoop.Data/Storage/Databases/DatabaseProviders.cs: "
            + "private static readonly IDatabaseProvider[] All = [new SqliteProvider()];",
        "src/DefenseCoop.Data/Storage/Databases/DatabaseProviders.cs: using DefenseCoop.Data.Storage.Sqlite;",
        "src/DefenseCoop.Web/appsettings.json: \"Provider\": \"Sqlite\"",
    ];

    [Fact]
    public void Source_WhatIsOfSqlite_IsInItsFolder()
    {
        string[] kinds = ["*.cs", "*.razor", "*.csproj", "*.json", "*.js", "*.css"];
        var files = kinds.SelectMany(k => RepositoryFiles.Under("src", k)).ToList();
        Assert.True(files.Count > 500, $"Only {files.Count} files were found.");

        var lines =
            from file in files
            where !file.StartsWith(Folder, StringComparison.Ordinal)
            from line in RepositoryFiles.Read(file).Split('\n')
            where OfSqlite().IsMatch(line)
            select $"{file}: {line.Trim()}";

        Assert.Equal(Naming, lines.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("using Microsoft.Data.Sqlite;", true)]
    [InlineData("// SQLite has no decimal.", true)]
    [InlineData("command.CommandText = \"PRAGMA data_version\";", true)]
    [InlineData("$\"{path}-wal\"", true)]
    [InlineData("#pragma warning disable", false)]
    [InlineData("a side-walk", false)]
    public void OfSqlite_Sample_IsTold(string code, bool isOfIt) => Assert.Equal(isOfIt, OfSqlite().IsMatch(code));

    [GeneratedRegex(@"[Ss][Qq][Ll][Ii][Tt][Ee]|\bPRAGMA\b|-(wal|shm)\b")]
    private static partial Regex OfSqlite();
}
