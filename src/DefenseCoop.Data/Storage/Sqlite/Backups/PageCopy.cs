using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DefenseCoop.Data.Storage.Sqlite.Backups;

/// <summary>
/// Copies a database page by page while others write to it. The source is read within one transaction, so that the copy
/// is of one instant and a writer neither waits for it nor makes it start again.
/// </summary>
internal static class PageCopy
{
    /// <summary>Two megabytes: often enough to show progress and to be cancelled, seldom enough to cost nothing.</summary>
    private const int PagesAtOnce = 512;

    /// <param name="from">Within a transaction that has read already.</param>
    /// <param name="to">An empty database.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="ct">Ends it between two portions.</param>
    /// <exception cref="SqliteException">One of the two cannot be read or written.</exception>
    public static void Run(SqliteConnection from, SqliteConnection to, Action<double> progress, CancellationToken ct)
    {
        using var backup = raw.sqlite3_backup_init(to.Handle, "main", from.Handle, "main");
        if (backup.IsInvalid) SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(to.Handle), to.Handle);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var code = raw.sqlite3_backup_step(backup, PagesAtOnce);
            if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE)) SqliteException.ThrowExceptionForRC(code, to.Handle);
            var (left, all) = (raw.sqlite3_backup_remaining(backup), raw.sqlite3_backup_pagecount(backup));
            progress(all == 0 ? 1 : 1 - ((double)left / all));
            if (code == raw.SQLITE_DONE) return;
        }
    }
}
