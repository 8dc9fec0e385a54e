using System.IO.Compression;
using DefenseCoop.Web.Hosting.Settings;
using DefenseCoop.Web.Layout;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor.Services;

namespace DefenseCoop.Web.Hosting;

/// <summary>The pages: components, their files, and what happens around them.</summary>
internal static class PageSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // Without this only the environment Development would find the files of a build that was not published.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents(options => options.DetailedErrors = builder.Environment.IsDevelopment());
        builder.Services.AddMudServices();
        builder.Services.AddResponseCompression(CompressPages);
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UsePages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();

        // Pages with secrets on them are not compressed: their size must not tell of their content (BREACH).
        app.UseWhen(context => !HoldsSecrets(context.Request.Path), open => open.UseResponseCompression());
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
    }

    public static void MapPages(this WebApplication app)
    {
        // Compression costs 290 KB for every open page, and a third more processor time for every click.
        var compress = app.Services.GetRequiredService<AppSettings>().Limits.CompressMessages;
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = !compress);
    }

    private static bool HoldsSecrets(PathString path) =>
        path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);

    private static void CompressPages(ResponseCompressionOptions options)
    {
        // Files are compressed when they are published. Measured on the register: 68 KB become 13 KB and the processor time
        // of a request does not grow, as sending costs more. Tokens of forms differ with every answer.
        options.MimeTypes = ["text/html"];
        options.EnableForHttps = true;
    }
}
