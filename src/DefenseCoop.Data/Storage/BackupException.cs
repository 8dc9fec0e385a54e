
namespace DefenseCoop.Data.Storage;

/// <summary>
/// A backup or a restore cannot be done. The message is complete as
/// it stands: what is wrong, what was left as it was, and what to do.
/// </summary>
public sealed class BackupException : StartupException
{
    public BackupException(string message)
        : base(message)
    {
    }

    public BackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
