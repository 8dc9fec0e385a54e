using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DefenseCoop.Web.People.Administration.Installation;

/// <summary>What the process says of itself.</summary>
/// <param name="Age">How long it has been running, in words.</param>
/// <param name="Size">Of the database with what is not yet written into it.</param>
internal sealed record SystemFacts(DateTime StartedAt, string Age, string Health, string Memory, string Size)
{
    public static string Version { get; } =
        typeof(SystemFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static SystemFacts Now(HealthReport health, long databaseSize, DateTime now)
    {
        using var process = Process.GetCurrentProcess();
        var problems = health.Entries.Where(e => e.Value.Status != HealthStatus.Healthy)
            .Select(e => e.Value.Description ?? $"The check of the {e.Key} fails.")
            .ToList();
        var start = process.StartTime.ToUniversalTime();
        return new SystemFacts(
            start,
            Words(now - start),
            problems.Count == 0 ? "Healthy" : $"Not healthy: {string.Join(" ", problems)}",
            Megabytes(process.WorkingSet64),
            Megabytes(databaseSize));
    }

    private static string Words(TimeSpan time) => time switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Days} d {time.Hours} h"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Hours} h {time.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min"),
        _ => "less than a minute",
    };

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
