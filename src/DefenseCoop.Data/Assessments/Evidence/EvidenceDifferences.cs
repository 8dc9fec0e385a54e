namespace DefenseCoop.Data.Assessments.Evidence;

/// <summary>One thing that is different in the evidence.</summary>
/// <param name="Sentence">For people.</param>
/// <param name="Url">Where it stands.</param>
public sealed record EvidenceChange(string Sentence, string Url);

/// <summary>Says how two states of the evidence of a focus area differ.</summary>
public static class EvidenceDifferences
{
    /// <summary>What came, went or changed from one to the other, in their order; empty where all is the same.</summary>
    public static IReadOnlyList<EvidenceChange> Between(FrozenEvidence before, FrozenEvidence after) => throw new NotImplementedException();
}
