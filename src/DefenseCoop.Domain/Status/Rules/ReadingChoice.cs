using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Status.Rules;

/// <summary>Which reading of an indicator counts on a day.</summary>
public static class ReadingChoice
{
    /// <summary>
    /// Of the actual values and estimates whose period has ended, the one with the latest period; for one period the
    /// one from the better source tier, then from the later dated source, then the one less favorable to the target.
    /// </summary>
    public static ReadingFacts? Value(IndicatorFacts indicator, DateOnly day) => Counted(indicator, day)
        .OrderByDescending(r => r.Period.LastDay)
        .ThenByDescending(r => r.Period.FirstDay)
        .ThenBy(r => r.Tier ?? (SourceTier)int.MaxValue)
        .ThenByDescending(r => r.SourceDate is { } date ? date.LastDay : DateOnly.MinValue)
        .ThenBy(r => indicator.IsUpward ? r.Value : -r.Value)
        .ThenBy(r => r.Code, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Last day of the first reading: where the line starts when nothing else gives it a start.</summary>
    public static DateOnly? FirstMeasured(IndicatorFacts indicator, DateOnly day) =>
        Counted(indicator, day).Min(r => r.Period.LastDay);

    private static IEnumerable<ReadingFacts> Counted(IndicatorFacts indicator, DateOnly day) =>
        indicator.Readings.Where(r => r.Counts && r.ExistsOn(day));
}
