using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Fields;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.History;
using DefenseCoop.Domain.Status;

namespace DefenseCoop.Data.Assessments;

/// <summary>One assessment, one revision of it, with all that its page shows.</summary>
/// <param name="Header">What and where it is.</param>
/// <param name="Fields">By name: as typed while it is written, else as submitted. Every field of the form is there.</param>
/// <param name="Version">Of the newest field, to be sent as seen by a page that is open.</param>
/// <param name="Evidence">As of now while it is written, else frozen.</param>
/// <param name="Corrected">Where it is frozen: what is known better since.</param>
/// <param name="Objectives">In their order; those that were removed while judged, last.</param>
/// <param name="Since">What changed since the last published assessment; where there is none, since the period began.</param>
/// <param name="SinceWhat">What <paramref name="Since"/> compares with, for a heading.</param>
/// <param name="Stale">What is too old to tell, and who could refresh it.</param>
/// <param name="Actions">What this assessment, or an earlier revision of it, decided
/// to do. Empty while the first revision is written: they are fields then.</param>
/// <param name="CarriedOver">Open actions of earlier periods.</param>
/// <param name="Comments">Of all returns, the newest round last. Empty for readers.</param>
/// <param name="Revisions">Newest first; for readers the published ones.</param>
/// <param name="Conflicts">What the person typed and could not be merged.</param>
/// <param name="Rights">What the person may do.</param>
public sealed record AssessmentView(
    AssessmentHeader Header,
    IReadOnlyDictionary<string, FieldValue> Fields,
    long Version,
    FrozenEvidence Evidence,
    IReadOnlyList<EvidenceChange> Corrected,
    IReadOnlyList<ObjectiveRow> Objectives,
    IReadOnlyList<EvidenceChange> Since,
    string SinceWhat,
    IReadOnlyList<StaleRow> Stale,
    IReadOnlyList<ActionView> Actions,
    IReadOnlyList<ActionView> CarriedOver,
    IReadOnlyList<CommentRow> Comments,
    IReadOnlyList<RevisionRow> Revisions,
    IReadOnlyList<ConflictRow> Conflicts,
    AssessmentRights Rights);

/// <summary>What and where an assessment is.</summary>
/// <param name="AreaName">What the focus area was called when the period was opened.</param>
/// <param name="AreaNameNow">What it is called now.</param>
/// <param name="Computed">What the evidence says: now while it is written, else as frozen.</param>
/// <param name="Judgement">Null before it is submitted.</param>
/// <param name="Writers">Names of all who wrote it.</param>
/// <param name="IsFrozen">Whether content and evidence are those of a submission.</param>
public sealed record AssessmentHeader(
    string Code,
    string Slug,
    string AreaName,
    string AreaNameNow,
    ReportingPeriod Period,
    int Revision,
    string? RevisionReason,
    AssessmentState State,
    DateOnly DueOn,
    DateTime OpenedAt,
    DateTime? SubmittedAt,
    string? SubmittedBy,
    DateTime? ReviewedAt,
    string? ReviewedBy,
    IReadOnlyList<string> Writers,
    AssessedStatus Computed,
    AssessedStatus? Judgement,
    EvidenceConfidence? Confidence,
    AssessmentDecision? Decision,
    DateTime? EvidenceAt,
    string? EvidenceHash,
    bool IsFrozen);

/// <summary>What a field holds.</summary>
/// <param name="Value">Text, exactly as typed; empty for nothing.</param>
/// <param name="Version">0 where nobody wrote it yet.</param>
/// <param name="Person">Who changed it last; empty where nobody did.</param>
public sealed record FieldValue(string Value, long Version, string Person);

/// <summary>An objective to judge.</summary>
/// <param name="IsGone">Whether it was removed after somebody judged it: the judgement is to be cleared.</param>
public sealed record ObjectiveRow(string Code, string Text, AssessedStatus Computed, bool IsGone);

/// <summary>Evidence that is too old.</summary>
/// <param name="Who">Who recorded the last change of the initiative; null where no person did.</param>
public sealed record StaleRow(string Sentence, RecordReference Reference, string? Who);

/// <summary>An action as its page shows it.</summary>
/// <param name="Period">Of the assessment that decided it.</param>
public sealed record ActionView(
    string Code,
    int Number,
    string Period,
    string Text,
    string Owner,
    DateOnly DueOn,
    string? ExpectedOutcome,
    ActionState State,
    string? Outcome,
    DateOnly? ClosedOn,
    string? ClosedBy,
    string? Effect,
    DateOnly? EffectNotedOn);

/// <param name="Field">Name of the field; empty for the whole.</param>
public sealed record CommentRow(string Field, string Text, string Person, DateTime At, int Round);

/// <param name="At">When it was published, else submitted, else opened; UTC.</param>
public sealed record RevisionRow(int Number, AssessmentState State, DateTime At, string? Reason);

/// <param name="Theirs">What is stored now.</param>
/// <param name="TheirVersion">Of that; to be sent as seen with the choice.</param>
/// <param name="TheirPerson">Who wrote it.</param>
public sealed record ConflictRow(string Name, string Base, string Mine, string Theirs, long TheirVersion, string TheirPerson);

/// <summary>What a person may do with an assessment now. Each reason is null where they may.</summary>
/// <param name="WhyNotWrite">Why they may not change its text.</param>
/// <param name="WhyNotReview">Why they may not publish it.</param>
/// <param name="WhyNotReturn">Why they may not return it.</param>
/// <param name="WhyNotCorrect">Why they may not start a correction.</param>
public sealed record AssessmentRights(string? WhyNotWrite, string? WhyNotReview, string? WhyNotReturn, string? WhyNotCorrect)
{
    public bool MayWrite => WhyNotWrite is null;

    public bool MayPublish => WhyNotReview is null;

    public bool MayReturn => WhyNotReturn is null;

    public bool MayCorrect => WhyNotCorrect is null;
}

/// <summary>One published assessment in the list of a focus area.</summary>
/// <param name="PublishedAt">UTC.</param>
public sealed record PublishedRow(
    string Code,
    string Slug,
    ReportingPeriod Period,
    int Revision,
    bool IsNewest,
    AssessedStatus Judgement,
    AssessedStatus Computed,
    EvidenceConfidence Confidence,
    AssessmentDecision Decision,
    string SubmittedBy,
    IReadOnlyList<string> Writers,
    string PublishedBy,
    DateTime PublishedAt,
    string? Reason);

/// <summary>A period that was opened.</summary>
public sealed record OpenedPeriod(ReportingPeriod Period, DateTime OpenedAt, DateOnly DueOn, string OpenedBy);

/// <summary>What a submission came to.</summary>
/// <param name="Problems">Empty where it was submitted; what was typed is kept either way.</param>
/// <param name="ChangeSetId">Null where it was not.</param>
public sealed record SubmitResult(IReadOnlyList<FieldProblem> Problems, long? ChangeSetId)
{
    public bool IsSubmitted => Problems.Count == 0;
}

/// <summary>What a reviewer says at a place of an assessment.</summary>
/// <param name="Field">Name of the field; empty for the whole.</param>
public sealed record CommentInput(string Field, string Text);
