using System.Collections.Concurrent;
using DefenseCoop.Data.History;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Status;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;

namespace DefenseCoop.Data.Assessments.Trend;

/// <summary>
/// What the rules say of focus areas on several days: the facts of an area are read once and judged on each of the days.
/// What was found is kept by area, until a change of what the area rests on.
/// </summary>
public sealed class PastStatuses : IDisposable
{
    /// <summary>Days kept of one area; a reader can ask for any day, and all of them would fill the memory.</summary>
    private const int MostDays = 200;

    private readonly Chronicle _chronicle;
    private readonly Thresholds _thresholds;
    private readonly IDisposable _bus;
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<DateOnly, ComputedStatus>> _kept = new(StringComparer.Ordinal);
    private long _changes;

    public PastStatuses(Chronicle chronicle, Thresholds thresholds, IChangeBus bus)
    {
        _chronicle = chronicle;
        _thresholds = thresholds;
        _bus = bus.Listen(OnChange);
    }

    /// <summary>How often facts were read; a test counts it.</summary>
    internal long Readings { get; private set; }

    /// <param name="slugs">Of the focus areas; one that does not exist is left out of the answer.</param>
    /// <param name="days">UTC.</param>
    /// <param name="knownAt">UTC; null for what is known now.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<IReadOnlyDictionary<(string Slug, DateOnly Day), ComputedStatus>> ReadAsync(
        IReadOnlyCollection<string> slugs, IReadOnlyCollection<DateOnly> days, DateTime? knownAt, CancellationToken ct)
    {
        Dictionary<(string, DateOnly), ComputedStatus> found = [];
        if (knownAt is not null)
        {
            foreach (var status in await ComputeAsync(slugs, days, knownAt, ct)) found[(status.Slug, status.Status.Day)] = status.Status;
            return found;
        }

        if (Take(slugs, days, found).Count == 0) return found;
        await _oneAtATime.WaitAsync(ct);
        try
        {
            // Whoever waited most often finds what the one before has computed.
            var missing = Take(slugs, days, found);
            if (missing.Count == 0) return found;
            var changes = Interlocked.Read(ref _changes);
            foreach (var (slug, status) in await ComputeAsync(missing, days, null, ct))
            {
                found[(slug, status.Day)] = status;
                Keep(slug, status);
            }

            // Something changed while this was computed: it may rest on the state before.
            if (Interlocked.Read(ref _changes) != changes)
            {
                foreach (var slug in missing) _kept.TryRemove(slug, out _);
            }

            return found;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Ends listening; a reader that still waits for its turn, as while the program ends, gets it.</summary>
    public void Dispose() => _bus.Dispose();

    private void OnChange(ChangeNotice notice)
    {
        if (notice.Records.Count > 0 && notice.Records.All(r => RecordDescriptors.Of(r.Kind).IsOfAssessments)) return;
        Interlocked.Increment(ref _changes);
        if (notice.IsEverything) _kept.Clear();
        else foreach (var slug in notice.FocusAreas) _kept.TryRemove(slug, out _);
    }

    /// <summary>Takes what is kept.</summary>
    /// <returns>The areas of which something is missing.</returns>
    private List<string> Take(
        IReadOnlyCollection<string> slugs, IReadOnlyCollection<DateOnly> days, Dictionary<(string, DateOnly), ComputedStatus> found)
    {
        List<string> missing = [];
        foreach (var slug in slugs)
        {
            var kept = _kept.GetValueOrDefault(slug);
            var isWhole = true;
            foreach (var day in days)
            {
                if (kept is not null && kept.TryGetValue(day, out var status)) found[(slug, day)] = status;
                else isWhole = false;
            }

            if (!isWhole) missing.Add(slug);
        }

        return missing;
    }

    private void Keep(string slug, ComputedStatus status)
    {
        var kept = _kept.GetOrAdd(slug, _ => new ConcurrentDictionary<DateOnly, ComputedStatus>());
        if (kept.Count >= MostDays) kept.Clear();
        kept[status.Day] = status;
    }

    private async Task<List<(string Slug, ComputedStatus Status)>> ComputeAsync(
        IReadOnlyCollection<string> slugs, IReadOnlyCollection<DateOnly> days, DateTime? knownAt, CancellationToken ct)
    {
        Readings++;
        await using var db = await _chronicle.OpenAsync(knownAt, ct);
        var trees = slugs.Count == 1
            ? await FactsLoader.TreesAsync(db, slugs.Single(), ct)
            : [.. (await FactsLoader.TreesAsync(db, null, ct)).Where(t => slugs.Contains(t.Slug))];
        var facts = await FactsAsync(db, [.. trees.Select(t => t.Slug)], ct);
        List<(string, ComputedStatus)> computed = [];
        foreach (var day in days.Distinct())
        {
            ct.ThrowIfCancellationRequested();
            var findings = facts.Values.Where(f => StageRule.IsListedOn(f, day))
                .ToDictionary(f => f.Code, f => InitiativeRule.Judge(f, day, _thresholds));
            computed.AddRange(trees.Select(tree => (tree.Slug, Of(day, FocusAreaRule.Judge(tree, findings, _thresholds)))));
        }

        return computed;
    }

    private static Task<Dictionary<string, InitiativeFacts>> FactsAsync(DefenseCoopContext db, List<string> slugs, CancellationToken ct) =>
        FactsLoader.LoadAsync(db, i => i.Contributions.Any(c => slugs.Contains(c.Outcome.Objective.FocusArea.Slug)), ct);

    private static ComputedStatus Of(DateOnly day, RollUpFinding finding) =>
        new(day, finding.Status, finding.FirstCause, finding.Confidence, finding.LeavesAssessed, finding.LeavesAssessable);
}
