using System.Data.Common;

namespace DefenseCoop.Data.Storage.Databases;

/// <summary>
/// The database of this installation: all that the rest of the program asks of it beside what Entity Framework asks. What
/// kind of database it is only the folder of its provider knows.
/// </summary>
public interface IDatabase
{
    /// <summary>What people call it: where it lies.</summary>
    string Name { get; }

    /// <summary>Whether it is still where it was; connections that are open may go on working with one that is gone.</summary>
    bool IsThere { get; }

    /// <summary>In bytes, with what is not yet written into it.</summary>
    long Size { get; }

    /// <summary>What was found of its log before this process opened it.</summary>
    LogFinding Log { get; }

    /// <summary>Looks into it without changing it, once nobody is replacing it.</summary>
    /// <returns>Null while others keep it busy.</returns>
    /// <exception cref="StartupException">This version of the program cannot use it.</exception>
    Task<DatabaseState?> InspectAsync(CancellationToken ct);

    /// <summary>Keeps every other process from preparing or replacing it, for as long as the result is not disposed of.</summary>
    /// <exception cref="StartupException">Another one does so for too long, or it lies where nothing can be written.</exception>
    Task<IDatabaseReservation> ReserveAsync(CancellationToken ct);

    /// <summary>It is ready for use: whoever looks at it later can tell that this version has used it.</summary>
    void MarkReady();

    /// <summary>
    /// Waits for the turn to write, which ends when the result is disposed of. Writers are let in one after the other, in
    /// the order in which they came.
    /// </summary>
    Task<IDisposable> TakeTurnAsync(CancellationToken ct);

    /// <summary>
    /// Begins a transaction that only reads, to be disposed of before its context: all of it sees the database as it was at
    /// one instant, and no writer waits for it.
    /// </summary>
    Task<DbTransaction> BeginReadingAsync(DefenseCoopContext db, CancellationToken ct);

    /// <summary>
    /// A number that is another one when somebody has written since the same context was asked last, but for that context
    /// itself. It costs nothing to ask.
    /// </summary>
    /// <param name="db">With a connection that stays open from one question to the next.</param>
    /// <param name="ct">Ends it.</param>
    Task<long> WritesSeenAsync(DefenseCoopContext db, CancellationToken ct);

    /// <summary>Keeps it in use until the result is disposed of, so that nobody replaces it meanwhile.</summary>
    IDisposable Hold();

    /// <summary>Makes sure that it is there, ours, and up to date.</summary>
    /// <exception cref="BackupException">It is not.</exception>
    Task RequireCurrentAsync(CancellationToken ct);

    /// <summary>Looks at every page and every reference.</summary>
    /// <param name="db">With an open connection.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="BackupException">It is damaged.</exception>
    void Check(DefenseCoopContext db, CancellationToken ct);

    /// <summary>
    /// Copies it into one file while people go on writing, and checks the copy. Nothing of the name
    /// <paramref name="file"/> is there before the copy is complete, checked and on the disk.
    /// </summary>
    /// <param name="file">Path of the backup.</param>
    /// <param name="overwrite">Whether a file of that name may be replaced.</param>
    /// <param name="progress">Told from the thread that does the work.</param>
    /// <param name="ct">Ends it; nothing stays behind.</param>
    /// <exception cref="BackupException">What is wrong, and what to do.</exception>
    Task<BackupResult> BackUpAsync(string file, bool overwrite, IProgress<WorkProgress>? progress, CancellationToken ct);

    /// <summary>
    /// Puts a backup in its place. It is as it was until the copy is complete and checked, and is replaced in one step; what
    /// is replaced is kept aside.
    /// </summary>
    /// <param name="file">Path of the backup.</param>
    /// <param name="progress">Told from the thread that does the work.</param>
    /// <param name="ct">Ends it until the database is replaced; nothing stays behind.</param>
    /// <exception cref="BackupException">What is wrong with the file, or who is using the database; nothing was changed.</exception>
    Task<RestoreResult> RestoreAsync(string file, IProgress<WorkProgress>? progress, CancellationToken ct);
}

/// <summary>A database that no other process may prepare or replace.</summary>
public interface IDatabaseReservation : IDisposable
{
    /// <summary>Looks into it without changing it.</summary>
    /// <exception cref="StartupException">Another program locks it, or this version of the program cannot use it.</exception>
    DatabaseState Inspect();

    /// <summary>Creates what it lacks, and brings it up to date.</summary>
    /// <param name="db">Of the database.</param>
    /// <param name="state">As it was inspected.</param>
    /// <param name="ct">Ends it between two steps.</param>
    Task UpdateAsync(DefenseCoopContext db, DatabaseState state, CancellationToken ct);
}
