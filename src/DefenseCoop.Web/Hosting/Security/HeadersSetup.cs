using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.StaticAssets;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>What every answer tells the browser: what the page may load, who may frame it, what it may ask of the device.</summary>
internal static class HeadersSetup
{
    private const int YearInSeconds = 365 * 24 * 60 * 60;

    private static readonly string[] Unused =
    [
        "accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture", "encrypted-media", "fullscreen",
        "gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "keyboard-map", "local-fonts", "magnetometer",
        "microphone", "midi", "otp-credentials", "payment", "picture-in-picture", "screen-wake-lock", "serial", "storage-access", "sync-xhr", "usb",
        "window-management", "xr-spatial-tracking",
    ];

    public static void UseHeaders(this WebApplication app)
    {
        var access = app.Services.GetRequiredService<AppSettings>().Access;
        var isDevelopment = app.Environment.IsDevelopment();
        app.Use((context, next) =>
        {
            // Now, for a page that tells of a problem has a path of its own. Registered first, it is called last.
            var isOfAccounts = IsOfAccounts(context.Request.Path);
            context.Response.OnStarting(() =>
            {
                Adjust(context, isOfAccounts, !isDevelopment && (access.Https || context.Request.IsHttps));
                return Task.CompletedTask;
            });
            return next(context);
        });
        app.UseSecurityHeaders(Policy(access));
    }

    private static HeaderPolicyCollection Policy(AccessSettings access)
    {
        return new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
            .AddPermissionsPolicy(permissions =>
            {
                foreach (var feature in Unused) permissions.AddCustomFeature(feature).None();
                permissions.AddCustomFeature("publickey-credentials-get").Self();
                permissions.AddCustomFeature("publickey-credentials-create").Self();
            })
            .AddCustomHeader("X-Permitted-Cross-Domain-Policies", "none")
            .AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddScriptSrc().Self();
                content.AddStyleSrc().Self();

                // MudBlazor writes style attributes (MudBlazor#4529); style elements stay barred.
                content.AddStyleSrcAttr().UnsafeInline();
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
    }

    private static void Adjust(HttpContext context, bool isOfAccounts, bool https)
    {
        var headers = context.Response.Headers;

        // Said over plain HTTP, too: a proxy that says nothing of the scheme hands it on.
        if (https) headers.StrictTransportSecurity = $"max-age={YearInSeconds}; includeSubDomains";

        // The address of a one-time link is a secret.
        if (isOfAccounts) headers["Referrer-Policy"] = "no-referrer";

        // What is shown to one person is nobody else's, and not the next one's at this machine either.
        var isFile = context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        if (isOfAccounts || (!isFile && !headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))) headers.CacheControl = "no-store";
    }

    private static bool IsOfAccounts(PathString path) =>
        AccountUrls.Is(path);
}
