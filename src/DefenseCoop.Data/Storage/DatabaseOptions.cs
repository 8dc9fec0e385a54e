using Microsoft.Data.Sqlite;

namespace DefenseCoop.Data.Storage;

public enum DatabaseProvider
{
    Sqlite,
}

/// <summary>Where the data lives and what it starts from.</summary>
public sealed record DatabaseOptions
{
    public const string FileName = "defensecoop.db";

    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Folder of the database file; used where no connection string is given.</summary>
    public string DataFolder { get; init; } = "data";

    /// <summary>Takes the place of the data folder where given. It must name a file.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The file that a new database is filled from; null for the product's own.</summary>
    public string? StarterFile { get; init; }

    /// <summary>Full path of the starter file.</summary>
    public string StarterPath => string.IsNullOrWhiteSpace(StarterFile)
        ? Path.Combine(AppContext.BaseDirectory, "Starter", "starter.json")
        : Path.GetFullPath(StarterFile);

    /// <summary>Full path of the database file.</summary>
    /// <exception cref="StartupException">The connection string is broken or names no file.</exception>
    public string DatabasePath => Path.GetFullPath(Sqlite().DataSource);

    internal string SqliteConnectionString
    {
        get
        {
            var builder = Sqlite();
            builder.DataSource = Path.GetFullPath(builder.DataSource);
            return builder.ToString();
        }
    }

    private SqliteConnectionStringBuilder Sqlite()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            if (string.IsNullOrWhiteSpace(DataFolder)) throw new StartupException("The data folder is empty: name a folder.");
            return new SqliteConnectionStringBuilder { DataSource = Path.Combine(DataFolder, FileName) };
        }

        try
        {
            var builder = new SqliteConnectionStringBuilder(ConnectionString);
            return builder.Mode != SqliteOpenMode.Memory && builder.DataSource is { Length: > 0 } and not ":memory:"
                ? builder
                : throw new StartupException("The database connection string names no file: write \"Data Source=/path/to/file.db\".");
        }
        catch (ArgumentException e)
        {
            throw new StartupException($"The database connection string is broken: {e.Message}", e);
        }
    }
}
