namespace DefenseCoop.Domain.Assessments;

/// <summary>A period that was opened for assessment: each focus area has a draft in it.</summary>
public sealed class AssessmentPeriod
{
    public const int MaxName = 100;

    /// <summary>Days after the last day of a period within which it is to be assessed.</summary>
    public const int DaysToAssess = 30;

    public int Id { get; private set; }

    public required string Code { get; init => field = Guard.Text(value, ReportingPeriod.MaxCode, "period"); }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>The day by which it is to be assessed and published.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What the person was called then.</summary>
    public required string OpenedBy { get; init => field = Guard.Text(value, MaxName, "name"); }

    public static AssessmentPeriod Open(ReportingPeriod period, DateTime at, string by) => new()
    {
        Code = period.Code,
        FirstDay = period.FirstDay,
        LastDay = period.LastDay,
        OpenedAt = at,
        DueOn = period.LastDay.AddDays(DaysToAssess),
        OpenedBy = by,
    };
}
