using DefenseCoop.Data.People;

namespace DefenseCoop.Data.Editing;

/// <summary>Opens forms.</summary>
public sealed class EditQueries
{
    /// <summary>
    /// A form with the person's draft of it, or with what is stored, or as the record was at a change set.
    /// </summary>
    /// <param name="actor">Who asks; needs the right to record evidence.</param>
    /// <param name="key">Which form.</param>
    /// <param name="restore">Id of the change set whose values to show; null for what is stored, or the draft.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Null where there is no such form or record.</returns>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    public Task<EditForm?> OpenAsync(Actor actor, FormKey key, long? restore, CancellationToken ct) =>
        throw new NotSupportedException($"{actor} {key} {restore} {ct}");
}
