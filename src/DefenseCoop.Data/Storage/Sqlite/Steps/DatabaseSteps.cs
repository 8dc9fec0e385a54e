namespace DefenseCoop.Data.Storage.Sqlite.Steps;

/// <summary>How the steps by which a database was built stand to those of this program.</summary>
/// <param name="IsOurs">Whether they are steps of this program at all, of whatever version.</param>
/// <param name="Pending">Those that the database lacks.</param>
/// <param name="Newer">The first of a later version, which this one does not know; null where there is none.</param>
/// <param name="TooOld">The last of an earlier version that this one cannot bring up to date; null where it can.</param>
internal sealed record DatabaseSteps(bool IsOurs, IReadOnlyList<string> Pending, string? Newer, string? TooOld)
{
    /// <param name="applied">Those of the database, in order.</param>
    /// <param name="known">Those of this program, in order.</param>
    public static DatabaseSteps Compare(IReadOnlyList<string> applied, IReadOnlyList<string> known)
    {
        var isAdopted = applied.Contains(BaselineStep.Id, StringComparer.Ordinal);
        var isBefore = !isAdopted && applied.Contains(BaselineStep.First, StringComparer.Ordinal);
        var own = isBefore ? applied.Where(s => string.CompareOrdinal(s, BaselineStep.Last) > 0) : applied;
        var newer = own.Except(known, StringComparer.Ordinal).FirstOrDefault();
        var isTooOld = isBefore && newer is null && !BaselineStep.CanAdopt(applied[^1]);
        return new DatabaseSteps(
            applied.Count == 0 || isAdopted || isBefore,
            [.. known.Except(applied, StringComparer.Ordinal)], newer, isTooOld ? applied[^1] : null);
    }
}
