using System.Diagnostics;
using DefenseCoop.Benchmarks.Measures;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Benchmarks.People;

/// <summary>
/// What the question "may this person do it, now?" adds to a command: asked in the command's own transaction, as
/// CommandRunner does, and, for comparison, where it has to get a context first. In this process, on the database file.
/// </summary>
internal sealed class RightsCheckMeasure(string name, Limit microseconds) : IMeasure
{
    private const int Uncounted = 2_000;
    private const int Calls = 5_000;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var accounts = await data.AccountsAsync(cancel);
        var actor = await accounts.ActorAsync(await accounts.AddAsync(Roles.Administrator, cancel), cancel);
        var rights = accounts.Get<RightsCheck>();
        var contexts = accounts.Get<IDbContextFactory<DefenseCoopContext>>();

        var inCommand = await TimesAsync(async () =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var started = Stopwatch.GetTimestamp();
            await rights.RequireAsync(db, actor, Right.ChangeRoles, cancel);
            return Stopwatch.GetElapsedTime(started);
        });
        var alone = await TimesAsync(async () =>
        {
            var started = Stopwatch.GetTimestamp();
            await using (var db = await contexts.CreateDbContextAsync(cancel))
                await rights.RequireAsync(db, actor, Right.ChangeRoles, cancel);
            return Stopwatch.GetElapsedTime(started);
        });
        return
        [
            new Figure("Check of rights, in a command", inCommand.Median, "µs", microseconds, inCommand.Tail("µs")),
            new Figure("Check of rights, with a context of its own", alone.Median, "µs", microseconds, alone.Tail("µs")),
        ];
    }

    private static async Task<Samples> TimesAsync(Func<Task<TimeSpan>> call)
    {
        var times = new List<double>(Calls);
        for (var i = 0; i < Uncounted + Calls; i++)
        {
            var taken = await call();
            if (i >= Uncounted)
                times.Add(taken.TotalMicroseconds);
        }

        return new Samples(times);
    }
}
