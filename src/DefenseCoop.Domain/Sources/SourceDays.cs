using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Sources;

/// <summary>Of which days public texts can tell.</summary>
public static class SourceDays
{
    /// <summary>
    /// What has happened is told by a text of that day or later. Of a text without any day nobody knows, so it may be one.
    /// </summary>
    /// <param name="happened">The first day on which the fact can be true.</param>
    /// <param name="sources">What the fact rests on.</param>
    /// <returns>Until when the newest text speaks, where every one is of before that day for certain; else null.</returns>
    public static PartialDate? TooEarly(DateOnly happened, IEnumerable<Source> sources) =>
        TooEarly(happened, sources.Select(s => s.SpeaksUntil));

    /// <param name="happened">The first day on which the fact can be true.</param>
    /// <param name="spoken">Until when each of its sources speaks, or spoke.</param>
    /// <inheritdoc cref="TooEarly(DateOnly, IEnumerable{Source})"/>
    public static PartialDate? TooEarly(DateOnly happened, IEnumerable<PartialDate?> spoken)
    {
        PartialDate? newest = null;
        foreach (var one in spoken)
        {
            if (one is not { } until || until.LastDay >= happened) return null;
            if (newest is null || until.LastDay > newest.Value.LastDay) newest = until;
        }

        return newest;
    }

    /// <summary>That no text tells of what is said to have happened.</summary>
    /// <param name="fields">Those that say it, as forms call them; that of the day first.</param>
    /// <param name="happened">The first day on which it can be true.</param>
    /// <param name="newest">Until when the newest text speaks.</param>
    internal static Inconsistency Untold(IReadOnlyList<string> fields, DateOnly happened, PartialDate newest) => new(
        fields,
        $"No source of it is dated, or was read, on or after {Domain.Words.Of(happened)} (the newest one speaks until "
        + $"{newest.ToDisplay()}), so none can tell what happened then: correct the day, or add a later source.")
    {
        IsPublishedAtTimes = true,
    };
}
