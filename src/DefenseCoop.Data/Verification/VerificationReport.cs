using DefenseCoop.Data.History;

namespace DefenseCoop.Data.Verification;

/// <summary>What a verification looks at, in this order.</summary>
public enum VerifiedPart
{
    /// <summary>What is not written into the file of the database yet.</summary>
    Log,
    Database,
    Chain,
    Versions,
    CurrentRows,

    /// <summary>Whether the fields of a record agree with each other.</summary>
    Consistency,
    Findings,
    Head,
}

/// <summary>What came out for one part.</summary>
/// <param name="Problem">The first break, in words; null where all is well.</param>
/// <param name="Note">What was looked at, in words.</param>
public sealed record VerifiedResult(VerifiedPart Part, string? Problem, string Note)
{
    /// <summary>Whether the note tells of something to look at, though nothing was altered.</summary>
    public bool IsNoted { get; init; }

    /// <summary>Whether it cannot be known; the note says why.</summary>
    public bool IsUntold { get; init; }
}

/// <summary>What a verification found.</summary>
/// <param name="Head">The newest change set; null where there is none, or it cannot be read.</param>
public sealed record VerificationReport(IReadOnlyList<VerifiedResult> Results, ChainHead? Head)
{
    public bool IsSound => Results.All(r => r.Problem is null);
}
