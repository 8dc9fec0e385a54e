namespace DefenseCoop.Domain.Status.Rules.Indicators;

/// <summary>What a rule says of an indicator.</summary>
/// <param name="Status">On the day.</param>
/// <param name="Sentence">Why, to stand after the name of the indicator and a colon.</param>
/// <param name="Remark">One word more, such as "late" or "missed".</param>
/// <param name="Expected">Share of the way that a straight line gives.</param>
/// <param name="LastKnown">Of a stale one, what it was when it was measured.</param>
internal readonly record struct IndicatorVerdict(
    AssessedStatus Status, string Sentence, string? Remark = null, decimal? Expected = null, AssessedStatus? LastKnown = null);
