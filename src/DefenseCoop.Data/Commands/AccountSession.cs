namespace DefenseCoop.Data.Commands;

/// <summary>
/// One sign-in on one device. The cookie holds a secret of which only the hash is stored here; without its row the
/// cookie is worth nothing, so signing out takes effect everywhere at once.
/// </summary>
public sealed class AccountSession
{
    public const int KeyHashLength = 32;
    public const int MaxMethod = 60;
    public const int MaxAddress = 45;
    public const int MaxDevice = 120;

    public long Id { get; private set; }

    public int AccountId { get; init; }

    public Account Account { get; private set; } = null!;

    /// <summary>SHA-256 of the secret in the cookie.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>How the person signed in, in words.</summary>
    public required string Method { get; init; }

    /// <summary>Network address at sign-in; null where unknown.</summary>
    public string? Address { get; init; }

    /// <summary>Browser and system, as the browser names itself.</summary>
    public string? Device { get; init; }

    /// <summary>UTC; also when the person last proved who they are.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>UTC; exact to a few minutes.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>UTC; the session ends then, however busy it is.</summary>
    public DateTime ExpiresAt { get; init; }
}

public enum LinkPurpose
{
    /// <summary>Makes the first administrator.</summary>
    Setup,

    /// <summary>Lets an invited person, or one who lost their password, set one and sign in.</summary>
    SetPassword,
}

/// <summary>A link that does one thing once, for a limited time. Only the hash of its secret is stored.</summary>
public sealed class OneTimeLink
{
    public int Id { get; private set; }

    public required byte[] SecretHash { get; init; }

    public LinkPurpose Purpose { get; init; }

    /// <summary>Whom it is for; null for the first administrator, who has no account yet.</summary>
    public int? AccountId { get; init; }

    public Account? Account { get; private set; }

    public DateTime CreatedAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }
}
