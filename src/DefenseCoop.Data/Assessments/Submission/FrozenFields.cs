using System.Globalization;
using DefenseCoop.Domain.Assessments;

namespace DefenseCoop.Data.Assessments.Submission;

/// <summary>What was submitted as the fields that it was typed in.</summary>
internal static class FrozenFields
{
    /// <param name="assessment">With its objectives and actions.</param>
    /// <param name="withActions">Whether its actions are wanted, too.</param>
    public static Dictionary<string, string> Of(Assessment assessment, bool withActions)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            [FieldNames.Judgement] = assessment.Judgement?.ToString() ?? "",
            [FieldNames.Confidence] = assessment.Confidence?.ToString() ?? "",
            [FieldNames.Decision] = assessment.Decision?.ToString() ?? "",
            [FieldNames.Reason] = assessment.Reason ?? "",
            [FieldNames.Progress] = assessment.Progress ?? "",
            [FieldNames.Risks] = assessment.Risks ?? "",
            [FieldNames.Changes] = assessment.Changes ?? "",
        };
        foreach (var objective in assessment.Objectives)
        {
            fields[FieldNames.Objective(objective.ObjectiveCode)] = objective.Judgement?.ToString() ?? "";
        }
        foreach (var action in withActions ? assessment.Actions : [])
        {
            fields[FieldNames.Action(action.Number, ActionPart.Text)] = action.Text;
            fields[FieldNames.Action(action.Number, ActionPart.Owner)] = action.Owner;
            fields[FieldNames.Action(action.Number, ActionPart.Due)] = action.DueOn.ToString("O", CultureInfo.InvariantCulture);
            fields[FieldNames.Action(action.Number, ActionPart.Outcome)] = action.ExpectedOutcome ?? "";
        }

        return fields;
    }
}
