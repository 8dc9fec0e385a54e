using System.Security.Claims;
using System.Text.Json;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Typing;
using DefenseCoop.Web.Settings;
using Microsoft.AspNetCore.Identity;

namespace DefenseCoop.Web.People.SignIn.Provider;

/// <summary>
/// Reads what a provider says of a person. Of it only what is used is kept until the account is found: a person may be in
/// hundreds of groups, and a cookie takes few.
/// </summary>
internal static class ProviderClaims
{
    /// <summary>The name of the sign-in at a provider among the ways to sign in.</summary>
    public const string Scheme = "Provider";

    public const string Issuer = "iss";

    private const string Subject = "sub";
    private const string Name = "name";
    private const string UserName = "preferred_username";
    private const string Email = "email";
    private const string EmailVerified = "email_verified";
    private const string Granted = "granted";

    /// <summary>Claims of which a person has one.</summary>
    public static IReadOnlyList<string> Single { get; } = [Subject, Name, UserName, Email, EmailVerified];

    public static ClaimsPrincipal Kept(ClaimsPrincipal told, OpenIdConnectSettings provider)
    {
        var roles = RolesOf(told.FindAll(provider.RoleClaim).Select(c => c.Value), provider.Roles);
        var identity = new ClaimsIdentity(IdentityConstants.ExternalScheme);
        identity.AddClaim(new Claim(Issuer, told.FindFirstValue(Issuer) ?? ""));
        identity.AddClaim(new Claim(Subject, told.FindFirstValue(Subject) ?? ""));
        identity.AddClaim(new Claim(Granted, roles.ToString()));
        if ((Short(told.FindFirstValue(Name)) ?? Short(told.FindFirstValue(UserName))) is { } name) identity.AddClaim(new Claim(Name, name));
        if (Short(told.FindFirstValue(Email)) is { } email) identity.AddClaim(new Claim(Email, email));
        identity.AddClaim(new Claim(EmailVerified, IsEmailVerified(told, provider.TrustEmail) ? bool.TrueString : bool.FalseString));
        return new ClaimsPrincipal(identity);
    }

    /// <returns>Null where a claim is missing without which nobody can be told from others.</returns>
    public static ProviderPerson? Person(ClaimsPrincipal? kept) =>
        kept?.FindFirstValue(Issuer) is { Length: > 0 } issuer && kept.FindFirstValue(Subject) is { Length: > 0 } subject
            ? new ProviderPerson(
                issuer,
                subject,
                kept.FindFirstValue(Name),
                kept.FindFirstValue(Email),
                kept.FindFirstValue(EmailVerified) == bool.TrueString,
                Enum.Parse<Roles>(kept.FindFirstValue(Granted)!))
            : null;

    /// <summary>The roles that values of the claim give. A value may be a JSON array of values; one without a role gives nothing.</summary>
    public static Roles RolesOf(IEnumerable<string> values, IReadOnlyDictionary<string, Roles> granted) =>
        values.SelectMany(Parts).Aggregate(Roles.None, (roles, value) => roles | granted.GetValueOrDefault(value));

    /// <summary>Token and answer may differ: then it is not verified, and which address is meant is open.</summary>
    /// <param name="told">By the provider.</param>
    /// <param name="isTrusted">What its silence means.</param>
    private static bool IsEmailVerified(ClaimsPrincipal told, bool isTrusted)
    {
        var said = told.FindAll(EmailVerified).ToList();
        return (said.Count > 0 || isTrusted) && said.All(c => c.Value.Equals(bool.TrueString, StringComparison.OrdinalIgnoreCase))
            && told.FindAll(Email).Select(c => c.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
    }

    private static string[] Parts(string value)
    {
        if (value is not ['[', ..]) return [value];
        try
        {
            return JsonSerializer.Deserialize<string[]>(value) ?? [];
        }
        catch (JsonException)
        {
            // A value that happens to begin like an array.
            return [value];
        }
    }

    private static string? Short(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Cut(Data.Commands.Account.MaxEmail);
}
