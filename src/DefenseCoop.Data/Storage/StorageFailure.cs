using DefenseCoop.Data.Storage.Databases;

namespace DefenseCoop.Data.Storage;

/// <summary>
/// Tells failures of the disk and of the database from all others, in words for the person whose change or question met
/// one. The database undoes what it could not finish, so that nothing was changed is true of every one of them.
/// </summary>
public static class StorageFailure
{
    private const string Remedy = "Nothing was changed. Tell the administrator, and try again";
    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private const int ReadOnlyFileSystem = 30;

    /// <returns>Complete sentences; null where the failure has another reason.</returns>
    public static string? Explain(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (IsDiskFull(failure)) return $"The disk of the server is full. {Remedy} when there is space.";
        return DatabaseProviders.KindOf(failure) switch
        {
            StorageFailureKind.ReadOnly => $"The disk of the server cannot be written to. {Remedy} when it can.",
            StorageFailureKind.DiskFailed => $"The disk of the server failed. {Remedy} when it works.",
            StorageFailureKind.CannotOpen => $"The database of the server cannot be opened. {Remedy} when it can.",
            StorageFailureKind.Damaged =>
                "The database of the server is damaged. Nothing was changed. Tell the administrator, who can restore a backup.",
            StorageFailureKind.Busy => "The database is busy with other work. Nothing was changed. Try again in a moment.",
            _ => null,
        };
    }

    /// <summary>Whether there was no space left for what was to be written.</summary>
    public static bool IsDiskFull(Exception failure) =>
        DatabaseProviders.KindOf(failure) == StorageFailureKind.DiskFull
            || Find<IOException>(failure)?.HResult is NoSpaceOnUnix or NoSpaceOnWindows;

    /// <summary>Whether something was to be written where nothing may be written.</summary>
    public static bool IsReadOnly(Exception failure) =>
        DatabaseProviders.KindOf(failure) == StorageFailureKind.ReadOnly
            || Find<UnauthorizedAccessException>(failure) is not null || Find<IOException>(failure)?.HResult is ReadOnlyFileSystem;

    /// <summary>Whether the database is not what was written.</summary>
    public static bool IsDamaged(Exception failure) => DatabaseProviders.KindOf(failure) == StorageFailureKind.Damaged;

    /// <summary>A failure, or what caused it, of some type.</summary>
    internal static T? Find<T>(Exception? failure)
        where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T found) return found;
        }

        return null;
    }
}
