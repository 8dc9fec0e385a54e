using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace DefenseCoop.Tests.People.OpenIdConnect;

/// <summary>Where the provider says which groups somebody is in.</summary>
public enum GroupsAs
{
    /// <summary>One claim a group: an array in the token where there are several, a string where there is one.</summary>
    Claims,

    /// <summary>An array in the token, of whatever length.</summary>
    JsonArray,

    /// <summary>One claim, a text that reads like a JSON array.</summary>
    JsonText,

    /// <summary>Not in the token, only when asked.</summary>
    UserInfo,
}

/// <summary>Somebody whom the provider knows.</summary>
public sealed record ProviderUser(string Subject, params string[] Groups)
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public bool? EmailVerified { get; init; }

    public GroupsAs GroupsAs { get; init; }
}

/// <summary>
/// A real OpenID Connect server on a port of its own: discovery, keys, authorization code with PKCE, a client with a
/// secret, user info. Its sign-in page offers its users as links, and to cancel. It stores nothing but the codes that
/// were used, each of which works once.
/// </summary>
public sealed class ProviderServer : IAsyncDisposable
{
    public const string ClientId = "defense-coop";
    public const string ClientSecret = "the secret between provider and program";
    public const string GroupClaim = "groups";

    /// <summary>Parameter of the provider's sign-in page: which user.</summary>
    public const string UserParameter = "user";

    /// <summary>In place of a user: cancels.</summary>
    public const string Nobody = "-";

    private readonly ConcurrentDictionary<string, bool> _usedCodes = new(StringComparer.Ordinal);
    private readonly WebApplication _app;

    private ProviderServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(Configure);
        _app = builder.Build();
        _app.UseAuthentication();
    }

    /// <summary>By the name under which they sign in at the provider.</summary>
    public ConcurrentDictionary<string, ProviderUser> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>Changes the identity token before it is signed, as a broken or hostile provider would.</summary>
    public Action<SecurityTokenDescriptor>? Tamper { get; set; }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The settings of a program that signs people in here; groups are named after roles, in lower case.</summary>
    public Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["Authentication:OpenIdConnect:Authority"] = Address.AbsoluteUri,
        ["Authentication:OpenIdConnect:ClientId"] = ClientId,
        ["Authentication:OpenIdConnect:ClientSecret"] = ClientSecret,
        ["Authentication:OpenIdConnect:Name"] = "the ministry",
        ["Authentication:OpenIdConnect:RoleClaim"] = GroupClaim,
        ["Authentication:OpenIdConnect:Roles:Analyst"] = "analysts",
        ["Authentication:OpenIdConnect:Roles:Editor"] = "editors,everything",
        ["Authentication:OpenIdConnect:Roles:Manager"] = "managers",
        ["Authentication:OpenIdConnect:Roles:Administrator"] = "administrators,everything",
    };

    public static async Task<ProviderServer> StartAsync()
    {
        var server = new ProviderServer();
        await server._app.StartAsync();

        // The first answer takes the longest, and the program waits for none long.
        using var http = new HttpClient { BaseAddress = server.Address };
        await http.GetStringAsync(new Uri(".well-known/openid-configuration", UriKind.Relative));
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Configure(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.SetAuthorizationEndpointUris("connect/authorize")
            .SetTokenEndpointUris("connect/token")
            .SetUserInfoEndpointUris("connect/userinfo");
        server.RegisterScopes(Scopes.Profile, Scopes.Email);
        server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
            .AddSigningKey(new RsaSecurityKey(RSA.Create(2048)));
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(CheckClient));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(SignInAsync));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(CheckCode));
        server.AddEventHandler<HandleUserInfoRequestContext>(handler => handler.UseInlineHandler(TellMore));
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .UseInlineHandler(WriteToken)
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
    }

    private static ValueTask CheckClient(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != ClientId) context.Reject(Errors.InvalidClient);
        else if (!Uri.TryCreate(context.RedirectUri, UriKind.Absolute, out var uri)
            || !uri.IsLoopback || uri.AbsolutePath != "/account/provider-callback")
        {
            context.Reject(Errors.InvalidRequest);
        }
        return ValueTask.CompletedTask;
    }

    private async ValueTask SignInAsync(HandleAuthorizationRequestContext context)
    {
        var name = (string?)context.Request[UserParameter];
        if (name == Nobody)
        {
            context.Reject(Errors.AccessDenied, "Cancelled.");
        }
        else if (name is not null && Users.TryGetValue(name, out var user))
        {
            context.SignIn(Principal(user));
        }
        else
        {
            await ShowAsync(context.Transaction.GetHttpRequest()!.HttpContext);
            context.HandleRequest();
        }
    }

    private async Task ShowAsync(HttpContext http)
    {
        var links = Users.Keys.Order(StringComparer.Ordinal).Append(Nobody).Select(name =>
        {
            var address = QueryHelpers.AddQueryString(http.Request.Path + http.Request.QueryString, UserParameter, name);
            var words = name == Nobody ? "Cancel" : $"Sign in as {name}";
            return $"<li><a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(words)}</a></li>";
        });
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(
            "<!DOCTYPE html><html lang=\"en\"><title>Provider</title><main><h1>Sign "
                + $"in at the provider</h1><ul>{string.Concat(links)}</ul></main></html>");
    }

    private ValueTask CheckCode(ValidateTokenRequestContext context)
    {
        if (context.ClientId != ClientId || context.ClientSecret != ClientSecret) context.Reject(Errors.InvalidClient);
        else if (context.Request.Code is not { } code || !_usedCodes.TryAdd(code, true))
        {
            context.Reject(Errors.InvalidGrant, "The code was used already.");
        }
        return ValueTask.CompletedTask;
    }

    private static ClaimsPrincipal Principal(ProviderUser user)
    {
        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, user.Subject).SetClaim(Claims.Name, user.Name).SetClaim(Claims.Email, user.Email);
        if (user.EmailVerified is { } verified) identity.SetClaim(Claims.EmailVerified, verified);
        switch (user.GroupsAs)
        {
            case GroupsAs.Claims:
                identity.SetClaims(GroupClaim, [.. user.Groups]);
                break;
            case GroupsAs.JsonText:
                identity.SetClaim(GroupClaim, JsonSerializer.Serialize(user.Groups));
                break;
            case GroupsAs.JsonArray:
            case GroupsAs.UserInfo:
                break;
            default:
                throw new InvalidOperationException(user.GroupsAs.ToString());
        }

        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email);
        return principal;
    }

    private ValueTask WriteToken(GenerateTokenContext context)
    {
        if (context.TokenType != TokenTypeIdentifiers.IdentityToken) return ValueTask.CompletedTask;
        var user = Users.Values.Single(u => u.Subject == context.Principal.GetClaim(Claims.Subject));
        if (user.GroupsAs == GroupsAs.JsonArray)
        {
            (context.SecurityTokenDescriptor.Claims ??= new Dictionary<string, object>(StringComparer.Ordinal))[GroupClaim] = user.Groups;
        }
        Tamper?.Invoke(context.SecurityTokenDescriptor);
        return ValueTask.CompletedTask;
    }

    private ValueTask TellMore(HandleUserInfoRequestContext context)
    {
        var user = Users.Values.Single(u => u.Subject == context.AccessTokenPrincipal!.GetClaim(Claims.Subject));
        context.Subject = user.Subject;
        if (user.GroupsAs == GroupsAs.UserInfo)
        {
            context.Claims[GroupClaim] = new OpenIddictParameter(user.Groups.ToImmutableArray<string?>());
        }
        return ValueTask.CompletedTask;
    }
}
