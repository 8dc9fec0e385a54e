using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Status;

/// <summary>When a piece of evidence is of.</summary>
/// <param name="On">The day that the rules count from.</param>
/// <param name="In">As exact as it is known, and no more.</param>
public readonly record struct DatedEvidence(DateOnly On, Period In)
{
    /// <summary>A text that speaks for a date: it counts from the last possible day.</summary>
    public static DatedEvidence AsOf(PartialDate date) => new(date.LastDay, Period.Of(date));

    /// <summary>The newer one; of two that count from one day the more exact one. Null only where both are.</summary>
    public static DatedEvidence? Newer(DatedEvidence? one, DatedEvidence? other) =>
        one is not { } a ? other : other is not { } b || Order(a).CompareTo(Order(b)) >= 0 ? one : other;

    private static (DateOnly, int, string) Order(DatedEvidence e) =>
        (e.On, e.In.FirstDay!.Value.DayNumber - e.In.LastDay!.Value.DayNumber, e.In.Text);
}
