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
            [TextPartNames.Judgement] = assessment.Judgement?.ToString() ?? "",
            [TextPartNames.Confidence] = assessment.Confidence?.ToString() ?? "",
            [TextPartNames.Decision] = assessment.Decision?.ToString() ?? "",
            [TextPartNames.Reason] = assessment.Reason ?? "",
            [TextPartNames.Progress] = assessment.Progress ?? "",
            [TextPartNames.Risks] = assessment.Risks ?? "",
            [TextPartNames.Changes] = assessment.Changes ?? "",
        };
        foreach (var objective in assessment.Objectives)
        {
            fields[TextPartNames.Objective(objective.ObjectiveCode)] = objective.Judgement?.ToString() ?? "";
        }
        foreach (var action in withActions ? assessment.Actions : [])
        {
            fields[TextPartNames.Action(action.Number, ActionPart.Text)] = action.Text;
            fields[TextPartNames.Action(action.Number, ActionPart.Owner)] = action.Owner;
            fields[TextPartNames.Action(action.Number, ActionPart.Due)] = action.DueOn.ToString("O", CultureInfo.InvariantCulture);
            fields[TextPartNames.Action(action.Number, ActionPart.Outcome)] = action.ExpectedOutcome ?? "";
        }

        return fields;
    }
}
