namespace DefenseCoop.Data.Storage;

/// <summary>
/// The program cannot start, for a reason that its operator can remove. The message is complete as it stands: what is
/// wrong, where, and what to do. The program prints it and exits with a code other than zero.
/// </summary>
public class StartupException : Exception
{
    public StartupException(string message)
        : base(message)
    {
    }

    public StartupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
