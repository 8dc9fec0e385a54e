using Microsoft.Extensions.DependencyInjection;

namespace DefenseCoop.Data.Storage.Databases;

/// <summary>A kind of database that the program runs on: what it makes of the settings, and what its failures mean.</summary>
public interface IDatabaseProvider
{
    /// <summary>As the settings call it.</summary>
    string Name { get; }

    /// <summary>Begins with what takes longest of a start, while the rest of the program is put together.</summary>
    void Begin();

    /// <summary>Checks a connection string of the settings.</summary>
    /// <param name="connectionString">As it was written.</param>
    /// <param name="resolve">Makes a path full.</param>
    /// <returns>The same with full paths.</returns>
    /// <exception cref="StartupException">It is broken, or names no database that lasts.</exception>
    /// <exception cref="ArgumentException">It holds a path that is none.</exception>
    string Complete(string connectionString, Func<string, string> resolve);

    /// <summary>Registers the contexts and the <see cref="IDatabase"/> that the options name.</summary>
    /// <exception cref="StartupException">They name none.</exception>
    void AddTo(IServiceCollection services, DatabaseOptions options);

    /// <summary>What a failure of such a database means; null for one of something else.</summary>
    StorageFailureKind? KindOf(Exception failure);
}
