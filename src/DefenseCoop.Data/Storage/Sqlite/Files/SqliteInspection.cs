using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Data.Storage.Sqlite.Steps;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DefenseCoop.Data.Storage.Sqlite.Files;

/// <summary>
/// Looks into a database file without changing it. SQLite itself does the looking: opening the file beside it would,
/// on closing, drop the locks that other connections of this process hold.
/// </summary>
internal static class SqliteInspection
{
    // Larger files would take a noticeable part of the start.
    private const long LargestToCheckAtEveryStart = 32 * 1024 * 1024;

    private const int Busy = 5;
    private const int Locked = 6;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    /// <returns>What the file holds; null while another process is busy with it.</returns>
    /// <exception cref="StartupException">It is no database of ours, damaged, read-only,
    /// or made by a version of the program that this one cannot follow.</exception>
    public static DatabaseState? Inspect(string path, IReadOnlyList<string> known)
    {
        if (Directory.Exists(path)) throw new StartupException($"The database {path} is a folder: name a file in the settings.");
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0) return new DatabaseState(false, known, false);
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
                DefaultTimeout = 5,
            }.ToString());
            connection.Open();
            if (raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
            {
                throw new StartupException($"The database {path} is read-only: give this user the right to write to it.");
            }

            return Inspect(connection, file, known);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked)
        {
            return null;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is NotADatabase)
        {
            throw new StartupException($"The file {path} is not a SQLite database: move it away, or name another file in the settings.", e);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is Corrupt)
        {
            throw Damaged(path, e.Message, e);
        }
        catch (SqliteException e)
        {
            throw new StartupException($"The database {path} cannot be opened: {e.Message}", e);
        }
    }

    private static DatabaseState Inspect(SqliteConnection connection, FileInfo file, IReadOnlyList<string> known)
    {
        var tables = Strings(connection, "SELECT name FROM sqlite_master WHERE type = 'table'").ToHashSet(StringComparer.Ordinal);
        if (!tables.Contains("__EFMigrationsHistory"))
        {
            return tables.All(t => t.StartsWith("__EF", StringComparison.Ordinal) || t.StartsWith("sqlite_", StringComparison.Ordinal))
                ? new DatabaseState(false, known, false)
                : throw Foreign(file.FullName);
        }

        var applied = Strings(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
        var steps = DatabaseSteps.Compare(applied, known);
        if (!steps.IsOurs) throw Foreign(file.FullName);
        if (steps.Newer is not null)
        {
            throw new StartupException(
                $"The database {file.FullName} was made by a newer version of the program (it has the step {steps.Newer}, "
                    + "which this version does not know). "
                + "Start the newer version, or restore a backup from before its first start.");
        }

        if (steps.TooOld is not null)
        {
            throw new StartupException(
                $"The database {file.FullName} is of an earlier version of the program (its last step is {steps.TooOld}). "
                    + $"{BaselineStep.WayToGo}");
        }

        if (steps.Pending.Count > 0 || file.Length <= LargestToCheckAtEveryStart)
        {
            var findings = Strings(connection, "PRAGMA quick_check(1)");
            if (findings is not ["ok"]) throw Damaged(file.FullName, string.Join(' ', findings), null);
        }

        var isLoaded = tables.Contains("Categories")
            && Strings(connection, "SELECT 'yes' FROM Categories LIMIT 1").Count > 0;
        return new DatabaseState(true, steps.Pending, isLoaded);
    }

    private static List<string> Strings(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var strings = new List<string>();
        while (reader.Read()) strings.Add(reader.GetString(0));
        return strings;
    }

    private static StartupException Foreign(string path) =>
        new($"The database {path} belongs to another program: name another file in the settings.");

    private static StartupException Damaged(string path, string finding, Exception? inner) =>
        new($"The database {path} is damaged ({finding.Trim()}). Restore a backup, or move the file away to start anew.", inner!);
}
