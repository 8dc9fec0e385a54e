using DefenseCoop.Data.People;
using DefenseCoop.Domain.People;

namespace DefenseCoop.Data.Editing.Drafts;

/// <summary>Keeps what a person has typed and not saved, so that nothing typed is lost.</summary>
public sealed class DraftCommands
{
    /// <summary>Keeps it in place of what was kept before.</summary>
    /// <param name="actor">Whose draft; needs an account.</param>
    /// <param name="key">Of which form.</param>
    /// <param name="seen">Id of the newest change set that the person has seen.</param>
    /// <param name="values">By field, exactly as typed.</param>
    /// <param name="why">The reason, as typed.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    /// <exception cref="Domain.InvalidInputException">It is too much, or there is no such form.</exception>
    [Requires(Right.RecordEvidence)]
    public Task KeepAsync(
        Actor actor, FormKey key, long seen, IReadOnlyDictionary<string, string> values, string? why, CancellationToken ct) =>
        throw new NotSupportedException($"{actor} {key} {seen} {values} {why} {ct}");

    /// <summary>Removes the draft; nothing where there is none.</summary>
    /// <exception cref="NotAllowedException">The person may not edit.</exception>
    [Requires(Right.RecordEvidence)]
    public Task DiscardAsync(Actor actor, FormKey key, CancellationToken ct) => throw new NotSupportedException($"{actor} {key} {ct}");
}
