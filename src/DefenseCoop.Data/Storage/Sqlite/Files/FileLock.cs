using System.Diagnostics;

namespace DefenseCoop.Data.Storage.Sqlite.Files;

/// <summary>
/// Keeps a second process out while one prepares the database. The operating system drops the lock when its holder
/// dies. The file stays: deleting it would let two processes lock two files of one name.
/// </summary>
internal sealed class FileLock : IDisposable
{
    /// <summary>Of the name of the file, after the path of the database.</summary>
    public const string Ending = ".lock";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <exception cref="StartupException">The folder does not let us write, or another process keeps the lock too long.</exception>
    public static async Task<FileLock> AcquireAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (IsHeld(e))
            {
                if (waiting.Elapsed > patience)
                {
                    throw new StartupException(
                        $"Another process has been preparing the database for {patience.TotalSeconds:0} s (lock file {path}). "
                            + "Stop it, or wait and start again.",
                        e);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new StartupException(
                    $"The data folder {Path.GetDirectoryName(path)} cannot be written to: "
                        + $"{e.Message} Give this user the right to write there, or name another folder in the settings.",
                    e);
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Sharing violation on Windows; "try again" of flock on Linux (11) and macOS (35).</summary>
    private static bool IsHeld(IOException e) => OperatingSystem.IsWindows()
        ? (e.HResult & 0xFFFF) is 32 or 33
        : e.HResult is 11 or 35;
}
