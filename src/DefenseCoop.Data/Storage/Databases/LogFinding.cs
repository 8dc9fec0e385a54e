namespace DefenseCoop.Data.Storage.Databases;

/// <summary>What a database says of the log that it keeps of its newest changes, and what is there of it.</summary>
public enum LogState
{
    /// <summary>The database is whole by itself, or its log is with it.</summary>
    Whole,

    /// <summary>The newest changes are in a log, and there is none: the database was perhaps copied while it was in use.</summary>
    Missing,

    /// <summary>
    /// It was used with a log, and there is none. What wrote it did not say whether it closes databases whole, as versions of
    /// the program of before the end of November 2026: whether anything is missing cannot be known.
    /// </summary>
    Untold,

    /// <summary>The database is whole by itself, and a log lies beside it all the same: it is of another one.</summary>
    Foreign,
}

/// <summary>What was found of a log.</summary>
/// <param name="SetAside">Where a log of another database was moved to; null where there was none.</param>
/// <param name="Doubt">Why the database is perhaps not whole, and what to do; null where there is no doubt.</param>
public sealed record LogFinding(LogState State, string? SetAside, string? Doubt);
