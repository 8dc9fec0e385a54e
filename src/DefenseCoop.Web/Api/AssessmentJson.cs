using System.Text.Json;
using DefenseCoop.Data.Assessments;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Status;
using DefenseCoop.Web.Urls;

namespace DefenseCoop.Web.Api;

/// <summary>One assessment for programs. What was not submitted yet is not in it.</summary>
/// <param name="Objectives">Judgements on them, in their order.</param>
/// <param name="Evidence">As it was frozen; only of one asked for by its code.</param>
/// <param name="Url">Path of its page.</param>
internal sealed record AssessmentJson(
    string Code,
    string FocusArea,
    string FocusAreaName,
    string Period,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly DueOn,
    int Revision,
    string? RevisionReason,
    AssessmentState State,
    AssessedStatus? Judgement,
    AssessedStatus Computed,
    EvidenceConfidence? Confidence,
    AssessmentDecision? Decision,
    string? Reason,
    string? Progress,
    string? Risks,
    string? Changes,
    IReadOnlyList<ObjectiveJson> Objectives,
    IReadOnlyList<ActionJson> Actions,
    IReadOnlyList<string> Writers,
    DateTime? SubmittedAt,
    string? SubmittedBy,
    DateTime? PublishedAt,
    string? PublishedBy,
    DateTime? EvidenceAt,
    string? EvidenceHash,
    JsonElement? Evidence,
    string Url)
{
    /// <param name="a">Read whole, but for its evidence where that is not wanted.</param>
    /// <param name="withEvidence">Whether it is.</param>
    /// <param name="day">What became of its actions later has not happened.</param>
    /// <param name="root">Beneath which path the program is served.</param>
    public static AssessmentJson Of(Assessment a, bool withEvidence, DateOnly day, PathString root) => new(
        a.Code,
        a.FocusArea.Slug,
        a.AreaName,
        a.Period,
        a.FirstDay,
        a.LastDay,
        a.DueOn,
        a.Revision,
        a.RevisionReason,
        a.State,
        a.Judgement,
        a.Computed,
        a.Confidence,
        a.Decision,
        a.Reason,
        a.Progress,
        a.Risks,
        a.Changes,
        [.. a.Objectives.OrderBy(o => o.Position).Select(o => new ObjectiveJson(o.ObjectiveCode, o.ObjectiveText, o.Judgement, o.Computed))],
        [.. a.Actions.OrderBy(x => x.Number).Select(x => ActionJson.Of(x, day))],
        a.Writers?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [],
        a.SubmittedAt,
        a.SubmittedBy,
        a.State == AssessmentState.Published ? a.ReviewedAt : null,
        a.State == AssessmentState.Published ? a.ReviewedBy : null,
        a.EvidenceAt,
        a.EvidenceHash,
        withEvidence && a.Evidence is { } evidence ? JsonElement.Parse(evidence) : null,
        root + AssessmentUrls.Of(a.FocusArea.Slug, a.Period, a.Revision));
}

/// <summary>What was judged of one objective.</summary>
internal sealed record ObjectiveJson(string Code, string Text, AssessedStatus? Judgement, AssessedStatus Computed);

/// <summary>What was decided to do.</summary>
internal sealed record ActionJson(
    string Code, string Text, string Owner, DateOnly DueOn, string? ExpectedOutcome, ActionState State, string? Outcome, DateOnly? ClosedOn, string? Effect)
{
    public static ActionJson Of(AssessmentAction a, DateOnly day)
    {
        var isDone = a.IsDoneOn(day);
        return new(
            a.Code, a.Text, a.Owner, a.DueOn, a.ExpectedOutcome,
            isDone ? ActionState.Done : ActionState.Open, isDone ? a.Outcome : null, isDone ? a.ClosedOn : null, a.EffectNotedOn <= day ? a.Effect : null);
    }
}
