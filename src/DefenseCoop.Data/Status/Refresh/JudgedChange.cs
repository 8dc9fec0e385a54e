using DefenseCoop.Data.History;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Status;
using DefenseCoop.Domain.Status.Rules;

namespace DefenseCoop.Data.Status.Refresh;

/// <summary>
/// Judges what rests on one change: the initiatives that it touched, the focus areas above them, and nothing else. It
/// stores nothing, and so does for a change that is only looked at, too.
/// </summary>
/// <param name="before">The findings before the change.</param>
/// <param name="thresholds">The numbers in force.</param>
internal sealed class JudgedChange(KnownFindings before, Thresholds thresholds)
{
    private readonly Dictionary<string, InitiativeFinding?> _initiatives = new(StringComparer.Ordinal);
    private readonly List<StatusEffect> _effects = [];

    /// <summary>Findings of the initiatives that it touched; null for one that is not listed any more.</summary>
    public IReadOnlyDictionary<string, InitiativeFinding?> Initiatives => _initiatives;

    /// <summary>Statuses that are others than before, parts first, so that the reader sees how one leads to the other.</summary>
    public IReadOnlyList<StatusEffect> Effects => _effects;

    /// <summary>The trees after it.</summary>
    public FocusAreaTrees Trees { get; private set; } = before.Trees;

    /// <summary>The focus areas that may have another finding.</summary>
    public IReadOnlyList<FocusAreaFacts> Areas { get; private set; } = [];

    /// <summary>Whether a change of these records may give the trees of the focus areas another form.</summary>
    public static bool ReshapesTrees(IReadOnlyList<ChangedRecord> records) =>
        records.Any(r => RecordDescriptors.Of(r.Kind) is { IsOfFocusArea: true, IsOfAssessments: false });

    /// <summary>Judges an initiative by its facts after the change.</summary>
    /// <returns>Null where it is not listed.</returns>
    public InitiativeFinding? Judge(InitiativeFacts facts)
    {
        var now = StageRule.IsListedOn(facts, before.Day) ? InitiativeRule.Judge(facts, before.Day, thresholds) : null;
        _initiatives[facts.Code] = now is null ? null : KnownFindings.Slim(now);
        Compare(before.Initiative(facts.Code), now);
        return now;
    }

    /// <summary>Judges, after the initiatives, the focus areas that rest on any of them.</summary>
    /// <param name="codes">Of the initiatives.</param>
    /// <param name="reshaped">The trees after the change; null where they have the form that they had.</param>
    /// <returns>The findings that are perhaps others than before.</returns>
    public IReadOnlyList<RollUpFinding> JudgeAreas(IReadOnlySet<string> codes, IReadOnlyList<FocusAreaFacts>? reshaped)
    {
        Trees = reshaped is null
            ? before.Trees.With(_initiatives)
            : new FocusAreaTrees(reshaped, code => _initiatives.TryGetValue(code, out var now) ? now : before.Initiative(code), thresholds);
        Areas = reshaped is null ? [.. Trees.RestingOn(codes)] : Trees.All;
        List<RollUpFinding> findings =
        [
            .. Areas.Where(a => reshaped is not null || !Trees.FindsTheSame(a, before.Trees)).Select(Trees.Judge),
        ];
        foreach (var finding in findings)
        {
            var old = before.Areas.GetValueOrDefault(finding.About.Code)?.Status;
            if (old != finding.Status) _effects.Add(new StatusEffect(finding.About, old, finding.Status, finding.FirstCause));
        }

        return findings;
    }

    private void Compare(InitiativeFinding? old, InitiativeFinding? now)
    {
        Parts(old?.Milestones, now?.Milestones);
        Parts(old?.Indicators, now?.Indicators);
        Add(old, now);

        void Parts(IReadOnlyList<Finding>? oldParts, IReadOnlyList<Finding>? newParts)
        {
            foreach (var code in (oldParts ?? []).Concat(newParts ?? []).Select(f => f.About.Code).Distinct())
            {
                Add(oldParts?.SingleOrDefault(f => f.About.Code == code), newParts?.SingleOrDefault(f => f.About.Code == code));
            }
        }

        void Add(Finding? was, Finding? isNow)
        {
            if (was?.Status == isNow?.Status) return;
            _effects.Add(
                new StatusEffect(
                    (isNow ?? was)!.About, was?.Status, isNow?.Status,
                    isNow is IndicatorFinding indicator ? indicator.Reason : isNow?.FirstCause ?? ""));
        }
    }
}
