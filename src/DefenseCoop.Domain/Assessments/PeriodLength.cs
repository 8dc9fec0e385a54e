namespace DefenseCoop.Domain.Assessments;

/// <summary>How long one round of assessments is.</summary>
public enum PeriodLength
{
    Quarter,
    HalfYear,
    Year,
}
