using System.Data.Common;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Sqlite;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace DefenseCoop.Tests.Storage;

public sealed class ModelTests
{
    private static readonly SqliteContext Context =
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=unused.db").Options);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Model_EveryString_IsBounded()
    {
        var unbounded = Properties()
            .Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string) && p.GetMaxLength() is null);

        Assert.Empty(unbounded.Select(p => p.ToString()));
    }

    [Fact]
    public void Model_NoColumn_IsOfATypeThatSqliteSortsWrongly()
    {
        var stored = Properties().Select(p => p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType);

        Assert.DoesNotContain(stored, type => (Nullable.GetUnderlyingType(type) ?? type) is var t
            && (t == typeof(decimal) || t == typeof(DateTimeOffset) || t == typeof(TimeSpan) || t == typeof(ulong)));
    }

    [Fact]
    public void Model_EveryCodeAndSlug_IsUnique()
    {
        // In a history a code has a row for each version.
        var named = Context.Model.GetEntityTypes().Where(e => e.ClrType != typeof(Dictionary<string, object>))
            .SelectMany(e => e.GetProperties()).Where(p => p.Name is "Code" or "Slug" or "Key").ToList();

        Assert.True(named.Count > 15);
        Assert.All(named, p => Assert.Contains(p.GetContainingIndexes(), i => i.IsUnique && i.Properties.Count == 1));
    }

    [Fact]
    public void Migrations_HoldTheWholeModel() => Assert.False(Context.Database.HasPendingModelChanges());

    [Fact]
    public async Task Save_CodeThatIsTaken_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        context.Add(Source.Create("S-ARTICLE", "Again", "Nobody", "urn:again", SourceTier.Primary));

        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveRecordsAsync());
    }

    [Fact]
    public async Task Delete_SourceThatIsCited_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        await context.Database.OpenConnectionAsync(Stop);

        await Assert.ThrowsAnyAsync<DbException>(
            () => context.Database.ExecuteSqlAsync($"DELETE FROM Sources WHERE Code = 'S-ARTICLE'", Stop));
    }

    [Theory]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "1")]
    [InlineData("temp_store", "2")]
    public async Task OpenConnection_HasThePragma(string pragma, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        await context.Database.OpenConnectionAsync(Stop);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(expected, Convert.ToString(await command.ExecuteScalarAsync(Stop), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Decimal_SortsAndSumsAsANumber()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        var figures = await context.SpendingFigures.Where(f => f.Measure == "pct_gdp" && f.Value > 1.15m).OrderBy(f => f.Value)
            .Select(f => f.Value).ToListAsync(Stop);

        Assert.NotEmpty(figures);
        Assert.Equal(figures.Order(), figures);
        Assert.DoesNotContain(1.15m, figures);
    }

    /// <summary>Columns; what Identity keeps of a passkey is one JSON column, whose parts nobody sorts by.</summary>
    private static IEnumerable<IReadOnlyProperty> Properties() =>
        Context.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()).SelectMany(e => e.GetFlattenedProperties());
}
