using DefenseCoop.Web.Hosting.Settings;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>What every answer tells the browser: what the page may load, who may frame it, what it may ask of the device.</summary>
internal static class HeadersSetup
{
    private const int YearInSeconds = 365 * 24 * 60 * 60;

    public static void UseHeaders(this WebApplication app)
    {
        var access = app.Services.GetRequiredService<AppSettings>().Access;
        app.UseSecurityHeaders(Policy(access));
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Adjust(context, access);
                return Task.CompletedTask;
            });
            return next(context);
        });
        if (access.Https) app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal), plain => plain.UseHttpsRedirection());
    }

    private static HeaderPolicyCollection Policy(AccessSettings access)
    {
        var policy = new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
            .AddPermissionsPolicy(permissions =>
            {
                permissions.AddAccelerometer().None();
                permissions.AddAutoplay().None();
                permissions.AddCamera().None();
                permissions.AddDisplayCapture().None();
                permissions.AddEncryptedMedia().None();
                permissions.AddFullscreen().None();
                permissions.AddGeolocation().None();
                permissions.AddGyroscope().None();
                permissions.AddMagnetometer().None();
                permissions.AddMicrophone().None();
                permissions.AddMidi().None();
                permissions.AddPayment().None();
                permissions.AddPictureInPicture().None();
                permissions.AddUsb().None();
                permissions.AddCustomFeature("publickey-credentials-get").Self();
                permissions.AddCustomFeature("publickey-credentials-create").Self();
            })
            .AddCustomHeader("X-Permitted-Cross-Domain-Policies", "none")
            .AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddScriptSrc().Self();
                content.AddStyleSrc().Self();
                content.AddImgSrc().Self().Data();
                content.AddFontSrc().Self();
                content.AddConnectSrc().Self();
                content.AddManifestSrc().Self();
                content.AddObjectSrc().None();
                content.AddBaseUri().Self();
                content.AddFrameAncestors().None();
                var forms = content.AddFormAction().Self();

                // Browsers apply it to where a form is redirected to as well.
                if (access.OpenIdConnect is { } provider) forms.From(provider.Authority.GetLeftPart(UriPartial.Authority));
                if (access.Https) content.AddUpgradeInsecureRequests();
            });
        return access.Https ? policy.AddStrictTransportSecurityMaxAgeIncludeSubDomains(YearInSeconds) : policy;
    }

    private static void Adjust(HttpContext context, AccessSettings access)
    {
        var headers = context.Response.Headers;

        // The policy library leaves it out where the request itself came over plain HTTP, as behind a proxy that says nothing of the scheme.
        if (access.Https) headers.StrictTransportSecurity = $"max-age={YearInSeconds}; includeSubDomains";
        if (!IsOfAccounts(context.Request.Path)) return;

        // The address of a one-time link is a secret, and what is shown here is nobody else's.
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }

    private static bool IsOfAccounts(PathString path) =>
        path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);
}
