using DefenseCoop.Web.Hosting.Sending;
using DefenseCoop.Web.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>By which names the program answers, whose word on the reader's address it takes, and how large a request may be.</summary>
internal static class HostSetup
{
    public static void AddHosts(this WebApplicationBuilder builder)
    {
        var settings = builder.Services.Settings();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = FormSetup.LargestBody;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
        {
            form.ValueCountLimit = 256;
            form.KeyLengthLimit = 256;
            form.ValueLengthLimit = 64 * 1024;
            form.MultipartBodyLengthLimit = FormSetup.LargestBody;
        });

        builder.Services.AddHttpsRedirection(https =>
        {
            https.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
            https.HttpsPort = HostNameSetup.HttpsPort(builder.Configuration);
        });

        // The framework's filter stands before the proxy's word on the name is taken: HostNames does its work.
        builder.Services.PostConfigure<HostFilteringOptions>(filter => filter.AllowedHosts = ["*"]);
        builder.Services.PostConfigure<ForwardedHeadersOptions>(forwarded =>
        {
            // Set for no proxy as well: ASPNETCORE_FORWARDEDHEADERS_ENABLED would have the framework believe everybody.
            forwarded.ForwardedHeaders = settings.Proxy.Networks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor
                    | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedPrefix;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in settings.Proxy.Networks) forwarded.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>First of all: everything after it takes the reader's address, scheme and host for true.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<AppSettings>().Proxy.Networks.Count > 0) app.UseForwardedHeaders();
    }

    /// <summary>Warns of what an operator should not leave as it is on a network.</summary>
    public static void WarnOfOpenDoors(this WebApplication app)
    {
        if (app.Environment.IsDevelopment()) return;
        var settings = app.Services.GetRequiredService<AppSettings>();
        var open = HostNames.ListenedOn(app.Configuration).Where(a => a.IsUnixPipe || !HostNames.IsLoopback(a.Host)).ToList();
        var isBehindProxy = settings.Proxy.Networks.Count > 0;
        var plain = open.Where(a => a.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase) && !a.IsUnixPipe).ToList();
        if (plain.Count > 0 && !isBehindProxy && !settings.Access.Https)
        {
            app.Logger.LogWarning(
                "PLAIN HTTP ON A NETWORK: passwords and cookies can be read on the way to {Addresses}. Listen on https (ASPNETCORE_URLS "
                    + "and Kestrel:Certificates:Default), or behind a proxy that does, and name it in Proxy:Addresses and set Access:Https",
                string.Join(", ", plain));
        }

        if (settings.Access.Https && !isBehindProxy
            && !HostNames.ListenedOn(app.Configuration).Any(a => a.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase)))
        {
            app.Logger.LogWarning(
                "Access:Https is set, but nothing here speaks HTTPS: every page leads to an https address. "
                    + "Name the proxy that does in Proxy:Addresses, or listen on https");
        }

        var names = HostNames.Of(app.Configuration);
        if (open.Count > 0 && names.IsAny)
        {
            app.Logger.LogWarning(
                "The program answers by any host name on {Addresses}. Set AllowedHosts to the names by which readers reach it",
                string.Join(", ", open));
        }

        if (open.Count == 0 && isBehindProxy && string.IsNullOrEmpty(app.Configuration[Setting.AllowedHosts.Name]))
        {
            app.Logger.LogWarning(
                "Behind the proxy the program answers by the name localhost only. Set AllowedHosts to the names by which readers reach it");
        }
    }
}
