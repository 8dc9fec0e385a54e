using System.Globalization;

namespace DefenseCoop.Domain.Assessments;

/// <summary>The parts of an action in a form.</summary>
public enum ActionPart
{
    Text,
    Owner,
    Due,
    Outcome,
}

/// <summary>Names of the parts of the text of an assessment, each a field of its form.</summary>
public static class TextPartNames
{
    public const string Judgement = "judgement";
    public const string Confidence = "confidence";
    public const string Decision = "decision";
    public const string Reason = "reason";
    public const string Progress = "progress";
    public const string Risks = "risks";
    public const string Changes = "changes";

    public const int MaxLength = 100;
    public const int MostActions = 20;

    private const string ObjectivePrefix = "objective:";
    private const string ActionPrefix = "action:";

    /// <summary>The three parts of the narrative, Markdown.</summary>
    public static IReadOnlyList<string> Narrative { get; } = [Progress, Risks, Changes];

    /// <summary>Those in which a code in brackets cites a record.</summary>
    public static IReadOnlyList<string> Citing { get; } = [.. Narrative, Reason];

    /// <summary>Those that every assessment has.</summary>
    public static IReadOnlyList<string> Plain { get; } = [Judgement, Confidence, Decision, Reason, Progress, Risks, Changes];

    public static string Objective(string code) => ObjectivePrefix + code;

    public static string Action(int number, ActionPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"{ActionPrefix}{number}:{part.ToString().ToLowerInvariant()}");

    /// <summary>The objective that the field is of; null where it is of none.</summary>
    public static string? ObjectiveOf(string name) =>
        name.StartsWith(ObjectivePrefix, StringComparison.Ordinal) && name.Length > ObjectivePrefix.Length
            ? name[ObjectivePrefix.Length..]
            : null;

    /// <summary>The action that the field is of; null where it is of none.</summary>
    public static (int Number, ActionPart Part)? ActionOf(string name)
    {
        if (!name.StartsWith(ActionPrefix, StringComparison.Ordinal) || name.Split(':') is not [_, var digits, var word]) return null;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostActions)
        {
            return null;
        }
        foreach (var part in Enum.GetValues<ActionPart>())
        {
            if (Action(number, part) == name && word.Length > 0) return (number, part);
        }

        return null;
    }

    public static bool IsKnown(string name) =>
        name.Length <= MaxLength
            && (Plain.Contains(name, StringComparer.Ordinal) || ObjectiveOf(name) is not null || ActionOf(name) is not null);

    /// <summary>Whether it holds sentences, so that changes of several people can be merged.</summary>
    public static bool IsText(string name) =>
        name is Reason or Progress or Risks or Changes || ActionOf(name)?.Part is ActionPart.Text or ActionPart.Outcome;

    /// <summary>What people call the field.</summary>
    public static string Words(string name) => name switch
    {
        "" => "The assessment as a whole",
        Judgement => "Judgment",
        Confidence => "Confidence",
        Decision => "Decision",
        Reason => "Reason",
        Progress => "Progress",
        Risks => "Risks",
        Changes => "What we change",
        _ when ObjectiveOf(name) is { } objective => $"Judgment of objective {objective}",
        _ when ActionOf(name) is { } action => string.Create(CultureInfo.InvariantCulture, $"Action {action.Number}, {Words(action.Part)}"),
        _ => name,
    };

    private static string Words(ActionPart part) => part switch
    {
        ActionPart.Owner => "owner",
        ActionPart.Due => "due date",
        ActionPart.Outcome => "expected outcome",
        _ => "what is to be done",
    };
}
