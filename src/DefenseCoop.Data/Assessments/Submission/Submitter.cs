using DefenseCoop.Data.Assessments.Citations;
using DefenseCoop.Data.Assessments.Evidence;
using DefenseCoop.Data.Assessments.Working;
using DefenseCoop.Data.Commands;
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
internal sealed class Submitter(CommandWork work, EvidenceBuilder builder)
{
    /// <param name="assessment">Tracked, with its parts.</param>
    /// <returns>What is wrong; empty where it is submitted.</returns>
    public async Task<IReadOnlyList<FieldProblem>> RunAsync(Assessment assessment)
    {
        var today = work.Today;
        var at = await FrozenAtAsync();
        var evidence = await builder.BuildAsync(
            work.Db, assessment.FocusArea.Slug, today < assessment.LastDay ? today : assessment.LastDay, work.Ct)
            ?? throw new InvalidOperationException($"The focus area {assessment.FocusArea.Slug} of an assessment is gone.");
        var fields = await work.Db.AssessmentFields.Where(f => f.AssessmentId == assessment.Id)
            .ToDictionaryAsync(f => f.Name, f => f.Value, StringComparer.Ordinal, work.Ct);
        var check = new SubmissionCheck(fields, evidence, assessment.FirstDay);
        var content = check.Read();
        await CheckCitationsAsync(check, fields);
        await CheckConflictsAsync(check, assessment.Id);
        if (content is null || check.Problems.Count > 0) return check.Problems;

        var json = EvidenceJson.Write(evidence);
        var seal = new EvidenceSeal(evidence.Status, json, EvidenceJson.Hash(json), at);
        assessment.Submit(content, seal, work.Now, work.AccountId, work.Person, await WritersAsync(assessment.Id));
        PutObjectives(assessment, evidence, check);
        PutActions(assessment, check);
        return [];
    }

    /// <summary>Everything recorded by then, and nothing that is recorded later, is what the evidence is gathered from.</summary>
    private async Task<DateTime> FrozenAtAsync()
    {
        var instant = work.Now.AddTicks(-(work.Now.Ticks % TimeSpan.TicksPerMicrosecond));
        var newest = await work.Db.ChangeSets.OrderByDescending(c => c.Id).Select(c => (DateTime?)c.At).FirstOrDefaultAsync(work.Ct);
        return newest is { } head && head > instant ? head : instant;
    }

    private async Task CheckCitationsAsync(SubmissionCheck check, Dictionary<string, string> fields)
    {
        var texts = TextPartNames.Citing
            .ToDictionary(n => n, n => CitationText.Codes(fields.GetValueOrDefault(n)), StringComparer.Ordinal);
        var known = await CitationLookup.FindAsync(work.Db, [.. texts.Values.SelectMany(c => c).Distinct(StringComparer.Ordinal)], work.Ct);
        foreach (var (name, codes) in texts)
        {
            var missing = codes.Where(c => !known.ContainsKey(c)).Take(5).ToList();
            if (missing.Count == 0) continue;
            check.Refuse(
                name,
                $"{TextPartNames.Words(name)} cites {string.Join(", ", missing.Select(c => $"[{c}]"))}, and there is no "
                    + "initiative, milestone, indicator, reading or source of that code: correct the code, or take the brackets away.");
        }
    }

    private async Task CheckConflictsAsync(SubmissionCheck check, int assessmentId)
    {
        var names = await work.Db.FieldConflicts.Where(c => c.AssessmentId == assessmentId && c.AccountId == work.AccountId)
            .Select(c => c.Name).Distinct().ToListAsync(work.Ct);
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            check.Refuse(
                name,
                $"{TextPartNames.Words(name)}: somebody else changed the same as you. Choose which text is to stand before you submit.");
        }
    }

    private async Task<string> WritersAsync(int assessmentId)
    {
        var writers = await work.Db.AssessmentWriters.Where(w => w.AssessmentId == assessmentId).ToListAsync(work.Ct);
        var people = writers.Where(w => w.AccountId != work.AccountId).Select(w => w.Person).Append(work.Person);
        return string.Join('\n', people.Distinct(StringComparer.Ordinal).Order(FoldedText.Order));
    }

    private void PutObjectives(Assessment assessment, FrozenEvidence evidence, SubmissionCheck check)
    {
        var old = assessment.Objectives.ToDictionary(o => o.ObjectiveCode, StringComparer.Ordinal);
        foreach (var (position, objective) in evidence.Objectives.Index())
        {
            if (!old.Remove(objective.Code, out var row))
            {
                row = ObjectiveJudgement.Create(assessment, objective.Code, objective.Text);
                work.Db.Add(row);
            }

            row.Judge(objective.Text, position, objective.Status, check.Objectives[objective.Code]);
        }

        work.Db.RemoveRange(old.Values);
    }

    private void PutActions(Assessment assessment, SubmissionCheck check)
    {
        var old = assessment.Actions.ToDictionary(a => a.Number);
        foreach (var action in check.Actions)
        {
            if (old.Remove(action.Number, out var row))
            {
                row.Rewrite(action.Text, action.Owner, action.DueOn, action.ExpectedOutcome);
                continue;
            }

            work.Db.Add(AssessmentAction.Create(
                assessment, action.Number, action.Text, action.Owner, action.DueOn, action.ExpectedOutcome));
        }

        work.Db.RemoveRange(old.Values);
    }
}
