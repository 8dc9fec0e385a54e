using System.Globalization;

namespace DefenseCoop.Data.Backups;

/// <summary>A backup that the schedule made.</summary>
/// <param name="At">When it was made, UTC, to the second.</param>
/// <param name="Size">In bytes.</param>
public sealed record ScheduledBackup(string File, DateTime At, long Size);

/// <summary>The folder of the scheduled backups. It knows its own files by their names, and touches no others.</summary>
public static class BackupFolder
{
    private const string Start = "defensecoop-";
    private const string Ending = ".db";
    private const string Time = "yyyyMMdd-HHmmss";

    /// <summary>The name of a backup that is made now.</summary>
    /// <param name="now">UTC.</param>
    public static string NameOf(DateTime now) => Start + now.ToString(Time, CultureInfo.InvariantCulture) + Ending;

    /// <summary>The backups in a folder, the newest first; none where there is no folder.</summary>
    public static IReadOnlyList<ScheduledBackup> Read(string folder) => !Directory.Exists(folder)
        ? []
        :
        [
            .. from file in new DirectoryInfo(folder).EnumerateFiles(Start + "*" + Ending)
               let at = TimeOf(file.Name)
               where at is not null
               orderby at descending
               select new ScheduledBackup(file.FullName, at.Value, file.Length),
        ];

    /// <summary>Deletes the oldest, so that so many stay.</summary>
    /// <returns>The names of those that were deleted.</returns>
    /// <exception cref="IOException">One cannot be deleted.</exception>
    public static IReadOnlyList<string> Rotate(string folder, int keep)
    {
        List<string> deleted = [];
        foreach (var old in Read(folder).Skip(keep))
        {
            File.Delete(old.File);
            deleted.Add(Path.GetFileName(old.File));
        }

        return deleted;
    }

    /// <returns>Null for a name that is not of ours.</returns>
    private static DateTime? TimeOf(string name) =>
        name.Length == Start.Length + Time.Length + Ending.Length
        && DateTime.TryParseExact(
            name.AsSpan(Start.Length, Time.Length), Time, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at
            : null;
}
