using DefenseCoop.Data.Storage.Databases;

namespace DefenseCoop.Data.Storage;

/// <summary>Where the data lives and what it starts from.</summary>
public sealed record DatabaseOptions
{
    public IDatabaseProvider Provider { get; init; } = DatabaseProviders.Default;

    /// <summary>Folder of what the program stores; the database is in it where no connection string is given.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>Takes the place of the data folder where given.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The file that a new database is filled from; null for the product's own.</summary>
    public string? StarterFile { get; init; }

    /// <summary>Full path of the starter file.</summary>
    public string StarterPath => string.IsNullOrWhiteSpace(StarterFile)
        ? Path.Combine(AppContext.BaseDirectory, "Starter", "starter.json")
        : Path.GetFullPath(StarterFile);
}
