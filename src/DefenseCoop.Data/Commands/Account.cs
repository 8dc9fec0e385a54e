using DefenseCoop.Data.Status.Days;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace DefenseCoop.Data.Commands;

/// <summary>
/// A person who may sign in. The e-mail address is the name that they sign in with; who signs in at a provider that vouches
/// for none has none. What Identity keeps beside it (logins at a provider, second factor, passkeys) hangs on it.
/// </summary>
public sealed class Account : IdentityUser<int>
{
    public const int MaxName = PersonName.MaxLength;
    public const int MaxEmail = 254;
    public const int MaxPreference = ReaderDay.MaxZone;

    /// <summary>The name that others see.</summary>
    public required string DisplayName { get; set; }

    public Roles Roles { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>UTC; null for one who has never signed in.</summary>
    public DateTime? LastSignInAt { get; set; }

    /// <summary>UTC; null while the account is in use.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>
    /// UTC; until then passwords and codes are not tried. Stands
    /// in for Identity's own column, which not every database can compare.
    /// </summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>The 30-second step of the last authenticator code that was taken, so that no code is taken twice.</summary>
    public long? LastCodeStep { get; set; }

    /// <summary>One of the accounts that exist only where the program is developed.</summary>
    public bool IsDemonstration { get; init; }

    /// <summary>IETF language tag that an earlier version took; nobody is asked for one any more.</summary>
    public string? Language { get; set; }

    /// <summary>IANA time zone; kept for later use.</summary>
    public string? TimeZone { get; set; }

    /// <summary><c>light</c>, <c>dark</c>, or null for what the person's system does.</summary>
    public string? Theme { get; set; }

    /// <summary>Whether the person switched off the daily mail of what waits for them.</summary>
    public bool WantsNoDigest { get; set; }

    /// <summary>The day (UTC) for which it was sent last.</summary>
    public DateOnly? DigestSentOn { get; set; }
}
