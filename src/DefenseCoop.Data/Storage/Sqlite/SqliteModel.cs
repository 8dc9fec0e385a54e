using Microsoft.EntityFrameworkCore.Metadata;

namespace DefenseCoop.Data.Storage.Sqlite;

/// <summary>The model of the present, built once a process; that takes longer than anything else at a start.</summary>
internal static class SqliteModel
{
    private static readonly Lazy<IModel> Built = new(Build);

    /// <summary>Whoever is first builds it, and all others wait.</summary>
    public static IModel Value => Built.Value;

    /// <summary>Builds it while the rest of the program is put together.</summary>
    public static void Begin() => Task.Run(() => Value);

    private static IModel Build()
    {
        using var db = new SqliteContextDesign().CreateDbContext([]);
        return db.Model;
    }
}
