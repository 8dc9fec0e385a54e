using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Domain.Assessments;

/// <summary>What is judged of one objective, in the words that the objective had then.</summary>
public sealed class ObjectiveJudgement
{
    public int Id { get; private set; }

    public int AssessmentId { get; private set; }

    public required Assessment Assessment { get; init; }

    public required string ObjectiveCode { get; init => field = Guard.Text(value, Objective.MaxCode, "objective code"); }

    public required string ObjectiveText { get; set => field = Guard.Text(value, Objective.MaxText, "objective"); }

    public int Position { get; set; }

    public AssessedStatus Computed { get; set; }

    public AssessedStatus? Judgement { get; set; }
}

/// <summary>What a reviewer said at one place of an assessment.</summary>
public sealed class ReviewComment
{
    public const int MaxField = 100;
    public const int MaxText = 4_000;

    public int Id { get; private set; }

    public int AssessmentId { get; private set; }

    public required Assessment Assessment { get; init; }

    /// <summary>Name of the field; empty for the assessment as a whole.</summary>
    public required string Field { get; init; }

    public required string Text { get; init => field = Guard.Text(value, MaxText, "comment"); }

    /// <summary>What the person was called then.</summary>
    public required string Person { get; init => field = Guard.Text(value, Assessment.MaxName, "name"); }

    public required int AccountId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>At which return, from 1.</summary>
    public required int Round { get; init; }
}
