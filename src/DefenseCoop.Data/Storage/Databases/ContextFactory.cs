using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Storage.Databases;

/// <summary>Gives the pooled contexts of the chosen provider to code that knows no provider.</summary>
internal sealed class ContextFactory<T>(IDbContextFactory<T> pool) : IDbContextFactory<DefenseCoopContext>
    where T : DefenseCoopContext
{
    public DefenseCoopContext CreateDbContext() => pool.CreateDbContext();

    public async Task<DefenseCoopContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await pool.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
}
