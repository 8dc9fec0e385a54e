using DefenseCoop.Domain;
using DefenseCoop.Domain.Results;

namespace DefenseCoop.Data.Results;

/// <summary>What is known of an indicator already, in a few words for whoever writes the next reading.</summary>
internal static class LastReading
{
    /// <param name="indicator">With its readings, baseline and targets.</param>
    /// <param name="but">Code of the reading that is being written.</param>
    public static IEnumerable<string> Beside(Indicator indicator, string? but)
    {
        var readings = indicator.Readings.Where(r => !r.IsWithdrawn && r.Code != but && r.Period.LastDay is not null).ToList();
        var last = readings.Where(r => r.Kind is ReadingKind.Actual or ReadingKind.Estimate).MaxBy(r => r.Period.LastDay)
            ?? readings.MaxBy(r => r.Period.LastDay);
        yield return last is null
            ? "There is no reading yet."
            : $"Last reading: {Words.Of(last.Qualifier)}{Words.Of(last.Value, indicator.Unit)} ({last.Period.ToDisplay()}, "
                + $"{last.KindWording})";
        if (indicator.Baseline is { } baseline)
        {
            yield return $"Baseline: {Words.Of(baseline.Value, indicator.Unit)}"
                + (baseline.Period is { } period ? $" ({period.ToDisplay()})" : "");
        }
        foreach (var target in indicator.Targets.OrderBy(t => t.Position).Take(1))
        {
            yield return $"Target: {Words.Of(target.Value, indicator.Unit)}"
                + (target.By is { } by ? $" by {by.ToDisplay()}" : ", without a public date");
        }
    }
}
