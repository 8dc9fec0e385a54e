using DefenseCoop.Domain.History;

namespace DefenseCoop.Domain.Assessments;

/// <summary>A period that was opened for assessment: each focus area has a draft in it.</summary>
public sealed class AssessmentPeriod
{
    public static RecordDescriptor Descriptor { get; } = new RecordDescriptor<AssessmentPeriod>(
        RecordKind.ReportingPeriod, "reporting period", p => p.Code, p => AssessmentWords.Period(p.Code))
    {
        HasCodesApart = true,
        IsOfAssessments = true,
        WhyNoForm = "is opened on the board",
        Pages = RecordPages.FocusAreas | RecordPages.Summary | RecordPages.Board,
    };

    public const int MaxName = 100;

    /// <summary>Days after the last day of a period, or after its opening, within which it is to be assessed.</summary>
    public const int DaysToAssess = 30;

    public int Id { get; private set; }

    public string Code { get; private init => field = Guard.Text(value, ReportingPeriod.MaxCode, "period"); } = "";

    public DateOnly FirstDay { get; private init; }

    public DateOnly LastDay { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime OpenedAt { get; private init; }

    /// <summary>The day by which it is to be assessed and published.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>What the person was called then.</summary>
    public string OpenedBy { get; private init => field = Guard.Text(value, MaxName, "name"); } = "";

    private AssessmentPeriod()
    {
    }

    /// <summary>
    /// By when it is due where nobody says otherwise: so many days
    /// after its end, or after it is opened where that comes later.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="openedOn">UTC.</param>
    public static DateOnly DueDay(ReportingPeriod period, DateOnly openedOn) =>
        (period.LastDay < openedOn ? openedOn : period.LastDay).AddDays(DaysToAssess);

    /// <param name="period">The period.</param>
    /// <param name="at">UTC.</param>
    /// <param name="by">What the person is called.</param>
    /// <param name="dueOn">By when it is due; null for <see cref="DueDay"/>.</param>
    public static AssessmentPeriod Open(ReportingPeriod period, DateTime at, string by, DateOnly? dueOn = null) => new()
    {
        Code = period.Code,
        FirstDay = period.FirstDay,
        LastDay = period.LastDay,
        OpenedAt = at,
        DueOn = dueOn ?? DueDay(period, DateOnly.FromDateTime(at)),
        OpenedBy = by,
    };
}
