using DefenseCoop.Data.Storage.Sqlite.Files;
using Microsoft.Data.Sqlite;

namespace DefenseCoop.Data.Storage.Sqlite.Backups;

/// <summary>
/// The file that a copy is to become. Until it is kept, the copy has a name of its own beside it, and is deleted whatever
/// happens.
/// </summary>
internal sealed class Destination : IDisposable
{
    private readonly string _path;
    private bool _isKept;

    /// <param name="path">Full path of the file that the copy becomes.</param>
    public Destination(string path)
    {
        _path = path;
        Draft = $"{path}.{Path.GetFileNameWithoutExtension(Path.GetRandomFileName())}.part";
    }

    /// <summary>Full path of the copy until it is kept.</summary>
    public string Draft { get; }

    /// <summary>Creates the copy, empty, for its owner alone to read where the database is so.</summary>
    /// <param name="like">The file whose permissions it gets.</param>
    public void Create(string like)
    {
        using (File.Create(Draft))
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Draft, File.GetUnixFileMode(like));
        }
    }

    /// <summary>Makes sure that the copy is on the disk, and not only on its way there.</summary>
    public void Flush()
    {
        using var file = File.OpenHandle(Draft, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Gives the copy its name.</summary>
    /// <param name="overwrite">Whether a file of that name goes.</param>
    /// <param name="now">In the name of a log that lay beside such a file, and is kept.</param>
    /// <exception cref="IOException">There is one, and it may not go.</exception>
    public void Keep(bool overwrite, DateTimeOffset now)
    {
        // What SQLite kept beside a file of that name would be taken for a part of this one.
        var aside = DatabaseLog.AsideName(_path, now);
        foreach (var ending in BackupFile.Companions[1..].Where(e => overwrite && File.Exists(_path + e)))
        {
            File.Move(_path + ending, aside + ending);
        }
        File.Move(Draft, _path, overwrite);
        _isKept = true;
    }

    /// <summary>The copy has got its name by other means.</summary>
    public void Kept() => _isKept = true;

    public void Dispose()
    {
        if (!_isKept) BackupFile.Delete(Draft);
    }

    /// <summary>What a failure to write beside a file means, and the remedy; null where it is another failure.</summary>
    public static string? Explain(Exception failure, string folder) => failure switch
    {
        _ when StorageFailure.IsDiskFull(failure) => $"The disk of {folder} is full. Make space, or name a file on another disk.",
        _ when StorageFailure.IsReadOnly(failure) =>
            $"The folder {folder} cannot be written to. Give this user the right to write there, or name a file in another folder.",
        SqliteException or IOException => $"In {folder} it cannot be written: {failure.Message}",
        _ => null,
    };
}
