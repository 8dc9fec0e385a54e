namespace DefenseCoop.Domain.Status;

/// <summary>A piece of a sentence. Where it speaks of initiatives, it says how many and of which statuses.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Count">How many it speaks of; null where it counts nothing.</param>
/// <param name="Statuses">Of which statuses; empty for all.</param>
public sealed record CountedWords(string Text, int? Count, IReadOnlyList<AssessedStatus> Statuses)
{
    public static implicit operator CountedWords(string text) => new(text, null, []);
}

/// <summary>How many initiatives there are of each status on one day.</summary>
/// <param name="ByStatus">A status that is not there counts none.</param>
/// <param name="TooOld">How many of the stale ones have no evidence within the limit of age.</param>
public sealed record StatusCounts(IReadOnlyDictionary<AssessedStatus, int> ByStatus, int TooOld)
{
    public int Total => ByStatus.Values.Sum();

    public int Of(params IEnumerable<AssessedStatus> statuses) => statuses.Sum(s => ByStatus.GetValueOrDefault(s));
}
