namespace DefenseCoop.Domain.Results;

/// <summary>What the fields of a reading have to say together.</summary>
public static class ReadingConsistency
{
    /// <param name="reading">The reading.</param>
    /// <param name="today">After which nothing was measured.</param>
    public static IEnumerable<Inconsistency> Of(Reading reading, DateOnly today)
    {
        if (reading.Kind == ReadingKind.Actual && reading.Period.FirstDay > today)
        {
            yield return new(
                ["Period", "Kind"],
                $"{reading.Period.ToDisplay()} has not come yet, so nothing actual can be measured then: "
                + "write another period, or choose another kind.");
        }
    }
}
