using DefenseCoop.Domain.Sources;

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

    /// <summary>What is measured is told afterwards. Plans and what is pledged speak of what comes, and estimates may.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="sources">What it rests on.</param>
    public static IEnumerable<Inconsistency> WithSources(Reading reading, IReadOnlyCollection<Source> sources)
    {
        if (Told(reading) is { } day && SourceDays.TooEarly(day, sources) is { } newest)
        {
            yield return SourceDays.Untold(["Period", "Kind", "Sources"], day, newest);
        }
    }

    /// <summary>The first day on which it can be true, of which only a later text can tell; null of what needs none.</summary>
    public static DateOnly? Told(Reading reading) =>
        reading is { Kind: ReadingKind.Actual, Attribution.Provenance: Provenance.Confirmed } ? reading.Period.FirstDay : null;
}
