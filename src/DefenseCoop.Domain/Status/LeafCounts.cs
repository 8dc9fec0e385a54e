namespace DefenseCoop.Domain.Status;

/// <summary>How the initiatives and indicators beneath a roll-up stand; one that contributes twice is counted twice.</summary>
/// <param name="TooOld">Those that can have a status and have evidence that is too old.</param>
/// <param name="Undated">Those that can have a status and have no dated evidence.</param>
/// <param name="Unclear">The others that can have a status and have none.</param>
/// <param name="Exempt">Those that can never have a status.</param>
/// <param name="Fresh">Those that can have a status and whose newest evidence is within the limit of age, whatever their status.</param>
public readonly record struct LeafCounts(
    int OffTrack, int AtRisk, int OnTrack, int Achieved, int TooOld, int Undated, int Unclear, int Exempt, int Fresh)
{
    /// <summary>Those that have a status.</summary>
    public int Assessed => OffTrack + AtRisk + OnTrack + Achieved;

    /// <summary>Those that can have one.</summary>
    public int Assessable => Assessed + TooOld + Undated + Unclear;

    public int Behind => OffTrack + AtRisk;

    public static LeafCounts operator +(LeafCounts one, LeafCounts other) => new(
        one.OffTrack + other.OffTrack, one.AtRisk + other.AtRisk, one.OnTrack + other.OnTrack, one.Achieved + other.Achieved,
        one.TooOld + other.TooOld, one.Undated + other.Undated,
        one.Unclear + other.Unclear, one.Exempt + other.Exempt, one.Fresh + other.Fresh);

    /// <summary>Those beneath the parts.</summary>
    public static LeafCounts Of(IReadOnlyList<RollUpPart> parts)
    {
        var sum = default(LeafCounts);
        foreach (var part in parts)
        {
            sum += part.Finding is RollUpFinding inner
                ? inner.Leaves
                : OfOne(part) with { Fresh = part is { CanBeAssessed: true, HasFreshEvidence: true } ? 1 : 0 };
        }
        return sum;
    }

    private static LeafCounts OfOne(RollUpPart part) => (part.CanBeAssessed, part.Status) switch
    {
        (false, _) => new() { Exempt = 1 },
        (_, AssessedStatus.OffTrack) => new() { OffTrack = 1 },
        (_, AssessedStatus.AtRisk) => new() { AtRisk = 1 },
        (_, AssessedStatus.OnTrack) => new() { OnTrack = 1 },
        (_, AssessedStatus.Achieved) => new() { Achieved = 1 },
        (_, AssessedStatus.Stale) => new() { TooOld = 1 },
        _ when part.Finding.EvidenceOn is null => new() { Undated = 1 },
        _ => new() { Unclear = 1 },
    };
}

