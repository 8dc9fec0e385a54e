using System.Net;
using DefenseCoop.Web.Settings;
using Microsoft.Extensions.Primitives;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>Refuses what was sent to another host, and sends plain HTTP to HTTPS where the program is reached by that.</summary>
internal static class HostNameSetup
{
    /// <summary>After the proxy's word on the name was taken, for that one counts; hence not the framework's filter, which stands before it.</summary>
    public static void UseHostNames(this WebApplication app)
    {
        var names = HostNames.Of(app.Configuration);
        app.Use((context, next) => names.Has(context.Request.Host) || HealthSetup.IsHealth(context.Request.Path) ? next(context) : RefuseAsync(context));
        if (app.Services.GetRequiredService<AppSettings>().Access.Https)
        {
            app.UseWhen(context => !HealthSetup.IsHealth(context.Request.Path), pages => pages.UseHttpsRedirection());
        }
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This program does not answer by that host name. Its operator names those that it answers by in the setting AllowedHosts.");
    }

    /// <summary>Where a proxy speaks HTTPS for the program, it does so at the usual port.</summary>
    public static int HttpsPort(IConfiguration configuration) =>
        configuration.GetValue<int?>("https_port")
        ?? HostNames.ListenedOn(configuration).FirstOrDefault(a => a.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))?.Port
        ?? 443;
}
