using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Status;

/// <summary>Today's finding of one focus area, stored beside it for the summary and the list of focus areas.</summary>
public sealed class FocusAreaFinding
{
    public const int MaxFirstCause = 500;

    public int FocusAreaId { get; set; }

    public FocusArea FocusArea { get; set; } = null!;

    public required AssessedStatus Status { get; set; }

    public required string FirstCause { get; set; }

    /// <summary>Indicators and initiatives beneath it that have a status with points.</summary>
    public int PartsAssessed { get; set; }

    /// <summary>Indicators and initiatives beneath it that can have a status.</summary>
    public int PartsAssessable { get; set; }

    /// <summary>
    /// Those of them whose newest evidence is within the limit of age,
    /// whatever their status. Null in versions from before this was kept.
    /// </summary>
    public int? PartsFresh { get; set; }

    public required EvidenceConfidence Confidence { get; set; }
}
