namespace DefenseCoop.Domain.Status;

/// <summary>What the evidence says of an indicator, a milestone, an initiative, an outcome, an objective or a focus area.</summary>
public enum AssessedStatus
{
    /// <summary>The target is reached, the milestone met, the initiative completed.</summary>
    Achieved,
    OnTrack,
    AtRisk,
    OffTrack,

    /// <summary>No target, no evidence yet, or not due.</summary>
    NotAssessed,

    /// <summary>There was evidence, and it is too old to say.</summary>
    Stale,
}

/// <summary>How far a rolled-up status can be relied on.</summary>
public enum EvidenceConfidence
{
    Low,
    Medium,
    High,
}
