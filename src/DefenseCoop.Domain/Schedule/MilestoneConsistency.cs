using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Domain.Schedule;

/// <summary>What the fields of a milestone have to say together, and with its initiative.</summary>
public static class MilestoneConsistency
{
    /// <summary>The day that counts: when it was met, else when it is expected, else when it was planned.</summary>
    public static PartialDate? Day(Milestone milestone) => milestone.Actual ?? milestone.Forecast ?? milestone.Planned;

    /// <param name="milestone">The milestone.</param>
    /// <param name="of">The initiative that it is a step of.</param>
    public static IEnumerable<Inconsistency> Of(Milestone milestone, Initiative of)
    {
        foreach (var (field, date) in Days(milestone))
        {
            if (date is not { } day || of.Start is not { } start || !day.IsBefore(start)) continue;
            yield return new(
                [field],
                $"{day.ToDisplay()} is before the initiative’s start ({start.ToDisplay()}): "
                + $"write a later day, or correct the start of {of.Code} first.")
            {
                IsPublishedAtTimes = true,
            };
        }

        if (milestone is { ReportedState: MilestoneState.Met or MilestoneState.MetLate, Actual: null, StatusAsOf: null })
        {
            yield return new(
                ["Actual", "State", "StatusAsOf"],
                "A milestone that is met was met on some day: write it, "
                + "or at least the day that the public text speaks for (status as of).")
            {
                IsPublishedAtTimes = true,
            };
        }

        if (milestone is { ReportedState: MilestoneState.Pending or MilestoneState.Unknown, Actual: not null })
        {
            yield return new(
                ["State", "Actual"], "There is a day on which it was met, so it is not pending: choose “Met”, or remove that day.");
        }

        if (milestone is { ReportedState: MilestoneState.Cancelled, StatusAsOf: null, Actual: null })
        {
            yield return new(["StatusAsOf", "State"], "Write the day from which it is canceled, as exact as it is known.");
        }

        if (milestone is { Planned: not null, PlannedProvenance: Provenance.None })
        {
            yield return new(["PlannedProvenance", "Planned"], "There is a plan, so say where it comes from: a public text, or ours.");
        }

        if (milestone is { Planned: null, PlannedProvenance: not Provenance.None })
        {
            yield return new(
                ["PlannedProvenance", "Planned"],
                "There is no planned day, so it comes from nowhere: write the day, or choose “There is no plan”.");
        }
    }

    /// <summary>That it was met is told on that day or later.</summary>
    /// <param name="milestone">The milestone.</param>
    /// <param name="sources">What it rests on.</param>
    public static IEnumerable<Inconsistency> WithSources(Milestone milestone, IReadOnlyCollection<Source> sources)
    {
        if (Told(milestone) is { } day && SourceDays.TooEarly(day, sources) is { } newest)
        {
            yield return SourceDays.Untold(["Actual", "Sources"], day, newest);
        }
    }

    /// <summary>The first day on which it can be true, of which only a later text can tell; null of what needs none.</summary>
    public static DateOnly? Told(Milestone milestone) =>
        milestone.Attribution.Provenance == Provenance.Confirmed ? milestone.Actual?.FirstDay : null;

    private static IEnumerable<(string Field, PartialDate? Day)> Days(Milestone milestone) =>
        [("Planned", milestone.Planned), ("Forecast", milestone.Forecast), ("Actual", milestone.Actual)];
}
