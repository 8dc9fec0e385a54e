using DefenseCoop.Data.Backups;
using DefenseCoop.Web.Settings;

namespace DefenseCoop.Web.Operations.Backups;

/// <summary>The last try to make a scheduled backup.</summary>
/// <param name="At">UTC.</param>
/// <param name="Problem">Why there is none; null where it was made.</param>
public sealed record BackupTry(DateTime At, string? Problem);

/// <summary>How the scheduled backups stand, for the page that shows it.</summary>
public sealed class BackupState(AppSettings settings)
{
    private volatile BackupTry? _lastTry;

    /// <summary>Null before the first since the start of the program.</summary>
    public BackupTry? LastTry
    {
        get => _lastTry;
        internal set => _lastTry = value;
    }

    /// <summary>The newest that is there; null where there is none, or its folder cannot be read.</summary>
    public ScheduledBackup? Newest
    {
        get
        {
            try
            {
                return settings.Backup.Folder is { } folder && BackupFolder.Read(folder) is [var newest, ..] ? newest : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>When the next one is due, UTC; null where none is made.</summary>
    /// <param name="now">UTC.</param>
    public DateTime? Next(DateTime now)
    {
        if (settings.Backup.Folder is null) return null;
        var every = TimeSpan.FromHours(settings.Backup.EveryHours);
        if (_lastTry is { Problem: not null } failed) return failed.At + (every < AfterFailure ? every : AfterFailure);

        // A file from the future is of a clock that was wrong, and must not stop the backups until then.
        return Newest is { } newest && newest.At <= now ? newest.At + every : now;
    }

    private static TimeSpan AfterFailure => TimeSpan.FromHours(1);
}
