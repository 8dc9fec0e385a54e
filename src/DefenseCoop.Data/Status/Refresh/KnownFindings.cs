using System.Collections.Immutable;
using DefenseCoop.Data.Status.Facts;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Status.Refresh;

/// <summary>
/// Today's findings of all listed initiatives and of the focus areas, with the trees of these, at one revision: what a
/// change starts from. Only what roll-ups and comparisons read is kept of a finding.
/// </summary>
internal sealed class KnownFindings
{
    // Never changed in place: previews read it while others write.
    private readonly ImmutableDictionary<string, InitiativeFinding> _initiatives;

    private KnownFindings(
        long revision, DateOnly day, ImmutableDictionary<string, InitiativeFinding> initiatives,
        FocusAreaTrees trees, ImmutableDictionary<string, FocusAreaFinding> areas)
    {
        (Revision, Day, _initiatives, Trees, Areas) = (revision, day, initiatives, trees, areas);
    }

    /// <summary>Id of the newest change set.</summary>
    public long Revision { get; }

    /// <summary>UTC.</summary>
    public DateOnly Day { get; }

    public FocusAreaTrees Trees { get; }

    /// <summary>The stored findings of the focus areas, by slug.</summary>
    public ImmutableDictionary<string, FocusAreaFinding> Areas { get; }

    public static async Task<KnownFindings> ReadAsync(
        DefenseCoopContext db, long revision, DateOnly day, Thresholds thresholds, CancellationToken ct)
    {
        var facts = await FactsLoader.LoadAsync(db, null, ct);
        var findings = facts.Values.Where(f => StageRule.IsListedOn(f, day))
            .ToImmutableDictionary(f => f.Code, f => Slim(InitiativeRule.Judge(f, day, thresholds)), StringComparer.Ordinal);
        var areas = await db.FocusAreaFindings.AsNoTracking().Select(f => new { f.FocusArea.Slug, Finding = f }).ToListAsync(ct);
        return new KnownFindings(
            revision, day, findings,
            new FocusAreaTrees(await FactsLoader.TreesAsync(db, null, ct), code => findings.GetValueOrDefault(code), thresholds),
            areas.ToImmutableDictionary(a => a.Slug, a => a.Finding));
    }

    /// <summary>Null for an initiative that is not listed today.</summary>
    public InitiativeFinding? Initiative(string code) => _initiatives.GetValueOrDefault(code);

    /// <summary>The findings after a change.</summary>
    public KnownFindings Take(FindingsChange change)
    {
        var initiatives = _initiatives.ToBuilder();
        foreach (var (code, finding) in change.Initiatives)
        {
            if (finding is null) initiatives.Remove(code);
            else initiatives[code] = finding;
        }

        return new KnownFindings(change.Revision, Day, initiatives.ToImmutable(), change.Trees, change.Areas);
    }

    /// <summary>Without what would keep the facts of an initiative in memory.</summary>
    public static InitiativeFinding Slim(InitiativeFinding finding) => finding with
    {
        FindRemedies = static () => [],
        Figures = [],
        Causes = [finding.Causes[0]],
        Milestones = [.. finding.Milestones.Select(m => m with { FindRemedies = static () => [], Figures = [] })],
        Indicators = [.. finding.Indicators.Select(i => i with { FindRemedies = static () => [], Figures = [] })],
    };
}

/// <summary>The trees of the focus areas with the findings that they rest on.</summary>
internal sealed class FocusAreaTrees
{
    private readonly ILookup<string, FocusAreaFacts> _byInitiative;
    private readonly ImmutableDictionary<string, OutcomeParts> _parts;
    private readonly Thresholds _thresholds;

    public FocusAreaTrees(IReadOnlyList<FocusAreaFacts> all, Func<string, InitiativeFinding?> initiatives, Thresholds thresholds)
        : this(all, ByInitiative(all), OutcomeParts.Of(all, initiatives, thresholds), thresholds)
    {
    }

    private FocusAreaTrees(
        IReadOnlyList<FocusAreaFacts> all, ILookup<string, FocusAreaFacts> byInitiative,
        ImmutableDictionary<string, OutcomeParts> parts, Thresholds thresholds) =>
        (All, _byInitiative, _parts, _thresholds) = (all, byInitiative, parts, thresholds);

    /// <summary>In their order.</summary>
    public IReadOnlyList<FocusAreaFacts> All { get; }

    /// <summary>Those that rest on any of the initiatives.</summary>
    public IEnumerable<FocusAreaFacts> RestingOn(IEnumerable<string> initiatives) =>
        initiatives.SelectMany(code => _byInitiative[code]).Distinct();

    /// <summary>The same trees with other findings of some initiatives.</summary>
    /// <param name="changed">Null for an initiative that is not listed any more.</param>
    public FocusAreaTrees With(IReadOnlyDictionary<string, InitiativeFinding?> changed)
    {
        var outcomes = RestingOn(changed.Keys).SelectMany(a => a.Objectives).SelectMany(o => o.Outcomes);
        return new FocusAreaTrees(
            All, _byInitiative,
            _parts.SetItems(outcomes.Select(o => KeyValuePair.Create(o.Code, _parts[o.Code].With(changed)))), _thresholds);
    }

    /// <summary>Whether the finding of an area is the same as with other findings of its initiatives.</summary>
    public bool FindsTheSame(FocusAreaFacts area, FocusAreaTrees before) =>
        area.Objectives.SelectMany(o => o.Outcomes).All(o => _parts[o.Code] == before._parts[o.Code]);

    public RollUpFinding Judge(FocusAreaFacts area) => FocusAreaRule.Judge(area, o => _parts[o.Code].Finding, _thresholds);

    private static ILookup<string, FocusAreaFacts> ByInitiative(IReadOnlyList<FocusAreaFacts> all) => (
        from area in all
        from objective in area.Objectives
        from outcome in objective.Outcomes
        from contribution in outcome.Contributions
        select (contribution.InitiativeCode, area)).ToLookup(c => c.InitiativeCode, c => c.area, StringComparer.Ordinal);
}

/// <summary>What a change does to the known findings, once it is committed.</summary>
/// <param name="Revision">Id of its change set.</param>
/// <param name="Initiatives">The findings that it changed; null for an initiative that is not listed any more.</param>
/// <param name="Trees">All of them.</param>
/// <param name="Areas">All of them.</param>
internal sealed record FindingsChange(
    long Revision, IReadOnlyDictionary<string, InitiativeFinding?> Initiatives,
    FocusAreaTrees Trees, ImmutableDictionary<string, FocusAreaFinding> Areas);

/// <summary>Findings after a change.</summary>
/// <param name="Effects">Statuses that are others than before.</param>
/// <param name="Notice">What to tell once the change is committed; null where nothing was changed.</param>
/// <param name="Change">What the next change starts from, beside what was known before; null where nothing was changed.</param>
internal sealed record RefreshedFindings(IReadOnlyList<StatusEffect> Effects, History.ChangeNotice? Notice, FindingsChange? Change)
{
    public static RefreshedFindings None { get; } = new([], null, null);
}
