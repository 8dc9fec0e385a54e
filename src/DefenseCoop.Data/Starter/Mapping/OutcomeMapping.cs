using System.Globalization;
using DefenseCoop.Data.Starter.Records;
using DefenseCoop.Domain.Initiatives;
using DefenseCoop.Domain.Results;
using DefenseCoop.Domain.Sources;

namespace DefenseCoop.Data.Starter.Mapping;

/// <summary>Which outcome an initiative contributes to. The mapping is ours, so it is illustrative unless the file says more.</summary>
internal static class OutcomeMapping
{
    /// <summary>The outcome with these words in the focus area, made where it is not there yet.</summary>
    public static ExpectedOutcome Outcome(FocusArea focusArea, string? objectiveText, string? outcomeText)
    {
        var objective = focusArea.Objectives.FirstOrDefault(o => o.Text == objectiveText);
        if (objective is null)
        {
            objective = Objective.Create(
                string.Create(CultureInfo.InvariantCulture, $"{focusArea.Slug}-o{focusArea.Objectives.Count + 1}"),
                objectiveText!, focusArea.Objectives.Count);
            focusArea.Objectives.Add(objective);
        }

        var outcome = objective.Outcomes.FirstOrDefault(o => o.Text == outcomeText);
        if (outcome is null)
        {
            outcome = ExpectedOutcome.Create(
                string.Create(CultureInfo.InvariantCulture, $"{objective.Code}-{objective.Outcomes.Count + 1}"),
                outcomeText!, objective.Outcomes.Count);
            objective.Outcomes.Add(outcome);
        }

        return outcome;
    }

    public static void Contribute(
        StarterDraft draft, Place place, InitiativeRecord record, Initiative initiative, FocusArea focusArea)
    {
        var first = focusArea.Objectives.First();
        var objectiveText = record.Objective?.Text?.Trim() ?? first.Text;
        var outcomeText = record.ExpectedOutcome?.Text?.Trim() ?? first.Outcomes.First().Text;
        var code = $"{initiative.Code}:{focusArea.Slug}";
        var contribution = Contribution.Create(
            code, Outcome(focusArea, objectiveText, outcomeText),
            draft.Attribution(place, record.ExpectedOutcome, record.ExpectedOutcome?.Provenance ?? "illustrative"));
        contribution.AttributeObjective(draft.Attribution(place, record.Objective, record.Objective?.Provenance ?? "illustrative"));
        initiative.Contributions.Add(contribution);
        Cite(draft, place, code, record.Objective, Aspect.Objective);
        Cite(draft, place, code, record.ExpectedOutcome, Aspect.Outcome);
    }

    private static void Cite(StarterDraft draft, Place place, string code, MappingRecord? mapping, Aspect aspect)
    {
        List<string> ids = [.. mapping?.SourceIds ?? []];
        if (mapping?.DerivedFrom is { } origin && !ids.Contains(origin)) ids.Insert(0, origin);
        draft.Cite(place, SubjectKind.Contribution, code, ids, aspect);
    }
}
