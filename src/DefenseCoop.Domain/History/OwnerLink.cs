using System.Linq.Expressions;

namespace DefenseCoop.Domain.History;

/// <summary>Reads records for descriptors, which know no storage.</summary>
public interface IRecordLoader
{
    Task<T> ByIdAsync<T>(int id) where T : class;

    Task<object?> ByCodeAsync<T>(Expression<Func<T, string>> code, string wanted) where T : class;

    IQueryable<T> Rows<T>() where T : class;
}

/// <summary>What a row names as its owner.</summary>
public abstract class OwnerLink
{
    /// <param name="id">As the row names it; null where it belongs to none.</param>
    /// <param name="loaded">The owner itself; null where it is not at hand.</param>
    public static IReadOnlyList<OwnerLink> To<T>(int? id, T? loaded) where T : class =>
        id is null && loaded is null ? [] : [new OwnerLink<T>(id ?? 0, loaded)];

    public abstract Task<object> LoadAsync(IRecordLoader loader);
}

/// <inheritdoc/>
public sealed class OwnerLink<T>(int id, T? loaded) : OwnerLink where T : class
{
    public override async Task<object> LoadAsync(IRecordLoader loader) => loaded ?? await loader.ByIdAsync<T>(id);
}
