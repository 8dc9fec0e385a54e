using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Web.Urls;
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
        "provider-email-not-verified" => $"There is an account with your e-mail address already, and {provider} does not say that the address is verified as yours. Have it verified there, sign in to that account another way, or ask an administrator for a one-time link, open it and sign in with {provider} from there.",
        "provider-email-of-another" => $"The account with your e-mail address belongs to another person at {provider}. An administrator has to find out whose it is.",
        "provider-link-gone" => "The link by which you came cannot be used any more: it was used, was replaced by a newer one, or is too old. An administrator can give you a new one.",
        "provider-second-factor" => $"The account of this link has a second factor here, which a link does not replace. Sign in with it, or ask an administrator to reset it; then use the link with {provider}.",
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
        ProviderRefusal.LinkGone => "provider-link-gone",
        ProviderRefusal.SecondFactor => "provider-second-factor",
        _ => Failed,
    };
}
