using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Fields;
using DefenseCoop.Data.Storage;
using DefenseCoop.Domain.Assessments;
using DefenseCoop.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DefenseCoop.Data.Assessments.Submission;

/// <summary>
/// Submits one assessment within a transaction: checks what is
/// typed, freezes the evidence and copies both into the record.
/// </summary>
internal sealed class Submitter(DefenseCoopContext db, EvidenceBuilder builder, DateTime now, CancellationToken ct)
{
    /// <param name="assessment">Tracked, with its parts.</param>
    /// <param name="accountId">Who submits.</param>
    /// <param name="person">What they are called.</param>
    /// <returns>What is wrong; empty where it is submitted.</returns>
    public async Task<IReadOnlyList<FieldProblem>> RunAsync(Assessment assessment, int accountId, string person)
    {
        var today = DateOnly.FromDateTime(now);
        var at = await FrozenAtAsync();
        var evidence = await builder.BuildAsync(db, assessment.FocusArea.Slug, today < assessment.LastDay ? today : assessment.LastDay, ct)
            ?? throw new InvalidOperationException($"The focus area {assessment.FocusArea.Slug} of an assessment is gone.");
        var fields = await db.AssessmentFields.Where(f => f.AssessmentId == assessment.Id)
            .ToDictionaryAsync(f => f.Name, f => f.Value, StringComparer.Ordinal, ct);
        var check = new SubmissionCheck(fields, evidence, assessment.FirstDay);
        var content = check.Read();
        await CheckCitationsAsync(check, fields);
        await CheckConflictsAsync(check, assessment.Id, accountId);
        if (content is null || check.Problems.Count > 0) return check.Problems;

        var json = EvidenceJson.Write(evidence);
        assessment.Submit(
            content, new EvidenceSeal(evidence.Status, json, EvidenceJson.Hash(json), at),
            now, accountId, person, await WritersAsync(assessment.Id, accountId, person));
        PutObjectives(assessment, evidence, check);
        PutActions(assessment, check);
        return [];
    }

    /// <summary>Everything recorded by then, and nothing that is recorded later, is what the evidence is gathered from.</summary>
    private async Task<DateTime> FrozenAtAsync()
    {
        var instant = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var newest = await db.ChangeSets.OrderByDescending(c => c.Id).Select(c => (DateTime?)c.At).FirstOrDefaultAsync(ct);
        return newest is { } head && head > instant ? head : instant;
    }

    private async Task CheckCitationsAsync(SubmissionCheck check, Dictionary<string, string> fields)
    {
        var texts = FieldNames.Narrative.Append(FieldNames.Reason)
            .ToDictionary(n => n, n => CitationText.Codes(fields.GetValueOrDefault(n)), StringComparer.Ordinal);
        var known = await CitationLookup.FindAsync(db, [.. texts.Values.SelectMany(c => c).Distinct(StringComparer.Ordinal)], ct);
        foreach (var (name, codes) in texts)
        {
            var missing = codes.Where(c => !known.ContainsKey(c)).Take(5).ToList();
            if (missing.Count == 0) continue;
            check.Refuse(
                name,
                $"{FieldNames.Words(name)} cites {string.Join(", ", missing.Select(c => $"[{c}]"))}, and there is no "
                    + "initiative, milestone, indicator, reading or source of that code: correct the code, or take the brackets away.");
        }
    }

    private async Task CheckConflictsAsync(SubmissionCheck check, int assessmentId, int accountId)
    {
        var names = await db.FieldConflicts.Where(c => c.AssessmentId == assessmentId && c.AccountId == accountId)
            .Select(c => c.Name).Distinct().ToListAsync(ct);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            check.Refuse(
                name, $"{FieldNames.Words(name)}: somebody else changed the same as you. Choose which text is to stand before you submit.");
        }
    }

    private async Task<string> WritersAsync(int assessmentId, int accountId, string person)
    {
        var writers = await db.AssessmentWriters.Where(w => w.AssessmentId == assessmentId).ToListAsync(ct);
        return string.Join(
            '\n',
            writers.Where(w => w.AccountId != accountId)
                .Select(w => w.Person).Append(person).Distinct(StringComparer.Ordinal).Order(FoldedText.Order));
    }

    private void PutObjectives(Assessment assessment, FrozenEvidence evidence, SubmissionCheck check)
    {
        var old = assessment.Objectives.ToDictionary(o => o.ObjectiveCode, StringComparer.Ordinal);
        foreach (var (position, objective) in evidence.Objectives.Index())
        {
            if (!old.Remove(objective.Code, out var row))
            {
                row = new ObjectiveJudgement { Assessment = assessment, ObjectiveCode = objective.Code, ObjectiveText = objective.Text };
                db.Add(row);
            }

            (row.ObjectiveText, row.Position, row.Computed,
             row.Judgement) = (objective.Text, position, objective.Status, check.Objectives[objective.Code]);
        }

        db.RemoveRange(old.Values);
    }

    private void PutActions(Assessment assessment, SubmissionCheck check)
    {
        var old = assessment.Actions.ToDictionary(a => a.Number);
        foreach (var action in check.Actions)
        {
            if (old.Remove(action.Number, out var row))
            {
                (row.Text, row.Owner, row.DueOn, row.ExpectedOutcome) = (action.Text, action.Owner, action.DueOn, action.ExpectedOutcome);
                continue;
            }

            db.Add(new AssessmentAction
            {
                FocusArea = assessment.FocusArea,
                Assessment = assessment,
                Code = AssessmentAction.CodeOf(assessment.Code, action.Number),
                Number = action.Number,
                Text = action.Text,
                Owner = action.Owner,
                DueOn = action.DueOn,
                ExpectedOutcome = action.ExpectedOutcome,
            });
        }

        db.RemoveRange(old.Values);
    }
}
