using DefenseCoop.Domain.Assessments;

namespace DefenseCoop.Data.Assessments;

/// <summary>How this installation assesses.</summary>
/// <param name="Period">How long one round is.</param>
public sealed record AssessmentOptions(PeriodLength Period)
{
    public static AssessmentOptions Default { get; } = new(PeriodLength.Quarter);
}
