using System.Globalization;
using DefenseCoop.Data.Storage;
using DefenseCoop.Web.Hosting.Security;
using DefenseCoop.Web.Urls;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace DefenseCoop.Web.Hosting;

/// <summary>The log: to the console, lines for people while developing and JSON lines everywhere else.</summary>
internal static class LogSetup
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:j} {Properties:j}{NewLine}{Exception}";

    // The server and the host each report a start that failed, with a stack trace; the one who asked for the start does it in words.
    private static readonly HashSet<string> SaidElsewhere = ["Hosting failed to start", "Unable to start Kestrel."];

    /// <exception cref="StartupException">The section Serilog is wrong.</exception>
    public static void AddLog(this WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration();
        try
        {
            configuration.ReadFrom.Configuration(builder.Configuration);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new StartupException($"The settings in the section Serilog are wrong: {e.GetBaseException().Message} Correct them and start again.", e);
        }

        var log = configuration
            .Enrich.FromLogContext()
            .Enrich.With<ControlCharacters>()
            .Filter.ByExcluding(e => SaidElsewhere.Contains(e.MessageTemplate.Text))
            .WriteTo.ToConsole(builder.Environment.IsDevelopment())
            .CreateLogger();
        builder.Services.AddSerilog(log, dispose: true);
    }

    /// <summary>A log that depends on no settings.</summary>
    public static Logger Fallback() => new LoggerConfiguration().WriteTo.ToConsole(false).CreateLogger();

    /// <summary>Names the reader's network address with everything that a request logs, so that an attack can be followed.</summary>
    public static void UseLogAddress(this WebApplication app) => app.Use(async (context, next) =>
    {
        using (Serilog.Context.LogContext.PushProperty("ClientAddress", context.Connection.RemoteIpAddress?.ToString())) await next(context);
    });

    /// <summary>One line a request. What comes in masses or at short intervals is for debugging only.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.GetLevel = (context, _, exception) => context switch
        {
            _ when exception is not null || context.Response.StatusCode >= 500 && !IsHealth(context) => LogEventLevel.Error,
            _ when IsHealth(context) || IsCircuit(context) || IsAsset(context) => LogEventLevel.Debug,
            _ => LogEventLevel.Information,
        };
    });

    private static bool IsHealth(HttpContext context) => context.Request.Path.StartsWithSegments(ProgramUrls.Health, StringComparison.Ordinal);

    private static bool IsCircuit(HttpContext context) => context.Request.Path.StartsWithSegments(ProgramUrls.Circuit, StringComparison.Ordinal);

    private static bool IsAsset(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;

    private static LoggerConfiguration ToConsole(this LoggerSinkConfiguration sinks, bool forPeople) => forPeople
        ? sinks.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
        : sinks.Console(new RenderedCompactJsonFormatter());
}
