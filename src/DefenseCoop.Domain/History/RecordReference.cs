namespace DefenseCoop.Domain.History;

/// <summary>Names a record with what it belongs to, so that it can be led to. It is no address: those are made of it where pages are.</summary>
/// <param name="Kind">Of the record.</param>
/// <param name="Code">Code or slug; null for where records of the kind stand, as of one that is not there yet.</param>
/// <param name="Initiative">Code of the initiative that it belongs to; null where it belongs to none, or is one.</param>
/// <param name="Area">Slug of the focus area that it belongs to; null where it belongs to none, or is one.</param>
/// <param name="Part">What of the page is meant, where that is not the record itself: the indicator of a reading.</param>
public sealed record RecordReference(RecordKind Kind, string? Code, string? Initiative = null, string? Area = null, string? Part = null);
