using DefenseCoop.Data.Storage.Sqlite;

namespace DefenseCoop.Data.Storage.Databases;

/// <summary>The kinds of database that this version runs on. Each has a folder of its own, which nothing else names.</summary>
public static class DatabaseProviders
{
    private static readonly IDatabaseProvider[] All = [new SqliteProvider()];

    /// <summary>Taken where the settings name none.</summary>
    public static IDatabaseProvider Default => All[0];

    /// <summary>Their names, as the settings call them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(p => p.Name)];

    /// <returns>Null for a name of none; case does not count.</returns>
    public static IDatabaseProvider? Named(string name) =>
        Array.Find(All, p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a failure means; an exception tells by itself of which kind of database it is.</summary>
    internal static StorageFailureKind? KindOf(Exception failure) =>
        All.Select(p => p.KindOf(failure)).FirstOrDefault(kind => kind is not null);
}
