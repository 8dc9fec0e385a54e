using DefenseCoop.Domain.Initiatives;

namespace DefenseCoop.Domain.Status.Rules;

/// <summary>The stage of an initiative on a day, and whether it was known then at all.</summary>
public static class StageRule
{
    /// <summary>
    /// Before its start it is proposed, unless it was cancelled or suspended before it. Completed holds from the last
    /// day of its end (without one, of its "status as of"), cancelled and suspended from their "status as of"; before
    /// that it is under way. A recorded end of which no day is known has always been.
    /// </summary>
    public static Stage On(InitiativeFacts facts, DateOnly day)
    {
        var holdsFrom = facts.RecordedStage switch
        {
            Stage.Completed => (facts.End ?? facts.StatusAsOf)?.LastDay,
            Stage.Cancelled or Stage.Suspended => facts.StatusAsOf?.LastDay,
            _ => null,
        };
        var recorded = holdsFrom > day ? Stage.UnderWay : facts.RecordedStage;
        return facts.Start?.FirstDay > day && recorded is not (Stage.Cancelled or Stage.Suspended) ? Stage.Proposed : recorded;
    }

    /// <summary>
    /// Listed if the first possible day of its start, or any fact of it (a reading, a met milestone, a "status as of",
    /// the end of a completed one), is on or before the day; without any date it
    /// is always listed. Plans, targets and baselines are not facts of the day.
    /// </summary>
    public static bool IsListedOn(InitiativeFacts facts, DateOnly day)
    {
        var any = false;
        foreach (var known in FactDays(facts))
        {
            if (known <= day) return true;
            any = true;
        }

        return !any;
    }

    private static IEnumerable<DateOnly> FactDays(InitiativeFacts facts)
    {
        if (facts.Start is { } start) yield return start.FirstDay;
        if (facts.StatusAsOf is { } asOf) yield return asOf.LastDay;
        if (facts is { RecordedStage: Stage.Completed, End: { } end }) yield return end.LastDay;
        foreach (var milestone in facts.Milestones)
        {
            if (milestone.Actual is { } actual) yield return actual.FirstDay;
            if (milestone.StatusAsOf is { } reported) yield return reported.LastDay;
        }

        foreach (var reading in facts.Indicators.SelectMany(i => i.Readings))
        {
            if (reading.Period.LastDay is { } measured) yield return measured;
        }
    }
}
