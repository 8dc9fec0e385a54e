using System.Collections.Immutable;
using DefenseCoop.Domain.Status.Rules.RollUp;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;

namespace DefenseCoop.Data.Status.Facts;

/// <summary>
/// The parts of one outcome, contribution by contribution, and its finding, kept from change to change: of thousands of
/// parts, one change touches those of one initiative, and most outcomes have none of them.
/// </summary>
internal sealed class OutcomeParts
{
    private readonly OutcomeFacts _outcome;
    private readonly ILookup<string, int> _places;
    private readonly IReadOnlyList<RollUpPart>[] _parts;
    private readonly Thresholds _thresholds;
    private readonly Lazy<RollUpFinding> _finding;

    private OutcomeParts(OutcomeFacts outcome, ILookup<string, int> places, IReadOnlyList<RollUpPart>[] parts, Thresholds thresholds)
    {
        (_outcome, _places, _parts, _thresholds) = (outcome, places, parts, thresholds);
        _finding = new Lazy<RollUpFinding>(() => FocusAreaRule.Outcome(outcome, All(parts), thresholds));
    }

    /// <summary>Of the outcome.</summary>
    public RollUpFinding Finding => _finding.Value;

    /// <summary>Those of all outcomes of the trees, by the code of the outcome.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="initiatives">Null for an initiative that is not listed.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static ImmutableDictionary<string, OutcomeParts> Of(
        IReadOnlyList<FocusAreaFacts> trees, Func<string, InitiativeFinding?> initiatives, Thresholds thresholds) => trees
        .SelectMany(a => a.Objectives).SelectMany(o => o.Outcomes)
        .ToImmutableDictionary(o => o.Code, o => new OutcomeParts(
            o,
            o.Contributions.Index().ToLookup(c => c.Item.InitiativeCode, c => c.Index, StringComparer.Ordinal),
            [.. o.Contributions.Select(c => FocusAreaRule.Parts(initiatives(c.InitiativeCode), c.Weight))],
            thresholds));

    /// <summary>
    /// The parts after a change; itself where the finding is the same:
    /// no initiative contributes, or none counts otherwise than before.
    /// </summary>
    /// <param name="changed">Null for an initiative that is not listed any more.</param>
    public OutcomeParts With(IReadOnlyDictionary<string, InitiativeFinding?> changed)
    {
        if (!changed.Keys.Any(_places.Contains)) return this;
        IReadOnlyList<RollUpPart>[] parts = [.. _parts];
        var isSame = true;
        foreach (var (code, finding) in changed)
        {
            foreach (var place in _places[code])
            {
                parts[place] = FocusAreaRule.Parts(finding, _outcome.Contributions[place].Weight);
                isSame &= CountAlike(parts[place], _parts[place]);
            }
        }

        return isSame ? this : new OutcomeParts(_outcome, _places, parts, _thresholds);
    }

    private static bool CountAlike(IReadOnlyList<RollUpPart> some, IReadOnlyList<RollUpPart> others) =>
        some.Count == others.Count && some.Zip(others).All(p => p.First.CountsLike(p.Second));

    private static List<RollUpPart> All(IReadOnlyList<RollUpPart>[] contributions)
    {
        var all = new List<RollUpPart>(contributions.Sum(p => p.Count));
        foreach (var parts in contributions) all.AddRange(parts);
        return all;
    }
}
