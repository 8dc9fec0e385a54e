using System.Globalization;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Fields.Values;
using DefenseCoop.Domain;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments;

/// <summary>
/// Assessments, periods and actions as their histories show them.
/// Content comes with the publication: histories are for every reader.
/// </summary>
internal static class AssessmentRecords
{
    public static IReadOnlyList<FormType> All { get; } =
    [
        new RecordWithoutForm<Assessment>(
            RecordKind.Assessment,
            (db, code, ct) =>
                db.Set<Assessment>().Include(a => a.FocusArea).Include(a => a.Objectives).SingleOrDefaultAsync(a => a.Code == code, ct),
            a => (a.Code, a.Title),
            fields => fields.Shown("Code", "Code", a => a.Code).Shown("State", "State", a => AssessmentWords.Of(a.State))
                .Shown("Due", "Due", a => a.DueOn.ToString("O", CultureInfo.InvariantCulture), FieldKind.PartialDate)
                .Shown("RevisionReason", "Reason of the correction", a => a.RevisionReason)
                .Shown("SubmittedBy", "Submitted by", a => a.SubmittedBy).Shown("ReviewedBy", "Reviewed by", a => a.ReviewedBy)
                .Shown("Computed", "Computed status", a => Published(a, a.Computed is var status ? Words.Of(status) : null))
                .Shown("Judgement", "Judgment", a => Published(a, a.Judgement is { } status ? Words.Of(status) : null))
                .Shown("Confidence", "Confidence", a => Published(a, a.Confidence?.ToString()))
                .Shown("Decision", "Decision", a => Published(a, a.Decision?.ToString()))
                .Shown("Reason", "Reason", a => Published(a, a.Reason), FieldKind.Paragraph)
                .Shown("Progress", "Progress", a => Published(a, a.Progress), FieldKind.Paragraph)
                .Shown("Risks", "Risks", a => Published(a, a.Risks), FieldKind.Paragraph)
                .Shown("Changes", "What we change", a => Published(a, a.Changes), FieldKind.Paragraph)
                .Shown("Objectives", "Objectives", a => Published(a, Objectives(a)), FieldKind.Paragraph)
                .Shown("Evidence", "SHA-256 of the evidence", a => Published(a, a.EvidenceHash)),
            _ => [],
            a => a.FocusArea.Slug),
        new RecordWithoutForm<AssessmentPeriod>(
            RecordKind.ReportingPeriod,
            (db, code, ct) => db.Set<AssessmentPeriod>().SingleOrDefaultAsync(p => p.Code == code, ct),
            p => (p.Code, AssessmentWords.Period(p.Code)),
            fields => fields.Shown("Code", "Code", p => p.Code)
                .Shown("Due", "Due", p => p.DueOn.ToString("O", CultureInfo.InvariantCulture), FieldKind.PartialDate)
                .Shown("OpenedBy", "Opened by", p => p.OpenedBy),
            _ => []),
        new RecordWithoutForm<AssessmentAction>(
            RecordKind.Action,
            (db, code, ct) => db.Set<AssessmentAction>().Include(a => a.Assessment).SingleOrDefaultAsync(a => a.Code == code, ct),
            a => (a.Code, a.Assessment.State == AssessmentState.Published ? a.Text : a.Code),
            fields => fields.Shown("Code", "Code", a => a.Code).Shown("Text", "What is to be done", a => Published(a.Assessment, a.Text))
                .Shown("Owner", "Owner", a => Published(a.Assessment, a.Owner))
                .Shown(
                    "Due", "Due", a => Published(a.Assessment, a.DueOn.ToString("O", CultureInfo.InvariantCulture)), FieldKind.PartialDate)
                .Shown("ExpectedOutcome", "Expected outcome", a => Published(a.Assessment, a.ExpectedOutcome))
                .Shown("State", "State", a => AssessmentWords.Of(a.State)).Shown("Outcome", "What came of it", a => a.Outcome)
                .Shown("ClosedBy", "Closed by", a => a.ClosedBy).Shown("Effect", "Effect", a => a.Effect),
            _ => []),
    ];

    private static string? Published(Assessment assessment, string? text) => assessment.State == AssessmentState.Published ? text : null;

    private static string Objectives(Assessment assessment) => FieldText.Lines(assessment.Objectives.OrderBy(o => o.Position)
        .Select(
            o => $"{o.ObjectiveText}: {(o.Judgement is { } judged ? Words.Of(judged) : "no judgment")}, computed {Words.Of(o.Computed)}"));
}
