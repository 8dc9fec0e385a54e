using Microsoft.Data.Sqlite;

namespace DefenseCoop.Data.Storage.Sqlite;

/// <summary>Which file the options name.</summary>
internal static class SqliteSource
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "defensecoop.db";

    /// <summary>Full path of the database file.</summary>
    /// <exception cref="StartupException">The connection string is broken or names no file.</exception>
    public static string PathOf(DatabaseOptions options) => Path.GetFullPath(Parts(options).DataSource);

    /// <summary>What connections of the pool are opened with.</summary>
    /// <exception cref="StartupException">The connection string is broken or names no file.</exception>
    public static string ConnectionStringOf(DatabaseOptions options)
    {
        var builder = Parts(options);
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        return builder.ToString();
    }

    private static SqliteConnectionStringBuilder Parts(DatabaseOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            if (string.IsNullOrWhiteSpace(options.DataFolder)) throw new StartupException("The data folder is empty: name a folder.");
            return new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataFolder, FileName) };
        }

        try
        {
            var builder = new SqliteConnectionStringBuilder(options.ConnectionString);
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
