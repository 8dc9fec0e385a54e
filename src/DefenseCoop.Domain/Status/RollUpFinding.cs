using DefenseCoop.Domain.Initiatives;

namespace DefenseCoop.Domain.Status;

/// <summary>One part of an outcome, an objective or a focus area, with its weight.</summary>
public sealed record RollUpPart(Finding Finding, decimal Weight)
{
    /// <summary>Whether it can ever have a status that counts: not without a target or weight, and not when cancelled.</summary>
    public bool CanBeAssessed { get; } = Weight > 0 && Finding switch
    {
        IndicatorFinding indicator => indicator.CanBeAssessed,
        InitiativeFinding initiative => initiative.Stage != Stage.Cancelled,
        RollUpFinding rollUp => rollUp.Parts.Any(p => p.CanBeAssessed),
        _ => true,
    };

    public AssessedStatus Status { get; } = Finding.Status;

    /// <summary>Whether its newest evidence is within the limit of age; a roll-up has none of its own.</summary>
    public bool HasFreshEvidence { get; } = Finding is IndicatorFinding { HasFreshEvidence: true }
        or InitiativeFinding { HasFreshEvidence: true };

    /// <summary>
    /// The evidence that it brings; none where that is counted with
    /// another part, as an indicator's is with its initiative.
    /// </summary>
    public EvidenceTiers Evidence { get; init; } = Finding switch
    {
        IndicatorFinding { Value: { } value } => EvidenceTiers.Of(value.Tier),
        InitiativeFinding initiative => initiative.EvidenceTiers,
        RollUpFinding rollUp => rollUp.EvidenceTiers,
        _ => default,
    };

    /// <summary>
    /// Whether a roll-up says the same with either of them, and so does every
    /// roll-up above it: only what remains open to the part itself differs.
    /// </summary>
    public bool CountsLike(RollUpPart other) =>
        Weight == other.Weight
        && CanBeAssessed == other.CanBeAssessed
        && Status == other.Status
        && Evidence == other.Evidence
        && HasFreshEvidence == other.HasFreshEvidence
        && Finding.Newest == other.Finding.Newest
        && Finding.About == other.Finding.About
        && Finding.FirstCause == other.Finding.FirstCause;
}

/// <summary>A part to raise, and the status to raise it to. Without a part: a new one.</summary>
public sealed record PartRaise(FactRef? Part, AssessedStatus To);

/// <summary>The finding of an outcome, an objective or a focus area.</summary>
public sealed record RollUpFinding : Finding
{
    private readonly Lazy<IReadOnlyList<PartRaise>> _raises = new([]);

    public required IReadOnlyList<RollUpPart> Parts { get; init; }

    /// <summary>Weight of its parts with points / weight of its parts that can have a status; 0 where there are none.</summary>
    public required decimal Coverage { get; init; }

    /// <summary>Weighted mean of the points; an indication only where coverage is low, null where nothing has points.</summary>
    public required decimal? Mean { get; init; }

    /// <summary>How the indicators and initiatives beneath it stand.</summary>
    public required LeafCounts Leaves { get; init; }

    /// <summary>Indicators and initiatives beneath it that have a status with points.</summary>
    public int LeavesAssessed => Leaves.Assessed;

    /// <summary>
    /// Indicators and initiatives beneath it that can have a status and whose
    /// newest evidence is within the limit of age, whatever their status.
    /// </summary>
    public int LeavesFresh => Leaves.Fresh;

    /// <summary>Indicators and initiatives beneath it that can have a status.</summary>
    public int LeavesAssessable => Leaves.Assessable;

    public required EvidenceConfidence Confidence { get; init; }

    /// <summary>All of these together improve the status.</summary>
    public IReadOnlyList<PartRaise> Raises => _raises.Value;

    /// <summary>How to find them. They are found when first asked for: what only stores or lists findings never asks.</summary>
    public Func<IReadOnlyList<PartRaise>> FindRaises
    {
        init => _raises = new Lazy<IReadOnlyList<PartRaise>>(value);
    }

    /// <summary>The evidence beneath it by tier; what contributes twice counts once.</summary>
    public required EvidenceTiers EvidenceTiers { get; init; }

    /// <summary>Share of the indicators and initiatives beneath it that can have a status which have one.</summary>
    public decimal ShareWithStatus => LeavesAssessable == 0 ? 0 : (decimal)LeavesAssessed / LeavesAssessable;
}
