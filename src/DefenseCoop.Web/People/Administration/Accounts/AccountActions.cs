using DefenseCoop.Data.People.Accounts;
using DefenseCoop.Domain;
using DefenseCoop.Web.Urls;

namespace DefenseCoop.Web.People.Administration.Accounts;

/// <summary>The actions in words, and where they would do anything.</summary>
internal static class AccountActions
{
    public static bool HasEffect(AccountRow row, AccountAction action) => action switch
    {
        AccountAction.Disable => row.DisabledAt is null,
        AccountAction.EndSessions => row.OpenSessions > 0,
        _ => row.HasSecondFactor || row.Passkeys > 0,
    };

    /// <summary>As a command.</summary>
    public static string Words(AccountAction action) => action switch
    {
        AccountAction.Disable => "Disable the account",
        AccountAction.EndSessions => "End the sessions",
        _ => "Reset the second factor",
    };

    public static string Done(AccountAction action) => action switch
    {
        AccountAction.Disable => "The account was disabled.",
        AccountAction.EndSessions => "The sessions have ended.",
        _ => "The second factor was reset.",
    };

    /// <summary>What the person loses by it.</summary>
    public static IEnumerable<string> Effects(AccountRow row, AccountAction action)
    {
        if (action is AccountAction.ResetSecondFactor && row.HasSecondFactor)
        {
            yield return "Their authenticator app and its recovery codes stop working.";
        }
        if (action is AccountAction.ResetSecondFactor && row.Passkeys > 0)
        {
            yield return $"{Domain.Words.Count(row.Passkeys, "passkey is", "passkeys are")} removed.";
        }
        if (row.OpenSessions > 0)
        {
            yield return $"{Domain.Words.Count(row.OpenSessions, "open session ends", "open sessions end")} at once. "
                + "What they were writing stays in their drafts.";
        }
        if (action is not AccountAction.EndSessions && row.LinkExpiresAt is not null) yield return "Their one-time link stops working.";
        yield return action switch
        {
            AccountAction.Disable => "They cannot sign in until an administrator enables the account again. What they wrote stays.",
            AccountAction.EndSessions => "They can sign in again at once, as before.",
            _ => row.HasPassword
                ? "Their password alone then signs them in, until they set up a second factor again."
                : "They then need a new one-time link, or their provider, to sign in.",
        };
    }
}
