namespace DefenseCoop.Domain.Status;

/// <summary>How old the newest evidence of an initiative is.</summary>
public enum EvidenceAge
{
    /// <summary>Under three months.</summary>
    Recent,

    /// <summary>Older, and not too old to say how the initiative stands.</summary>
    WithinTheLimit,

    /// <summary>Beyond <see cref="Thresholds.EvidenceMaxAgeDays"/>.</summary>
    TooOld,

    /// <summary>There is no dated evidence.</summary>
    Never,
}

/// <summary>The days that part the ages of evidence, seen from one day.</summary>
/// <param name="Limit">Earlier evidence is too old.</param>
/// <param name="RecentAfter">Later evidence is recent.</param>
public readonly record struct EvidenceAges(DateOnly Limit, DateOnly RecentAfter)
{
    /// <summary>Evidence of so many months is recent.</summary>
    private const int RecentMonths = 3;

    /// <param name="day">From which it is seen; the calendar begins with the year 1.</param>
    /// <param name="thresholds">The numbers in force.</param>
    public static EvidenceAges On(DateOnly day, Thresholds thresholds) => new(
        DateOnly.FromDayNumber(Math.Max(day.DayNumber - thresholds.EvidenceMaxAgeDays, 0)),
        day.Year > 1 ? day.AddMonths(-RecentMonths) : DateOnly.MinValue);
}
