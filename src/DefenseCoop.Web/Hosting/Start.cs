using System.Net.Sockets;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Web.Hosting.Security;
using DefenseCoop.Web.Settings;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Connections;

namespace DefenseCoop.Web.Hosting;

/// <summary>The steps from a built application to one that answers, and to its end.</summary>
internal static class Start
{
    private const string DefaultAddress = "http://localhost:5080";

    private static readonly string[] AddressSettings = [Setting.Urls.Name, "http_ports", "https_ports"];

    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(10);

    public static void AddDefaultAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        var isConfigured = AddressSettings.Any(name => !string.IsNullOrEmpty(configuration[name]))
            || configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isConfigured) builder.WebHost.UseUrls(DefaultAddress);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeToEnd);
    }

    /// <summary>
    /// While the program ends, browsers come back for the circuits that it just closed, and each would hold up the end.
    /// See dotnet/aspnetcore#58947.
    /// </summary>
    public static void UseQuickShutdown(this WebApplication app) => app.Use((context, next) =>
    {
        if (!app.Lifetime.ApplicationStopping.IsCancellationRequested
            || !context.Request.Path.StartsWithSegments(ProgramUrls.Circuit, StringComparison.Ordinal))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    });

    /// <summary>Brings database and findings up to date.</summary>
    /// <exception cref="StartupException">The database cannot be used.</exception>
    public static async Task PrepareDataAsync(this WebApplication app)
    {
        var result = await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync();
        if (result.MigrationsApplied.Count > 0)
        {
            app.Logger.LogInformation("Applied {Migrations} to {Database}", result.MigrationsApplied, result.Database);
        }
        if (result.LogSetAside is { } log)
        {
            app.Logger.LogWarning("A log lay beside {Database} that was not of it: it lies in {Log} now", result.Database, log);
        }
        if (result.IsPerhapsNotWhole)
        {
            app.Logger.LogWarning(
                "The database {Database} is perhaps not whole: its newest changes are in a log that is not beside it. "
                    + "It was perhaps copied while a server was running. \"DefenseCoop.Web verify\" tells more, "
                    + "and \"DefenseCoop.Web restore\" puts a backup in its place",
                result.Database);
        }

        if (result.Loaded is { } counts) app.Logger.LogInformation("Loaded the starter data: {@Counts}", counts);

        await app.Services.GetRequiredService<FindingsKeeper>().EnsureTodayAsync(CancellationToken.None);
    }

    /// <summary>Answers requests until the program is told to end.</summary>
    /// <exception cref="StartupException">The address cannot be listened on.</exception>
    public static async Task ListenAsync(this WebApplication app)
    {
        app.WarnOfOpenDoors();
        try
        {
            await app.StartAsync();
        }
        catch (Exception e) when (Explanation(e) is { } explanation)
        {
            throw new StartupException($"DefenseCoop cannot listen: {explanation}", e);
        }

        await app.WaitForShutdownAsync();
    }

    private static string? Explanation(Exception e) => e.GetBaseException() switch
    {
        AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            $"{Sentence(e)} Stop the program that uses the address, "
                + "or choose another, e.g. --urls http://localhost:5081 or ASPNETCORE_URLS.",
        SocketException => $"{Sentence(e)} Choose another address with --urls or ASPNETCORE_URLS, e.g. {DefaultAddress}.",
        FormatException => $"{Sentence(e)} Correct the address in the section Kestrel of the settings, e.g. {DefaultAddress}.",
        InvalidOperationException when e.Message.Contains("HTTPS endpoint", StringComparison.Ordinal) =>
            "an HTTPS address needs a certificate. Name one with the setting Kestrel:Certificates:Default:Path, or use an http address.",
        _ => null,
    };

    private static string Sentence(Exception e) => $"{e.Message.TrimEnd('.')}.";
}
