using DefenseCoop.Data.People;

namespace DefenseCoop.Data.Editing.Refresh;

/// <summary>The work list of editors: what is stale, and what soon will be.</summary>
public sealed class RefreshQueries
{
    /// <summary>One page of it: the stale first, the longest stale and weightiest at the top; then what soon will be, the soonest first.</summary>
    /// <param name="actor">Who asks; needs the right to record evidence.</param>
    /// <param name="page">From 1; beyond the last one, the last.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public Task<RefreshList> ListAsync(Actor actor, int page, CancellationToken ct) => throw new NotSupportedException($"{actor} {page} {ct}");
}
