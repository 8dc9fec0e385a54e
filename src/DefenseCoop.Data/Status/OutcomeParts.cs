using System.Collections.Immutable;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;

namespace DefenseCoop.Data.Status;

/// <summary>
/// The parts of one outcome, contribution by contribution, kept from change to change: of thousands, one change touches
/// those of one initiative.
/// </summary>
internal sealed class OutcomeParts
{
    private readonly OutcomeFacts _outcome;
    private readonly ILookup<string, int> _places;
    private readonly IReadOnlyList<RollUpPart>[] _parts;

    private OutcomeParts(OutcomeFacts outcome, ILookup<string, int> places, IReadOnlyList<RollUpPart>[] parts) =>
        (_outcome, _places, _parts) = (outcome, places, parts);

    public IReadOnlyList<RollUpPart> All
    {
        get
        {
            var all = new List<RollUpPart>(_parts.Sum(p => p.Count));
            foreach (var parts in _parts) all.AddRange(parts);
            return all;
        }
    }

    /// <summary>Those of all outcomes of the trees, by the code of the outcome.</summary>
    /// <param name="trees">The trees.</param>
    /// <param name="initiatives">Null for an initiative that is not listed.</param>
    public static ImmutableDictionary<string, OutcomeParts> Of(IReadOnlyList<FocusAreaFacts> trees, Func<string, InitiativeFinding?> initiatives) => trees
        .SelectMany(a => a.Objectives).SelectMany(o => o.Outcomes)
        .ToImmutableDictionary(o => o.Code, o => new OutcomeParts(
            o,
            o.Contributions.Index().ToLookup(c => c.Item.InitiativeCode, c => c.Index, StringComparer.Ordinal),
            [.. o.Contributions.Select(c => FocusAreaRule.Parts(initiatives(c.InitiativeCode), c.Weight))]));

    /// <summary>The parts after a change; itself where none of the initiatives contributes.</summary>
    /// <param name="changed">Null for an initiative that is not listed any more.</param>
    public OutcomeParts With(IReadOnlyDictionary<string, InitiativeFinding?> changed)
    {
        if (!changed.Keys.Any(_places.Contains)) return this;
        IReadOnlyList<RollUpPart>[] parts = [.. _parts];
        foreach (var (code, finding) in changed)
        {
            foreach (var place in _places[code]) parts[place] = FocusAreaRule.Parts(finding, _outcome.Contributions[place].Weight);
        }

        return new OutcomeParts(_outcome, _places, parts);
    }
}
