namespace DefenseCoop.Data.Storage.Databases;

/// <summary>Why a database could not do what was asked of it, where that is no mistake of the program.</summary>
public enum StorageFailureKind
{
    /// <summary>There is no space left.</summary>
    DiskFull,

    /// <summary>It cannot be written to.</summary>
    ReadOnly,

    /// <summary>Reading or writing failed.</summary>
    DiskFailed,

    /// <summary>It cannot be opened.</summary>
    CannotOpen,

    /// <summary>It is not what was written.</summary>
    Damaged,

    /// <summary>Others keep it busy.</summary>
    Busy,
}
