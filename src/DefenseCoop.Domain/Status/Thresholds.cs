namespace DefenseCoop.Domain.Status;

/// <summary>
/// The numbers in the rules of status. One record, so that the page on the method shows the ones in force.
/// Sources: indicator practice of the results-framework tradition (baseline, target, actual, straight-line
/// expectation).
/// </summary>
public sealed record Thresholds
{
    public static Thresholds Default { get; } = new();

    /// <summary>Reporting interval of an indicator that names none, in months: most public series are annual.</summary>
    public int DefaultReportingMonths { get; init; } = 12;

    /// <summary>A reading older than this many reporting intervals says nothing about today.</summary>
    public int StaleAfterIntervals { get; init; } = 2;

    /// <summary>Below this share of the expected way it is too early to judge.</summary>
    public decimal EarlyBelow { get; init; } = 0.1m;

    /// <summary>Attainment divided by expectation from which an indicator is on track.</summary>
    public decimal OnTrackRatio { get; init; } = 0.9m;

    /// <summary>Attainment divided by expectation from which an indicator is at risk rather than off track.</summary>
    public decimal AtRiskRatio { get; init; } = 0.7m;

    /// <summary>Share of a target to hold by which a value may be on the wrong side and only at risk.</summary>
    public decimal HoldMarginShare { get; init; } = 0.1m;

    /// <summary>The least margin of a target to hold, in its unit: of small targets a tenth is less than can be measured.</summary>
    public decimal HoldMarginLeast { get; init; } = 1;

    /// <summary>Days that a forecast may lie after the plan before the milestone is at risk.</summary>
    public int SlipAtRiskDays { get; init; } = 30;

    /// <summary>Days that a forecast may lie after the plan before the milestone is off track.</summary>
    public int SlipOffTrackDays { get; init; } = 180;

    /// <summary>Days overdue up to which a milestone is at risk rather than off track.</summary>
    public int OverdueAtRiskDays { get; init; } = 90;

    /// <summary>An initiative is off track when one part in this many, or more, is.</summary>
    public int OffTrackOneIn { get; init; } = 3;

    /// <summary>An initiative is stale when one part in this many, or more, is.</summary>
    public int StaleOneIn { get; init; } = 2;

    /// <summary>Age in days from which an initiative's newest evidence no longer tells how it stands.</summary>
    public int EvidenceMaxAgeDays { get; init; } = 365;

    /// <summary>Age in days from which a met milestone no longer counts: old successes do not hide new trouble.</summary>
    public int OldSuccessDays { get; init; } = 730;

    /// <summary>Coverage below which a mean is an indication only.</summary>
    public decimal CoverageAtLeast { get; init; } = 0.5m;

    /// <summary>Mean from which a roll-up without an off-track part is on track.</summary>
    public decimal OnTrackMean { get; init; } = 0.8m;

    /// <summary>Mean from which a roll-up is at risk rather than off track.</summary>
    public decimal AtRiskMean { get; init; } = 0.5m;

    public decimal AtRiskPoints { get; init; } = 0.5m;

    /// <summary>Coverage from which confidence can be high.</summary>
    public decimal HighConfidenceCoverage { get; init; } = 0.8m;

    /// <summary>Coverage below which confidence is low.</summary>
    public decimal LowConfidenceCoverage { get; init; } = 0.6m;

    /// <summary>Share of evidence from tier 1 that high confidence needs, and above which tier 3 makes it low.</summary>
    public decimal EvidenceShare { get; init; } = 0.5m;

    /// <summary>The reporting interval in days; 12 months are 365.</summary>
    public int IntervalDays(int? reportingMonths) => (reportingMonths ?? DefaultReportingMonths) * 365 / 12;

    /// <summary>Points of a status in a roll-up; null for one that carries none.</summary>
    public decimal? Points(AssessedStatus status) => status switch
    {
        AssessedStatus.Achieved or AssessedStatus.OnTrack => 1,
        AssessedStatus.AtRisk => AtRiskPoints,
        AssessedStatus.OffTrack => 0,
        _ => null,
    };
}
