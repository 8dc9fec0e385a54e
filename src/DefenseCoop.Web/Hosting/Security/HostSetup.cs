using System.Net;
using DefenseCoop.Web.Hosting.Settings;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace DefenseCoop.Web.Hosting.Security;

/// <summary>By which names the program answers, whose word on the reader's address it takes, and how large a request may be.</summary>
internal static class HostSetup
{
    private const int LargestBody = 1024 * 1024;

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddHosts(this WebApplicationBuilder builder)
    {
        var settings = builder.Services.Settings();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        });
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
        {
            form.ValueCountLimit = 256;
            form.KeyLengthLimit = 256;
            form.ValueLengthLimit = 64 * 1024;
            form.MultipartBodyLengthLimit = LargestBody;
        });

        // Without this the framework would take any name, and a page of another site could reach a program on this machine (DNS rebinding).
        if (builder.Configuration["AllowedHosts"] is null or "*")
        {
            var hosts = AllowedHosts(builder.Configuration["urls"]);
            if (hosts.Count > 0) builder.Services.PostConfigure<HostFilteringOptions>(filter => filter.AllowedHosts = [.. hosts]);
        }

        if (settings.Proxy.Networks.Count == 0) return;
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
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
        var open = app.Urls.Where(url => !IsLoopback(url)).ToList();
        var plain = open.Where(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)).ToList();
        if (plain.Count > 0 && settings.Proxy.Networks.Count == 0 && !settings.Access.Https)
        {
            app.Logger.LogWarning(
                "PLAIN HTTP ON A NETWORK: passwords and cookies can be read on the way to {Addresses}. Listen on https (ASPNETCORE_URLS and Kestrel:Certificates:Default), or behind a proxy that does, and name it in Proxy:Addresses and set Access:Https",
                string.Join(", ", plain));
        }

        if (open.Count > 0 && app.Configuration["AllowedHosts"] is null or "*" && AllowedHosts(app.Configuration["urls"]).Count == 0)
        {
            app.Logger.LogWarning("The program answers by any host name on {Addresses}. Set AllowedHosts to the names by which readers reach it", string.Join(", ", open));
        }
    }

    /// <summary>The names that follow from the addresses listened on; none where these name no host, so that any must do.</summary>
    internal static IReadOnlyList<string> AllowedHosts(string? urls)
    {
        var names = (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(url => BindingAddress.Parse(url.Trim()).Host).ToList();
        if (names.Count == 0) return Loopback;
        return names.Any(IsWildcard) ? [] : [.. Loopback.Concat(names).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    private static bool IsWildcard(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";

    private static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
