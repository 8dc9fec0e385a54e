using DefenseCoop.Domain.Schedule;

namespace DefenseCoop.Domain.Initiatives;

/// <summary>What the fields of an initiative have to say together.</summary>
public static class InitiativeConsistency
{
    public static bool EndsBeforeItStarts(Initiative initiative) =>
        initiative is { Start: { } start, End: { } end } && end.IsBefore(start);

    /// <summary>Whether the newest public text speaks for a day before the end, of which it then cannot tell.</summary>
    public static bool IsToldOfBeforeItEnds(Initiative initiative) =>
        initiative.End is { } end && !(initiative.StatusAsOf?.LastDay >= end.FirstDay);

    /// <param name="initiative">With its milestones.</param>
    /// <param name="today">After which nothing is known to have ended.</param>
    public static IEnumerable<Inconsistency> Of(Initiative initiative, DateOnly today)
    {
        var (start, end, isCompleted) = (initiative.Start, initiative.End, initiative.RecordedStage == Stage.Completed);
        if (EndsBeforeItStarts(initiative))
        {
            yield return new(
                ["End", "Start"],
                $"The end ({end!.Value.ToDisplay()}) is before the start ({start!.Value.ToDisplay()}): correct one of them.");
        }

        if (isCompleted && end is null)
        {
            yield return new(
                ["End", "Stage"],
                "A completed initiative has an end: write it, as exact as it is known, or choose another stage.")
            {
                IsPublishedAtTimes = true,
            };
        }

        if (isCompleted && end?.FirstDay > today)
        {
            yield return new(
                ["End", "Stage"],
                "This end has not come yet, so the initiative cannot be completed: choose another stage, "
                + $"or write an end up to today, {Words.Of(today)}.");
        }

        if (isCompleted && initiative.StageBasis == StageBasis.Sourced && IsToldOfBeforeItEnds(initiative))
        {
            yield return new(
                ["StatusAsOf", "Stage", "End", "StageBasis"],
                $"A public text says that it is completed, so it speaks for a day from the end ({end!.Value.ToDisplay()}) on: "
                + "write that day, or choose “Its public end has passed” as how the stage is known.");
        }

        if (initiative is { RecordedStage: Stage.Cancelled, StatusAsOf: null })
        {
            yield return new(["StatusAsOf", "Stage"], "Write the day from which it is canceled, as exact as it is known.");
        }

        if (start is not { } known) yield break;
        if (initiative.Milestones.FirstOrDefault(m => MilestoneConsistency.Day(m)?.IsBefore(known) == true) is { } early)
        {
            yield return new(
                ["Start"],
                $"The milestone {early.Code} {early.Title} ({MilestoneConsistency.Day(early)!.Value.ToDisplay()}) is before this start: "
                + "write an earlier start, or correct the milestone first.")
            {
                IsPublishedAtTimes = true,
            };
        }
    }
}
