namespace DefenseCoop.Domain.History;

/// <summary>The pages that tell of more than of what belongs to them: whoever has one open is told of kinds that show on it.</summary>
[Flags]
public enum RecordPages
{
    None = 0,

    /// <summary>The register of initiatives.</summary>
    Register = 1,

    /// <summary>The page of any initiative, of records that several name.</summary>
    Initiative = 2,

    /// <summary>The list of focus areas.</summary>
    FocusAreas = 4,

    /// <summary>The page of any focus area, of records that several name.</summary>
    FocusArea = 8,

    Summary = 16,

    /// <summary>The board of assessments.</summary>
    Board = 32,

    /// <summary>The page of any assessment.</summary>
    Assessment = 64,

    Recommendations = 128,

    /// <summary>How statuses are found, and what is to be known of the data.</summary>
    Method = 256,
}
