using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Assessments.Trend;

/// <summary>Where one assessment of a focus area stands.</summary>
/// <param name="Area">What the focus area was called when the period was opened.</param>
/// <param name="Period">Code.</param>
/// <param name="Judgement">Null until it is submitted.</param>
/// <param name="Computed">What the evidence said, as frozen with it.</param>
/// <param name="By">Who submitted it last; null before.</param>
/// <param name="SubmittedAt">When that was, UTC.</param>
/// <param name="ReviewedBy">Who returned or published it last.</param>
/// <param name="ReviewedAt">When it was returned or published last, UTC.</param>
public sealed record AssessmentHead(
    int Id,
    string Code,
    string Slug,
    string Area,
    string Period,
    int Revision,
    AssessmentState State,
    DateOnly DueOn,
    AssessedStatus? Judgement,
    AssessedStatus Computed,
    string? By,
    DateTime? SubmittedAt,
    string? ReviewedBy,
    DateTime? ReviewedAt)
{
    /// <summary>Whether people judged otherwise than the evidence said.</summary>
    public bool Differs => Judgement is { } judged && judged != Computed;
}

/// <summary>One focus area in one period.</summary>
/// <param name="Computed">What the evidence says of the last day of the period, or
/// of the day asked for while it lasts; null where nothing can be said.</param>
/// <param name="IsComputedLater">Whether that was found afterwards from
/// dated evidence; what was published has what was computed then.</param>
/// <param name="Published">The newest published revision; null where there is none.</param>
/// <param name="Open">What is not published yet, for those who may see it.</param>
public sealed record PeriodCell(
    ReportingPeriod Period, string Slug, AssessedStatus? Computed, bool IsComputedLater, AssessmentHead? Published, AssessmentHead? Open);
