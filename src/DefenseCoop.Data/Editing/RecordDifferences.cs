using DefenseCoop.Domain.History;

namespace DefenseCoop.Data.Editing;

/// <summary>One field that differs between two versions of a record, in words.</summary>
/// <param name="Label">Of the field.</param>
/// <param name="Before">Empty where there was nothing.</param>
/// <param name="After">Empty where there is nothing any more.</param>
public sealed record FieldDifference(string Label, string Before, string After);

/// <summary>Says field by field how versions of a record differ.</summary>
public sealed class RecordDifferences
{
    /// <summary>What one change set did to a record, in the order of its fields.</summary>
    /// <param name="kind">Of the record.</param>
    /// <param name="code">Of the record.</param>
    /// <param name="changeSetId">The change set.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>All fields with a value where the change set made the record, or removed it; none where it did not touch it.</returns>
    public Task<IReadOnlyList<FieldDifference>> OfAsync(RecordKind kind, string code, long changeSetId, CancellationToken ct) =>
        throw new NotSupportedException($"{kind} {code} {changeSetId} {ct}");
}
