using System.Globalization;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.People.Profile;
using DefenseCoop.Domain;
using DefenseCoop.Domain.People;
using DefenseCoop.Web.People.SignIn;
using DefenseCoop.Web.Shared;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace DefenseCoop.Web.People.Profile;

/// <summary>The two posts by which a browser adds a passkey: it asks for a challenge, and answers it.</summary>
internal static class PasskeyEndpoints
{
    private const int LongestKept = 500;

    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost(AccountUrls.PasskeyCreationPath, OptionsAsync)
            .RequireAuthorization(nameof(Right.ChangeOwnAccount))
            .AddEndpointFilter(Refusal.FilterAsync);
        app.MapPost(AccountUrls.PasskeyAdditionPath, AddAsync).RequireAuthorization(nameof(Right.ChangeOwnAccount));
    }

    private static async Task<IResult> OptionsAsync(
        HttpContext http, [FromServices] IAntiforgery antiforgery, [FromServices] AccountSignIn signIn, [FromServices] CredentialCommands commands, [FromServices] ProfileQueries profiles, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return HttpResults.StatusCode(StatusCodes.Status400BadRequest);
        var actor = http.User.Actor();
        await commands.PreparePasskeyAsync(actor, ct);
        var profile = await profiles.ReadAsync(actor, ct);
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = actor.AccountId.ToString(CultureInfo.InvariantCulture),
            Name = profile.Email ?? profile.Name,
            DisplayName = profile.Name,
        });
        return HttpResults.Content(options, "application/json");
    }

    private static async Task<IResult> AddAsync(
        HttpContext http, [FromForm] string? credential, [FromForm] string? name, [FromServices] AccountSignIn signIn, [FromServices] CredentialCommands commands, CancellationToken ct)
    {
        var actor = http.User.Actor();
        try
        {
            var attested = string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAttestationAsync(credential);
            if (attested is not { Succeeded: true } || attested.UserEntity.Id != actor.AccountId.ToString(CultureInfo.InvariantCulture)) return Back("refused", name);
            await commands.AddPasskeyAsync(actor, attested.Passkey, name, ct);
            return Back("added");
        }
        catch (InvalidOperationException)
        {
            // There is no challenge to answer: it was asked for too long ago, or elsewhere.
            return Back("refused", name);
        }
        catch (RefusedException e) when (Refusal.Of(e) is { } refusal)
        {
            if (refusal.AsksToSignIn) return HttpResults.LocalRedirect(AccountUrls.SignInAgain(WithName(AccountUrls.Passkeys, name)));
            if (refusal.Status == StatusCodes.Status403Forbidden) return HttpResults.StatusCode(refusal.Status);
            return Back(refusal.Field == "Name" ? "name" : "refused", name);
        }
    }

    private static IResult Back(string done, string? name = null) => HttpResults.LocalRedirect(WithName($"{AccountUrls.Passkeys}?done={done}", name));

    /// <summary>With the name that was typed, so that it is there again. A longer one than any browser sends is left out.</summary>
    private static string WithName(string url, string? name) =>
        name is { Length: > 0 and <= LongestKept } ? QueryHelpers.AddQueryString(url, AccountUrls.PasskeyName, name) : url;
}
