using DefenseCoop.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.History.Versions;

/// <summary>
/// The same entities, read from their histories as they stood at an instant, so that every query answers for any past
/// instant. It cannot be saved.
/// </summary>
/// <param name="options">Of the provider.</param>
/// <param name="knownAt">UTC.</param>
internal abstract class HistoricContext(DbContextOptions options, DateTime knownAt) : DefenseCoopContext(options)
{
    public DateTime KnownAt { get; } = knownAt;

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw ThePast();

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        throw ThePast();

    internal override Task SaveRowsAsync(CancellationToken ct) => throw ThePast();

    protected override void MapHistory(ModelBuilder modelBuilder) => HistoryTables.MapTo(modelBuilder, this, c => c.KnownAt);

    private static InvalidOperationException ThePast() => new("The past cannot be changed: save through a context of the present.");
}
