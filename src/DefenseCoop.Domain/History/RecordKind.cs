namespace DefenseCoop.Domain.History;

/// <summary>
/// The kinds of record whose changes are kept, as people speak of them: the target of an indicator or the sources of a
/// reading change with the indicator or the reading.
/// </summary>
public enum RecordKind
{
    Initiative,
    Milestone,
    Indicator,
    Reading,
    Exercise,
    Edition,
    SpendingFigure,
    FocusArea,
    Objective,
    Outcome,
    Contribution,
    Recommendation,
    Source,
    Category,
    Organization,
    Site,
    Agreement,
    Event,

    /// <summary>What the compilers say of the data as a whole.</summary>
    Note,

    /// <summary>What people judge of a focus area in a period, with what they said of its objectives.</summary>
    Assessment,

    /// <summary>A period that was opened for assessment.</summary>
    ReportingPeriod,

    /// <summary>What an assessment decided to do.</summary>
    Action,
}

/// <summary>What a change did to a record.</summary>
public enum ChangeAction
{
    Created,
    Changed,
    Removed,
}
