namespace DefenseCoop.Domain.Schedule;

/// <summary>What the fields of an edition of an exercise have to say together.</summary>
public static class EditionConsistency
{
    public static IEnumerable<Inconsistency> Of(ExerciseEdition edition)
    {
        if (edition.End is { } end && end.IsBefore(edition.Start))
        {
            yield return new(
                ["End", "Start"],
                $"The end ({end.ToDisplay()}) is before the start ({edition.Start.ToDisplay()}): correct one of them.");
        }
    }
}
