using System.Data.Common;
using System.Globalization;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Storage;
using DefenseCoop.Data.Storage.Databases;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Status;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Verification;

/// <summary>
/// Proves that the database is whole, that nothing of its history was altered, and that what it shows follows from it.
/// Reads as of one instant, and may run while people write.
/// </summary>
public sealed class HistoryVerification(
    IDatabase database,
    IDbContextFactory<DefenseCoopContext> contexts,
    Chronicle chronicle,
    Thresholds thresholds,
    TimeProvider clock)
{
    /// <param name="head">The hash of a change set that was noted earlier, in lower case; null to do without.</param>
    /// <param name="progress">Told from the thread that does the work.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="StartupException">There is no database, or none that this version of the program can read.</exception>
    public Task<VerificationReport> RunAsync(string? head, IProgress<WorkProgress>? progress, CancellationToken ct) =>
        Task.Run(() => VerifyAsync(head, progress, ct), ct);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<VerificationReport> VerifyAsync(string? head, IProgress<WorkProgress>? progress, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var log = database.Log;
        await database.RequireCurrentAsync(ct);
        var problems = new FirstProblems();
        if (log is { State: LogState.Missing, Doubt: { } doubt }) problems.Add(VerifiedPart.Log, doubt);
        await using var transaction = await database.BeginReadingAsync(db, ct);
        var chain = new ChainCheck(db, problems);
        await using (chain)
        {
            await StepAsync("Database", VerifiedPart.Database, _ => Task.Run(() => database.Check(db, ct), ct));
            await StepAsync("Chain of change sets", VerifiedPart.Chain, told => chain.RunAsync(head, told, ct));
        }

        await StepAsync("Versions and current rows", VerifiedPart.Versions, told => new RowCheck(db, problems).RunAsync(told, ct));
        string? noted = null;
        await StepAsync("Consistency", VerifiedPart.Consistency, async _ => noted = await new ConsistencyCheck(db, Today).RunAsync(ct));
        var findings = "none are stored yet";
        await StepAsync(
            "Findings", VerifiedPart.Findings, async told => findings = await CheckFindingsAsync(db, chain.Head, problems, told, ct));
        return new VerificationReport([.. Results(log, problems, chain, noted, findings, head)], chain.Head);

        async Task StepAsync(string name, VerifiedPart part, Func<Action<double>, Task> check)
        {
            progress?.Report(new WorkProgress(name, 0));
            try
            {
                await check(share => progress?.Report(new WorkProgress(name, share)));
            }
            catch (BackupException e)
            {
                problems.Add(part, e.Message);
            }
            catch (Exception e)
                when (e is DbException or FormatException or InvalidOperationException
                    or InvalidCastException or KeyNotFoundException or ArgumentException or OverflowException or RefusedException)
            {
                // What was altered may not even be readable as what it should be.
                ct.ThrowIfCancellationRequested();
                problems.Add(part, $"It cannot be read: {e.GetBaseException().Message}");
            }

            progress?.Report(new WorkProgress(name, 1));
        }
    }

    /// <returns>What was checked, in words.</returns>
    private async Task<string> CheckFindingsAsync(
        DefenseCoopContext db, ChainHead? head, FirstProblems problems, Action<double> progress, CancellationToken ct)
    {
        var present = new FindingsCheck(db, thresholds, problems);
        var words = await present.RunAsync(ct) switch
        {
            null => "none are stored yet",
            _ when present.AreOfOtherRules => "they follow the rules of another release, and are computed anew when the server starts",
            { } known => string.Create(CultureInfo.InvariantCulture, $"those of {known:yyyy-MM-dd} are what the rules give"),
        };
        if (head is null) return words;
        var instants = await FindingsCheck.UnansweredAsync(db, head.At, ct);
        foreach (var (done, end) in instants.Index())
        {
            await using var past = await chronicle.OpenAsync(end.AddMicroseconds(-1), ct);
            await using var after = await chronicle.OpenAsync(end, ct);

            // Computed again on the same day they were because facts had come in bulk, and until then they lagged behind.
            if (end != head.At && await FindingsCheck.DayAsync(past, ct) == await FindingsCheck.DayAsync(after, ct)) continue;
            await new FindingsCheck(
                past, thresholds, problems, string.Create(CultureInfo.InvariantCulture, $" as of before {end:yyyy-MM-dd HH:mm:ss} UTC"))
                .RunAsync(ct);
            progress((done + 1.0) / instants.Count);
        }

        return words;
    }

    private static IEnumerable<VerifiedResult> Results(
        LogFinding log, FirstProblems problems, ChainCheck chain, string? noted, string findings, string? head)
    {
        yield return log is { State: LogState.Untold, Doubt: { } doubt }
            ? new VerifiedResult(VerifiedPart.Log, null, doubt) { IsUntold = true }
            : Of(VerifiedPart.Log, log.SetAside is { } aside
                ? $"one that was not of this database lay beside it, and lies in {aside} now"
                : "nothing of the database is missing");
        yield return Of(VerifiedPart.Database, "every page and every reference was checked");
        yield return Of(
            VerifiedPart.Chain,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{chain.Count:N0} change {(chain.Count == 1 ? "set" : "sets")}, each with the content that was recorded"));
        yield return Of(VerifiedPart.Versions, "every version belongs to a change set, and follows the one before it");
        yield return Of(VerifiedPart.CurrentRows, "every row is what its newest version says");
        var agreement = Of(VerifiedPart.Consistency, noted ?? "the fields of every record agree with each other");
        yield return agreement with { IsNoted = noted is not null };
        yield return Of(VerifiedPart.Findings, findings);
        if (head is null) yield break;
        yield return chain.After switch
        {
            null => new VerifiedResult(
                VerifiedPart.Head,
                $"The hash {head} is not in the chain: "
                    + "change sets were cut off or replaced since it was noted, or it is of another database.",
                ""),
            0 => new VerifiedResult(VerifiedPart.Head, null, "it is the newest change set"),
            1 => new VerifiedResult(VerifiedPart.Head, null, "it is in the chain; one change set came after it"),
            { } after => new VerifiedResult(
                VerifiedPart.Head,
                null,
                string.Create(CultureInfo.InvariantCulture, $"it is in the chain; {after:N0} change sets came after it")),
        };

        VerifiedResult Of(VerifiedPart part, string note) => new(part, problems[part], note);
    }
}
