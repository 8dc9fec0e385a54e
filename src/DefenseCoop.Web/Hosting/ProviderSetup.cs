using DefenseCoop.Web.Hosting.Security;
using DefenseCoop.Web.People;
using DefenseCoop.Web.People.SignIn.Provider;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace DefenseCoop.Web.Hosting;

/// <summary>Sign-in at an OpenID Connect provider: authorization code with PKCE, state and nonce.</summary>
internal static class ProviderSetup
{
    /// <summary>A provider that is down should cost a person seconds, not a minute.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(10);

    private static readonly string[] SignatureAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly TimeSpan TimeAtProvider = TimeSpan.FromMinutes(15);

    public static void AddProvider(this AuthenticationBuilder authentication, AccessSettings access, CookieRules cookies)
    {
        if (access.OpenIdConnect is not { } provider) return;
        authentication.Services.AddScoped<ProviderEvents>();
        authentication.AddOpenIdConnect(ProviderClaims.Scheme, provider.Name, oidc =>
        {
            oidc.Authority = provider.Authority.AbsoluteUri;
            oidc.ClientId = provider.ClientId;
            oidc.ClientSecret = provider.ClientSecret;
            oidc.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
            oidc.BackchannelTimeout = AnswerTime;

            // The provider answers under its own address, or not at all.
            oidc.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false };
            oidc.TokenValidationParameters.ValidAlgorithms = SignatureAlgorithms;
            oidc.RemoteAuthenticationTimeout = TimeAtProvider;
            oidc.SignInScheme = IdentityConstants.ExternalScheme;
            oidc.EventsType = typeof(ProviderEvents);

            // As a query it is a plain link back, to which browsers send our lax cookies; a form would need cookies that any site can make them send.
            oidc.ResponseType = OpenIdConnectResponseType.Code;
            oidc.ResponseMode = OpenIdConnectResponseMode.Query;
            oidc.UsePkce = true;
            oidc.SaveTokens = false;
            oidc.CallbackPath = AccountUrls.ProviderCallbackPath;

            // Signing out at the provider is not offered, and its addresses would sign people out at anybody's request.
            oidc.RemoteSignOutPath = default;
            oidc.SignedOutCallbackPath = default;
            oidc.Scope.Clear();
            foreach (var scope in provider.Scopes) oidc.Scope.Add(scope);
            oidc.TakeClaims(provider);
            cookies.Harden(oidc.CorrelationCookie, "DefenseCoop.Provider.State.");
            cookies.Harden(oidc.NonceCookie, "DefenseCoop.Provider.Nonce.");
        });
    }

    /// <summary>Some providers put them in the token, others say them when asked for them, under the same names.</summary>
    private static void TakeClaims(this OpenIdConnectOptions oidc, OpenIdConnectSettings provider)
    {
        oidc.MapInboundClaims = false;
        oidc.GetClaimsFromUserInfoEndpoint = true;
        oidc.ClaimActions.Remove(ProviderClaims.Issuer);
        foreach (var claim in ProviderClaims.Single) oidc.ClaimActions.MapUniqueJsonKey(claim, claim);
        oidc.ClaimActions.MapJsonKey(provider.RoleClaim, provider.RoleClaim);
    }
}
