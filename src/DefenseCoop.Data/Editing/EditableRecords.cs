using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.History;

namespace DefenseCoop.Data.Editing;

/// <summary>A record as fields with text, whether there is a form for it or not.</summary>
/// <param name="Spec">Its fields; more than its form has, such as its code and what it belongs to.</param>
/// <param name="Heading">What it is called.</param>
/// <param name="Values">By field.</param>
public sealed record RecordValues(FormSpec Spec, string Heading, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The form that edits it; null where there is none.</summary>
    public FormKey? Form { get; init; }
}

/// <summary>Reads records as fields, from the present or any historic context.</summary>
public sealed class EditableRecords
{
    /// <returns>Null where the context knows no such record.</returns>
    public Task<RecordValues?> ReadAsync(DefenseCoopContext db, RecordKind kind, string code, CancellationToken ct) =>
        throw new NotSupportedException($"{db} {kind} {code} {ct}");
}
