namespace DefenseCoop.Data.Commands;

/// <summary>How people are let in, as far as the data layer has to know.</summary>
public sealed record PeopleOptions
{
    /// <summary>A session that is not used for this long ends.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromHours(12);

    /// <summary>A session ends after this time, however busy it is.</summary>
    public static readonly TimeSpan SessionTime = TimeSpan.FromDays(7);

    /// <summary>Second factor, passkeys and password are changed only this soon after a sign-in.</summary>
    public static readonly TimeSpan RecentTime = TimeSpan.FromMinutes(15);

    /// <summary>Wrong passwords and codes in a row after which an account is locked.</summary>
    public const int MostFailures = 5;

    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan SetupLinkTime = TimeSpan.FromHours(1);

    public static readonly TimeSpan PasswordLinkTime = TimeSpan.FromDays(3);

    /// <summary>Whether visitors without an account may read.</summary>
    public bool AnonymousRead { get; init; }

    /// <summary>Whether people may sign in with a password of this installation.</summary>
    public bool LocalPasswords { get; init; } = true;

    /// <summary>Characters. NIST SP 800-63B-4 asks for 15 where a password is the only factor, 8 where it is not.</summary>
    public int MinimumPasswordLength { get; init; } = 15;

    /// <summary>Whether the demonstration accounts exist: only where the program is developed.</summary>
    public bool Demonstration { get; init; }
}
