using DefenseCoop.Data.People.SignIn;
using Microsoft.AspNetCore.WebUtilities;

namespace DefenseCoop.Web.People.SignIn.Provider;

/// <summary>What the sign-in page says of a sign-in at the provider that came to nothing, by the <c>done</c> of its address.</summary>
internal static class ProviderMessages
{
    public const string Failed = "provider";
    public const string Down = "provider-down";

    public static string? Text(string? done, string provider) => done switch
    {
        Failed => $"{provider} did not let you in, or the sign-in took too long or was begun in another browser. Try again.",
        Down => $"{provider} does not answer as it should. Try again in a few minutes; if it lasts, tell an administrator.",
        "provider-no-role" => $"{provider} knows you, but gives you no role here. Ask an administrator which group or role you need there.",
        "provider-disabled" => "Your account here is disabled. An administrator can enable it.",
        "provider-email-not-verified" => $"There is an account with your e-mail address already, and {provider} does not say that the address is verified as yours. Have it verified there, or sign in to that account another way.",
        "provider-email-of-another" => $"The account with your e-mail address belongs to another person at {provider}. An administrator has to find out whose it is.",
        _ => null,
    };

    /// <summary>The sign-in page with the message.</summary>
    public static string Back(string? returnUrl, string done) => QueryHelpers.AddQueryString(AccountUrls.SignIn(returnUrl), "done", done);

    public static string Done(ProviderRefusal refusal) => refusal switch
    {
        ProviderRefusal.NoRole => "provider-no-role",
        ProviderRefusal.Disabled => "provider-disabled",
        ProviderRefusal.EmailNotVerified => "provider-email-not-verified",
        ProviderRefusal.EmailOfAnother => "provider-email-of-another",
        _ => Failed,
    };
}
