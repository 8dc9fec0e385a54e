using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Web.Urls;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DefenseCoop.Web.Hosting;

/// <summary>Whether the process lives, and whether it can answer for the data.</summary>
internal static class HealthSetup
{
    /// <summary>What watches the program asks by whatever name or number it has for the machine, or by none.</summary>
    public static bool IsHealth(PathString path) =>
        path.Equals(ProgramUrls.HealthLive, StringComparison.OrdinalIgnoreCase)
            || path.Equals(ProgramUrls.HealthReady, StringComparison.OrdinalIgnoreCase);

    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(ProgramUrls.HealthLive, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync })
            .AllowAnonymous();
        app.MapHealthChecks(ProgramUrls.HealthReady, new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        Status = report.Status.ToString(),
        Checks = report.Entries.ToDictionary(
            entry => entry.Key,
            entry => new { Status = entry.Value.Status.ToString(), entry.Value.Description }),
    });
}

/// <summary>Ready: the database is there, at this program's version, with findings to show, and the program is not ending.</summary>
internal sealed class DatabaseHealth(
    IDatabase database,
    IDbContextFactory<DefenseCoopContext> contexts,
    TimeProvider clock,
    IHostApplicationLifetime lifetime) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return HealthCheckResult.Unhealthy("The program is ending.");

        // Pooled connections go on working with one that was deleted.
        if (!database.IsThere) return HealthCheckResult.Unhealthy("The database file is gone.");
        try
        {
            return await CheckAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The log has the exception; strangers are told no more than this.
            return HealthCheckResult.Unhealthy("The database cannot be read.", e);
        }
    }

    private async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return HealthCheckResult.Unhealthy("The database lacks migrations.");
        }

        // Yesterday's findings do for the moment after midnight in which today's are computed.
        var day = await db.FindingsDays.AsNoTracking().Select(d => (DateOnly?)d.Day).SingleOrDefaultAsync(cancellationToken);
        return day >= clock.Today.AddDays(-1)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The findings are not computed.");
    }
}
