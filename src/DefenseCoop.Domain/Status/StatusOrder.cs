namespace DefenseCoop.Domain.Status;

/// <summary>Which status is worse, and which one is better.</summary>
public static class StatusOrder
{
    /// <summary>Place in a list that shows the worst first: off track, at risk, stale, not assessed, on track, achieved.</summary>
    public static int Severity(this AssessedStatus status) => status switch
    {
        AssessedStatus.OffTrack => 0,
        AssessedStatus.AtRisk => 1,
        AssessedStatus.Stale => 2,
        AssessedStatus.NotAssessed => 3,
        AssessedStatus.OnTrack => 4,
        _ => 5,
    };

    /// <summary>Whether the status says how things stand; stale and not assessed do not.</summary>
    public static bool IsAssessed(this AssessedStatus status) =>
        status is not (AssessedStatus.Stale or AssessedStatus.NotAssessed);

    /// <summary>
    /// Whether a change of status is an improvement: upward among the assessed ones, or from not knowing to anything
    /// that is not a known failure.
    /// </summary>
    public static bool IsBetterThan(this AssessedStatus status, AssessedStatus other) =>
        status.IsAssessed() && (other.IsAssessed()
            ? status.Severity() > other.Severity()
            : status != AssessedStatus.OffTrack);
}
