using System.Globalization;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Synthetic;
using Spectre.Console;

namespace DefenseCoop.Web.Hosting.Verbs;

/// <summary>The verbs that work on the database and end.</summary>
internal static class DatabaseVerbs
{
    public static async Task MigrateAsync(string[] settingArguments)
    {
        await using var app = AppBuilder.Create(settingArguments).Build();
        var result = await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync();
        var done = result switch
        {
            { Created: true } => "was created",
            { MigrationsApplied.Count: > 0 } => "was brought up to date",
            _ => "is up to date",
        };
        await Console.Out.WriteLineAsync(
            $"The database {result.Database} {done}{(result.Loaded is null ? "" : " and filled with the starter data")}.");
    }

    /// <exception cref="OperationCanceledException">Interrupted; what was written until then stays.</exception>
    public static async Task SeedAsync(string[] settingArguments, int initiatives, CancellationToken cancellationToken)
    {
        await using var app = AppBuilder.Create(settingArguments).Build();
        var prepared = await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
        var added = 0;
        try
        {
            await AnsiConsole.Progress().AutoClear(false).StartAsync(async progress =>
            {
                var bar = progress.AddTask("Initiatives", maxValue: initiatives);
                await SeedAsync(app.Services, initiatives, n => bar.Value = added = n, cancellationToken);
                bar.Value = added = initiatives;
            });
        }
        finally
        {
            // Also after an interruption: the findings must speak for what is there.
            await app.Services.GetRequiredService<FindingsKeeper>().RecomputeAsync(CancellationToken.None);
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{added:N0} of {initiatives:N0} synthetic initiatives are in the database {prepared.Database}."));
        }
    }

    private static Task SeedAsync(IServiceProvider services, int initiatives, Action<int> report, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{services} {initiatives} {report} {cancellationToken}");
}
