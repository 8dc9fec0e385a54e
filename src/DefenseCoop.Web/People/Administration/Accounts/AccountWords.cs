using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls.Parameters;

namespace DefenseCoop.Web.People.Administration.Accounts;

/// <summary>The state of an account in words.</summary>
internal static class AccountWords
{
    public static string SecondFactor(AccountRow row) => (row.HasSecondFactor, row.Passkeys) switch
    {
        (false, 0) => "none",
        (true, 0) => "authenticator app",
        (false, var n) => Words.Count(n, "passkey", "passkeys"),
        (true, var n) => $"authenticator app, {Words.Count(n, "passkey", "passkeys")}",
    };

    public static string State(AccountRow row) => row switch
    {
        { DisabledAt: { } at } => $"disabled since {Instants.Text(at)}",
        { IsDemonstration: true } => "demonstration",
        { LockedUntil: { } until } => $"takes no password until {Instants.Text(until)}",
        { HasPassword: false, HasProvider: false, Passkeys: 0, LinkExpiresAt: { } until } => $"invited, link until {Instants.Text(until)}",
        { HasPassword: false, HasProvider: false, Passkeys: 0 } => "invited, link used up or too old",
        { OpenSessions: > 0 } => $"active, {Words.Count(row.OpenSessions, "open session", "open sessions")}",
        _ => "active",
    };
}
