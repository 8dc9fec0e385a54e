namespace DefenseCoop.Domain.Schedule;

/// <summary>How far something lies after its plan, as far as the two dates tell.</summary>
/// <param name="Days">From the last possible day of the plan to the first possible day of what followed.</param>
/// <param name="IsExact">Whether both are known to the day; else it is at least so many.</param>
public readonly record struct Delay(int Days, bool IsExact)
{
    /// <summary>"162 days", "at least 102 days".</summary>
    public string Amount => IsExact ? Words.Days(Days) : $"at least {Words.Days(Days)}";

    /// <summary>"162 days late", "late by at least 102 days".</summary>
    public string Late => IsExact ? $"{Amount} late" : $"late by {Amount}";

    /// <summary>Null where it is not later, or may not be: of two dates that overlap nothing is claimed.</summary>
    public static Delay? Between(PartialDate planned, PartialDate later) => later.FirstDay > planned.LastDay
        ? new Delay(later.FirstDay.DayNumber - planned.LastDay.DayNumber, planned.IsDay && later.IsDay)
        : null;
}
