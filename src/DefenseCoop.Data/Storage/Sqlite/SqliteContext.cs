using DefenseCoop.Data.History.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DefenseCoop.Data.Storage.Sqlite;

/// <summary>The model on SQLite, with the migrations of <c>Migrations</c> beside it.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : DefenseCoopContext(options);

/// <summary>The model on SQLite as it was known at an instant.</summary>
internal sealed class SqliteHistoricContext(DbContextOptions<SqliteHistoricContext> options, DateTime knownAt)
    : HistoricContext(options, knownAt);

/// <summary>What <c>dotnet ef</c> makes migrations with; it opens no database.</summary>
internal sealed class SqliteContextDesign : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=design-time.db").Options);
}
