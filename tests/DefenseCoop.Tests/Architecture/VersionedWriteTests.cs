using System.Text.RegularExpressions;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DefenseCoop.Tests.Architecture;

/// <summary>Whatever has a history is written by the context alone: statements that go past it would leave no version.</summary>
public sealed partial class VersionedWriteTests
{
    private static readonly SqliteContext Context =
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);

    /// <summary>Names by which code speaks of what has a history: types, and the sets of the context.</summary>
    private static HashSet<string> Versioned { get; } =
    [
        .. Context.Model.GetEntityTypes().Where(HistoryTables.HasHistory).Select(t => t.ClrType.Name),
        .. from property in typeof(DefenseCoopContext).GetProperties()
           where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>)
           let type = Context.Model.FindEntityType(property.PropertyType.GetGenericArguments()[0])
           where HistoryTables.HasHistory(type!)
           select property.Name,
    ];

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
        Assert.Contains("Readings", Versioned);
        Assert.DoesNotContain(all, s => Names().Matches(s.Value).Any(n => Versioned.Contains(n.Groups[1].Value + n.Groups[2].Value)));
    }

    [Theory]
    [InlineData("await db.Readings.Where(r => r.Id == 1).ExecuteDeleteAsync(ct)", true)]
    [InlineData("await db.Set<Milestone>().ExecuteUpdateAsync(s => s)", true)]
    [InlineData("await db.Sessions.Where(s => s.Id == 1).ExecuteDeleteAsync(ct)", false)]
    public void BulkStatement_Sample_IsTold(string code, bool isForbidden) =>
        Assert.Equal(isForbidden, Names().Matches(BulkStatement().Match(code).Value).Any(n => Versioned.Contains(n.Groups[1].Value + n.Groups[2].Value)));

    [Fact]
    public void RawStatements_AllOfThem_AreInHistoryStorageAndBackups() =>
        Assert.Empty(
            from file in RepositoryFiles.Under("src", "*.cs")
            where !file.Contains("/History/", StringComparison.Ordinal) && !file.Contains("/Storage/", StringComparison.Ordinal) && !file.Contains("/Backups/", StringComparison.Ordinal) && !file.Contains("Migrations", StringComparison.Ordinal)
            where RawStatement().IsMatch(RepositoryFiles.Read(file))
            select file);

    [GeneratedRegex(@"[^;{}]*\.Execute(Update|Delete)(Async)?\(", RegexOptions.Singleline)]
    private static partial Regex BulkStatement();

    [GeneratedRegex(@"\bdb\.(?!Set\b)(\w+)|\bSet<(\w+)>")]
    private static partial Regex Names();

    [GeneratedRegex(@"\bExecuteSql\w*\(|\bExecuteNonQuery\w*\(|\bFromSql\w*\(")]
    private static partial Regex RawStatement();
}
