using System.Globalization;
using DefenseCoop.Data.Setup;
using DefenseCoop.Data.Status.Refresh;
using DefenseCoop.Data.Status;
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
            await AnsiConsole.Progress().StartAsync(progress =>
            {
                var bar = progress.AddTask("Initiatives", maxValue: initiatives);
                var report = new Direct(n => bar.Value = added = n);
                return app.Services.GetRequiredService<SyntheticSeeder>().SeedAsync(initiatives, report, cancellationToken);
            });
        }
        finally
        {
            // Also after an interruption: the findings must speak for what is there.
            if (added > 0) await app.Services.GetRequiredService<FindingsKeeper>().RecomputeAsync(CancellationToken.None);
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{added:N0} of {initiatives:N0} synthetic initiatives were added to the database {prepared.Database}."));
        }
    }

    /// <summary>Unlike <see cref="Progress{T}"/> it reports before the work goes on, so that the last count is the true one.</summary>
    private sealed class Direct(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
