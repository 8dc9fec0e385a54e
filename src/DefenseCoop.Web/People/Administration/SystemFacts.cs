using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DefenseCoop.Web.People.Administration;

/// <summary>What the process says of itself.</summary>
/// <param name="Size">Of the database file with what is not yet written into it.</param>
internal sealed record SystemFacts(DateTime StartedAt, string Health, string Memory, string Size)
{
    public static string Version { get; } =
        typeof(SystemFacts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    public static SystemFacts Now(HealthReport health, string databasePath)
    {
        using var process = Process.GetCurrentProcess();
        var words = health.Entries.Select(e => $"{e.Key} {e.Value.Status}{(e.Value.Description is { } why ? $": {why}" : "")}");
        string[] files = [databasePath, $"{databasePath}-wal"];
        return new SystemFacts(
            process.StartTime.ToUniversalTime(),
            $"{health.Status} ({string.Join("; ", words)})",
            Megabytes(process.WorkingSet64),
            Megabytes(files.Select(f => new FileInfo(f)).Where(f => f.Exists).Sum(f => f.Length)));
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
