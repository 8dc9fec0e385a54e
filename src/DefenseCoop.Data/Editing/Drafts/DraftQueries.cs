using DefenseCoop.Data.People;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>Reads the drafts of a person.</summary>
public sealed class DraftQueries
{
    /// <summary>The person's own drafts, the newest first.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public Task<IReadOnlyList<DraftRow>> ListAsync(Actor actor, CancellationToken ct) => throw new NotSupportedException($"{actor} {ct}");
}
