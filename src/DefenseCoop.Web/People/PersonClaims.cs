using System.Globalization;
using System.Security.Claims;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.SignIn;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Web.People;

/// <summary>
/// What a request or an open page knows of its person. It decides what is shown; what is allowed is asked of the
/// database, by the commands themselves.
/// </summary>
public static class PersonClaims
{
    /// <summary>In the cookie: the secret of the session. Nothing else in the cookie is believed.</summary>
    public const string SessionKey = "session_key";

    private const string Account = "account";
    private const string Session = "session";
    private const string Role = "role";
    private const string Theme = "theme";
    private const string TimeZone = "time_zone";
    private const string SignedInAt = "signed_in_at";

    /// <summary>The principal of a signed-in person, as the database knows them.</summary>
    public static ClaimsPrincipal Principal(SignedInPerson person, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, ClaimTypes.Name, Role);
        identity.AddClaim(new Claim(Account, person.AccountId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(Session, person.SessionId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, person.Name));
        identity.AddClaim(new Claim(SignedInAt, person.SignedInAt.ToString("O", CultureInfo.InvariantCulture)));
        identity.AddClaims(person.Roles.Each().Select(role => new Claim(Role, role.ToString())));
        if (person.Theme is not null) identity.AddClaim(new Claim(Theme, person.Theme));
        if (person.TimeZone is not null) identity.AddClaim(new Claim(TimeZone, person.TimeZone));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Who acts; <see cref="Data.Commands.Actor.Visitor"/> where nobody is signed in.</summary>
    public static Actor Actor(this ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(Account), CultureInfo.InvariantCulture, out var account)
        && long.TryParse(user.FindFirstValue(Session), CultureInfo.InvariantCulture, out var session)
            ? new Actor(account, session)
            : Data.Commands.Actor.Visitor;

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Actor().AccountId != 0;

    /// <summary>The roles at the time of the request, or of the last look at the database.</summary>
    public static Roles Roles(this ClaimsPrincipal user) =>
        user.FindAll(Role).Aggregate(Domain.People.Roles.None, (roles, claim) => roles | Enum.Parse<Roles>(claim.Value));

    public static string? ChosenTimeZone(this ClaimsPrincipal user) => user.FindFirstValue(TimeZone);

    public static string? ChosenTheme(this ClaimsPrincipal user) => user.FindFirstValue(Theme);
}
