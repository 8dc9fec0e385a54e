using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Domain.Assessments;

/// <summary>What is judged of one objective, in the words that the objective had then.</summary>
public sealed class ObjectiveJudgement
{
    public int Id { get; private set; }

    public int AssessmentId { get; private set; }

    public Assessment Assessment { get; private init; } = null!;

    public string ObjectiveCode { get; private init => field = Guard.Text(value, Objective.MaxCode, "objective code"); } = "";

    public string ObjectiveText { get; private set => field = Guard.Text(value, Objective.MaxText, "objective"); } = "";

    public int Position { get; private set; }

    public AssessedStatus Computed { get; private set; }

    public AssessedStatus? Judgement { get; private set; }

    private ObjectiveJudgement()
    {
    }

    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static ObjectiveJudgement Create(Assessment assessment, string code, string text) => new()
    {
        Assessment = assessment,
        ObjectiveCode = code,
        ObjectiveText = text,
    };

    /// <summary>What is judged of it at a submission, in the words and the place that the objective has by then.</summary>
    public void Judge(string text, int position, AssessedStatus computed, AssessedStatus? judgement) =>
        (ObjectiveText, Position, Computed, Judgement) = (text, position, computed, judgement);
}

/// <summary>What a reviewer said at one place of an assessment.</summary>
public sealed class ReviewComment
{
    public const int MaxField = 100;
    public const int MaxText = 4_000;

    public int Id { get; private set; }

    public int AssessmentId { get; private set; }

    public Assessment Assessment { get; private init; } = null!;

    /// <summary>Name of the field; empty for the assessment as a whole.</summary>
    public string Field { get; private init; } = "";

    public string Text { get; private init => field = Guard.Text(value, MaxText, "comment"); } = "";

    /// <summary>What the person was called then.</summary>
    public string Person { get; private init => field = Guard.Text(value, Assessment.MaxName, "name"); } = "";

    public int AccountId { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>At which return, from 1.</summary>
    public int Round { get; private init; }

    private ReviewComment()
    {
    }

    /// <param name="assessment">At whose latest return it is said.</param>
    /// <param name="field">Empty for the assessment as a whole.</param>
    /// <param name="text">What is said.</param>
    /// <param name="accountId">Of the reviewer.</param>
    /// <param name="person">What the reviewer is called.</param>
    /// <param name="at">UTC.</param>
    /// <exception cref="InvalidInputException">Names the field and the remedy.</exception>
    public static ReviewComment Create(
        Assessment assessment, string field, string text, int accountId, string person, DateTime at) => new()
    {
        Assessment = assessment,
        Field = field,
        Text = text,
        Person = person,
        AccountId = accountId,
        At = at,
        Round = assessment.Returns,
    };
}
