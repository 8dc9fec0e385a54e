using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Data.Storage.Sqlite.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace DefenseCoop.Data.Storage.Sqlite;

/// <summary>SQLite: one file on one machine, with nothing to install.</summary>
internal sealed class SqliteProvider : IDatabaseProvider
{
    public string Name => "Sqlite";

    public void Begin() => SqliteModel.Begin();

    public string Complete(string connectionString, Func<string, string> resolve)
    {
        _ = SqliteSource.PathOf(new DatabaseOptions { ConnectionString = connectionString });
        var parts = new SqliteConnectionStringBuilder(connectionString);
        parts.DataSource = resolve(parts.DataSource);
        return parts.ToString();
    }

    public void AddTo(IServiceCollection services, DatabaseOptions options)
    {
        var connectionString = SqliteSource.ConnectionStringOf(options);
        services.AddSingleton<DatabaseLog>();
        services.AddSingleton<SqlitePragmas>();
        services.AddPooledDbContextFactory<SqliteContext>((provider, builder) => builder
            .UseSqlite(connectionString)
            .UseModel(SqliteModel.Value)
            .AddInterceptors(provider.GetRequiredService<SqlitePragmas>()));
        services.AddSingleton<IDbContextFactory<DefenseCoopContext>, ContextFactory<SqliteContext>>();
        services.AddSingleton(provider =>
        {
            var historic = new DbContextOptionsBuilder<SqliteHistoricContext>()
                .UseSqlite(connectionString)
                .AddInterceptors(provider.GetRequiredService<SqlitePragmas>())
                .Options;
            return new Chronicle(
                provider.GetRequiredService<IDbContextFactory<DefenseCoopContext>>(),
                instant => new SqliteHistoricContext(historic, instant));
        });
        services.AddSingleton<WriteGate>();
        services.AddSingleton<IDatabase, SqliteDatabase>();
    }

    public StorageFailureKind? KindOf(Exception failure) => StorageFailure.Find<SqliteException>(failure)?.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => StorageFailureKind.DiskFull,
        raw.SQLITE_READONLY => StorageFailureKind.ReadOnly,
        raw.SQLITE_IOERR => StorageFailureKind.DiskFailed,
        raw.SQLITE_CANTOPEN => StorageFailureKind.CannotOpen,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageFailureKind.Damaged,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageFailureKind.Busy,
        _ => null,
    };
}
