using System.Reflection;
using System.Text.RegularExpressions;
using DefenseCoop.Data.History.Versions;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Whatever has a history is written by the context alone: statements that go past it would leave no version.</summary>
public sealed partial class VersionedWriteTests
{
    private static readonly SqliteContext Context =
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);

    private static readonly string[] WithRawStatements = ["Storage", "History", "Backups", "Verification"];

    /// <summary>Names by which code speaks of what has a history: types, and the sets of the context.</summary>
    private static HashSet<string> Versioned { get; } =
    [
        .. Context.Model.GetEntityTypes().Where(HistoryTables.HasHistory).Select(t => t.ClrType.Name),
        .. from getter in Sets
           let type = Context.Model.FindEntityType(getter.ReturnType.GetGenericArguments()[0])
           where HistoryTables.HasHistory(type!)
           select getter.Name["get_".Length..],
    ];

    /// <summary>What reads a set: of the context, and of folders that add sets of their own to it.</summary>
    private static IEnumerable<MethodInfo> Sets =>
        from type in typeof(DefenseCoopContext).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        where method.Name.StartsWith("get_", StringComparison.Ordinal)
        where method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(DbSet<>)
        where !method.ReturnType.ContainsGenericParameters
        select method;

    [Fact]
    public void BulkStatements_NoneOfThem_TouchWhatHasAHistory()
    {
        var statements =
            from file in RepositoryFiles.Under("src", "*.cs")
            where !file.Contains("Migrations", StringComparison.Ordinal)
            from Match match in BulkStatement().Matches(RepositoryFiles.Read(file))
            select (file, match.Value);
        var all = statements.ToList();

        Assert.True(all.Count > 5, $"Only {all.Count} statements were found.");
        Assert.Superset(new HashSet<string> { "Readings", "RegisterEntries" }, Versioned);
        Assert.DoesNotContain(all, s => Names().Matches(s.Value).Any(n => Versioned.Contains(n.Groups[1].Value + n.Groups[2].Value)));
    }

    [Theory]
    [InlineData("await db.Readings.Where(r => r.Id == 1).ExecuteDeleteAsync(ct)", true)]
    [InlineData("await db.Set<Milestone>().ExecuteUpdateAsync(s => s)", true)]
    [InlineData("await db.Sessions.Where(s => s.Id == 1).ExecuteDeleteAsync(ct)", false)]
    public void BulkStatement_Sample_IsTold(string code, bool isForbidden) =>
        Assert.Equal(
            isForbidden,
            Names().Matches(BulkStatement().Match(code).Value).Any(n => Versioned.Contains(n.Groups[1].Value + n.Groups[2].Value)));

    [Fact]
    public void RawStatements_AllOfThem_AreWhereTheFileItselfIsRead() =>
        Assert.Empty(
            from file in RepositoryFiles.Under("src", "*.cs")
            where !WithRawStatements.Any(f => file.StartsWith($"src/DefenseCoop.Data/{f}/", StringComparison.Ordinal))
            where !file.Contains("Migrations", StringComparison.Ordinal)
            where RawStatement().IsMatch(RepositoryFiles.Read(file))
            select file);

    [GeneratedRegex(@"[^;{}]*\.Execute(Update|Delete)(Async)?\(", RegexOptions.Singleline)]
    private static partial Regex BulkStatement();

    [GeneratedRegex(@"\bdb\.(?!Set\b)(\w+)|\bSet<(\w+)>")]
    private static partial Regex Names();

    [GeneratedRegex(@"\bExecuteSql\w*\(|\bExecuteNonQuery\w*\(|\bFromSql\w*\(")]
    private static partial Regex RawStatement();
}
