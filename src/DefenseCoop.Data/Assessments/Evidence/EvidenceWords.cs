using DefenseCoop.Domain;
using DefenseCoop.Domain.Initiatives;

namespace DefenseCoop.Data.Assessments.Evidence;

/// <summary>
/// Words that frozen evidence keeps as they were first written,
/// and how they are told: what is frozen is never rewritten.
/// </summary>
public static class EvidenceWords
{
    internal static string Kept(Stage stage) => stage == Stage.Cancelled ? nameof(Stage.Cancelled) : Words.Of(stage);

    /// <summary>A stage, or the state of a milestone, as it is told.</summary>
    public static string Told(string kept) => kept == nameof(Stage.Cancelled) ? Words.Of(Stage.Cancelled) : kept;
}
