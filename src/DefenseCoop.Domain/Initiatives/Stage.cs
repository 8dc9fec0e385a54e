namespace DefenseCoop.Domain.Initiatives;

/// <summary>How far an initiative has come, in the words of its sources.</summary>
public enum Stage
{
    Proposed,
    Agreed,
    UnderWay,
    Suspended,
    Completed,
    Cancelled,
}

/// <summary>How the recorded stage is known.</summary>
public enum StageBasis
{
    /// <summary>A public text says so.</summary>
    Sourced,

    /// <summary>Nothing public says that it ended, so it is taken as going on.</summary>
    AssumedOngoing,

    /// <summary>Its public end has passed.</summary>
    InferredFromEndDate,
}

/// <summary>How sure the compiler of a record was of it.</summary>
public enum RecordConfidence
{
    Low,
    Medium,
    High,
}
