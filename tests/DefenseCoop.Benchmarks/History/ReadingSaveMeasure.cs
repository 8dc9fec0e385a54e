using System.Diagnostics;
using System.Globalization;
using DefenseCoop.Benchmarks.Measures;
using DefenseCoop.Benchmarks.Report;
using DefenseCoop.Benchmarks.Server;
using DefenseCoop.Data.Commands;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.People;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Benchmarks.History;

/// <summary>
/// What it takes to record one reading: check of rights, the reading and its citation, their versions, the change set in
/// the chain, and the findings that rest on it, by one writer after the other. In this process, on the database file.
/// </summary>
internal sealed class ReadingSaveMeasure(string name, Limit aSecond, Limit milliseconds) : IMeasure
{
    /// <summary>A server that people work on has long compiled what it runs.</summary>
    private const int Uncounted = 1_000;
    private const int Saves = 1_000;

    public string Name => name;

    public async Task<IReadOnlyList<Figure>> RunAsync(DataSet data, CancellationToken cancel)
    {
        var accounts = await data.AccountsAsync(cancel);
        var actor = await accounts.ActorAsync(await accounts.AddAsync(Roles.Editor, cancel), cancel);
        var runner = accounts.Get<CommandRunner>();
        List<string> indicators;
        await using (var db = await accounts.Get<IDbContextFactory<DefenseCoopContext>>().CreateDbContextAsync(cancel))
            indicators = await db.Indicators.OrderBy(i => i.Id).Select(i => i.Code).Take(500).ToListAsync(cancel);

        var times = new List<double>(Saves);
        var all = Stopwatch.StartNew();
        var processor = TimeSpan.Zero;
        for (var i = 0; i < Uncounted + Saves; i++)
        {
            if (i == Uncounted)
            {
                all.Restart();
                processor = Environment.CpuUsage.TotalTime;
            }

            var started = Stopwatch.GetTimestamp();
            await SaveAsync(runner, actor, indicators[i % indicators.Count], i, cancel);
            if (i >= Uncounted)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var samples = new Samples(times);
        var each = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Saves;
        return
        [
            new Figure(
                "Readings saved, one writer", Saves / all.Elapsed.TotalSeconds, "/s", aSecond,
                FormattableString.Invariant($"{each:0.00} ms of processor time each")),
            new Figure(
                "Save of one reading, 95 of 100", samples.P95, "ms", milliseconds,
                FormattableString.Invariant($"median {samples.Median:0.0} ms, worst {samples.Worst:0.0} ms")),
        ];
    }

    private static Task<ChangeOutcome<string>> SaveAsync(
        CommandRunner runner, Actor actor, string indicatorCode, int number, CancellationToken cancel) =>
            runner.ChangeAsync(actor, Right.RecordEvidence, "Measured", async work =>
            {
                var db = work.Db;
                var indicator = await db.Indicators.SingleAsync(i => i.Code == indicatorCode, cancel);
                var source = await db.Sources.OrderBy(s => s.Id).FirstAsync(cancel);
                var code = string.Create(CultureInfo.InvariantCulture, $"BENCH-{number}-{Guid.NewGuid():N}")[..30];
                indicator.Readings.Add(Reading.Create(
                    code, Period.Of(new DateOnly(2026, 1, 1).AddDays(number % 300)), number % 50, ReadingKind.Actual, "actual",
                    new Attribution { Provenance = Provenance.Confirmed }));
                db.Add(Citation.Create(source, SubjectKind.Reading, code));
                return code;
            }, cancel);
}
