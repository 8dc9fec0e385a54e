using System.Diagnostics;
using DefenseCoop.Benchmarks.Measures;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using DefenseCoop.Data.Backups;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Benchmarks.History;

/// <summary>
/// How long a backup takes, checks and all, while somebody writes without a pause, and how long they wait for a save.
/// In this process, on the database file.
/// </summary>
internal sealed class BackupMeasure(string name, Limit seconds, Limit milliseconds) : IMeasure
{
    private const int Backups = 5;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var accounts = await data.AccountsAsync(cancel);
        var actor = await accounts.ActorAsync(await accounts.AddAsync(Roles.Editor, cancel), cancel);
        var runner = accounts.Get<CommandRunner>();
        var database = accounts.Get<IDatabase>();
        var folder = Directory.CreateTempSubdirectory("defensecoop-bench-backups-").FullName;
        try
        {
            await SaveAsync(runner, actor, 0, cancel);
            using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var writing = Task.Run(() => WriteAsync(runner, actor, done.Token, cancel), cancel);
            List<double> times = [];
            long size = 0;
            for (var i = 0; i < Backups; i++)
            {
                var started = Stopwatch.GetTimestamp();
                var made = await database.BackUpAsync(Path.Combine(folder, "backup.db"), overwrite: true, null, cancel);
                times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
                size = made.Size;
            }

            await done.CancelAsync();
            var saves = await writing;
            var samples = new Samples(times);
            return
            [
                new Figure(
                    "Backup while somebody writes", samples.Median, "s", seconds,
                    FormattableString.Invariant($"worst {samples.Worst:0.00} s, {size / 1e6:0} MB")),
                new Figure("Longest save meanwhile", saves.Worst, "ms", milliseconds, saves.Tail("ms")),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Samples> WriteAsync(CommandRunner runner, Actor actor, CancellationToken done, CancellationToken cancel)
    {
        List<double> times = [];
        for (var i = 1; !done.IsCancellationRequested; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await SaveAsync(runner, actor, i, cancel);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new Samples(times);
    }

    private static Task<ChangeOutcome<bool>> SaveAsync(CommandRunner runner, Actor actor, int number, CancellationToken cancel) =>
        runner.ChangeAsync(actor, Right.RecordEvidence, "Written during a backup", async work =>
        {
            (await work.Db.Milestones.OrderBy(m => m.Id).Skip(number % 40).FirstAsync(cancel)).Retitle(FormattableString.Invariant(
                $"Written as number {number}"));
            return true;
        }, cancel);
}
