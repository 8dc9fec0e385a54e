using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Assessments.Trend;

/// <summary>What the rules say of a focus area on one day.</summary>
/// <param name="Day">UTC: facts dated later do not exist for it.</param>
public sealed record ComputedStatus(
    DateOnly Day, AssessedStatus Status, string FirstCause, EvidenceConfidence Confidence, int PartsAssessed, int PartsAssessable);
