using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Schedule;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Status.Rules.Indicators;

/// <summary>Which reading of an indicator counts on a day.</summary>
public static class ReadingChoice
{
    /// <summary>
    /// Of the actual values and estimates whose period has ended, the one with the latest period; for one period an actual
    /// value before an estimate, then the one from the better source tier, then from the source that is later for certain,
    /// then the one less favorable to the target. "Later for certain" is no full order: those stay that no other of the
    /// same period, kind and tier is later than, in whatever order they are read.
    /// </summary>
    public static ReadingFacts? Value(IndicatorFacts indicator, DateOnly day)
    {
        var best = Counted(indicator, day)
            .GroupBy(r => (r.Period.LastDay, r.Period.FirstDay, r.Kind, Tier: r.Tier ?? (SourceTier)int.MaxValue))
            .OrderByDescending(g => g.Key.LastDay)
            .ThenByDescending(g => g.Key.FirstDay)
            .ThenBy(g => g.Key.Kind == ReadingKind.Actual ? 0 : 1)
            .ThenBy(g => g.Key.Tier)
            .FirstOrDefault();
        return best?
            .Where(r => !best.Any(other => IsLaterForCertain(other, r)))
            .OrderBy(r => indicator.IsUpward ? r.Value : -r.Value)
            .ThenBy(r => r.Code, StringComparer.Ordinal)
            .First();
    }

    /// <summary>The other readings of the period that decides, by code, with why they do not.</summary>
    public static IReadOnlyDictionary<string, string> Outweighed(IndicatorFacts indicator, ReadingFacts? decides, DateOnly day)
    {
        if (decides is null) return new Dictionary<string, string>();
        var all = Counted(indicator, day)
            .Where(r => (r.Period.FirstDay, r.Period.LastDay) == (decides.Period.FirstDay, decides.Period.LastDay))
            .ToList();
        return all.Where(r => r.Code != decides.Code).ToDictionary(r => r.Code, r => WhyNot(r, decides, all));
    }

    private static string WhyNot(ReadingFacts reading, ReadingFacts decides, List<ReadingFacts> all)
    {
        if (reading.Kind != decides.Kind) return "an actual value counts before an estimate";
        if (reading.Tier != decides.Tier) return "a better source counts first";
        if (all.Any(r => (r.Kind, r.Tier) == (reading.Kind, reading.Tier) && IsLaterForCertain(r, reading)))
        {
            return "a later source counts first";
        }
        return reading.Value == decides.Value ? "another one says the same" : "the less favorable value counts";
    }

    /// <summary>Last day of the first reading: where the line starts when nothing else gives it a start.</summary>
    public static DateOnly? FirstMeasured(IndicatorFacts indicator, DateOnly day) =>
        Counted(indicator, day).Min(r => r.Period.LastDay);

    /// <summary>Where the dates of two sources overlap, or one has none, neither is later.</summary>
    private static bool IsLaterForCertain(ReadingFacts one, ReadingFacts other) => one.SourceDate?.FirstDay > other.SourceDate?.LastDay;

    private static IEnumerable<ReadingFacts> Counted(IndicatorFacts indicator, DateOnly day) =>
        indicator.Readings.Where(r => r.Counts && r.ExistsOn(day));
}
