namespace DefenseCoop.Domain.History;

/// <summary>
/// Where a record, or a part of one, stands. Members rather than a constructor, so that a filter on the code runs in SQL.
/// </summary>
public sealed record RecordPlace
{
    /// <summary>Of the record or part.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the initiative on whose page it stands; null where it stands on that of none.</summary>
    public string? Initiative { get; init; }

    /// <summary>Slug of the focus area on whose page it stands; null where it stands on that of none.</summary>
    public string? Area { get; init; }

    /// <summary>Code of the indicator with which it stands there; null where that is none.</summary>
    public string? Indicator { get; init; }

    public string? IndicatorName { get; init; }
}
